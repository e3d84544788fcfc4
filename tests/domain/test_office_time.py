"""Arithmetic of spans: what is open, what is taken out of it."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.office_time import (
    Span,
    always,
    merged,
    next_opening,
    office,
    onward,
    open_spans,
    total,
    within,
    without,
)
from tests.domain.spans import CALENDAR, HOURS, at

OFFICE = office(CALENDAR, HOURS)
START = at(23)
MINUTE = timedelta(minutes=1)


def span(first: int, last: int) -> Span:
    return Span(START + first * MINUTE, START + last * MINUTE)


SPANS = st.lists(st.builds(span, st.integers(0, 60), st.integers(0, 60)), max_size=6)


def covered(spans: list[Span] | tuple[Span, ...]) -> set[int]:
    """The minutes in the spans: the plain, slow way to say the same."""
    return {m for m in range(60) for s in spans if s.start <= START + m * MINUTE < s.end}


def test_a_span_that_ends_before_it_starts_has_no_length() -> None:
    assert span(9, 3).length == timedelta(0)
    assert merged([span(9, 3), span(4, 4)]) == ()


def test_spans_that_touch_become_one() -> None:
    assert merged([span(5, 9), span(1, 3), span(3, 4), span(6, 7)]) == (span(1, 4), span(5, 9))


def test_a_gap_in_the_middle_leaves_two_parts() -> None:
    assert without([span(0, 9)], [span(3, 5)]) == (span(0, 3), span(5, 9))
    assert without([span(0, 9)], [span(0, 5)]) == (span(5, 9),)
    assert without([span(0, 9)], [span(9, 12)]) == (span(0, 9),)
    assert without([span(2, 9)], [span(0, 12)]) == ()


@given(SPANS)
def test_merging_changes_no_minute_and_leaves_no_overlap(spans: list[Span]) -> None:
    joined = merged(spans)
    assert covered(joined) == covered(spans)
    assert all(a.end < b.start for a, b in pairwise(joined))
    assert total(spans) == len(covered(spans)) * MINUTE


@given(SPANS, SPANS)
def test_taking_out_leaves_exactly_the_other_minutes(spans: list[Span], gaps: list[Span]) -> None:
    assert covered(without(spans, gaps)) == covered(spans) - covered(gaps)


@given(SPANS, st.integers(0, 60), st.integers(0, 60))
def test_what_is_within_a_frame_is_in_both(spans: list[Span], first: int, last: int) -> None:
    frame = span(first, last)
    assert covered(within(spans, frame)) == covered(spans) & covered([frame])


def test_the_office_is_open_in_its_hours_on_working_days() -> None:
    assert open_spans(Span(at(27, 16), at(30, 9, 30)), OFFICE) == (
        Span(at(27, 16), at(27, 17)),
        Span(at(30, 9), at(30, 9, 30)),
    )
    assert open_spans(Span(at(23, 11), at(23, 14)), OFFICE) == (
        Span(at(23, 11), at(23, 12)),
        Span(at(23, 13, 30), at(23, 14)),
    )
    assert open_spans(Span(at(28, 9), at(29, 17)), OFFICE) == ()
    assert open_spans(Span(at(23, 14), at(23, 11)), OFFICE) == ()


def test_a_machine_is_open_day_and_night() -> None:
    frame = Span(at(27, 16), at(29, 3))
    assert total(open_spans(frame, always)) == frame.length


def test_the_next_opening_is_after_lunch_in_the_morning_or_after_the_weekend() -> None:
    assert next_opening(at(23, 11), OFFICE) == at(23, 13, 30)
    assert next_opening(at(23, 17), OFFICE) == at(24, 9)
    assert next_opening(at(27, 17), OFFICE) == at(30, 9)
    assert next_opening(at(23, 9), OFFICE) == at(23, 13, 30)
    assert next_opening(at(23, 8, 59), OFFICE) == at(23, 9)


def test_onward_from_the_close_it_is_open_after_the_pause() -> None:
    afternoon = Span(at(23, 13, 30), at(23, 17))
    assert next(onward(at(23, 12), OFFICE)) == afternoon
    assert next(onward(at(23, 11, 59), OFFICE)) == Span(at(23, 11, 59), at(23, 12))
    assert next(onward(at(23, 14), OFFICE)) == Span(at(23, 14), at(23, 17))


@given(st.datetimes(datetime(2020, 1, 1), datetime(2026, 6, 1)))  # noqa: DTZ001
def test_a_day_and_its_parts_are_open_equally_long(noon: datetime) -> None:
    first, last = noon - timedelta(days=2), noon + timedelta(days=2)
    whole = total(open_spans(Span(first, last), OFFICE))
    parts = [total(open_spans(Span(*pair), OFFICE)) for pair in ((first, noon), (noon, last))]
    assert whole == sum(parts, timedelta(0))
