"""The training catalogue that ships: what it must hold, and that it says what it is."""

import re

import pytest
from pypinyin import Style, lazy_pinyin

from app.domain.catalogue import Catalogue, Way
from app.domain.conduct import asked_for
from app.domain.ladder import plans
from app.reference import Reference


def test_it_says_that_it_is_training_data_and_never_luzhous_own_list(catalogue: Catalogue) -> None:
    assert catalogue.training
    assert "训练" in catalogue.title
    assert "不是泸州市公布" in catalogue.title
    assert all(unit.name.startswith("训练·") for unit in catalogue.units)
    assert all(matter.training for matter in catalogue.matters)


def test_it_is_large_and_covers_every_kind_of_unit(catalogue: Catalogue) -> None:
    assert len(catalogue.matters) >= 48
    assert len({matter.unit.code for matter in catalogue.matters}) >= 14
    kinds = {unit.kind for unit in catalogue.units}
    assert {"行政机关", "法律法规授权组织", "医院", "学校", "供水", "供电", "供气", "乡镇"} <= kinds


def test_each_excepted_category_has_a_matter_and_some_matter_has_two(reference: Reference) -> None:
    tagged = [matter.categories for matter in reference.catalogue.matters]
    for tag in reference.pack.categories:
        assert any(tag in tags for tags in tagged), tag
    assert any(len(tags) > 1 for tags in tagged)
    matters = reference.catalogue.matters
    assert any(matter.exclusions and not matter.categories for matter in matters)


def test_all_six_ways_occur_and_twenty_plain_matters_commit(catalogue: Catalogue) -> None:
    taken = {
        plan.way for matter in catalogue.matters for s in matter.situations
        for plan in plans(matter, s, commitment_refused=False)
    }  # fmt: skip
    assert taken == set(Way)
    committed = [
        matter for matter in catalogue.matters
        if not matter.verify_first
        and any(plan.way is Way.COMMITMENT for plan in plans(matter, matter.situations[0]))
    ]  # fmt: skip
    assert len(committed) >= 20


def test_codes_are_six_digits_and_nothing_is_named_twice(catalogue: Catalogue) -> None:
    codes = [matter.code for matter in catalogue.matters]
    assert all(re.fullmatch("[0-9]{6}", code) for code in codes)
    assert len(set(codes)) == len(codes)
    for matter in catalogue.matters:
        assert matter.kind in ("即办件", "承诺件")
        assert 1 <= len(matter.situations) <= 3
        assert len({situation.code for situation in matter.situations}) == len(matter.situations)


def test_rows_without_a_source_are_marked_as_invented(catalogue: Catalogue) -> None:
    for proof in catalogue.proofs():
        assert proof.invented == ("公开事项第" not in proof.basis), proof.name
    for matter in catalogue.matters:
        made_up = matter.unit.kind in ("供水", "供电", "供气") or matter.code == "270101"
        assert matter.invented == made_up, matter.name


def test_materials_are_own_papers_and_hide_no_proof(catalogue: Catalogue) -> None:
    for matter in catalogue.matters:
        for situation in matter.situations:
            for text in (*situation.materials, situation.name, matter.name):
                assert asked_for(text, catalogue) is None, text


def test_no_reason_or_commitment_text_asks_for_a_proof(catalogue: Catalogue) -> None:
    rules = [r for m in catalogue.matters for s in m.situations for r in s.proofs]
    for rule in rules:
        for step in rule.ladder:
            assert step.why
            for text in (step.why, step.instead, step.afterwards):
                assert asked_for(text, catalogue) is None, text
        assert asked_for(rule.content, catalogue) is None
        assert asked_for(rule.standard, catalogue) is None


def test_the_stored_initials_are_those_of_the_name(catalogue: Catalogue) -> None:
    for matter in catalogue.matters:
        letters = lazy_pinyin(matter.name, style=Style.FIRST_LETTER, errors="ignore")
        assert matter.initials == "".join(letters), matter.name


def test_a_matter_or_situation_that_is_not_there_is_an_error(catalogue: Catalogue) -> None:
    matter = catalogue.matter("110101")
    assert matter.situation("02").name == "已享受家庭年度复核"
    with pytest.raises(KeyError, match="999999"):
        catalogue.matter("999999")
    with pytest.raises(KeyError, match="09"):
        matter.situation("09")


def test_every_matter_says_where_its_guide_is_found(catalogue: Catalogue) -> None:
    for matter in catalogue.matters:
        assert matter.guide == f"窗口取阅：《{matter.name}》办事指南（训练）"
        assert asked_for(matter.guide, catalogue) is None
