"""Due times: the worked examples of the measures, and what must hold of every clock."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import CHINA
from app.domain.clocks import Due, DueAt, capped, service_minutes, three_days, working_days
from app.domain.office_hours import Calendar, Hours
from app.reference import load

CALENDAR = load().calendar
HOURS = Hours(((time(9), time(12)), (time(13, 30), time(17))))
MOMENTS = st.datetimes(datetime(2004, 1, 1), datetime(2025, 12, 1))  # noqa: DTZ001
DAYS = st.dates(date(2004, 1, 1), date(2025, 12, 1))


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("delivered", "due", "wall"),
    [
        (at(11, 23, 10), at(11, 23, 10, 30), at(11, 23, 10, 30)),
        (at(11, 23, 11, 50), at(11, 23, 13, 50), at(11, 23, 12, 20)),
        (at(11, 27, 16, 45), at(11, 30, 9, 15), at(11, 27, 17, 15)),
        (at(11, 23, 11, 30), at(11, 23, 12), at(11, 23, 12)),
        (at(11, 28, 3), at(11, 30, 9, 30), at(11, 28, 3, 30)),
    ],
)
def test_thirty_minutes_are_office_minutes(
    delivered: datetime, due: datetime, wall: datetime
) -> None:
    assert service_minutes(delivered, 30, CALENDAR, HOURS) == DueAt(due, wall, False)


@pytest.mark.parametrize(
    ("delivered", "count", "due"),
    [
        (at(11, 23, 10), 1, at(11, 24, 17)),
        (at(11, 27, 10), 1, at(11, 30, 17)),
        (at(11, 26, 15), 2, at(11, 30, 17)),
    ],
)
def test_working_days_end_at_close_of_business(
    delivered: datetime, count: int, due: datetime
) -> None:
    assert working_days(delivered, count, CALENDAR, HOURS).at == due


@pytest.mark.parametrize(
    ("signed", "due"),
    [
        (date(2026, 11, 23), date(2026, 11, 26)),
        (date(2026, 11, 25), date(2026, 11, 30)),
        (date(2026, 11, 27), date(2026, 11, 30)),
        (date(2019, 4, 25), date(2019, 4, 28)),  # a Sunday worked instead
        (date(2019, 5, 2), date(2019, 5, 5)),
        (date(2026, 2, 12), date(2026, 2, 24)),  # over the Spring Festival
        (date(2026, 2, 25), date(2026, 2, 28)),  # a Saturday worked instead
    ],
)
def test_three_days_are_calendar_days_that_roll_over_rest_days(signed: date, due: date) -> None:
    assert three_days(signed, CALENDAR) == Due(due, False)


def test_the_three_days_cap_the_asked_units_tier() -> None:
    signed = at(11, 27, 10)
    tier = working_days(signed, 2, CALENDAR, HOURS)
    assert tier.at == at(12, 1, 17)
    follow_up = three_days(signed.date(), CALENDAR)
    end = at(11, 30, 17)
    assert capped(tier, follow_up, HOURS) == DueAt(end, end, False)
    assert capped(tier, Due(follow_up.day, True), HOURS) == DueAt(end, end, True)
    quick = service_minutes(signed, 30, CALENDAR, HOURS)
    assert capped(quick, follow_up, HOURS) == quick
    just = DueAt(end, at(11, 27, 10, 30), True)
    assert capped(just, follow_up, HOURS) == just  # the same moment binds by its own tier


def test_offline_the_request_starts_at_delivery_and_the_three_days_at_signature() -> None:
    assert service_minutes(at(11, 25, 9, 10), 30, CALENDAR, HOURS).at == at(11, 25, 9, 40)
    assert three_days(date(2026, 11, 24), CALENDAR).day == date(2026, 11, 27)


def test_a_year_not_announced_gives_a_provisional_date_until_it_is() -> None:
    assert three_days(date(2026, 12, 30), CALENDAR) == Due(date(2027, 1, 4), True)
    assert three_days(date(2026, 12, 28), CALENDAR) == Due(date(2026, 12, 31), False)
    assert working_days(at(12, 31, 10), 1, CALENDAR, HOURS).provisional
    assert service_minutes(at(12, 31, 16, 45), 30, CALENDAR, HOURS).provisional
    older = Calendar({2025: CALENDAR.years[2025]})
    guess = three_days(date(2025, 12, 30), older)
    told = three_days(date(2025, 12, 30), CALENDAR)
    assert (guess, told) == (Due(date(2026, 1, 2), True), Due(date(2026, 1, 4), False))


def test_a_number_of_the_pack_moves_the_three_days() -> None:
    assert three_days(date(2026, 11, 23), CALENDAR, days=1).day == date(2026, 11, 24)


def test_hours_that_are_none_are_no_hours() -> None:
    for spans in ((), ((time(12), time(9)),), ((time(9), time(9)),)):
        with pytest.raises(ValueError, match=r"^office hours must be .* time in it$"):
            Hours(spans)


def open_at(moment: datetime) -> bool:
    return CALENDAR.is_working(moment.date()) and any(
        opens <= moment.time() <= closes for opens, closes in HOURS.spans
    )


@given(MOMENTS, st.integers(1, 900))
def test_service_minutes_are_never_due_in_closed_hours(start: datetime, minutes: int) -> None:
    assert open_at(service_minutes(start, minutes, CALENDAR, HOURS).at)


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=9)), st.integers(1, 900))
def test_later_delivery_is_never_due_earlier(start: datetime, by: timedelta, minutes: int) -> None:
    first = service_minutes(start, minutes, CALENDAR, HOURS).at
    assert first <= service_minutes(start + by, minutes, CALENDAR, HOURS).at


@given(MOMENTS, st.integers(1, 500), st.integers(1, 500))
def test_service_minutes_add_up(start: datetime, first: int, second: int) -> None:
    half = service_minutes(start, first, CALENDAR, HOURS).at
    whole = service_minutes(start, first + second, CALENDAR, HOURS).at
    assert service_minutes(half, second, CALENDAR, HOURS).at == whole


def test_no_minute_more_is_due_at_once_also_at_the_close() -> None:
    noon = at(11, 23, 12)
    assert service_minutes(noon, 0, CALENDAR, HOURS).at == noon
    assert service_minutes(noon, 1, CALENDAR, HOURS).at == at(11, 23, 13, 31)


@given(MOMENTS, st.integers(1, 9), st.integers(1, 9))
def test_working_days_add_up_and_end_on_working_days(start: datetime, a: int, b: int) -> None:
    half = working_days(start, a, CALENDAR, HOURS).at
    whole = working_days(start, a + b, CALENDAR, HOURS).at
    assert working_days(half, b, CALENDAR, HOURS).at == whole
    assert open_at(whole)


@given(DAYS, st.integers(0, 9))
def test_three_days_end_on_a_working_day_and_keep_their_order(signed: date, later: int) -> None:
    due = three_days(signed, CALENDAR)
    assert due.day >= signed + timedelta(days=3)
    assert CALENDAR.is_working(due.day)
    assert due.day <= three_days(signed + timedelta(days=later), CALENDAR).day
