"""The platform's own outage is nobody's delay (A6-3); a unit's own is told (AMB-26)."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clocks import DueAt, service_minutes
from app.domain.office_time import Span, always, office, open_spans, total, without
from app.domain.outage import Outage, extended, not_charged, told
from tests.domain.spans import CALENDAR, HOURS, at

OFFICE = office(CALENDAR, HOURS)


def due_after(delivered: datetime, *down: Span) -> datetime:
    plain = service_minutes(delivered, 30, CALENDAR, HOURS)
    return extended(plain, delivered, down, OFFICE).at


@pytest.mark.parametrize(
    ("down", "due"),
    [
        (Span(at(23, 10, 10), at(23, 10, 20)), at(23, 10, 40)),
        (Span(at(23, 9), at(23, 10, 10)), at(23, 10, 40)),  # only what came after delivery
        (Span(at(23, 10, 30), at(23, 11)), at(23, 10, 30)),  # it was due before
        (Span(at(23, 10, 20), at(23, 11)), at(23, 11, 10)),  # and goes on after the outage
        (Span(at(23, 10, 20), at(23, 12, 30)), at(23, 13, 40)),  # over lunch
        (Span(at(23, 10, 20), at(24, 9)), at(24, 9, 10)),
        (Span(at(23, 10, 20), at(23, 11, 50)), at(23, 12)),  # at close, not after lunch
    ],
)
def test_an_outage_replayed_moves_the_due_moment(down: Span, due: datetime) -> None:
    assert due_after(at(23, 10), down) == due


def test_what_was_lost_is_made_up_over_every_pause_that_follows() -> None:
    down = (Span(at(23, 11, 20), at(23, 11, 50)),)  # all thirty minutes; ten are left till noon
    assert due_after(at(23, 11, 20), *down) == at(23, 13, 50)
    again = Span(at(23, 13, 35), at(23, 16, 50))  # five minutes before it, ten after it
    assert due_after(at(23, 11, 20), *down, again) == at(24, 9, 5)


def test_two_outages_count_once_where_they_overlap() -> None:
    down = (Span(at(23, 10, 5), at(23, 10, 15)), Span(at(23, 10, 10), at(23, 10, 20)))
    assert due_after(at(23, 10), *down) == at(23, 10, 45)


def test_an_outage_outside_office_hours_moves_nothing() -> None:
    assert due_after(at(23, 11, 50), Span(at(23, 12), at(23, 13, 30))) == at(23, 13, 50)


def test_a_machines_clock_stops_at_night_too() -> None:
    due = DueAt(at(23, 20, 30), at(23, 20, 30), False)
    down = (Span(at(23, 20, 10), at(23, 20, 20)),)
    moved = extended(due, at(23, 20), down, always)
    assert moved == DueAt(at(23, 20, 40), at(23, 20, 30), False)


def test_only_the_platforms_outages_are_not_charged() -> None:
    outages = (
        Outage("platform", at(23, 10), at(23, 11)),
        Outage("U2", at(23, 10), at(23, 12)),
        Outage("platform", at(23, 14)),
    )
    assert not_charged(outages, at(23, 15)) == (
        Span(at(23, 10), at(23, 11)),
        Span(at(23, 14), at(23, 15)),
    )


def test_a_units_own_outage_is_told_and_moves_nothing() -> None:
    outages = (Outage("U2", at(23, 10, 10)), Outage("U3", at(23, 10), at(23, 11)))
    frame = Span(at(23, 10), at(23, 10, 30))
    assert told(outages, "U2", frame) == timedelta(minutes=20)
    assert not_charged(outages, at(23, 11)) == ()


MOMENTS = st.datetimes(datetime(2026, 1, 5), datetime(2026, 11, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=at(1).tzinfo)
)
MINUTES = st.integers(0, 5000).map(lambda m: timedelta(minutes=m))


@given(MOMENTS, st.lists(st.tuples(MINUTES, MINUTES), max_size=4))
def test_the_unit_always_has_its_thirty_minutes_with_the_platform_up(
    delivered: datetime, outages: list[tuple[timedelta, timedelta]]
) -> None:
    down = [Span(delivered + a - timedelta(hours=9), delivered + a + b) for a, b in outages]
    due = due_after(delivered, *down)
    usable = without(open_spans(Span(delivered, due), OFFICE), down)
    assert total(usable) == timedelta(minutes=30)
    assert due >= due_after(delivered)
    assert any(span.start < due <= span.end for span in OFFICE(due.date(), due.tzinfo))


@given(MOMENTS, MINUTES, MINUTES, MINUTES)
def test_a_longer_outage_never_makes_it_due_earlier(
    delivered: datetime, start: timedelta, length: timedelta, more: timedelta
) -> None:
    first = Span(delivered + start, delivered + start + length)
    longer = Span(first.start, first.end + more)
    assert due_after(delivered, first) <= due_after(delivered, longer)
