"""The checks after approval on commitment: day by day, who was late, when all are done (Art. 8)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from app.domain.cases import Case, FollowUp
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Check:
    """One check under way: `asked` is the unit that was asked, empty when the department looks."""

    follow_up: FollowUp
    signed: date
    asked: str = ""
    answered_on: date | None = None
    done_on: date | None = None

    @property
    def due(self) -> date:
        return date.fromisoformat(self.follow_up.due)


def stage(check: Check, today: date, warn_days: int) -> str:
    """ "done", "overdue", "warn" from that day after the signature, or "running" (A8-3, AMB-07)."""
    if check.done_on is not None:
        return "done"
    if today > check.due:
        return "overdue"
    return "warn" if (today - check.signed).days >= warn_days else "running"


def late_unit(check: Check, department: str, today: date) -> str:
    """Who kept the three days waiting, or "": the asked unit first, they bind both (AMB-08)."""
    if check.asked and (check.answered_on or today) > check.due:
        return check.asked
    return department if (check.done_on or today) > check.due else ""


def may_close(case: Case, checks: Collection[Check]) -> None:
    """Refused while a check of the case is not done, with the proofs it is about (A8-3)."""
    done = {each.follow_up.proof_code for each in checks if each.done_on is not None}
    names = {plan.proof_code: plan.proof_name for plan in case.plans}
    still = [each.proof_code for each in case.follow_ups if each.proof_code not in done]
    if still:
        proofs = "、".join(names[code] for code in still)
        raise Refused("A8-3", "case.open-follow-ups", proofs=proofs, count=len(still))
