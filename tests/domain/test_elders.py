"""From sixty on, whether it is the person's own will is asked before a commitment counts."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.elders import ASKED_IN, ELDER, OwnWill, check_own_will, must_be_asked
from app.reference import Reference
from tests.domain.conftest import APPLICANT
from tests.domain.refusals import refuses
from tests.domain.spans import at

SIGNED = at(23, 10)
TODAY = SIGNED.date()
OLD = replace(APPLICANT, birth="1966-11-23")  # sixty today
YES = OwnWill(True, "10432", at(23, 9, 50))
MATTER = ("major-property",)


@pytest.mark.parametrize(
    ("birth", "asked"),
    [("1966-11-23", True), ("1966-11-24", False), ("1940-01-01", True), ("", True)],
)
def test_from_sixty_on_it_is_asked(birth: str, asked: bool) -> None:
    assert ELDER == 60
    assert must_be_asked(replace(OLD, birth=birth), MATTER, TODAY) is asked
    if asked:
        with refuses("Elderly.55", "elder.not-asked"):
            check_own_will(replace(OLD, birth=birth), MATTER, SIGNED, None)
    else:
        check_own_will(replace(OLD, birth=birth), MATTER, SIGNED, None)


@pytest.mark.parametrize(
    ("categories", "asked"),
    [
        (("personal-relations",), True),
        (("major-property",), True),
        (("environment", "major-property"), True),
        (("environment", "work-safety", "fiscal-funds", "social-security-funds"), False),
        ((), False),
    ],
)
def test_it_is_asked_in_personal_and_property_matters(
    categories: tuple[str, ...], asked: bool
) -> None:
    assert must_be_asked(OLD, categories, TODAY) is asked


def test_the_tags_are_those_of_the_pack(reference: Reference) -> None:
    assert set(reference.pack.categories) >= ASKED_IN


def test_the_answer_is_yes_and_given_before_the_signature() -> None:
    check_own_will(OLD, MATTER, SIGNED, YES)
    check_own_will(OLD, MATTER, SIGNED, replace(YES, at=SIGNED))
    with refuses("Elderly.55", "elder.asked-late"):
        check_own_will(OLD, MATTER, SIGNED, replace(YES, at=at(23, 10, 1)))
    with refuses("Elderly.55", "elder.not-own-will"):
        check_own_will(OLD, MATTER, SIGNED, replace(YES, own_will=False))
    with refuses("Elderly.55", "elder.nobody", missing="asked_by"):
        check_own_will(OLD, MATTER, SIGNED, replace(YES, asked_by=" "))


def test_the_age_is_that_of_the_day_of_signing() -> None:
    check_own_will(replace(OLD, birth="1966-11-24"), MATTER, SIGNED, None)
    with refuses("Elderly.55", "elder.not-asked"):
        check_own_will(replace(OLD, birth="1966-11-24"), MATTER, at(24), None)
    assert must_be_asked(OLD, MATTER, date(2026, 11, 22)) is False
