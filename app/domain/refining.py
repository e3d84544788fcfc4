"""A county's or department's overlay made into a catalogue of its own version (PR-1).

An overlay can only add what refines: names of a proof, a way to fall back on, a situation that asks
for less, hours and guides of its own. That nothing is loosened by it is checked all the same.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.catalogue import Catalogue, Matter, Proof, Situation, Step, Unit, Way
from app.domain.check_plan import check_plans
from app.domain.guides import PROOF_WORD, check_judged
from app.domain.ladder import check_catalogue
from app.domain.office_hours import Hours
from app.domain.overlay import check_overlay
from app.errors import Refused

ELSEWHERE = ""  # the division of all that have no overlay of their own
NO_FALL_BACK = frozenset({Way.COMMITMENT, Way.CANCELLED})


class Maker(StrEnum):
    """Who may refine the city's catalogue (policy reading)."""

    COUNTY = "county"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Rung:
    """One more way for a proof of a matter, after all the city names."""

    matter: str
    situation: str
    proof: str
    step: Step


@dataclass(frozen=True, slots=True)
class OwnHours:
    """A unit's hours as the overlay has them."""

    hours: Hours
    invented: bool


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a county (its division) or a department (its unit's code) adds to one city version."""

    code: str
    maker: Maker
    version: str
    made_for: str
    title: str
    names: Mapping[str, tuple[str, ...]]  # proof: more names it must not be asked for by
    rungs: tuple[Rung, ...]
    situations: tuple[tuple[str, Situation], ...]  # each with its matter's code
    hours: Mapping[str, OwnHours]  # by unit
    guides: Mapping[str, str]  # by matter

    @property
    def mark(self) -> str:
        """What the version of a refined catalogue says of it."""
        return f"+{self.code}.{self.version}"


def by_division(city: Catalogue, overlays: Collection[Overlay]) -> dict[str, Catalogue]:
    """A department's overlay serves every hall, a county's those of its division only (PR-1)."""
    known: set[str] = set()
    for overlay in overlays:
        if overlay.code in known:
            raise Refused("A7-1", "overlay.twice", overlay=overlay.title, named=overlay.code)
        known.add(overlay.code)
    ordered = sorted(overlays, key=lambda each: each.code)
    shared = [each for each in ordered if each.maker is Maker.DEPARTMENT]
    counties = [each for each in ordered if each.maker is Maker.COUNTY]
    of_county = {county.code: refined(city, [*shared, county]) for county in counties}
    return {ELSEWHERE: refined(city, shared), **of_county}


def refined(city: Catalogue, overlays: Sequence[Overlay]) -> Catalogue:
    """The city's catalogue with these overlays in it, under a version that names them all.

    Refused when one was made for another version, reaches beyond its own, or loosens anything.
    """
    made = city
    for overlay in overlays:
        check_reach(city, overlay)
        made = _with_matters(_with_hours(made, overlay), overlay)
    for overlay in overlays:
        made = _with_names(made, overlay)
    _check_refined(city, made)
    return replace(made, version=city.version + "".join(each.mark for each in overlays))


def check_reach(city: Catalogue, overlay: Overlay) -> None:
    """Made for this version of the city's catalogue (A7-1), and about its own things only."""
    if overlay.made_for != city.version:
        facts = {"made_for": overlay.made_for, "version": city.version}
        raise Refused("A7-1", "overlay.other-version", overlay=overlay.title, **facts)
    units = {unit.code: unit for unit in city.units}
    matters = {matter.code: matter for matter in city.matters}
    touched = [*overlay.guides, *(code for code, _ in overlay.situations)]
    touched += [rung.matter for rung in overlay.rungs]
    _known(overlay, overlay.hours, units)
    _known(overlay, touched, matters)
    _known(overlay, overlay.names, {proof.code for proof in city.proofs()})
    for code in overlay.hours:
        _own(overlay, units[code])
    if overlay.maker is Maker.DEPARTMENT:
        for code in touched:
            _own(overlay, matters[code].unit)


def _known(overlay: Overlay, codes: Iterable[str], known: Collection[str]) -> None:
    for code in codes:
        if code not in known:
            raise Refused("A7-1", "overlay.unknown", overlay=overlay.title, named=code)


def _own(overlay: Overlay, unit: Unit) -> None:
    """A county's own units lie in it; a department's are itself and those it guides (A24-1)."""
    county = overlay.maker is Maker.COUNTY
    if overlay.code not in ({unit.division} if county else {unit.code, unit.sector}):
        raise Refused("A7-1", "overlay.not-own", overlay=overlay.title, unit=unit.name)


def _with_hours(catalogue: Catalogue, overlay: Overlay) -> Catalogue:
    units = {unit.code: _unit(unit, overlay.hours.get(unit.code)) for unit in catalogue.units}
    matters = tuple(replace(each, unit=units[each.unit.code]) for each in catalogue.matters)
    return replace(catalogue, units=tuple(units.values()), matters=matters)


def _unit(unit: Unit, own: OwnHours | None) -> Unit:
    return unit if own is None else replace(unit, hours=own.hours, hours_invented=own.invented)


def _with_matters(catalogue: Catalogue, overlay: Overlay) -> Catalogue:
    matters = [_with_own(overlay, matter) for matter in catalogue.matters]
    for rung in overlay.rungs:
        matters = [_with_rung(overlay, matter, rung) for matter in matters]
    return replace(catalogue, matters=tuple(matters))


def _with_own(overlay: Overlay, matter: Matter) -> Matter:
    """The matter with guide and situations of the overlay's own."""
    situations = matter.situations
    for code, own in overlay.situations:
        if code == matter.code:
            _check_own_situation(overlay, matter, own, situations)
            situations = (*situations, own)
    guide = overlay.guides.get(matter.code, matter.guide)
    return replace(matter, situations=situations, guide=guide)


def _check_own_situation(
    overlay: Overlay, matter: Matter, own: Situation, known: Sequence[Situation]
) -> None:
    """It has a code of its own, and asks for less than one of the matter's (A15-2)."""
    if own.code in {situation.code for situation in known}:
        raise Refused("A7-1", "overlay.situation-twice", overlay=overlay.title, named=own.code)
    if not any(set(own.materials) < set(each.materials) for each in matter.situations):
        raise Refused("A15-2", "overlay.not-fewer", situation=own.name, matter=matter.name)


def _with_rung(overlay: Overlay, matter: Matter, rung: Rung) -> Matter:
    """The matter with one more way to fall back on; nobody falls back on a commitment (A3-1)."""
    if matter.code != rung.matter:
        return matter
    if rung.step.way in NO_FALL_BACK:
        raise Refused("A3-1", "overlay.no-fall-back", proof=rung.proof, way=str(rung.step.way))
    _known(overlay, [rung.situation], {situation.code for situation in matter.situations})
    proofs = {rule.proof.code for rule in matter.situation(rung.situation).proofs}
    _known(overlay, [rung.proof], proofs)
    situations = tuple(
        _lower(each, rung) if each.code == rung.situation else each for each in matter.situations
    )
    return replace(matter, situations=situations)


def _lower(situation: Situation, rung: Rung) -> Situation:
    rules = tuple(
        replace(rule, ladder=(*rule.ladder, rung.step)) if rule.proof.code == rung.proof else rule
        for rule in situation.proofs
    )
    return replace(situation, proofs=rules)


def _with_names(catalogue: Catalogue, overlay: Overlay) -> Catalogue:
    """Every rule about a proof knows the names added to it (A7-3)."""
    _check_names(catalogue, overlay)
    proofs = {proof.code: _named(proof, overlay) for proof in catalogue.proofs()}
    matters = tuple(
        replace(matter, situations=tuple(_about(each, proofs) for each in matter.situations))
        for matter in catalogue.matters
    )
    return replace(catalogue, matters=matters)


def _check_names(catalogue: Catalogue, overlay: Overlay) -> None:
    """A name says 证明 and is nobody else's: else an own paper could no longer be asked for."""
    taken = {name: each.code for each in catalogue.proofs() for name in (each.name, *each.names)}
    for code, names in overlay.names.items():
        for name in names:
            if PROOF_WORD not in name or taken.get(name, code) != code:
                raise Refused("A7-3", "overlay.alias", overlay=overlay.title, name=name)


def _named(proof: Proof, overlay: Overlay) -> Proof:
    added = (name for name in overlay.names.get(proof.code, ()) if name not in proof.names)
    return replace(proof, names=(*proof.names, *added))


def _about(situation: Situation, proofs: Mapping[str, Proof]) -> Situation:
    rules = (replace(rule, proof=proofs[rule.proof.code]) for rule in situation.proofs)
    return replace(situation, proofs=tuple(rules))


def _check_refined(city: Catalogue, made: Catalogue) -> None:
    """What was made loosens nothing and may be published like any other (PR-1)."""
    check_overlay(city, made)
    check_catalogue(made)
    check_plans(made)
    check_judged(made)
