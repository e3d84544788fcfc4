"""Time the platform itself was down is nobody's delay (A6-3); a unit's own outage is only told."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.clocks import DueAt
from app.domain.office_time import Opening, Span, onward, open_spans, total, within, without

PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Outage:
    """Something was down; `whose` is the platform or a unit's code. No end: it still is."""

    whose: str
    start: datetime
    end: datetime | None = None

    def span(self, now: datetime) -> Span:
        return Span(self.start, now if self.end is None else self.end)


def not_charged(outages: Collection[Outage], now: datetime) -> tuple[Span, ...]:
    """The spans that count for nobody: the platform's, never a unit's own (A6-3)."""
    return tuple(outage.span(now) for outage in outages if outage.whose == PLATFORM)


def extended(due: DueAt, delivered: datetime, down: Collection[Span], opening: Opening) -> DueAt:
    """The due moment, later by the open time between delivery and due that was down (A6-3)."""
    lost = _lost(Span(delivered, due.at), down, opening)
    return replace(due, at=_after(due.at, lost, down, opening)) if lost else due


def told(outages: Collection[Outage], unit: str, frame: Span) -> timedelta:
    """How long the asked unit's own system was down: in the report, not in the clock (AMB-26)."""
    own = (outage.span(frame.end) for outage in outages if outage.whose == unit)
    return total(within(own, frame))


def _lost(frame: Span, down: Collection[Span], opening: Opening) -> timedelta:
    spans = open_spans(frame, opening)
    return total(spans) - total(without(spans, down))


def _after(start: datetime, left: timedelta, down: Collection[Span], opening: Opening) -> datetime:
    """The moment at which `left` of open time that is not down has passed."""
    usable = (part for span in onward(start, opening) for part in without((span,), down))
    part = next(usable)
    while left > part.length:
        left -= part.length
        part = next(usable)
    return part.start + left
