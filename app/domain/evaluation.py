"""Figures by unit and period, for evaluation, interview and appraisal (Art. 21-23)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.catalogue import Way
from app.domain.forms import complete
from app.domain.policy import Formula
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Figures:
    """What one unit did in one period; `demanded` must be 0 everywhere (A7-2)."""

    unit: str
    cases: int
    demanded: int
    ways: Mapping[Way, int]
    inquiries: int
    late: int
    complaints: int
    breaches: int


@dataclass(frozen=True, slots=True)
class Row:
    """A unit's figures with their mark."""

    figures: Figures
    mark: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A period's table; the formula with its version belongs to it (A23-1)."""

    first: date
    last: date
    formula: Formula
    rows: tuple[Row, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """The joint conference asks the government for an interview (约谈; A22-1)."""

    unit: str
    period: str
    effect: str
    result: str = ""


def in_time(figures: Figures) -> int:
    """Answers in time, per cent, rounded down; all of nothing is 100."""
    if not figures.inquiries:
        return 100
    return 100 * (figures.inquiries - figures.late) // figures.inquiries


def mark(figures: Figures, formula: Formula) -> int:
    """Timeliness, less what each proof demanded, breach and complaint costs; never below 0."""
    lost = (
        formula.demanded * figures.demanded
        + formula.breach * figures.breaches
        + formula.complaint * figures.complaints
    )
    return max(in_time(figures) - lost, 0)


def check_formula(formula: Formula) -> None:
    """Refused without a version, or when a fault costs nothing (A23-1, A7-2)."""
    least = min(formula.demanded, formula.breach, formula.complaint)
    if not formula.version.strip() or least < 1:
        raise Refused("A23-1", "evaluation.formula", formula=formula.version)


def check_formulas(formulas: Collection[Formula]) -> None:
    """Every formula is sound, and no version names two of them (A23-1)."""
    known: dict[str, Formula] = {}
    for formula in formulas:
        check_formula(formula)
        if known.setdefault(formula.version, formula) != formula:
            raise Refused("A23-1", "evaluation.version-twice", formula=formula.version)


def evaluate(first: date, last: date, figures: Collection[Figures], formula: Formula) -> Evaluation:
    """The table of a period under the pack's formula (A21-1)."""
    check_formula(formula)
    if last < first:
        raise Refused("A23-1", "evaluation.period", first=first.isoformat())
    rows = tuple(Row(one, mark(one, formula)) for one in sorted(figures, key=lambda one: one.unit))
    return Evaluation(first, last, formula, rows)


def close(table: Evaluation, today: date) -> Evaluation:
    """The period is over and its table stands (A23-1)."""
    if today <= table.last:
        raise Refused("A23-1", "evaluation.not-over", last=table.last.isoformat())
    return replace(table, closed=True)


def again(table: Evaluation, figures: Collection[Figures], formula: Formula) -> Evaluation:
    """The table anew; refused for a closed period, with whichever formula (A23-1)."""
    if table.closed:
        raise Refused("A23-1", "evaluation.closed", last=table.last.isoformat())
    return evaluate(table.first, table.last, figures, formula)


def major_problems(table: Evaluation) -> tuple[str, ...]:
    """Units where a proof was demanded all the same: told to the government (A21-1, A7-2)."""
    return tuple(row.figures.unit for row in table.rows if row.figures.demanded)


def propose_interview(table: Evaluation, unit: str, effect: str) -> Proposal:
    """For a unit of the table, with the bad effect its work had (A22-1)."""
    complete("A22-1", "evaluation.no-effect", effect=effect)
    if all(row.figures.unit != unit for row in table.rows):
        raise Refused("A22-1", "evaluation.no-such-unit", unit=unit)
    return Proposal(unit, f"{table.first}/{table.last}", effect)
