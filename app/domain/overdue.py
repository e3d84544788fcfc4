"""An answer that is due and not there: colours, the report to the joint conference (Art. 12)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.clocks import DueAt, service_minutes
from app.domain.forms import complete
from app.domain.inquiries import Inquiry
from app.domain.office_time import Span, next_opening, open_spans, total
from app.domain.tiers import Terms, Tier
from app.errors import Refused


def colour(tier: Tier, due: DueAt, now: datetime, terms: Terms) -> str:
    """ "green"; "yellow" in the last minutes the pack names, office time; "red" after (A10-1)."""
    if now > due.at:
        return "red"
    left = total(open_spans(Span(now, due.at), terms.opening))
    return "yellow" if left <= terms.yellow[tier] else "green"


class ReportState(StrEnum):
    """A report is drafted by itself; then it goes out or somebody says why not."""

    DRAFTED = "drafted"
    SENT = "sent"
    STOPPED = "stopped"
    CLOSED = "closed"


class Move(StrEnum):
    SEND = "send"
    STOP = "stop"
    CLOSE = "close"


MOVES: Mapping[tuple[ReportState, Move], ReportState] = {
    (ReportState.DRAFTED, Move.SEND): ReportState.SENT,
    (ReportState.DRAFTED, Move.STOP): ReportState.STOPPED,
    (ReportState.SENT, Move.CLOSE): ReportState.CLOSED,
}


@dataclass(frozen=True, slots=True)
class Investigation:
    """What the joint conference must organise on every report (A12-2)."""

    file: str
    units: tuple[str, ...]
    findings: str
    result: str
    opened_at: datetime
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """The approval department's report about one overdue inquiry (A12-1)."""

    inquiry_id: str
    case_number: str
    asked: str
    due: datetime
    drafted_at: datetime
    goes_at: datetime  # by itself, unless stopped before
    own_outage: timedelta = timedelta(0)  # the asked unit's own, told and not charged (AMB-26)
    state: ReportState = ReportState.DRAFTED
    sent_at: datetime | None = None
    stopped_because: str = ""
    investigation: Investigation | None = None


def draft(
    inquiry: Inquiry,
    due: DueAt,
    at: datetime,
    terms: Terms,
    *,
    own_outage: timedelta = timedelta(0),
) -> Report:
    """The report, ready as soon as the inquiry is late (A12-1); refused before."""
    if not inquiry.late:
        raise Refused("A12-1", "report.not-overdue", id=inquiry.id)
    goes_at = grace_end(inquiry.tier, due, terms)
    return Report(inquiry.id, inquiry.case_number, inquiry.asked, due.at, at, goes_at, own_outage)


def grace_end(tier: Tier, due: DueAt, terms: Terms) -> datetime:
    """The pack's office minutes after the due moment for tier 1, the next opening for others."""
    if tier is Tier.DATABASE:
        return service_minutes(due.at, terms.grace_minutes, terms.calendar, terms.hours).at
    return next_opening(due.at, terms.opening)


def goes_now(report: Report, now: datetime) -> bool:
    """Nobody stopped it in time: it goes out by itself (A12-1)."""
    return report.state is ReportState.DRAFTED and now >= report.goes_at


def send(report: Report, at: datetime) -> Report:
    """To the joint conference's office, by itself or by a click before."""
    return replace(_moved(report, Move.SEND), sent_at=at)


def stop(report: Report, reason: str) -> Report:
    """The department says why there is nothing to report; the reason is kept (A12-1)."""
    complete("A12-1", "report.no-reason", reason=reason)
    return replace(_moved(report, Move.STOP), stopped_because=reason)


def close(report: Report, file: Investigation | None) -> Report:
    """Refused without an investigation file that names units, findings and result (A12-2)."""
    after = _moved(report, Move.CLOSE)
    if file is None:
        raise Refused("A12-2", "report.no-investigation", id=report.inquiry_id)
    complete(
        "A12-2",
        "report.investigation-incomplete",
        file=file.file,
        units=file.units,
        findings=file.findings,
        result=file.result,
    )
    return replace(after, investigation=file)


def unreported(inquiries: Collection[Inquiry], reports: Collection[Report]) -> tuple[str, ...]:
    """Late inquiries with neither report nor draft: none may be dropped in silence (A12-1)."""
    known = {report.inquiry_id for report in reports}
    return tuple(one.id for one in inquiries if one.late and one.id not in known)


def _moved(report: Report, act: Move) -> Report:
    state = MOVES.get((report.state, act))
    if state is None:
        raise Refused("A12-1", "report.move", act=str(act), state=str(report.state))
    return replace(report, state=state)
