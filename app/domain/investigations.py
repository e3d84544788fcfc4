"""The department looks for itself: the task, the record of the visit, what it settles (Art. 14)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.cases import Case, CaseState, Plan
from app.domain.catalogue import ProofRule, Way
from app.domain.forms import complete
from app.domain.ladder import plan
from app.errors import Refused

TWO = 2  # officers who go: one alone records nothing
# While the case runs, and after an approval on commitment (A8-3).
RUNNING = frozenset({CaseState.OPEN, CaseState.WAITING, CaseState.APPROVED})
OTHER_WAYS = frozenset(Way) - {Way.COMMITMENT}


class Finding(StrEnum):
    """What was found about the fact."""

    AS_STATED = "as-stated"
    DIFFERS = "differs"  # Art. 15 before the decision, a review after it (AMB-23)
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Order:
    """Somebody is to find out one fact that a proof of the case used to say."""

    case_number: str
    proof_code: str
    question: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Visit:
    """The record of a visit; `evidence` are digests of photographs, notes, statements."""

    order: Order
    officers: tuple[str, ...]
    at: datetime
    place: str
    found: str
    finding: Finding
    evidence: tuple[str, ...]


def order(case: Case, proof_code: str, question: str, *, by: str, on: date) -> Order:
    """A task for a visit, about a proof of a case that still runs (A14-1)."""
    complete("A14-1", "investigation.no-question", question=question, by=by)
    if proof_code not in {each.proof_code for each in case.plans}:
        raise Refused("A14-1", "investigation.no-such-proof", proof=proof_code)
    if case.state not in RUNNING:
        raise Refused("A14-1", "investigation.case-over", state=str(case.state))
    return Order(case.number, proof_code, question, by, on)


def record(visit: Visit) -> Visit:
    """A record that may be kept: two officers, when, where, what, and the evidence (A14-1)."""
    complete(
        "A14-1",
        "investigation.incomplete",
        place=visit.place,
        found=visit.found,
        evidence=[each for each in visit.evidence if each.strip()],
    )
    went = {each.strip() for each in visit.officers} - {""}
    if len(went) < TWO:
        raise Refused("A14-1", "investigation.two-officers", count=len(went))
    if visit.at.date() < visit.order.on:
        raise Refused("A14-1", "investigation.before-order", on=visit.order.on.isoformat())
    return visit


def settles(visit: Visit) -> bool:
    """Is the fact known now, one way or the other? What was not found is not settled (A14-1)."""
    return visit.finding is not Finding.NOT_FOUND


def checked(case: Case, visit: Visit) -> Case:
    """The case with the proof checked; only for a fact found as stated (A14-1, A8-1)."""
    record(visit)
    if visit.order.case_number != case.number:
        raise Refused("A14-1", "investigation.other-case", case=case.number)
    if visit.finding is not Finding.AS_STATED:
        raise Refused("A14-1", "investigation.not-settled", finding=str(visit.finding))
    return replace(case, checked=tuple(dict.fromkeys((*case.checked, visit.order.proof_code))))


def fall_back(case: Case, rule: ProofRule, *, barred: bool, on: date) -> Plan:
    """When the visit gives nothing: the commitment, where it is allowed (A14-1).

    Never in a verify-first matter (AMB-12), for somebody barred or unwilling, or without a
    commitment that was published for it. Refused then; the department goes on looking.
    """
    found = plan(
        rule,
        excepted=case.verify_first,
        commitment_refused=case.commitment_refused,
        barred=barred,
        on=on,
        failed=OTHER_WAYS,
    )
    if found.way is not Way.COMMITMENT:
        why = dict(found.passed_over).get(Way.COMMITMENT, "not-published")
        raise Refused("A14-1", "investigation.no-commitment", proof=rule.proof.name, why=why)
    return found
