"""What a check finds after approval on commitment, and what may follow (No. 42, AMB-23)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.bar import Entry, Ground
from app.domain.cases import Case, CaseState
from app.domain.catalogue import Way
from app.domain.forms import complete
from app.errors import Refused


class Finding(StrEnum):
    """What the check says about the commitment."""

    FALSE = "false"
    NOT_FALSE = "not-false"
    CANNOT_TELL = "cannot-tell"


class Outcome(StrEnum):
    """What No. 42 provides for; each is decided by somebody, none comes by itself."""

    STOP = "stop"
    CORRECT = "correct-in-time"
    REVOKE = "revoke"
    PENALISE = "penalise"
    CREDIT_RECORD = "credit-record"
    REPAIR = "repair"


MAY_FOLLOW: Mapping[Finding, frozenset[Outcome]] = {
    Finding.FALSE: frozenset(Outcome),
    Finding.NOT_FALSE: frozenset(),
    Finding.CANNOT_TELL: frozenset(),  # looked into further; nobody is judged on a doubt
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One outcome: who decided it, on which basis; `until` is the day for a correction."""

    outcome: Outcome
    by: str
    basis: str
    at: datetime
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The review of one commitment of one approved case."""

    case_number: str
    proof_code: str
    opened_at: datetime
    finding: Finding | None = None
    found_by: str = ""
    evidence: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def decided(self, outcome: Outcome) -> bool:
        return any(one.outcome is outcome for one in self.decisions)


def open_review(case: Case, proof_code: str, at: datetime) -> Review:
    """Only after approval and only of what was committed to; before, it is Art. 15 (AMB-23).

    Art. 8 ends with the check; what may follow from it stands in No. 42, which is named here.
    """
    committed = {plan.proof_code for plan in case.plans if plan.way is Way.COMMITMENT}
    if case.state is not CaseState.APPROVED or proof_code not in committed:
        raise Refused("No.42", "finding.nothing-approved", case=case.number)
    return Review(case.number, proof_code, at)


def find(review: Review, finding: Finding, *, by: str, evidence: tuple[str, ...]) -> Review:
    """What was found, with evidence, once; a doubt may be settled later."""
    if review.finding not in (None, Finding.CANNOT_TELL):
        raise Refused("No.42", "finding.found-already", finding=str(review.finding))
    complete("No.42", "finding.no-evidence", by=by, evidence=evidence)
    return replace(review, finding=finding, found_by=by, evidence=evidence)


def decide(review: Review, decision: Decision) -> Review:
    """An outcome the finding allows, decided by a named person on a named basis."""
    complete("No.42", "finding.no-decider", by=decision.by, basis=decision.basis)
    allowed = MAY_FOLLOW[review.finding] if review.finding else frozenset()
    if decision.outcome not in allowed or review.decided(decision.outcome):
        raise Refused("No.42", "finding.outcome", outcome=str(decision.outcome))
    _fits(review, decision)
    return replace(review, decisions=(*review.decisions, decision))


def bar_entry(review: Review) -> Entry | None:
    """The bar of a decided credit record, from the day of the decision until the repair's.

    A false commitment by itself puts nobody on a list: somebody must have decided it.
    """
    days = {one.outcome: one.at.date() for one in review.decisions}
    since = days.get(Outcome.CREDIT_RECORD)
    if since is None:
        return None
    return Entry(Ground.FALSE_COMMITMENT, since, days.get(Outcome.REPAIR))


def _fits(review: Review, decision: Decision) -> None:
    """A correction has its day; a repair has a record made before it."""
    if decision.outcome is Outcome.CORRECT:
        complete("No.42", "finding.no-day", until=decision.until)
    records = (one.at for one in review.decisions if one.outcome is Outcome.CREDIT_RECORD)
    if decision.outcome is Outcome.REPAIR and all(decision.at < at for at in records):
        raise Refused("No.42", "finding.nothing-to-repair")
