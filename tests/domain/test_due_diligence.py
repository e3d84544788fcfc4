"""The five conditions of Art. 20 as a table of 32 rows."""

from itertools import product

import pytest

from app.domain.due_diligence import Box, Sheet, Verdict, appraise
from app.domain.false_commitment import Finding, Review
from tests.domain.refusals import refuses
from tests.domain.spans import at

NAMES = ("direction", "law", "procedure", "supervision", "diligence")
FALSE = Review("510502-T03-2026-000001", "P1", at(26, 10), Finding.FALSE, "10433", ("q1",))


def sheet(*holds: bool) -> Sheet:
    return Sheet(*(Box(one, ("5f",) if one else ()) for one in holds))


@pytest.mark.parametrize("holds", list(product([False, True], repeat=5)))
def test_only_all_five_exempt(holds: tuple[bool, ...]) -> None:
    verdict = appraise(sheet(*holds), FALSE, "纪检")
    missing = tuple(name for name, one in zip(NAMES, holds, strict=True) if not one)
    assert verdict == Verdict(holds == (True,) * 5, missing, "纪检")


@pytest.mark.parametrize("finding", [None, Finding.NOT_FALSE, Finding.CANNOT_TELL])
def test_without_a_false_commitment_there_is_no_verdict(finding: Finding | None) -> None:
    review = Review(FALSE.case_number, "P1", at(26, 10), finding)
    with refuses("A20-1", "diligence.no-finding", case=FALSE.case_number):
        appraise(sheet(*[True] * 5), review, "纪检")


@pytest.mark.parametrize("place", range(5))
def test_each_condition_that_holds_is_shown_by_evidence(place: int) -> None:
    boxes = [Box(True, () if place == at_place else ("5f",)) for at_place in range(5)]
    with refuses("A20-1", "diligence.no-evidence", condition=NAMES[place]):
        appraise(Sheet(*boxes), FALSE, "纪检")


def test_somebody_judges() -> None:
    with refuses("A20-1", "diligence.nobody"):
        appraise(sheet(*[True] * 5), FALSE, " ")
