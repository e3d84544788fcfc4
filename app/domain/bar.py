"""Who may not commit for now: bad credit or an earlier false commitment (No. 42 [2020])."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.cases import Plan
from app.domain.catalogue import Matter, Situation
from app.domain.ladder import plans
from app.errors import Refused


class Ground(StrEnum):
    """The two grounds of the rule; no other bars anybody."""

    BAD_CREDIT = "serious-bad-credit"
    FALSE_COMMITMENT = "false-commitment"


class Standing(StrEnum):
    """What the look into the list gave; a list that is absent or too old gives "unknown"."""

    CLEAR = "clear"
    BARRED = "barred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entry:
    """One bar, until the credit is repaired."""

    ground: Ground
    since: date
    repaired: date | None = None


@dataclass(frozen=True, slots=True)
class BarList:
    """The list by the person's key, as of a moment; whoever makes it chooses the key."""

    as_of: datetime
    entries: Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of the look: the outcome and the list's age, never the entries."""

    standing: Standing
    checked_at: datetime
    list_as_of: datetime | None

    @property
    def barred(self) -> bool:
        """For the ladder: is the way of commitment closed?"""
        return self.standing is Standing.BARRED

    @property
    def list_age(self) -> timedelta | None:
        """How old the list was; None when there was none."""
        return None if self.list_as_of is None else self.checked_at - self.list_as_of


def bars(entry: Entry, on: date) -> bool:
    """Does the entry bar on this day? The day of repair is free again."""
    return entry.since <= on and (entry.repaired is None or on < entry.repaired)


def fresh(found: BarList, at: datetime, hours: int) -> bool:
    """Is the list young enough (AMB-21)? One from the future is not."""
    return timedelta(0) <= at - found.as_of <= timedelta(hours=hours)


def check(found: BarList | None, key: str, at: datetime, hours: int) -> Outcome:
    """Looks the person up; who stands on an old list stays barred, who does not is unknown."""
    if found is None:
        return Outcome(Standing.UNKNOWN, at, None)
    if any(bars(entry, at.date()) for entry in found.entries.get(key, ())):
        return Outcome(Standing.BARRED, at, found.as_of)
    standing = Standing.CLEAR if fresh(found, at, hours) else Standing.UNKNOWN
    return Outcome(standing, at, found.as_of)


def plans_for(
    matter: Matter,
    situation: Situation,
    outcome: Outcome,
    *,
    commitment_refused: bool = False,
    on: date | None = None,
) -> tuple[Plan, ...]:
    """The ladder's plans after the bar check: who is barred is served by another way."""
    return plans(
        matter, situation, commitment_refused=commitment_refused, barred=outcome.barred, on=on
    )


def may_approve_offline(outcome: Outcome, done_today: int, most: int) -> None:
    """Refused when an offline hall must wait for the line before it approves (AMB-21).

    Whom the list bars is for No. 42 to say, so that article is named; the number a day is a
    setting of ours, of which no article speaks.
    """
    if outcome.standing is not Standing.CLEAR:
        raise Refused("No.42", "bar.list-stale")
    if done_today >= most:
        raise Refused("", "bar.offline-cap", most=most)
