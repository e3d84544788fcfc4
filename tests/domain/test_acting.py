"""Who may sign a commitment: the person, a guardian, a firm's authorised person (AMB-10)."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.acting import Capacity, Firm, Power, Signer, firm_signs, person_signs
from app.domain.people import Applicant
from tests.domain.conftest import APPLICANT
from tests.domain.refusals import refuses

TODAY = date(2026, 11, 23)
SELF = Signer(APPLICANT.name, APPLICANT.number)
CHILD = replace(APPLICANT, birth="2010-06-01", number="510502201006010012")
MOTHER = Signer("王芳", "51050219880312002X", Capacity.GUARDIAN, basis="5f" * 32)


def test_the_person_signs() -> None:
    assert (SELF.capacity, SELF.basis, SELF.power) == (Capacity.SELF, "", None)
    person_signs(APPLICANT, SELF, TODAY)
    person_signs(APPLICANT, replace(SELF, number="51050219880312002x "), TODAY)


@pytest.mark.parametrize(
    "signer",
    [
        Signer("张三", "510502197001010018"),
        Signer("张三", ""),
        replace(SELF, capacity=Capacity.AUTHORISED),
        replace(SELF, capacity=Capacity.GUARDIAN, basis="5f"),
        replace(MOTHER, number="510502197001010018"),
    ],
)
def test_nobody_signs_for_a_grown_up_who_can(signer: Signer) -> None:
    with refuses("A8-6", "commit.not-the-person"):
        person_signs(APPLICANT, signer, TODAY)


def test_two_people_without_a_number_are_not_the_same_one() -> None:
    with refuses("A8-6", "commit.not-the-person"):
        person_signs(replace(APPLICANT, number=""), replace(SELF, number=""), TODAY)


@pytest.mark.parametrize(("who", "incapable"), [(CHILD, False), (APPLICANT, True), (CHILD, True)])
def test_a_guardian_signs_for_a_minor_or_incapable_person(who: Applicant, incapable: bool) -> None:
    mother = replace(MOTHER, number="510502197001010018")
    person_signs(who, mother, TODAY, incapable=incapable)
    with refuses("A8-6", "commit.needs-guardian"):
        person_signs(who, Signer(who.name, who.number), TODAY, incapable=incapable)
    with refuses("A8-6", "commit.needs-guardian"):
        own = Signer(who.name, who.number, Capacity.GUARDIAN, "5f")
        person_signs(who, own, TODAY, incapable=incapable)
    with refuses("A8-6", "commit.needs-guardian"):
        agent = replace(mother, capacity=Capacity.AUTHORISED)
        person_signs(who, agent, TODAY, incapable=incapable)
    with refuses("A8-6", "commit.guardian-not-shown"):
        person_signs(who, replace(mother, basis=" "), TODAY, incapable=incapable)


@pytest.mark.parametrize(
    "number", ["510502201006010012", "510502200811240019", "", "H01234567", "51050219880312"]
)
def test_a_guardian_is_a_grown_up_with_a_known_number(number: str) -> None:
    other = replace(CHILD, number="510502201206010018")
    with refuses("A8-6", "commit.guardian-minor"):
        person_signs(other, replace(MOTHER, number=number), TODAY)


def test_eighteen_is_grown_up_for_both() -> None:
    person_signs(CHILD, replace(MOTHER, number="510502200811230017"), TODAY)
    young = replace(APPLICANT, birth="2008-11-23")
    person_signs(young, SELF, TODAY)
    with refuses("A8-6", "commit.needs-guardian"):
        person_signs(replace(young, birth="2008-11-24"), SELF, TODAY)


FIRM = Firm("训练·江阳某公司", "91440300708461136T")
POWER = Power(FIRM.credit_code, SELF.number, date(2026, 1, 1), date(2026, 12, 31), "5f" * 32)
CLERK = replace(SELF, capacity=Capacity.AUTHORISED, power=POWER)


def test_a_firms_authorised_person_signs_with_the_power_on_file() -> None:
    firm_signs(FIRM, CLERK, TODAY)
    firm_signs(FIRM, CLERK, date(2026, 1, 1))
    firm_signs(FIRM, CLERK, date(2026, 12, 31))


@pytest.mark.parametrize(
    "signer",
    [
        SELF,
        replace(CLERK, power=None),
        replace(CLERK, capacity=Capacity.SELF),
        replace(CLERK, capacity=Capacity.GUARDIAN),
    ],
)
def test_nobody_signs_for_a_firm_without_its_power(signer: Signer) -> None:
    with refuses("A8-6", "commit.no-power", firm=FIRM.name):
        firm_signs(FIRM, signer, TODAY)


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_a_power_has_its_days(day: date) -> None:
    with refuses("A8-6", "commit.power-not-valid", last="2026-12-31"):
        firm_signs(FIRM, CLERK, day)


def test_a_power_is_of_this_firm_for_this_person_and_on_file() -> None:
    with refuses("A8-6", "commit.other-power", firm=FIRM.name):
        firm_signs(FIRM, replace(CLERK, number="510502197001010018"), TODAY)
    other = replace(POWER, credit_code="91110108551385082Q")
    with refuses("A8-6", "commit.other-power"):
        firm_signs(FIRM, replace(CLERK, power=other), TODAY)
    with refuses("A8-6", "commit.power-not-on-file"):
        firm_signs(FIRM, replace(CLERK, power=replace(POWER, evidence="")), TODAY)


def test_a_firm_has_a_code_that_can_be_right() -> None:
    with refuses("A8-6", "commit.firm-unknown", firm=FIRM.name):
        firm_signs(replace(FIRM, credit_code="91440300708461137T"), CLERK, TODAY)
