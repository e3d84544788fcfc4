"""Inquiry and answer between departments (协查; Art. 9-11): what may be asked, and how it ends."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain import tiers
from app.domain.arrangements import Arrangement, check_arrangement, check_fields
from app.domain.clocks import Due, DueAt
from app.domain.forms import complete
from app.domain.office_time import Span
from app.domain.tiers import Change, Terms, Tier
from app.errors import Refused


class InquiryState(StrEnum):
    """late: due and not answered; answered-late keeps the mark for good (A10-1)."""

    SENT = "sent"
    DELIVERED = "delivered"
    OPENED = "opened"
    LATE = "late"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered-late"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What happens to an inquiry."""

    DELIVER = "deliver"
    OPEN = "open"
    RUN_OUT = "run-out"
    ANSWER = "answer"
    WITHDRAW = "withdraw"


MOVES: Mapping[tuple[InquiryState, Move], InquiryState] = {
    (InquiryState.SENT, Move.DELIVER): InquiryState.DELIVERED,
    (InquiryState.SENT, Move.WITHDRAW): InquiryState.WITHDRAWN,
    (InquiryState.DELIVERED, Move.OPEN): InquiryState.OPENED,
    (InquiryState.DELIVERED, Move.RUN_OUT): InquiryState.LATE,
    (InquiryState.DELIVERED, Move.ANSWER): InquiryState.ANSWERED,
    (InquiryState.DELIVERED, Move.WITHDRAW): InquiryState.WITHDRAWN,
    (InquiryState.OPENED, Move.RUN_OUT): InquiryState.LATE,
    (InquiryState.OPENED, Move.ANSWER): InquiryState.ANSWERED,
    (InquiryState.OPENED, Move.WITHDRAW): InquiryState.WITHDRAWN,
    (InquiryState.LATE, Move.OPEN): InquiryState.LATE,
    (InquiryState.LATE, Move.ANSWER): InquiryState.ANSWERED_LATE,
    (InquiryState.LATE, Move.WITHDRAW): InquiryState.WITHDRAWN,
}
RUNNING = frozenset({InquiryState.DELIVERED, InquiryState.OPENED})


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One question to one unit about one proof of one case. Times are only ever added."""

    id: str
    case_number: str
    proof_code: str
    asking: str
    asked: str
    fields: tuple[str, ...]
    purpose: str
    inquiry_template: str
    feedback_template: str
    tier: Tier
    sent_at: datetime
    state: InquiryState = InquiryState.SENT
    why_incomplete: str = ""
    follow_up: Due | None = None  # the three days, after approval on commitment (AMB-08)
    delivered_at: datetime | None = None
    opened_at: datetime | None = None
    answered_at: datetime | None = None
    answer: tuple[tuple[str, str], ...] = ()
    change: Change | None = None
    late: bool = False
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""


def ask(
    arrangement: Arrangement,
    *,
    id: str,
    case_number: str,
    fields: Collection[str],
    purpose: str,
    at: datetime,
    follow_up: Due | None = None,
) -> Inquiry:
    """A new inquiry under an arrangement; refused when the law wants more, or less, in it."""
    complete("A18-1", "inquiry.no-purpose", case=case_number, purpose=purpose)
    check_arrangement(arrangement)
    check_fields(arrangement, fields)
    return Inquiry(
        id,
        case_number,
        arrangement.proof_code,
        arrangement.asking,
        arrangement.asked,
        tuple(sorted(fields)),
        purpose,
        arrangement.inquiry_template,
        arrangement.feedback_template,
        arrangement.tier,
        at,
        why_incomplete=arrangement.why_incomplete,
        follow_up=follow_up,
    )


def deliver(inquiry: Inquiry, at: datetime) -> Inquiry:
    """It is in the asked unit's inbox: the clock starts, and never starts anew (AMB-04)."""
    return _moved(inquiry, Move.DELIVER, at, delivered_at=at)


def open_(inquiry: Inquiry, at: datetime) -> Inquiry:
    """Somebody of the asked unit looked at it; shown, and no clock minds (AMB-04)."""
    first = inquiry.opened_at or at
    return _moved(inquiry, Move.OPEN, at, opened_at=first)


def due(inquiry: Inquiry, terms: Terms, down: Collection[Span] = ()) -> DueAt:
    """When it is due: from delivery, by its tier of now, before the end of the three days."""
    if inquiry.delivered_at is None:
        raise Refused("A10-1", "inquiry.not-delivered", id=inquiry.id)
    return tiers.due(
        inquiry.tier, inquiry.delivered_at, terms, follow_up=inquiry.follow_up, down=down
    )


def pass_due(inquiry: Inquiry, at: datetime, running: DueAt) -> Inquiry:
    """The same inquiry, marked late when its due moment has passed without an answer (A10-1)."""
    if inquiry.state not in RUNNING or at <= running.at:
        return inquiry
    return _moved(inquiry, Move.RUN_OUT, at, late=True)


def answer(inquiry: Inquiry, at: datetime, running: DueAt, found: Mapping[str, str]) -> Inquiry:
    """The feedback: only what was asked (A11-1), and late when it is late (A10-1)."""
    if not found or not set(found) <= set(inquiry.fields):
        others = ", ".join(sorted(set(found) - set(inquiry.fields)))
        raise Refused("A11-1", "inquiry.answer-fields", fields=others)
    inquiry = pass_due(inquiry, at, running)
    return _moved(inquiry, Move.ANSWER, at, answered_at=at, answer=tuple(sorted(found.items())))


def withdraw(inquiry: Inquiry, at: datetime, running: DueAt | None, reason: str) -> Inquiry:
    """The asking unit needs no answer any more; what was late by then stays late (A12-1)."""
    complete("A12-1", "inquiry.no-reason", reason=reason)
    if running is not None:
        inquiry = pass_due(inquiry, at, running)
    elif inquiry.state in RUNNING:
        raise ValueError("a running inquiry has a due moment")
    return _moved(inquiry, Move.WITHDRAW, at, withdrawn_at=at, withdrawn_because=reason)


def change_tier(
    inquiry: Inquiry, after: Tier, running: DueAt, *, reason: str, by: str, at: datetime
) -> Inquiry:
    """A slower tier, once; the start stays where it was (A10-4, AMB-06)."""
    if inquiry.state not in RUNNING:
        raise Refused("A10-4", "tier.not-running", state=str(inquiry.state))
    if inquiry.change is not None:
        raise Refused("A10-4", "tier.changed-already", tier=str(inquiry.tier))
    asked = Change(inquiry.tier, after, reason, by, at)
    tiers.may_change(asked, running)
    return replace(inquiry, tier=after, change=asked)


def _moved(inquiry: Inquiry, act: Move, at: datetime, **changes: object) -> Inquiry:
    state = MOVES.get((inquiry.state, act))
    if state is None:
        raise Refused("A10-1", "inquiry.move", act=str(act), state=str(inquiry.state))
    if at < (inquiry.delivered_at or inquiry.sent_at):
        raise Refused("A10-1", "inquiry.before-start", act=str(act))
    return replace(inquiry, state=state, **changes)  # type: ignore[arg-type]
