"""Due times: service minutes, working days and the three days (Art. 8, 10; requirements 2)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.office_hours import ONE_DAY, Calendar, Hours


@dataclass(frozen=True, slots=True)
class Due:
    """A due day; provisional while a year it rests on is not announced, and then never binding."""

    day: date
    provisional: bool


@dataclass(frozen=True, slots=True)
class DueAt:
    """A due moment in service time; `wall` is the plain clock's, kept beside it (AMB-03)."""

    at: datetime
    wall: datetime
    provisional: bool


def three_days(signed: date, calendar: Calendar, days: int = 3) -> Due:
    """Calendar days, the signature's not counted; a rest day rolls on (A8-3, AMB-07)."""
    last = calendar.first_working(signed + timedelta(days=days))
    return Due(last, not calendar.covers(signed, last))


def service_minutes(delivered: datetime, minutes: int, calendar: Calendar, hours: Hours) -> DueAt:
    """So many minutes of the asked unit's office time after delivery (A10-1)."""
    left = timedelta(minutes=minutes)
    day = delivered.date()
    while True:
        for opens, closes in _spans(day, delivered, calendar, hours):
            if left <= closes - opens:
                return DueAt(
                    opens + left,
                    delivered + timedelta(minutes=minutes),
                    not calendar.covers(delivered.date(), day),
                )
            left -= closes - opens
        day += ONE_DAY


def working_days(delivered: datetime, count: int, calendar: Calendar, hours: Hours) -> DueAt:
    """Close of business of the count-th working day after delivery (A10-2, A10-3)."""
    day = calendar.working_day_after(delivered.date(), count)
    at = datetime.combine(day, hours.closes, delivered.tzinfo)
    return DueAt(at, at, not calendar.covers(delivered.date(), day))


def capped(tier: DueAt, follow_up: Due, hours: Hours) -> DueAt:
    """After approval on commitment the three days bind the asked unit too: the earlier (AMB-08)."""
    end = datetime.combine(follow_up.day, hours.closes, tier.at.tzinfo)
    return tier if tier.at <= end else DueAt(end, end, follow_up.provisional)


def _spans(
    day: date, delivered: datetime, calendar: Calendar, hours: Hours
) -> list[tuple[datetime, datetime]]:
    """What is open on `day` from the delivery on."""
    if not calendar.is_working(day):
        return []
    spans = [
        (
            datetime.combine(day, opens, delivered.tzinfo),
            datetime.combine(day, closes, delivered.tzinfo),
        )
        for opens, closes in hours.spans
    ]
    return [(max(opens, delivered), closes) for opens, closes in spans if closes >= delivered]
