"""The approval department's time: gross, spent in assistance, net (Art. 10 last sentence)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.inquiries import Inquiry
from app.domain.office_time import NOTHING, Span, total, within

INSTANT = "即办件"  # the only kind from which assistance is left out (AMB-14)


@dataclass(frozen=True, slots=True)
class Score:
    """Three durations: all three are shown for every kind; `net` is what is judged (A10-5)."""

    gross: timedelta
    assist: timedelta
    net: timedelta


def score(kind: str, opened: datetime, decided: datetime, asked: Iterable[Inquiry]) -> Score:
    """Assistance between opening and decision, overlaps once; taken off for 即办件 only."""
    frame = Span(opened, decided)
    assist = total(within(_spans(asked, decided), frame))
    return Score(frame.length, assist, frame.length - (assist if kind == INSTANT else NOTHING))


def hall_latency(signed: datetime, delivered: datetime) -> timedelta:
    """Signature to delivery: the hall's own figure, never charged to the asked unit."""
    return max(delivered - signed, NOTHING)


def _spans(asked: Iterable[Inquiry], decided: datetime) -> tuple[Span, ...]:
    return tuple(
        Span(one.delivered_at, one.answered_at or one.withdrawn_at or decided)
        for one in asked
        if one.delivered_at is not None
    )
