"""The measures in force, duties, and numbers of cases and letters."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.duties import DUTIES, Act, Role, allowed, require
from app.domain.numbers import (
    CaseNumber,
    case_number,
    letter_number,
    read_case_number,
    read_letter_number,
)
from app.domain.policy import Pack, may_open, standing
from app.errors import Refused
from app.problems import PROBLEMS
from app.reference import Reference

TREE = Path(__file__).parents[2]


@pytest.fixture
def pack(reference: Reference) -> Pack:
    return reference.pack


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2020, 1, 17), "not-yet"),
        (date(2020, 1, 18), "in-force"),
        (date(2022, 1, 17), "in-force"),
        (date(2022, 1, 18), "in-force"),  # the later of the two readings
        (date(2022, 1, 19), "expired"),
        (date(2026, 11, 23), "expired"),
    ],
)
def test_the_measures_are_in_force_for_two_years(pack: Pack, day: date, said: str) -> None:
    assert standing(pack, day) == said
    assert may_open(pack, day, "training") == said


def test_both_readings_of_the_last_day_are_kept(pack: Pack) -> None:
    assert (pack.valid_until, pack.valid_until_other_reading) == (
        date(2022, 1, 18),
        date(2022, 1, 17),
    )


def test_a_live_case_under_expired_measures_needs_a_confirmed_successor(pack: Pack) -> None:
    with pytest.raises(Refused) as refused:
        may_open(pack, date(2022, 1, 19), "live")
    assert (refused.value.article, refused.value.code) == ("A25-1", "pack.expired")
    assert refused.value.facts["last"] == "2022-01-18"
    assert may_open(pack, date(2022, 1, 19), "live", successor="国办发〔2020〕42号") == "expired"
    assert may_open(pack, date(2021, 1, 1), "live") == "in-force"


def test_a_successor_does_not_bring_measures_into_force_early(pack: Pack) -> None:
    with pytest.raises(Refused, match=r"pack\.not-yet"):
        may_open(pack, date(2020, 1, 17), "live", successor="x")


def test_the_numbers_of_the_pack_are_those_settled(pack: Pack) -> None:
    s = pack.settings
    assert (s.lockout_tries, s.lockout_minutes, s.offline_sign_in_days) == (5, 15, 3)
    assert (s.offline_bar_list_hours, s.offline_approvals_a_day) == (48, 50)
    assert (s.follow_up_days, s.tier_minutes, s.tier_paper_days) == (3, 30, 1)
    assert (s.tier_incomplete_days, s.retention_years, s.idle_lock_minutes) == (2, 10, 10)
    assert s.expiry_reminder_days == 90
    spans = [(str(opens), str(closes)) for opens, closes in s.hours.spans]
    assert spans == [("09:00:00", "12:00:00"), ("13:30:00", "17:00:00")]
    assert str(s.hours.closes) == "17:00:00"
    assert (pack.pin, pack.number) == ("luzhou-2019-36@1", "泸市府发〔2019〕36号")
    assert (pack.title, pack.issuer) == ("泸州市“0证明城市”实施办法（试行）", "泸州市人民政府")
    assert pack.issued == date(2019, 12, 17)
    assert len(pack.categories) == 6


HELD = {
    Role.CLERK: "open-case abandon-case confirm-entry reveal-number approve print see-cases"
    " check-seals sync look-up",
    Role.SEAL_HOLDER: "seal void print see-cases keep-seals see-seals",
    Role.SUPERVISOR: "see-cases check-seals confirm-entry reveal-number read-trail sync see-units"
    " allow-look-ups export-lists confirm-seals see-seals",
    Role.ADMINISTRATOR: "change-officers change-settings enrol sync"
    " keep-seals confirm-seals see-seals",
    Role.AUDITOR: "read-trail check-seals see-seals",
    Role.CATALOGUE_EDITOR: "edit-catalogue publish-catalogue",
    Role.LEGAL_REVIEWER: "review-catalogue confirm-basis",
    Role.JOINT_CONFERENCE: "see-units keep-meeting-items set-tasks investigate evaluate"
    " propose-interview export-lists handle-alarms",
    Role.SYSTEM: "sync print enrol",
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Act)
def test_each_role_holds_its_acts_and_no_other(role: Role, act: Act) -> None:
    assert allowed([role], act) == (act in HELD[role].split())
    assert allowed(["clerk", role], act) == (act in (HELD[role] + " " + HELD[Role.CLERK]).split())


def test_nobody_and_unknown_roles_hold_nothing() -> None:
    assert set(DUTIES) == set(Role)
    for act in Act:
        assert not allowed([], act)
        assert not allowed(["root"], act)


def test_an_act_without_the_duty_is_refused() -> None:
    require(["clerk", "seal-holder"], Act.SEAL)
    with pytest.raises(Refused) as refused:
        require(["clerk"], Act.SEAL)
    assert (refused.value.code, refused.value.facts["act"]) == ("duty.missing", "seal")


def test_a_case_number_names_division_counter_year_and_serial() -> None:
    number = case_number("510502", "T03", 2026, 417)
    assert number == "510502-T03-2026-000417"
    assert read_case_number(number) == CaseNumber("510502", "T03", 2026, 417)
    assert letter_number(number, 1) == "510502-T03-2026-000417-01"
    assert read_letter_number(letter_number(number, 12)) == (read_case_number(number), 12)


@given(st.integers(1, 999_999), st.integers(1, 99), st.integers(2000, 9999))
def test_numbers_are_read_as_they_are_written(serial: int, nth: int, year: int) -> None:
    number = case_number("510502", "A1", year, serial)
    assert str(read_letter_number(letter_number(number, nth))[0]) == number


@pytest.mark.parametrize("parts", [("51050", "T03", 2026, 1), ("510502", "t03", 2026, 1),
                                   ("510502", "", 2026, 1), ("510502", "T03", 2026, 0),
                                   ("510502", "T03", 2026, 1_000_000)])  # fmt: skip
def test_parts_that_make_no_case_number_are_an_error(parts: tuple[str, str, int, int]) -> None:
    with pytest.raises(ValueError, match=r"^not a case number$"):
        case_number(*parts)


@pytest.mark.parametrize("nth", [0, 100, -1])
def test_a_letters_place_is_one_to_ninety_nine(nth: int) -> None:
    with pytest.raises(ValueError, match=r"^not a letter number$"):
        letter_number("510502-T03-2026-000417", nth)


def test_other_digits_make_no_number() -> None:
    with pytest.raises(ValueError, match=r"^not a case number$"):
        read_case_number("５１０５０２-T03-2026-000417")


def test_the_six_categories_and_the_national_exclusions_are_those_of_the_texts(pack: Pack) -> None:
    assert list(pack.categories.items()) == [
        ("environment", "环保"),
        ("fiscal-funds", "财政资金给付"),
        ("major-property", "重大财产处分"),
        ("personal-relations", "人身关系"),
        ("social-security-funds", "社保资金给付"),
        ("work-safety", "安全生产"),
    ]
    assert set(pack.exclusions) == {
        "national-security", "state-secrets", "public-safety", "finance", "ecology",
        "health-life-property", "foreign-affairs",
    }  # fmt: skip


def test_every_refusal_of_the_rules_has_its_sentence_and_remedy() -> None:
    rooms = [*(TREE / "app" / "domain").glob("*.py"), TREE / "app" / "signed_data.py"]
    codes = set()
    for room in rooms:
        text = room.read_text(encoding="utf-8")
        kinds = "case|proof|notice|signature|pack|duty|ladder|number|reference"
        codes |= set(re.findall(rf'"((?:{kinds})\.[a-z-]+)"', text))
    assert len(codes) > 20
    assert codes - PROBLEMS.keys() == set()


def test_the_sentences_use_only_facts_that_are_given(pack: Pack) -> None:
    with pytest.raises(Refused) as refused:
        may_open(pack, date(2026, 1, 1), "live")
    sentence, _ = PROBLEMS[refused.value.code]
    assert "2020-01-18" in sentence.format(**refused.value.facts)
