"""The three time limits of Art. 10: who has which, when it ends, and how it is changed once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.catalogue import Unit
from app.domain.clocks import Due, DueAt, capped, service_minutes, working_days
from app.domain.forms import complete
from app.domain.office_hours import Calendar, Hours
from app.domain.office_time import Opening, Span, always, office
from app.domain.outage import extended
from app.domain.policy import Settings
from app.domain.units import hours_of
from app.errors import Refused


class Tier(StrEnum):
    """How the asked unit keeps what is asked (Art. 10)."""

    DATABASE = "database"  # a database or electronic records: 30 minutes
    PAPER = "paper"  # paper files: 1 working day
    INCOMPLETE = "incomplete"  # files incomplete, several places: 2 working days


SLOWER: Mapping[Tier, tuple[Tier, ...]] = {
    Tier.DATABASE: (Tier.PAPER, Tier.INCOMPLETE),
    Tier.PAPER: (Tier.INCOMPLETE,),
    Tier.INCOMPLETE: (),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What a clock needs: the pack's numbers, the calendar, the asked unit's hours.

    `automatic`: a database that answers by itself meets the plain clock, not office minutes.
    """

    minutes: int
    paper_days: int
    incomplete_days: int
    grace_minutes: int  # before a report goes out (AMB-13)
    yellow: Mapping[Tier, timedelta]  # how long before the due moment (A10-1)
    calendar: Calendar
    hours: Hours
    automatic: bool = False

    @property
    def opening(self) -> Opening:
        return always if self.automatic else office(self.calendar, self.hours)


@dataclass(frozen=True, slots=True)
class Change:
    """The asked unit moved the inquiry to a slower tier (A10-4)."""

    before: Tier
    after: Tier
    reason: str
    by: str
    at: datetime


def terms(settings: Settings, calendar: Calendar, asked: Unit, *, automatic: bool = False) -> Terms:
    """The terms of one asked unit under a pack: its own hours count (AMB-03)."""
    return Terms(
        settings.tier_minutes,
        settings.tier_paper_days,
        settings.tier_incomplete_days,
        settings.report_grace_minutes,
        _yellow(settings),
        calendar,
        hours_of(asked, settings),
        automatic,
    )


def due(
    tier: Tier,
    delivered: datetime,
    by: Terms,
    *,
    follow_up: Due | None = None,
    down: Collection[Span] = (),
) -> DueAt:
    """When the answer is due (A10-1 to A10-3); after approval capped by the 3 days (AMB-08).

    Time the platform was down is not charged (A6-3); the three days of Art. 8 know no such pause.
    """
    found = extended(_by_tier(tier, delivered, by), delivered, down, by.opening)
    return found if follow_up is None else capped(found, follow_up, by.hours)


def latest(dues: Collection[DueAt]) -> DueAt | None:
    """What the case shows: the latest due; unsure as soon as one of them is (AMB-27)."""
    if not dues:
        return None
    last = max(dues, key=lambda one: one.at)
    return DueAt(last.at, last.wall, any(one.provisional for one in dues))


def check(tier: Tier, why_incomplete: str) -> None:
    """Refused: two working days without saying why the files are incomplete (A10-3)."""
    if tier is Tier.INCOMPLETE:
        complete("A10-3", "tier.no-reason", reason=why_incomplete)


def may_change(asked: Change, running: DueAt) -> None:
    """Only to a slower tier, with a reason, before the running due time (A10-4, AMB-06)."""
    complete("A10-4", "tier.no-reason-to-change", reason=asked.reason, by=asked.by)
    if asked.after not in SLOWER[asked.before]:
        raise Refused("A10-4", "tier.not-slower", before=str(asked.before), after=str(asked.after))
    if asked.at >= running.at:
        raise Refused("A10-4", "tier.too-late", due=running.at.isoformat())


def _yellow(settings: Settings) -> Mapping[Tier, timedelta]:
    return {
        Tier.DATABASE: timedelta(minutes=settings.yellow_database_minutes),
        Tier.PAPER: timedelta(minutes=settings.yellow_paper_minutes),
        Tier.INCOMPLETE: timedelta(minutes=settings.yellow_incomplete_minutes),
    }


def _by_tier(tier: Tier, delivered: datetime, by: Terms) -> DueAt:
    if tier is Tier.DATABASE:
        found = service_minutes(delivered, by.minutes, by.calendar, by.hours)
        return DueAt(found.wall, found.wall, False) if by.automatic else found
    days = by.paper_days if tier is Tier.PAPER else by.incomplete_days
    return working_days(delivered, days, by.calendar, by.hours)
