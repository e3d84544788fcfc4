"""Names, validity and age (field cases G04, G06)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import read_day
from app.domain.people import (
    DOTS,
    Applicant,
    age,
    ends_within,
    fold,
    is_minor,
    last_day,
    same_name,
    validity,
)

NAME = "阿依努尔·买买提"
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("dot", ["\u2022", "\u30fb", "\uff0e", "\u2027", ".", " ", "", "\u3000"])
def test_a_name_is_found_and_called_the_same_however_its_dot_is_written(dot: str) -> None:
    typed = f"阿依努尔{dot}买买提"
    assert fold(typed) == fold(NAME)
    assert same_name(typed, NAME) == "dot"


def test_the_standard_dot_in_gbk_is_the_standard_dot() -> None:
    assert same_name(b"\xa1\xa4".decode("gbk"), "\u00b7") == "same"


def test_equal_names_are_the_same_and_others_different() -> None:
    assert same_name(NAME, NAME + " ") == "same"
    assert same_name("LI MING", "Li Ming") == "same"
    assert same_name("张伟", "章伟") == "different"


def test_folding_never_exchanges_a_character() -> None:
    assert fold("\uf92c") != fold("郎")
    assert fold("䶮") == "䶮"
    assert fold("𬭎") == "𬭎"


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("20200101", "20400101", "valid"),
        ("2016-11-25", "2026-11-25", "valid"),
        ("2016-11-24", "2026-11-24", "expired"),
        ("2026.11.26", "2046.11.26", "not-yet"),
        ("2026-11-25", "长期", "valid"),
        ("2026-11-26", "长期", "not-yet"),
        ("19990101", "99991231", "valid"),
        ("20240229", "20440229", "valid"),
        ("", "2040-01-01", "valid"),
        ("2020-01-01", "", "unknown"),
        ("2020-01-01", "２０４０0101", "unknown"),
        ("2020-01-01", "20400231", "unknown"),
    ],
)
def test_the_card_says_from_when_to_when_it_is_good(
    applicant: Applicant, first: str, last: str, said: str
) -> None:
    assert validity(replace(applicant, valid_from=first, valid_until=last), TODAY) == said


def test_a_leap_day_in_a_common_year_is_the_twenty_eighth(applicant: Applicant) -> None:
    card = replace(applicant, valid_from="20240229", valid_until="20340229")
    assert last_day(card) == date(2034, 2, 28)
    assert validity(card, date(2034, 2, 28)) == "valid"
    assert validity(card, date(2034, 3, 1)) == "expired"
    assert read_day("20240229") == date(2024, 2, 29)


def test_far_dates_raise_no_reminder_and_near_ones_do(applicant: Applicant) -> None:
    def soon(last: str) -> bool:
        return ends_within(replace(applicant, valid_until=last), TODAY, 90)

    assert [soon(last) for last in ("长期", "99991231", "20400101", "", "20261124")] == [False] * 5
    assert soon("20261125")
    assert soon((TODAY + timedelta(days=90)).isoformat())
    assert not soon((TODAY + timedelta(days=91)).isoformat())


def test_only_what_never_ends_raises_no_reminder_on_the_last_days_of_time(
    applicant: Applicant,
) -> None:
    eve = date(9999, 12, 30)
    assert not ends_within(replace(applicant, valid_until="长期"), eve, 90)
    assert not ends_within(replace(applicant, valid_until="99991231"), eve, 90)
    assert ends_within(replace(applicant, valid_until="99991230"), eve, 90)


def test_age_is_full_years() -> None:
    assert age("2008-11-25", TODAY) == 18
    assert age("20081126", TODAY) == 17
    assert age("2026-11-25", TODAY) == 0
    assert age("2026-11-26", TODAY) is None
    assert age("不详", TODAY) is None
    assert age("2008-02-29", date(2026, 2, 28)) == 17
    assert age("2008-02-29", date(2026, 3, 1)) == 18


def test_a_minor_is_under_eighteen(applicant: Applicant) -> None:
    assert is_minor(replace(applicant, birth="2008-11-26"), TODAY)
    assert not is_minor(replace(applicant, birth="2008-11-25"), TODAY)
    assert not is_minor(replace(applicant, birth=""), TODAY)


def test_each_known_dot_is_left_out_of_the_search_key() -> None:
    assert {dot for dot in DOTS if fold(f"阿{dot}里") != "阿里"} == set()
    assert sorted(f"{ord(dot):04X}" for dot in DOTS) == [
        "002E", "00B7", "0387", "2022", "2027", "2219", "22C5", "30FB", "FF0E", "FF65",
    ]  # fmt: skip
