"""Loads policy pack, catalogue, calendars and letters from resources/ into domain values."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.catalogue_data import read_catalogue, read_overlay
from app.domain.catalogue import Catalogue
from app.domain.check_plan import check_plans
from app.domain.evaluation import check_formulas
from app.domain.guides import check_judged
from app.domain.ladder import check_catalogue
from app.domain.office_hours import Calendar, Year, hours_from
from app.domain.policy import Formula, Pack, Rule, Settings
from app.domain.refining import ELSEWHERE, by_division
from app.domain.units import check_units
from app.errors import Refused
from app.signed_data import Content, read_folder
from resources import path as resource

PACK = "luzhou-2019-36"
PUBLIC_KEY = "policy/signing.pub"


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything the rules need that is data. `letters`: a template's table by its kind.

    `pack` is the one in use, `packs` every one that ships, by its pin: a case keeps its own.
    `catalogue` is the one in use, `refined` are those of the divisions, made of the city's.
    """

    pack: Pack
    catalogue: Catalogue
    calendar: Calendar
    letters: Mapping[str, Content]
    packs: Mapping[str, Pack]
    refined: Mapping[str, Catalogue]

    def catalogue_for(self, division: str) -> Catalogue:
        """The city's catalogue as the departments and this county have refined it (PR-1)."""
        return self.refined.get(division, self.refined[ELSEWHERE])

    def catalogues(self) -> dict[str, Catalogue]:
        """Every catalogue a case may be pinned to, by its version."""
        return {each.version: each for each in (self.catalogue, *self.refined.values())}


def load(root: Path | None = None, pack: str = PACK) -> Reference:
    """What lies below `root` (resources/ when not given); Refused when it was altered."""
    root = root or resource("")
    key = public_key(root)
    by_file = {n: _pack(t) for n, t in read_folder(root / "policy", key, "A25-1").items()}
    files = read_folder(root / "catalogue", key, "A6-1")
    catalogue = read_catalogue(files, tuple(by_file.values()))
    check_catalogue(catalogue)
    check_plans(catalogue)
    check_units(catalogue)
    check_judged(catalogue)
    check_formulas([each.settings.evaluation for each in by_file.values()])
    years = read_folder(root / "calendars", key, "A10-2").values()
    calendar = Calendar({year["year"]: _year(year) for year in years})
    letters = read_folder(root / "letters", key, "A8-5")
    by_kind = {name.removesuffix(".toml"): table for name, table in letters.items()}
    packs = {each.pin: each for each in by_file.values()}
    tables = read_folder(root / "overlays", key, "A7-1").values()
    own = by_division(catalogue, [read_overlay(table, files) for table in tables])
    return Reference(by_file[f"{pack}.toml"], catalogue, calendar, by_kind, packs, own)


def under(reference: Reference, pin: str) -> Reference:
    """The same data under another pack; Refused when that pack or version does not ship (A25-1)."""
    if pin == reference.pack.pin:
        return reference
    if pin not in reference.packs:
        raise Refused("A25-1", "pack.unknown", pack=pin)
    return replace(reference, pack=reference.packs[pin])


def of_division(reference: Reference, division: str) -> Reference:
    """The same data with the catalogue of a county's halls (PR-1)."""
    return replace(reference, catalogue=reference.catalogue_for(division))


def public_key(root: Path) -> bytes:
    """The key that signed what ships with the program."""
    try:
        return base64.b64decode((root / PUBLIC_KEY).read_bytes().strip(), validate=True)
    except (OSError, ValueError):
        raise Refused("A25-1", "reference.unreadable", file=PUBLIC_KEY) from None


def _year(table: Content) -> Year:
    off, work = (frozenset(map(date.fromisoformat, table[key])) for key in ("off", "work"))
    return Year(table["year"], table["source"], off, work)


def _pack(table: Content) -> Pack:
    dates = ("issued", "valid_from", "valid_until", "valid_until_other_reading")
    values = {**table, **{name: date.fromisoformat(table[name]) for name in dates}}
    values["remarks"] = tuple(table["remarks"])
    values["rules"] = tuple(Rule(**rule) for rule in table.get("rules", ()))
    values["settings"] = _settings(table["settings"], table["number"])
    return Pack(**values)


def _settings(table: Content, number: str) -> Settings:
    hours = hours_from(table["hours"], number)
    return Settings(**{**table, "hours": hours, "evaluation": Formula(**table["evaluation"])})
