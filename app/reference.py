"""Loads policy pack, catalogue, calendars and letters from resources/ into domain values."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import Any

from app.domain.catalogue import (
    Catalogue,
    Matter,
    Proof,
    ProofRule,
    Situation,
    Step,
    Unit,
    Way,
)
from app.domain.evaluation import check_formulas
from app.domain.ladder import check_catalogue
from app.domain.office_hours import Calendar, Hours, Year
from app.domain.policy import Formula, Pack, Rule, Settings
from app.errors import Refused
from app.signed_data import Content, read_folder
from resources import path as resource

PACK = "luzhou-2019-36"
PUBLIC_KEY = "policy/signing.pub"


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything the rules need that is data. `letters`: a template's table by its kind.

    `pack` is the one in use, `packs` every one that ships, by its pin: a case keeps its own.
    """

    pack: Pack
    catalogue: Catalogue
    calendar: Calendar
    letters: Mapping[str, Content]
    packs: Mapping[str, Pack]


def load(root: Path | None = None, pack: str = PACK) -> Reference:
    """What lies below `root` (resources/ when not given); Refused when it was altered."""
    root = root or resource("")
    key = public_key(root)
    by_file = {n: _pack(t) for n, t in read_folder(root / "policy", key, "A25-1").items()}
    catalogue = _catalogue(read_folder(root / "catalogue", key, "A6-1"), tuple(by_file.values()))
    check_catalogue(catalogue)
    check_formulas([each.settings.evaluation for each in by_file.values()])
    years = read_folder(root / "calendars", key, "A10-2").values()
    calendar = Calendar({year["year"]: _year(year) for year in years})
    letters = read_folder(root / "letters", key, "A8-5")
    by_kind = {name.removesuffix(".toml"): table for name, table in letters.items()}
    packs = {each.pin: each for each in by_file.values()}
    return Reference(by_file[f"{pack}.toml"], catalogue, calendar, by_kind, packs)


def under(reference: Reference, pin: str) -> Reference:
    """The same data under another pack; Refused when that pack or version does not ship (A25-1)."""
    if pin == reference.pack.pin:
        return reference
    if pin not in reference.packs:
        raise Refused("A25-1", "pack.unknown", pack=pin)
    return replace(reference, pack=reference.packs[pin])


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
    values["settings"] = _settings(table["settings"])
    return Pack(**values)


def _settings(table: Content) -> Settings:
    spans = tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in table["hours"])
    formula = Formula(**table["evaluation"])
    return Settings(**{**table, "hours": Hours(spans), "evaluation": formula})


def _catalogue(files: Mapping[str, Content], packs: tuple[Pack, ...]) -> Catalogue:
    """Held against every pack: whichever governs, no tag of a matter lacks its gate."""
    head = next(table for table in files.values() if "version" in table)
    units = {table["code"]: Unit(**table) for table in _rows(files, "units")}
    proofs = {table["code"]: table for table in _rows(files, "proofs")}
    known = {code: _proof(table) for code, table in proofs.items()}
    matters = []
    for table in _rows(files, "matters"):
        situations = tuple(_situation(each, proofs, known) for each in table["situations"])
        matters.append(_matter(table, units, situations, packs, head["training"]))
    return Catalogue(
        version=head["version"],
        title=head["title"],
        training=head["training"],
        units=tuple(units.values()),
        matters=tuple(matters),
    )


def _rows(files: Mapping[str, Content], kind: str) -> Iterable[Content]:
    for name in sorted(files):
        yield from files[name].get(kind, ())


def _proof(table: Content) -> Proof:
    return Proof(
        code=table["code"],
        name=table["name"],
        names=tuple(table["names"]),
        issuer=table["issuer"],
        basis=table["basis"],
        invented=table.get("invented", False),
    )


def _matter(
    table: Content,
    units: Mapping[str, Unit],
    situations: tuple[Situation, ...],
    packs: tuple[Pack, ...],
    training: bool,
) -> Matter:
    return Matter(
        code=table["code"],
        name=table["name"],
        initials=table["initials"],
        unit=units[table["unit"]],
        kind=table["kind"],
        categories=_tags(table["categories"], [each.categories for each in packs]),
        exclusions=_tags(table["exclusions"], [each.exclusions for each in packs]),
        situations=situations,
        words=tuple(table["words"]),
        training=training,
        invented=table.get("invented", False),
    )


def _tags(tags: Sequence[str], known: Iterable[Mapping[str, str]]) -> frozenset[str]:
    """A tag that a pack does not explain would silently lose its gate."""
    unknown = {tag for words in known for tag in tags if tag not in words}
    if unknown:
        raise ValueError(f"unknown tags in the catalogue: {sorted(unknown)}")
    return frozenset(tags)


def _situation(
    table: Content, proofs: Mapping[str, Content], known: Mapping[str, Proof]
) -> Situation:
    rules = tuple(_rule(rule, proofs, known) for rule in table["proofs"])
    return Situation(table["code"], table["name"], tuple(table["materials"]), rules)


def _rule(table: Content, proofs: Mapping[str, Content], known: Mapping[str, Proof]) -> ProofRule:
    """What is committed to stands with the proof; a matter may word it for itself."""
    texts: dict[str, Any] = {**proofs[table["proof"]], **table}
    return ProofRule(
        proof=known[table["proof"]],
        ladder=tuple(Step(**{**step, "way": Way(step["way"])}) for step in table["ladder"]),
        content=texts.get("content", ""),
        standard=texts.get("standard", ""),
    )
