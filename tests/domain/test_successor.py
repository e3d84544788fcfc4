"""Live cases travel through time: in force, ended, and the basis a person confirmed (A25-1)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.policy import Pack
from app.domain.review import Person
from app.domain.successor import Successor, confirm, may_open_under
from app.errors import Refused
from app.reference import load

OLD, NEW = load().pack, load(pack="national").pack
OFFICE = Person("30001", ("legal-reviewer",))
DAY = date(2026, 11, 23)
CONFIRMED = confirm(OLD, NEW, "国办发〔2020〕42号", OFFICE, DAY)


def refusal(pack: Pack, on: date, confirmed: Successor | None = None) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        may_open_under(pack, on, "live", confirmed)
    assert refused.value.facts["number"] == pack.number
    return refused.value.article, refused.value.code


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2020, 1, 17), "pack.not-yet"),
        (date(2020, 1, 18), ""),
        (date(2022, 1, 17), ""),
        (date(2022, 1, 18), ""),  # the later of the two readings
        (date(2022, 1, 19), "pack.expired"),
    ],
)
def test_luzhous_own_measures_carry_live_cases_for_two_years(day: date, said: str) -> None:
    if said:
        assert refusal(OLD, day) == ("A25-1", said)
    else:
        assert may_open_under(OLD, day, "live", None) == "in-force"


def test_the_national_pack_needs_its_confirmation_from_that_day_on() -> None:
    assert refusal(NEW, DAY) == ("A25-1", "pack.not-confirmed")
    assert refusal(NEW, DAY - timedelta(1), CONFIRMED) == ("A25-1", "pack.not-confirmed")
    assert may_open_under(NEW, DAY, "live", CONFIRMED) == "in-force"
    assert may_open_under(NEW, DAY + timedelta(4000), "live", CONFIRMED) == "in-force"


def test_a_confirmation_does_not_bring_a_pack_into_force_early() -> None:
    early = replace(CONFIRMED, confirmed_on=date(2019, 1, 1))
    assert refusal(NEW, date(2020, 10, 26), early) == ("A25-1", "pack.not-yet")
    assert may_open_under(NEW, date(2020, 10, 27), "live", early) == "in-force"


@pytest.mark.parametrize("other", [{"after": "x"}, {"pack": "x"}])
def test_a_confirmation_of_another_pack_does_not_serve(other: dict[str, str]) -> None:
    assert refusal(NEW, DAY, replace(CONFIRMED, **other)) == ("A25-1", "pack.not-confirmed")


def test_ended_measures_go_on_only_with_a_basis_confirmed_for_them() -> None:
    assert may_open_under(OLD, DAY, "live", CONFIRMED) == "expired"
    assert refusal(OLD, DAY - timedelta(1), CONFIRMED) == ("A25-1", "pack.expired")
    assert refusal(OLD, DAY, replace(CONFIRMED, after="x")) == ("A25-1", "pack.expired")
    assert refusal(OLD, date(2020, 1, 17), replace(CONFIRMED, confirmed_on=date(2019, 1, 1))) == (
        "A25-1",
        "pack.not-yet",
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2020, 1, 17), "not-yet"), (date(2022, 1, 18), "in-force"), (DAY, "expired")],
)
def test_training_goes_on_and_carries_the_mark(day: date, said: str) -> None:
    assert may_open_under(OLD, day, "training", None) == said
    assert may_open_under(NEW, DAY, "training", None) == "in-force"


def test_the_confirmation_keeps_person_day_and_basis() -> None:
    assert confirm(OLD, NEW, " 国办发〔2020〕42号 ", OFFICE, DAY) == Successor(
        "luzhou-2019-36", "national", "国办发〔2020〕42号", "30001", DAY
    )


def test_only_the_joint_conference_confirms() -> None:
    for role in ("clerk", "supervisor", "administrator", "catalogue-editor"):
        with pytest.raises(Refused, match=r"A18-1 duty\.missing"):
            confirm(OLD, NEW, "国办发〔2020〕42号", Person("1", (role,)), DAY)


@pytest.mark.parametrize(
    ("new", "basis", "code"),
    [
        (NEW, "  ", "pack.no-basis"),
        (OLD, "国办发〔2020〕42号", "pack.not-its-successor"),
        (replace(NEW, follows=""), "国办发〔2020〕42号", "pack.not-its-successor"),
        (replace(NEW, rules=()), "国办发〔2020〕42号", "pack.rule-missing"),
    ],
)
def test_what_is_no_whole_successor_is_not_confirmed(new: Pack, basis: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        confirm(OLD, new, basis, OFFICE, DAY)
    assert (refused.value.article, refused.value.code) == ("A25-1", code)
    assert refused.value.facts["number"] == (new if code == "pack.rule-missing" else OLD).number
    if code == "pack.not-its-successor":
        assert refused.value.facts["new"] == new.number


@given(st.dates(date(2019, 1, 1), date(2040, 1, 1)), st.dates(date(2019, 1, 1), date(2040, 1, 1)))
def test_no_live_case_opens_under_the_national_pack_before_its_confirmation(
    on: date, confirmed_on: date
) -> None:
    confirmed = replace(CONFIRMED, confirmed_on=confirmed_on)
    try:
        opened = may_open_under(NEW, on, "live", confirmed) == "in-force"
    except Refused:
        opened = False
    assert opened == (on >= max(confirmed_on, NEW.valid_from))
