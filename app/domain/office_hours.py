"""When the office is open: the working calendar, year by year, and the hours of a day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from app.errors import Refused

SATURDAY = 5
MOMENT = re.compile("([0-9]{2}):([0-9]{2})")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Year:
    """One year as the State Council announced it: weekdays off and weekend days worked."""

    year: int
    source: str
    off: frozenset[date]
    work: frozenset[date]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The announced years; any other answers Monday to Friday, and whoever asks must say so."""

    years: Mapping[int, Year] = field(default_factory=dict)

    def known(self, year: int) -> bool:
        """Has the year been announced?"""
        return year in self.years

    def is_working(self, day: date) -> bool:
        """Is `day` a working day, moved ones included?"""
        announced = self.years.get(day.year)
        weekday = day.weekday() < SATURDAY
        if announced is None:
            return weekday
        return day not in announced.off if weekday else day in announced.work

    def covers(self, first: date, last: date) -> bool:
        """Are all years from `first` to `last` announced?"""
        return all(self.known(year) for year in range(first.year, last.year + 1))

    def first_working(self, day: date) -> date:
        """`day` itself or the next working day."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def working_day_after(self, day: date, count: int) -> date:
        """The count-th working day after `day`, which is not counted."""
        for _ in range(count):
            day = self.first_working(day + ONE_DAY)
        return day


@dataclass(frozen=True, slots=True)
class Hours:
    """The open spans of a working day, in order."""

    spans: tuple[tuple[time, time], ...]

    def __post_init__(self) -> None:
        flat = [moment for span in self.spans for moment in span]
        if not flat or flat != sorted(set(flat)):
            raise ValueError("office hours must be spans in order, each with some time in it")

    @property
    def closes(self) -> time:
        """Close of business."""
        return self.spans[-1][1]


def hours_from(rows: Iterable[Iterable[str]], whose: str) -> Hours:
    """Hours out of rows like 09:00, 12:00; refused when they are no spans in order (A10-1)."""
    try:
        return Hours(tuple((_moment(opens), _moment(closes)) for opens, closes in rows))
    except (TypeError, ValueError):
        raise Refused("A10-1", "hours.bad", whose=whose) from None


def _moment(text: str) -> time:
    """ "09:30" only: what else Python reads as a time may hide a zone."""
    match = MOMENT.fullmatch(text)
    if match is None:
        raise ValueError
    return time(int(match[1]), int(match[2]))
