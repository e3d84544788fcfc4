"""Whose papers and figures somebody may see: own unit, hall, sector, or the city (Art. 5, 24)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.duties import Act, Role, allowed, require
from app.errors import Refused


class Reach(StrEnum):
    """How far somebody sees, from near to far."""

    UNIT = "own-unit"
    HALL = "own-hall"
    SECTOR = "own-sector"  # the units a department guides and supervises (A24-1)
    CITY = "whole-city"


# A counter of a hall serves every unit in it. The whole city is for the joint conference's office,
# to which the legal reviewer belongs, who sees no papers and no figures (A5-1, A6-1).
REACHES: Mapping[Role, frozenset[Reach]] = {
    Role.CLERK: frozenset({Reach.UNIT, Reach.HALL}),
    Role.SEAL_HOLDER: frozenset({Reach.UNIT, Reach.HALL}),
    Role.SUPERVISOR: frozenset({Reach.UNIT, Reach.HALL, Reach.SECTOR}),
    Role.ADMINISTRATOR: frozenset({Reach.HALL}),
    Role.AUDITOR: frozenset({Reach.HALL}),
    Role.CATALOGUE_EDITOR: frozenset({Reach.UNIT}),
    Role.LEGAL_REVIEWER: frozenset({Reach.CITY}),
    Role.JOINT_CONFERENCE: frozenset({Reach.CITY}),
    Role.SYSTEM: frozenset({Reach.HALL}),
}


@dataclass(frozen=True, slots=True)
class Post:
    """Where a person works; `hall` and `sector` are the codes of the units in them."""

    roles: tuple[str, ...]
    unit: str
    hall: frozenset[str] = frozenset()
    sector: frozenset[str] = frozenset()


def reaches(roles: Collection[str], act: Act) -> frozenset[Reach]:
    """How far the act goes: only roles that hold it count, not others of the same person."""
    held = (REACHES[role] for role in Role if role in roles and allowed([role], act))
    return frozenset().union(*held)


def reach_of(post: Post, act: Act, unit: str) -> Reach:
    """Why somebody may do the act on this unit's papers, the nearest reason; or refused (A5-1)."""
    require(post.roles, act)
    far = reaches(post.roles, act)
    found = next((each for each in Reach if each in far and _within(post, each, unit)), None)
    if found is None:
        raise Refused("A5-1", "reach.outside", act=str(act), unit=unit)
    return found


def within_reach(post: Post, act: Act, units: Iterable[str]) -> tuple[str, ...]:
    """Those of the units, in their order, on whose papers somebody may do the act (A5-1)."""
    require(post.roles, act)
    far = reaches(post.roles, act)
    return tuple(unit for unit in units if any(_within(post, each, unit) for each in far))


def _within(post: Post, reach: Reach, unit: str) -> bool:
    """A unit without a code is nobody's."""
    around = {Reach.UNIT: {post.unit}, Reach.HALL: post.hall, Reach.SECTOR: post.sector}
    return bool(unit.strip()) and (reach is Reach.CITY or unit in around[reach])
