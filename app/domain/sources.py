"""The six sources gathered first: how fresh they are and how they may be used (Art. 13, 14)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.cases import Plan
from app.domain.catalogue import ProofRule, Way
from app.domain.ladder import plan
from app.errors import Refused, Unavailable


class Source(StrEnum):
    """The six of Art. 13, in its order."""

    BIRTH = "birth"
    DEATH = "death"
    HOUSEHOLD = "household"
    REAL_ESTATE = "real-estate"
    VEHICLE = "vehicle"
    SOCIAL_SECURITY = "social-security"


class State(StrEnum):
    """A source's state: stale may be used with a mark, missing not at all."""

    FRESH = "fresh"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Register:
    """A gathered source: its fields and the last load; None when nothing was loaded yet."""

    source: Source
    fields: frozenset[str]
    loaded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """One source on the board."""

    source: Source
    state: State
    loaded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a source gave; the load's time always stays with it, and the mark when it is stale."""

    source: Source
    values: tuple[tuple[str, str], ...]
    loaded_at: datetime
    stale: bool


def state_of(register: Register | None, at: datetime, hours: int) -> State:
    """Fresh for so many hours after the load; a load from the future is not trusted (A13-1)."""
    if register is None or register.loaded_at is None:
        return State.MISSING
    old = not timedelta(0) <= at - register.loaded_at <= timedelta(hours=hours)
    return State.STALE if old else State.FRESH


def board(
    registers: Iterable[Register], at: datetime, hours: Mapping[Source, int]
) -> tuple[Tile, ...]:
    """Six tiles in the order of the measures, also for a source nobody has gathered (A13-1)."""
    known = {register.source: register for register in registers}
    return tuple(_tile(source, known.get(source), at, hours[source]) for source in Source)


def draw(
    source: Source,
    register: Register | None,
    values: Mapping[str, str],
    *,
    at: datetime,
    hours: int,
    marked: bool = False,
) -> Drawn:
    """What the source says, of its own fields only; past its freshness only with a mark (A13-1)."""
    if register is None or register.source is not source or register.loaded_at is None:
        raise Unavailable("source.missing", source=str(source))
    others = ", ".join(sorted(set(values) - register.fields))
    if others or not values:
        raise Refused("A13-1", "source.fields", fields=others)
    stale = state_of(register, at, hours) is State.STALE
    if stale and not marked:
        raise Refused(
            "A13-1",
            "source.not-marked",
            source=str(source),
            loaded=register.loaded_at.isoformat(),
        )
    return Drawn(source, tuple(sorted(values.items())), register.loaded_at, stale)


def next_way(
    rule: ProofRule,
    state: State,
    *,
    excepted: bool,
    commitment_refused: bool,
    barred: bool = False,
    on: date | None = None,
    failed: Collection[Way] = (),
) -> Plan:
    """The ladder with this source in it: where it is missing the ladder goes on (A14-1)."""
    gone = {*failed, Way.DATA_SHARING} if state is State.MISSING else failed
    return plan(
        rule,
        excepted=excepted,
        commitment_refused=commitment_refused,
        barred=barred,
        on=on,
        failed=gone,
    )


def _tile(source: Source, register: Register | None, at: datetime, hours: int) -> Tile:
    loaded_at = register.loaded_at if register else None
    return Tile(source, state_of(register, at, hours), loaded_at)
