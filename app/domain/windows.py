"""The supervision window of every hall, with somebody on duty each working day (Art. 6, 17)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.office_hours import ONE_DAY, Calendar
from app.errors import Refused


class HallKind(StrEnum):
    """Whose hall it is."""

    APPROVAL_BUREAU = "approval-bureau"
    TOWNSHIP_CENTRE = "township-centre"
    VILLAGE = "village"


# Every approval bureau and township centre must; a village may (A17-1, AMB-28).
MUST_HAVE_ONE = frozenset({HallKind.APPROVAL_BUREAU, HallKind.TOWNSHIP_CENTRE})


@dataclass(frozen=True, slots=True)
class Hall:
    """A hall where people come with their matters."""

    code: str
    name: str
    kind: HallKind


@dataclass(frozen=True, slots=True)
class Window:
    """A hall's supervision window: is it open, and who is on duty on which day."""

    hall: str
    open: bool
    duty: Mapping[date, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lack:
    """What a hall lacks: the window, or somebody on duty on these days."""

    hall: Hall
    window: bool
    days: tuple[date, ...] = ()


def lacking(
    halls: Iterable[Hall], windows: Iterable[Window], days: Iterable[date], calendar: Calendar
) -> tuple[Lack, ...]:
    """The halls that must have a window and have none, or nobody there on a working day (A17-1)."""
    known = {window.hall: window for window in windows}
    needed = tuple(day for day in days if calendar.is_working(day))
    found = (_lack(hall, known.get(hall.code), needed) for hall in halls)
    return tuple(lack for lack in found if lack is not None)


def check_window(
    hall: Hall, windows: Iterable[Window], days: Iterable[date], calendar: Calendar
) -> None:
    """Refused for a hall without its window, or with a working day nobody is there (A17-1)."""
    for lack in lacking([hall], windows, days, calendar):
        if lack.window:
            raise Refused("A17-1", "window.none", hall=hall.name)
        first = lack.days[0].isoformat()
        raise Refused("A17-1", "window.nobody", hall=hall.name, first=first, count=len(lack.days))


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Every day from the first to the last, both counted."""
    return tuple(first + place * ONE_DAY for place in range((last - first).days + 1))


def on_duty(window: Window, day: date) -> str:
    """Who takes complaints there that day; refused when nobody does (A17-1, A17-2)."""
    person = window.duty.get(day, "").strip()
    if not window.open or not person:
        raise Refused("A17-1", "window.nobody", hall=window.hall, first=day.isoformat(), count=1)
    return person


def _lack(hall: Hall, window: Window | None, days: tuple[date, ...]) -> Lack | None:
    if hall.kind not in MUST_HAVE_ONE:
        return None
    if window is None or not window.open:
        return Lack(hall, window=True)
    empty = tuple(day for day in days if not window.duty.get(day, "").strip())
    return Lack(hall, window=False, days=empty) if empty else None
