"""The national pack: its rules, its marks, its numbers, and that it invents nothing."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.catalogue import Catalogue
from app.domain.conduct import asked_for
from app.domain.national import NEEDED, check_rules, for_review
from app.domain.policy import Pack, Rule
from app.reference import Reference, load
from tests.domain.refusals import refuses

ORDER, NOTICE = "国务院令第722号第四十四条", "国办发〔2020〕42号"
# id → (basis, still to be held against the original)
RULES = {
    "proof-needs-basis": (ORDER, False),
    "list-fields": (ORDER, False),
    "recommended": (NOTICE, False),
    "exclusions": (NOTICE, False),
    "free-choice": (NOTICE, False),
    "bar": (NOTICE, False),
    "notice-part": (NOTICE, True),
    "commitment-part": (NOTICE, True),
    "publication": (NOTICE, True),
    "withdrawal": (NOTICE, True),
    "check-plan": (NOTICE, True),
    "consequences": (NOTICE, False),
    "sichuan": ("川办发〔2020〕84号", True),
}
WORDS = {
    "proof-needs-basis": "法律、法规或者国务院决定",
    "list-fields": "设定依据、索要单位、开具单位和办理指南",
    "free-choice": "自己选",
    "bar": "信用修复以前",
    "withdrawal": "作出决定以前",
    "check-plan": "免予核查",
    "consequences": "终止办理、限期整改、撤销决定或者予以处罚",
    "publication": "公布",
}


@pytest.fixture(scope="module")
def national() -> Reference:
    return load(pack="national")


@pytest.fixture(scope="module")
def pack(national: Reference) -> Pack:
    return national.pack


def test_it_holds_every_rule_with_its_basis_and_its_mark(pack: Pack) -> None:
    assert {rule.id: (rule.basis, rule.legal_review) for rule in pack.rules} == RULES
    check_rules(pack)
    for name, words in WORDS.items():
        assert words in next(rule.says for rule in pack.rules if rule.id == name)


def test_what_was_not_read_in_the_original_is_for_review(pack: Pack) -> None:
    assert {rule.id for rule in for_review(pack)} == {
        name for name, (_, unread) in RULES.items() if unread
    }


@pytest.mark.parametrize("name", [name for name in RULES if name != "sichuan"])
def test_a_pack_without_a_rule_is_refused(pack: Pack, name: str) -> None:
    assert name in NEEDED
    without = tuple(rule for rule in pack.rules if rule.id != name)
    empty = tuple(replace(rule, says=" ") if rule.id == name else rule for rule in pack.rules)
    baseless = tuple(replace(rule, basis="") if rule.id == name else rule for rule in pack.rules)
    for rules in (without, empty, baseless):
        with refuses("A25-1", "pack.rule-missing", number=pack.number, rule=name):
            check_rules(replace(pack, rules=rules))


@pytest.mark.parametrize("name", [name for name, (_, unread) in RULES.items() if unread][:-1])
def test_unread_wording_is_never_presented_as_settled(pack: Pack, name: str) -> None:
    def settled(rule: Rule) -> Rule:
        return replace(rule, legal_review=False) if rule.id == name else rule

    with refuses("A25-1", "pack.rule-unmarked", number=pack.number, rule=name):
        check_rules(replace(pack, rules=tuple(map(settled, pack.rules))))


def test_its_dates_and_name_are_those_of_the_texts(pack: Pack) -> None:
    assert (pack.pin, pack.follows) == ("national@1", "luzhou-2019-36")
    assert pack.number == f"{ORDER}、{NOTICE}"
    assert pack.issued == pack.valid_from == date(2020, 10, 27)
    assert pack.valid_until == pack.valid_until_other_reading == date(9999, 12, 31)
    assert pack.title == "《优化营商环境条例》第四十四条和证明事项告知承诺制的国家规定"
    assert pack.issuer == "国务院、国务院办公厅"


def test_its_numbers_are_those_settled(pack: Pack) -> None:
    s = pack.settings
    assert (s.lockout_tries, s.lockout_minutes, s.offline_sign_in_days) == (5, 15, 3)
    assert (s.offline_bar_list_hours, s.offline_approvals_a_day) == (48, 50)
    assert (s.follow_up_days, s.tier_minutes, s.tier_paper_days) == (3, 30, 1)
    assert (s.tier_incomplete_days, s.retention_years, s.idle_lock_minutes) == (2, 10, 10)
    assert s.expiry_reminder_days == 90
    spans = [(str(opens), str(closes)) for opens, closes in s.hours.spans]
    assert spans == [("09:00:00", "12:00:00"), ("13:30:00", "17:00:00")]


def test_both_packs_open_the_same_gate_with_the_same_words(
    pack: Pack, reference: Reference
) -> None:
    assert pack.categories == reference.pack.categories
    assert pack.exclusions == reference.pack.exclusions
    assert dict(reference.pack.exclusions) == {
        "national-security": "国家安全",
        "state-secrets": "国家秘密",
        "public-safety": "公共安全",
        "finance": "金融业审慎监管",
        "ecology": "生态环境保护",
        "health-life-property": "直接关系人身健康、生命财产安全",
        "foreign-affairs": "重要涉外",
    }


def test_where_the_texts_are_silent_or_damaged_the_packs_say_so(
    pack: Pack, reference: Reference
) -> None:
    for remarks in (pack.remarks, reference.pack.remarks):
        text = "\n".join(remarks)
        assert "第一条" in text
        assert "缺失" in text
        assert "“个人”疑有脱漏" in text
    assert "没有写有效期" in "\n".join(pack.remarks)
    assert "2020年10月27日" in "\n".join(pack.remarks)
    assert reference.pack.rules == ()
    assert reference.pack.follows == ""


def test_no_word_of_a_pack_asks_for_a_proof(pack: Pack, catalogue: Catalogue) -> None:
    for text in (*pack.remarks, *(rule.says for rule in pack.rules)):
        assert asked_for(text, catalogue) is None, text
