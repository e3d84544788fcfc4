"""The signed tables of the catalogue as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from app.domain.catalogue import (
    Catalogue,
    CheckPlan,
    CheckRow,
    Credit,
    Matter,
    Proof,
    ProofRule,
    Situation,
    Step,
    Unit,
    Way,
)
from app.domain.four_questions import Answers, Judged, Verdict
from app.domain.office_hours import hours_from
from app.domain.policy import Pack
from app.domain.refining import Maker, Overlay, OwnHours, Rung
from app.errors import Refused
from app.signed_data import Content

QUESTIONS = frozenset(field.name for field in fields(Answers))


def read_catalogue(files: Mapping[str, Content], packs: tuple[Pack, ...]) -> Catalogue:
    """Held against every pack: whichever governs, no tag of a matter lacks its gate."""
    head = next(table for table in files.values() if "version" in table)
    units = {table["code"]: _unit(table) for table in _rows(files, "units")}
    proofs = {table["code"]: table for table in _rows(files, "proofs")}
    known = {code: _proof(table) for code, table in proofs.items()}
    plans = {table["code"]: _check_plan(table) for table in _rows(files, "check_plans")}
    matters = []
    for table in _rows(files, "matters"):
        situations = tuple(_situation(each, proofs, known) for each in table["situations"])
        matter = _matter(table, units, situations, packs, head["training"])
        matters.append(replace(matter, check_plan=plans.get(table.get("check_plan", ""))))
    return Catalogue(
        version=head["version"],
        title=head["title"],
        training=head["training"],
        units=tuple(units.values()),
        matters=tuple(matters),
        materials=tuple(_material(table) for table in _rows(files, "materials")),
    )


def read_overlay(table: Content, catalogue: Mapping[str, Content]) -> Overlay:
    """An overlay; its proofs are those of the city's files, by code."""
    proofs = {row["code"]: row for row in _rows(catalogue, "proofs")}
    known = {code: _proof(row) for code, row in proofs.items()}
    return Overlay(
        code=table["code"],
        maker=Maker(table["maker"]),
        version=table["version"],
        made_for=table["made_for"],
        title=table["title"],
        names={row["proof"]: tuple(row["names"]) for row in table.get("names", ())},
        rungs=tuple(_rung(row) for row in table.get("rungs", ())),
        situations=tuple(
            (row["matter"], _situation(row, proofs, known)) for row in table.get("situations", ())
        ),
        hours={row["unit"]: _own_hours(row) for row in table.get("hours", ())},
        guides={row["matter"]: row["guide"] for row in table.get("guides", ())},
    )


def _rung(row: Content) -> Rung:
    return Rung(row["matter"], row["situation"], row["proof"], _step(row["step"]))


def _own_hours(row: Content) -> OwnHours:
    return OwnHours(hours_from(row["spans"], row["unit"]), row.get("invented", False))


def _rows(files: Mapping[str, Content], kind: str) -> Iterable[Content]:
    for name in sorted(files):
        yield from files[name].get(kind, ())


def _unit(table: Content) -> Unit:
    """A unit may have hours of its own (A10-1, AMB-03)."""
    values = dict(table)
    if "hours" in values:
        values["hours"] = hours_from(values["hours"], table["name"])
    return Unit(**values)


def _proof(table: Content) -> Proof:
    return Proof(
        code=table["code"],
        name=table["name"],
        names=tuple(table["names"]),
        issuer=table["issuer"],
        basis=table["basis"],
        invented=table.get("invented", False),
        judged=_judged(table, Verdict.PROOF),
    )


def _material(table: Content) -> Judged:
    """A material of the catalogue that somebody judged; unjudged rows have no business there."""
    judged = _judged(table, Verdict(table["listed"]))
    if judged is None:
        raise Refused("A2-1", "material.nobody-judged", material=table["name"])
    return judged


def _judged(table: Content, listed: Verdict) -> Judged | None:
    """The four answers; with one of them missing nobody has judged (A2-1)."""
    given = table.get("judged", {})
    if not given.keys() >= QUESTIONS:
        return None
    answers = Answers(**{question: given[question] is True for question in QUESTIONS})
    return Judged(table["name"], answers, given.get("by", ""), given.get("on", ""), listed)


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
        offline_ok=table.get("offline_ok", False),
        recommended=_field(table.get("recommended", ""), packs),
        guide=table.get("guide", ""),
    )


def _check_plan(table: Content) -> CheckPlan:
    rows = tuple(
        CheckRow(
            Credit(row["credit"]), row["committed"], row["others"], Way(row["how"]), row["days"]
        )
        for row in table["rows"]
    )
    return CheckPlan(table["code"], table["name"], rows)


def _field(tag: str, packs: Iterable[Pack]) -> str:
    """A field of No. 42, or none."""
    return next(iter(_tags([tag] if tag else [], [each.recommended for each in packs])), "")


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
        ladder=tuple(_step(step) for step in table["ladder"]),
        content=texts.get("content", ""),
        standard=texts.get("standard", ""),
    )


def _step(row: Content) -> Step:
    return Step(**{**row, "way": Way(row["way"])})
