"""The list is public, whole, versioned, and says what changed (A7-1, A4-1; Order 722 Art. 44)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue, Way
from app.domain.publication import (
    Difference,
    Item,
    Level,
    Publication,
    check_item,
    commitment_list,
    difference,
    publish,
)
from app.domain.review import Change, ChangeState
from app.errors import Refused
from tests.domain.refusals import refuses

LIVE = Change("BG-1", frozenset({"20001"}), ChangeState.PUBLISHED)


@pytest.fixture
def published(catalogue: Catalogue) -> Publication:
    return publish(catalogue, LIVE, level=Level.CITY, publisher="训练·政府办", on="2026-11-23")


def test_every_proof_of_every_matter_of_every_unit_is_listed_once(
    catalogue: Catalogue, published: Publication
) -> None:
    expected = {
        (matter.unit.code, matter.code, rule.proof.code)
        for matter in catalogue.matters
        for situation in matter.situations
        for rule in situation.proofs
    }
    keys = [item.key for item in published.items]
    assert len(keys) == len(set(keys)) > 100
    assert set(keys) == expected
    assert len({item.proof_code for item in published.items}) < len(keys)
    assert (published.version, published.level) == (catalogue.version, "city")
    assert (published.publisher, published.published_on) == ("训练·政府办", "2026-11-23")


def test_an_item_says_basis_demanding_unit_issuing_unit_and_guide(published: Publication) -> None:
    item = next(each for each in published.items if each.key == ("11", "110101", "ZM072"))
    assert item.proof_name
    assert item.basis.startswith("公开事项第")
    assert item.demanding_unit == "训练·江阳区民政局"
    assert item.issuing_unit
    assert item.guide == "窗口取阅：《最低生活保障金给付》办事指南（训练）"
    assert item.rules[0][0] == "01"
    assert item.rules[0][1].ladder[0].way is Way.COMMITMENT


@pytest.mark.parametrize("field", ["basis", "demanding_unit", "issuing_unit", "guide"])
def test_an_item_without_one_of_the_four_fields_is_refused(
    published: Publication, field: str
) -> None:
    check_item(published.items[0])
    item = replace(published.items[0], **{field: " "})
    facts = {"proof": item.proof_name, "matter": item.matter_code, "field": field}
    with refuses("A7-1", "list.field-missing", **facts):
        check_item(item)


def test_a_list_with_a_gap_is_not_published(catalogue: Catalogue) -> None:
    silent = replace(catalogue.matters[0], guide=" ")
    gap = replace(catalogue, matters=(silent, *catalogue.matters[1:]))
    facts = {"matter": silent.code, "field": "guide"}
    with refuses("A7-1", "list.field-missing", **facts):
        publish(gap, LIVE, level=Level.COUNTY, publisher="x", on="2026-11-23")


@pytest.mark.parametrize("state", [each for each in ChangeState if each != "published"])
def test_a_list_that_was_not_reviewed_is_not_published(
    catalogue: Catalogue, state: ChangeState
) -> None:
    with refuses("A6-1", "list.not-reviewed", change="BG-1"):
        publish(
            catalogue,
            replace(LIVE, state=state),
            level=Level.CITY,
            publisher="x",
            on="2026-11-23",
        )


def test_a_new_list_has_a_version_of_its_own(catalogue: Catalogue, published: Publication) -> None:
    def again(version: str) -> Publication:
        return publish(
            replace(catalogue, version=version),
            LIVE,
            level=Level.CITY,
            publisher="x",
            on="2026-12-01",
            before=published,
        )

    with refuses("A7-1", "list.same-version", version=catalogue.version):
        again(catalogue.version)
    assert again("training-2026-12").version == "training-2026-12"


def test_a_hidden_unit_or_a_proof_without_a_way_stops_the_list(catalogue: Catalogue) -> None:
    hidden = replace(
        catalogue, matters=tuple(m for m in catalogue.matters if m.unit.kind != "供水")
    )
    with pytest.raises(Refused, match=r"A4-1 unit\.no-matter"):
        publish(hidden, LIVE, level=Level.CITY, publisher="x", on="2026-11-23")
    matter = catalogue.matters[0]
    rule = replace(matter.situations[0].proofs[0], ladder=())
    situation = replace(matter.situations[0], proofs=(rule,))
    broken = replace(matter, situations=(situation,))
    with pytest.raises(Refused, match=r"A3-1 ladder\.empty"):
        publish(
            replace(catalogue, matters=(broken, *catalogue.matters[1:])),
            LIVE,
            level=Level.CITY,
            publisher="x",
            on="2026-11-23",
        )


def test_the_difference_names_new_changed_and_gone_items(published: Publication) -> None:
    first, second, *rest = published.items
    added = replace(first, proof_code="ZM999")
    altered = replace(second, basis=second.basis + "（修订）")
    later = replace(published, version="2", items=(altered, *rest, added))
    assert difference(published, later) == Difference((added.key,), (second.key,), (first.key,))


def test_the_first_list_is_all_new(published: Publication) -> None:
    found = difference(None, published)
    assert found == Difference(tuple(item.key for item in published.items), (), ())


def item_of(code: str, basis: str) -> Item:
    return Item("11", "110101", code, "证明" + code, basis, "甲", "乙", "指南", ())


LISTS = st.dictionaries(st.sampled_from("ABCDEF"), st.sampled_from("12")).map(
    lambda found: Publication("1", Level.CITY, "x", "y", tuple(item_of(*p) for p in found.items()))
)


@given(LISTS, LISTS)
def test_a_difference_turned_round_swaps_new_and_gone(a: Publication, b: Publication) -> None:
    there, back = difference(a, b), difference(b, a)
    assert set(there.new) == set(back.gone)
    assert set(there.gone) == set(back.new)
    assert set(there.changed) == set(back.changed)
    assert difference(a, a) == Difference((), (), ())
    untouched = {item.key for item in set(a.items) & set(b.items)}
    every = {item.key for item in (*a.items, *b.items)}
    assert untouched | set(there.new) | set(there.changed) | set(there.gone) == every


# code → field; whoever adds a matter to the list of No. 42 writes it here too
RECOMMENDED = {
    "110106": "market-entry",
    "120105": "qualification-exams",
    "130103": "household-register",
    "130106": "qualification-exams",
    "190101": "social-insurance",
    "190103": "social-insurance",
    "140101": "qualification-exams",
    "140102": "qualification-exams",
    "150102": "market-entry",
    "160101": "market-entry",
    "160102": "market-entry",
    "160103": "market-entry",
    "160105": "market-entry",
    "210101": "qualification-exams",
    "210103": "qualification-exams",
    "260101": "market-entry",
    "510101": "social-relief",
    "520101": "social-insurance",
}


def test_the_list_of_commitment_puts_the_fields_of_no_42_first(catalogue: Catalogue) -> None:
    listed = commitment_list(catalogue)
    ahead = listed[: len(RECOMMENDED)]
    assert {matter.code: matter.recommended for matter in ahead} == RECOMMENDED
    assert not any(matter.recommended for matter in listed[len(RECOMMENDED) :])
    codes = [matter.code for matter in catalogue.matters]
    for part in (ahead, listed[len(RECOMMENDED) :]):
        places = [codes.index(matter.code) for matter in part]
        assert places == sorted(places)


def test_only_matters_that_commitment_opens_stand_in_it(catalogue: Catalogue) -> None:
    listed = {matter.code for matter in commitment_list(catalogue)}
    assert {"140101", "420102", "270101"} <= listed  # the second has it in one situation only
    assert "110101" not in listed  # a commitment is taken there, and opens nothing
    assert "130101" not in listed  # no proof of it is replaced by one
