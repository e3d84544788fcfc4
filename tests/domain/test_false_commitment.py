"""What a check finds after approval on commitment, and what may follow (No. 42, AMB-23)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.domain.bar import BarList, Entry, Ground, check
from app.domain.cases import Case, CaseState
from app.domain.catalogue import Way
from app.domain.false_commitment import (
    MAY_FOLLOW,
    Decision,
    Finding,
    Outcome,
    Review,
    bar_entry,
    decide,
    find,
    open_review,
)
from tests.domain.refusals import refuses
from tests.domain.spans import at

Make = Callable[..., Case]
OPENED = Review("510502-T03-2026-000001", "P1", at(26, 10))
EVIDENCE = ("inquiry:q1",)


def found(finding: Finding) -> Review:
    return find(OPENED, finding, by="10433", evidence=EVIDENCE)


def decision(outcome: Outcome) -> Decision:
    return Decision(outcome, "科长", "国办发〔2020〕42号", at(27, 10), date(2026, 12, 4))


def decided(*outcomes: Outcome) -> Review:
    review = found(Finding.FALSE)
    for outcome in outcomes:
        review = decide(review, decision(outcome))
    return review


@pytest.mark.parametrize("state", CaseState)
def test_a_review_is_opened_only_after_approval(case_with: Make, state: CaseState) -> None:
    case = case_with(Way.COMMITMENT, Way.INQUIRY, state=state)
    if state is CaseState.APPROVED:
        assert open_review(case, "P1", at(26, 10)) == OPENED
        assert (OPENED.finding, OPENED.found_by, OPENED.evidence) == (None, "", ())
        return
    with refuses("No.42", "finding.nothing-approved", case=case.number):
        open_review(case, "P1", at(26, 10))


def test_a_review_is_of_what_was_committed_to(case_with: Make) -> None:
    case = case_with(Way.COMMITMENT, Way.INQUIRY, state=CaseState.APPROVED)
    for proof in ("P2", "P3"):
        with refuses("No.42", "finding.nothing-approved", case=case.number):
            open_review(case, proof, at(26, 10))


def test_a_finding_has_evidence_and_a_name() -> None:
    review = found(Finding.FALSE)
    assert (review.finding, review.found_by, review.evidence) == (
        Finding.FALSE,
        "10433",
        EVIDENCE,
    )
    with refuses("No.42", "finding.no-evidence", missing="evidence"):
        find(OPENED, Finding.FALSE, by="10433", evidence=())
    with refuses("No.42", "finding.no-evidence", missing="by"):
        find(OPENED, Finding.FALSE, by="", evidence=EVIDENCE)


def test_a_doubt_may_be_settled_and_a_finding_stands() -> None:
    doubt = found(Finding.CANNOT_TELL)
    assert find(doubt, Finding.NOT_FALSE, by="10433", evidence=EVIDENCE).finding is (
        Finding.NOT_FALSE
    )
    for finding in (Finding.FALSE, Finding.NOT_FALSE):
        with refuses("No.42", "finding.found-already", finding=str(finding)):
            find(found(finding), Finding.CANNOT_TELL, by="10433", evidence=EVIDENCE)


FIRST = [outcome for outcome in Outcome if outcome is not Outcome.REPAIR]


@pytest.mark.parametrize("finding", [None, *Finding])
@pytest.mark.parametrize("outcome", FIRST)
def test_only_a_false_commitment_has_consequences(
    finding: Finding | None, outcome: Outcome
) -> None:
    review = found(finding) if finding else OPENED
    if finding is Finding.FALSE:
        assert decide(review, decision(outcome)).decisions == (decision(outcome),)
        return
    with refuses("No.42", "finding.outcome", outcome=str(outcome)):
        decide(review, decision(outcome))


def test_every_finding_has_its_row_and_the_outcomes_are_those_of_the_notice() -> None:
    assert set(MAY_FOLLOW) == set(Finding)
    assert [str(outcome) for outcome in Outcome] == [
        "stop",
        "correct-in-time",
        "revoke",
        "penalise",
        "credit-record",
        "repair",
    ]


def test_a_consequence_is_decided_by_somebody_on_a_basis_and_once() -> None:
    for field, missing in {"by": "by", "basis": "basis"}.items():
        with refuses("No.42", "finding.no-decider", missing=missing):
            decide(found(Finding.FALSE), replace(decision(Outcome.STOP), **{field: ""}))
    with refuses("No.42", "finding.outcome", outcome="stop"):
        decide(decided(Outcome.STOP), decision(Outcome.STOP))


def test_a_correction_has_its_day() -> None:
    with refuses("No.42", "finding.no-day"):
        decide(found(Finding.FALSE), replace(decision(Outcome.CORRECT), until=None))
    decide(found(Finding.FALSE), replace(decision(Outcome.STOP), until=None))


def test_only_a_record_is_repaired() -> None:
    for review in (found(Finding.FALSE), decided(Outcome.STOP)):
        with refuses("No.42", "finding.nothing-to-repair"):
            decide(review, decision(Outcome.REPAIR))


def test_a_record_is_repaired_after_it_was_made() -> None:
    recorded = decided(Outcome.CREDIT_RECORD)
    with refuses("No.42", "finding.nothing-to-repair"):
        decide(recorded, replace(decision(Outcome.REPAIR), at=at(27, 9, 59)))
    decide(recorded, replace(decision(Outcome.REPAIR), at=at(27, 10)))


@pytest.mark.parametrize("finding", Finding)
def test_no_finding_puts_anybody_on_a_list_by_itself(finding: Finding) -> None:
    assert bar_entry(found(finding)) is None
    assert bar_entry(OPENED) is None


def test_only_a_decided_record_becomes_a_bar() -> None:
    others = [outcome for outcome in FIRST if outcome is not Outcome.CREDIT_RECORD]
    assert bar_entry(decided(*others)) is None
    entry = Entry(Ground.FALSE_COMMITMENT, date(2026, 11, 27), None)
    assert bar_entry(decided(Outcome.STOP, Outcome.CREDIT_RECORD)) == entry


def test_the_bar_lasts_from_the_decision_until_the_repair() -> None:
    repaired = decide(
        decided(Outcome.CREDIT_RECORD), replace(decision(Outcome.REPAIR), at=at(30, 9))
    )
    entry = bar_entry(repaired)
    assert entry == Entry(Ground.FALSE_COMMITMENT, date(2026, 11, 27), date(2026, 11, 30))
    barred = [day for day in range(26, 31) if check(BarList(at(25), {"k1": (entry,)}), "k1",
                                                    at(day, 12), 999).barred]  # fmt: skip
    assert barred == [27, 28, 29]
