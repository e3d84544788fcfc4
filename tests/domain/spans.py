"""Terms and moments for the tests of clocks."""

from datetime import datetime, time

from app.clock import CHINA
from app.domain.catalogue import Unit
from app.domain.office_hours import Hours
from app.domain.tiers import Terms, terms
from app.reference import load

REFERENCE = load()
CALENDAR = REFERENCE.calendar
HOURS = Hours(((time(9), time(12)), (time(13, 30), time(17))))
ASKED = Unit("A1", "训练·被询问单位", "行政机关", hours=HOURS)
TERMS: Terms = terms(REFERENCE.pack.settings, CALENDAR, ASKED)
AUTOMATIC: Terms = terms(REFERENCE.pack.settings, CALENDAR, ASKED, automatic=True)


def at(day: int, hour: int = 0, minute: int = 0, *, month: int = 11) -> datetime:
    """A moment of November 2026; the 23rd is a Monday."""
    return datetime(2026, month, day, hour, minute, tzinfo=CHINA)
