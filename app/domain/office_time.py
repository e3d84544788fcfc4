"""Arithmetic of spans of time: what is open, what is left of it, how long that is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from app.domain.office_hours import ONE_DAY, Calendar, Hours

NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` up to `end`."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        return max(self.end - self.start, NOTHING)


Opening = Callable[[date, tzinfo | None], tuple[Span, ...]]  # the open spans of a day, in order


def office(calendar: Calendar, hours: Hours) -> Opening:
    """Open in office hours of working days."""

    def opening(day: date, zone: tzinfo | None) -> tuple[Span, ...]:
        if not calendar.is_working(day):
            return ()
        return tuple(
            Span(datetime.combine(day, opens, zone), datetime.combine(day, closes, zone))
            for opens, closes in hours.spans
        )

    return opening


def always(day: date, zone: tzinfo | None) -> tuple[Span, ...]:
    """Open day and night: a database that answers by itself (AMB-03)."""
    start = datetime.combine(day, time.min, zone)
    return (Span(start, start + ONE_DAY),)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time as spans in order, none touching another."""
    joined: list[Span] = []
    for span in sorted((s for s in spans if s.length), key=lambda s: s.start):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def within(spans: Iterable[Span], frame: Span) -> tuple[Span, ...]:
    """What of the spans lies in the frame."""
    cut = (Span(max(s.start, frame.start), min(s.end, frame.end)) for s in spans)
    return tuple(span for span in cut if span.length)


def without(spans: Iterable[Span], gaps: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of the spans when the gaps are taken out."""
    left = merged(spans)
    for gap in gaps:
        left = tuple(part for span in left for part in _around(span, gap))
    return left


def total(spans: Iterable[Span]) -> timedelta:
    """How long they are together; time that is in two of them counts once."""
    return sum((span.length for span in merged(spans)), NOTHING)


def open_spans(frame: Span, opening: Opening) -> tuple[Span, ...]:
    """What is open in the frame."""
    days = (frame.end.date() - frame.start.date()).days
    zone = frame.start.tzinfo
    spans = (
        span
        for place in range(days + 1)
        for span in opening(frame.start.date() + place * ONE_DAY, zone)
    )
    return within(spans, frame)


def onward(start: datetime, opening: Opening) -> Iterator[Span]:
    """What is open from a moment on, without end."""
    day = start.date()
    while True:
        for span in opening(day, start.tzinfo):
            if span.end > start:
                yield Span(max(span.start, start), span.end)
        day += ONE_DAY


def next_opening(after: datetime, opening: Opening) -> datetime:
    """The next moment after `after` at which the office opens its door."""
    return next(span.start for span in onward(after, opening) if span.start > after)


def _around(span: Span, gap: Span) -> tuple[Span, ...]:
    if not within((span,), gap):
        return (span,)
    parts = (Span(span.start, gap.start), Span(gap.end, span.end))
    return tuple(part for part in parts if part.length)
