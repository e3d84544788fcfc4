"""Approve now, or verify first (Art. 8): open checks, the gate, and what follows afterwards."""

from dataclasses import replace
from datetime import date

from app.domain.cases import Case, FollowUp, Plan
from app.domain.catalogue import Way
from app.domain.clocks import three_days
from app.domain.office_hours import Calendar
from app.errors import Refused

# Ways that end in somebody looking something up; the others are settled at the counter.
LOOKED_UP = frozenset({Way.DATA_SHARING, Way.INQUIRY, Way.INVESTIGATION})


def open_checks(case: Case) -> tuple[Plan, ...]:
    """What must be verified before approval.

    Excepted matters: everything not settled at the counter (A8-1), a commitment does not unlock it
    (AMB-12). Others: nothing once something was committed to (A8-2); where nothing is, because the
    applicant refused or no way of the ladder is commitment, the look-ups come first (A14-1).
    """
    if case.verify_first:
        return _unchecked(case, LOOKED_UP | {Way.COMMITMENT})
    if _committed(case):
        return ()
    return _unchecked(case, LOOKED_UP)


def checks_first(case: Case) -> bool:
    """Whether the case had to wait when it was sealed; the same before and after the checks."""
    return bool(open_checks(replace(case, checked=())))


def may_approve(case: Case) -> None:
    """Refused while a check is open, with the list of open checks."""
    still = open_checks(case)
    if still:
        article = "A8-1" if case.verify_first else "A14-1"
        names = "、".join(plan.proof_name for plan in still)
        raise Refused(article, "case.open-checks", proofs=names, count=len(still))


def follow_ups(case: Case, signed: date, calendar: Calendar, days: int) -> tuple[FollowUp, ...]:
    """What is looked up after approval on commitment, within the days of the pack (A8-3)."""
    if case.verify_first or not _committed(case):
        return ()
    due = three_days(signed, calendar, days)
    return tuple(
        FollowUp(plan.proof_code, due.day.isoformat(), due.provisional, plan.step.afterwards)
        for plan in _unchecked(case, LOOKED_UP | {Way.COMMITMENT})
    )


def _committed(case: Case) -> bool:
    return any(plan.way is Way.COMMITMENT for plan in case.plans)


def _unchecked(case: Case, ways: frozenset[Way]) -> tuple[Plan, ...]:
    return tuple(
        plan for plan in case.plans if plan.way in ways and plan.proof_code not in case.checked
    )
