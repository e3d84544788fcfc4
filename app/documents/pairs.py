"""Inquiry and feedback letter for each proof, and the fields that may be asked (A9-2, A11-1)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.documents import official_templates
from app.documents.official_templates import OfficialTemplate
from app.documents.templates import problems_of
from app.domain.catalogue import Catalogue, Way
from app.errors import Refused

ROWS = "asked"
LONGEST_FIELD = 16  # the name of a fact, no sentence
LONGEST_SUBJECT = 16  # it stands in a title


@dataclass(frozen=True, slots=True)
class Row:
    """What is asked about one proof; `source` is where the asked unit looks."""

    proof: str
    subject: str
    question: str
    source: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Both letters of one proof: the common frame with the proof's own row."""

    row: Row
    version: str
    inquiry: OfficialTemplate
    feedback: OfficialTemplate

    @property
    def fields(self) -> frozenset[str]:
        """The whitelist of A11-1."""
        return frozenset(self.row.fields)

    @property
    def inquiry_template(self) -> str:
        """What an arrangement calls the proof's inquiry letter."""
        return f"inquiry-{self.row.proof} {self.inquiry.version}/{self.version}"

    @property
    def feedback_template(self) -> str:
        """What an arrangement calls the proof's feedback letter."""
        return f"feedback-{self.row.proof} {self.feedback.version}/{self.version}"


def pair_for(letters: Mapping[str, Mapping[str, Any]], proof_code: str) -> Pair:
    """The proof's pair; refused when nobody made one (A9-2)."""
    table = letters.get(ROWS, {})
    row = next((each for each in rows(table) if each.proof == proof_code), None)
    if row is None:
        raise Refused("A9-2", "inquiry.no-template", missing="inquiry, feedback")
    inquiry, feedback = (official_templates.load(letters, k) for k in ("inquiry", "feedback"))
    return Pair(row, str(table["version"]), inquiry, feedback)


def rows(table: Mapping[str, Any]) -> tuple[Row, ...]:
    """Every proof's row; raises Refused("A9-2", …) when one may not be used."""
    read = tuple(_row(each) for each in table.get("rows", ()))
    for problem, where in problems(str(table.get("version", "")), read):
        raise Refused("A9-2", "template.incomplete", problem=problem, where=where)
    return read


def problems(version: str, read: tuple[Row, ...]) -> Iterator[tuple[str, str]]:
    """What is wrong, as (kind of problem, where)."""
    if not version:
        yield "missing", "version"
    codes = [row.proof for row in read]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield "element twice", code
    for row in read:
        yield from _problems(row)


def check_pairs(table: Mapping[str, Any], catalogue: Catalogue) -> None:
    """A pair for every proof whose ladder has an inquiry, and no row for a proof nobody knows."""
    made = {row.proof for row in rows(table)}
    for code in sorted(asked_about(catalogue) - made):
        raise Refused("A9-2", "template.incomplete", problem="missing", where=code)
    for code in sorted(made - {proof.code for proof in catalogue.proofs()}):
        raise Refused("A9-2", "template.incomplete", problem="unknown proof", where=code)


def asked_about(catalogue: Catalogue) -> frozenset[str]:
    """Proofs that some ladder replaces by an inquiry, on whichever rung."""
    every = (rule for m in catalogue.matters for s in m.situations for rule in s.proofs)
    return frozenset(
        rule.proof.code for rule in every if any(step.way is Way.INQUIRY for step in rule.ladder)
    )


def _problems(row: Row) -> Iterator[tuple[str, str]]:
    for name in ("proof", "subject", "question", "source"):
        yield from problems_of(f"{row.proof} {name}", getattr(row, name), frozenset())
    if len(row.subject) > LONGEST_SUBJECT:
        yield "too long", f"{row.proof} subject"
    if not row.fields:
        yield "missing", f"{row.proof} fields"
    for field in row.fields:
        yield from problems_of(f"{row.proof} fields", field, frozenset())
        if len(field) > LONGEST_FIELD or row.fields.count(field) > 1:
            yield "no short name of one fact", f"{row.proof} {field}"


def _row(data: Mapping[str, Any]) -> Row:
    return Row(
        proof=str(data.get("proof", "")),
        subject=str(data.get("subject", "")),
        question=str(data.get("question", "")),
        source=str(data.get("source", "")),
        fields=tuple(str(field) for field in data.get("fields", ())),
    )
