"""The shipped calendars against two independent packages (field case G19)."""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from app.domain.office_hours import Calendar, Year

YEARS = range(2004, 2027)
# The notice for 2006 moves this Saturday's rest to 3 January 2006; chinesecalendar lacks it.
WORKED_BY_NOTICE = {date(2005, 12, 31)}


def days(first: int, last: int) -> list[date]:
    start = date(first, 1, 1)
    return [start + timedelta(days=n) for n in range((date(last, 12, 31) - start).days + 1)]


def test_the_calendar_is_that_of_chinesecalendar_but_for_one_named_day(calendar: Calendar) -> None:
    differing = {
        day
        for day in days(2004, 2026)
        if calendar.is_working(day) != chinese_calendar.is_workday(day)
    }
    assert differing == WORKED_BY_NOTICE


def test_the_calendar_is_that_of_holidays(calendar: Calendar) -> None:
    other = holidays.country_holidays("CN", years=YEARS)
    assert [d for d in days(2004, 2026) if calendar.is_working(d) != other.is_working_day(d)] == []


def test_every_year_names_its_notice_and_holds_only_real_changes(calendar: Calendar) -> None:
    assert sorted(calendar.years) == list(YEARS)
    for number, year in calendar.years.items():
        assert year.source.startswith("国务院办公厅")
        assert all(day.year == number for day in year.off | year.work)
        assert all(day.weekday() < 5 for day in year.off)
        assert all(day.weekday() >= 5 for day in year.work)
        working = [day for day in days(number, number) if calendar.is_working(day)]
        assert 245 <= len(working) <= 255


def test_worked_sundays_count_and_an_unknown_year_says_so(calendar: Calendar) -> None:
    assert calendar.is_working(date(2019, 4, 28))
    assert calendar.is_working(date(2019, 5, 5))
    assert not calendar.known(2027)
    assert calendar.is_working(date(2027, 1, 4))
    assert not calendar.is_working(date(2027, 1, 3))
    assert not calendar.covers(date(2026, 12, 31), date(2027, 1, 1))
    assert calendar.covers(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("kind", ["off", "work"])
def test_each_announced_day_changes_the_calendar(calendar: Calendar, kind: str) -> None:
    for year in calendar.years.values():
        for day in getattr(year, kind):
            sets = {"off": year.off, "work": year.work}
            sets[kind] = sets[kind] - {day}
            without = Calendar({year.year: Year(year.year, year.source, **sets)})
            assert without.is_working(day) != calendar.is_working(day)
