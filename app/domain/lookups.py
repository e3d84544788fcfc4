"""Looking into registers, and taking lists out: for the duty only, and never in bulk (Art. 18)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.duties import Act, require
from app.domain.forms import complete
from app.domain.people import masked
from app.domain.review import Person
from app.domain.supplement import masked_name
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class LookUp:
    """Who looked into what, in which case, what for, when; beyond the day's number also why."""

    officer: str
    case_number: str
    purpose: str
    at: datetime
    reason: str = ""
    allowed_by: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """A supervisor lets somebody look beyond the day's number, with the reason."""

    reason: str
    by: Person


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list that is taken out."""

    case_number: str
    name: str
    number: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A list taken out: by whom, why, when; its lines are masked."""

    officer: str
    reason: str
    at: datetime
    lines: tuple[Line, ...]


def look_up(
    who: Person,
    asked: LookUp,
    *,
    own_cases: Collection[str],
    earlier: Collection[LookUp],
    most: int,
    leave: Leave | None = None,
) -> LookUp:
    """A query with case and purpose, in one's own case list, within the day's number (A18-1)."""
    require(who.roles, Act.LOOK_UP)
    complete("A18-1", "lookup.no-purpose", case=asked.case_number, purpose=asked.purpose)
    if asked.case_number not in own_cases:
        raise Refused("A18-1", "lookup.not-own-case", case=asked.case_number)
    plain = replace(asked, officer=who.number, reason="", allowed_by="")
    if done_today(earlier, plain) < most:
        return plain
    if leave is None:
        raise Refused("A18-1", "lookup.limit", most=most)
    _check_leave(who, leave)
    return replace(plain, reason=leave.reason, allowed_by=leave.by.number)


def done_today(earlier: Collection[LookUp], asked: LookUp) -> int:
    """How many look-ups this officer made on the same day."""
    day = asked.at.date()
    return sum(each.officer == asked.officer and each.at.date() == day for each in earlier)


def export(who: Person, reason: str, lines: tuple[Line, ...], at: datetime) -> Export:
    """A list goes out with a reason, and masked (A18-1)."""
    require(who.roles, Act.EXPORT)
    complete("A18-1", "export.no-reason", reason=reason)
    return Export(who.number, reason, at, tuple(_masked(line) for line in lines))


def _check_leave(who: Person, leave: Leave) -> None:
    """Another person's, who may give it, with a reason."""
    require(leave.by.roles, Act.ALLOW_LOOK_UPS)
    complete("A18-1", "lookup.no-reason", reason=leave.reason)
    if leave.by.number == who.number:
        raise Refused("A18-1", "lookup.own-leave")


def _masked(line: Line) -> Line:
    """A way to reach somebody has no part that may be shown."""
    hidden = "*" * len(line.contact)
    return Line(line.case_number, masked_name(line.name), masked(line.number), hidden)
