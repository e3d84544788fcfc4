"""Facts of a letter: words for every way, masks, dates, numerals."""

from dataclasses import replace
from datetime import date

import pytest

from app.documents import filling, letters, templates
from app.domain.cases import Case, Plan
from app.domain.catalogue import Matter, Step, Way
from app.domain.commitment import Signature
from app.errors import Refused
from tests.documents import letter

SETTLED = (Way.CANCELLED, Way.OTHER_MATERIAL)


def test_the_notice_quotes_the_pack_and_names_every_proof() -> None:
    facts = letter.facts()
    told = {p.id: p.text for p in facts.notice}
    assert "《泸州市“0证明城市”实施办法（试行）》（泸市府发〔2019〕36号）" in told["basis"]
    assert all(proof.name in told["proofs"] for proof in facts.proofs)
    assert "不动产登记信息" in told["proofs"]
    assert told["content"] == "本人现在未婚，没有在任何地方办理过婚姻登记。"
    assert "3日" in told["check"]


EXCEPTED = ({"categories": frozenset({"fiscal-funds"})}, {"exclusions": frozenset({"secrets"})})


@pytest.mark.parametrize("tags", EXCEPTED)
@pytest.mark.parametrize("kind", templates.KINDS)
def test_an_excepted_matter_is_verified_first(kind: str, tags: dict[str, frozenset[str]]) -> None:
    matter = replace(letter.MATTER, **tags)  # type: ignore[arg-type]
    assert "先核实、后办理" in check_told(letter.case(matter=matter), matter, kind)


@pytest.mark.parametrize("tags", EXCEPTED)
def test_an_excepted_matter_with_nothing_to_verify_is_not_said_to_wait(
    tags: dict[str, frozenset[str]],
) -> None:
    rules = tuple(letter.rule(f"P{n}", "住址证明", way) for n, way in enumerate(SETTLED))
    situation = replace(letter.SITUATION, proofs=rules)
    matter = replace(letter.MATTER, situations=(situation,), **tags)  # type: ignore[arg-type]
    told = check_told(letter.case(matter=matter), matter, "receipt")
    assert "当场办理" in told
    assert "先核实" not in told


def test_who_does_not_commit_is_told_that_the_look_ups_come_first() -> None:
    rules = (letter.rule("P3", "无房证明", Way.INQUIRY),)
    matter = replace(letter.MATTER, situations=(replace(letter.SITUATION, proofs=rules),))
    assert "先核实、后办理" in check_told(letter.case(matter=matter), matter, "receipt")


def test_a_check_that_is_done_changes_no_word_of_the_letter() -> None:
    matter = replace(letter.MATTER, categories=frozenset({"fiscal-funds"}))
    visit = letter.case(matter=matter)
    done = replace(visit, checked=tuple(plan.proof_code for plan in visit.plans))
    assert check_told(done, matter, "commitment") == check_told(visit, matter, "commitment")


def check_told(visit: Case, matter: Matter, kind: str) -> str:
    facts = letter.facts_of(visit, matter, kind)
    return next(p.text for p in facts.notice if p.id == "check")


@pytest.mark.parametrize("way", list(Way))
def test_every_way_has_words_in_both_letters(way: Way) -> None:
    plan = Plan("P1", "婚姻状况证明", Step(way, "3", "", "", ""))
    for kind in templates.KINDS:
        (line,) = filling.proof_lines(templates.load(letter.LETTERS, kind), (plan,))
        assert line.way == way.value
        assert line.words


def test_a_rule_without_content_is_told_by_the_proof_s_name() -> None:
    rule = letter.rule("P9", "失业证明", Way.COMMITMENT)
    situation = replace(letter.SITUATION, proofs=(rule,))
    facts = letter.facts(matter=replace(letter.MATTER, situations=(situation,)))
    told = {p.id: p.text for p in facts.notice}
    assert "失业证明" in told["content"]
    assert "与实际情况一致" in told["standard"]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("510502198803121235", "510502********1235"),
        ("PAK310080010103", "PAK310*****0103"),
        ("12345678", "********"),
        ("123", "***"),
    ],
)
def test_part_one_shows_the_masked_number(number: str, shown: str) -> None:
    case = letter.case()
    case = replace(case, applicant=replace(case.applicant, number=number))
    assert letter.facts_of(case).number_masked == shown


def test_only_the_applicant_s_own_part_holds_the_full_number() -> None:
    facts = letter.facts()
    part_one = [facts.salutation, *(p.text for p in (*facts.notice, *facts.receipt))]
    assert not any(facts.number in text for text in part_one)


@pytest.mark.parametrize("kind", templates.KINDS)
def test_an_own_paper_is_looked_at_and_handed_back_and_never_taken(kind: str) -> None:
    told = receipt_told(letter.SITUATION.materials, kind)
    assert "已查看原件并当场交还：居民身份证；收到材料：申请表（窗口打印，申请人签名）。" in told
    assert "收到" not in receipt_told(("居民身份证（出示原件，不收复印件）", "护照（出示）"), kind)
    assert "已查看" not in receipt_told(("近期免冠照片一张",), kind)
    assert "已查看原件并当场交还：身份证件。" in receipt_told((), kind)


def receipt_told(materials: tuple[str, ...], kind: str) -> str:
    situation = replace(letter.SITUATION, materials=materials)
    matter = replace(letter.MATTER, situations=(situation,))
    [told] = letter.facts(matter=matter, kind=kind).receipt
    return told.text


def test_the_number_on_a_social_security_card_is_the_citizen_s() -> None:
    case = letter.case()
    case = replace(case, applicant=replace(case.applicant, document="social-security"))
    assert letter.facts_of(case).number_label == "公民身份号码"


def test_a_foreigner_s_number_is_not_called_a_citizen_s() -> None:
    case = letter.case()
    case = replace(case, applicant=replace(case.applicant, document="foreigner-Y"))
    assert letter.facts_of(case).number_label == "证件号码"


def test_dates_are_written_without_leading_zeros() -> None:
    assert filling.in_words(date(2026, 1, 5)) == "2026年1月5日"


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五")]
)
def test_numerals(number: int, words: str) -> None:
    assert filling.numeral(number) == words


def test_the_check_link_keeps_number_and_code_in_the_fragment() -> None:
    link = letters.check_link(letter.facts())
    address, fragment = link.split("#")
    assert address == "https://127.0.0.1:8443/check"
    assert fragment == "510502-T03-2026-000001-01.7K3M-Q9XT-2F"


def test_an_unsigned_commitment_is_refused() -> None:
    facts = letter.facts()
    letters.refuse_unsigned(facts)
    for signature in (None, Signature((), 90, 45, ""), Signature(((),), 90, 45, "")):
        with pytest.raises(Refused) as caught:
            letters.refuse_unsigned(replace(facts, signature=signature))
        assert caught.value.article == "A8-6"


def test_a_receipt_needs_no_signature() -> None:
    letters.refuse_unsigned(letter.facts(kind="receipt"))
