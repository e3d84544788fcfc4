"""Figures by unit and period, for evaluation, interview and appraisal (Art. 21-23)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.catalogue import Way
from app.domain.forms import complete
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
    """A period's table; the formula's version belongs to it (A23-1)."""

    first: date
    last: date
    formula: str
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


def _formula_1(figures: Figures) -> int:
    """Timeliness, less 10 for every proof demanded, 5 a breach and 1 a complaint; proposed."""
    lost = 10 * figures.demanded + 5 * figures.breaches + figures.complaints
    return max(in_time(figures) - lost, 0)


FORMULAS: Mapping[str, Callable[[Figures], int]] = {"1": _formula_1}


def evaluate(first: date, last: date, figures: Collection[Figures], formula: str) -> Evaluation:
    """The table of a period under a known formula (A21-1)."""
    mark = FORMULAS.get(formula)
    if mark is None or last < first:
        raise Refused("A23-1", "evaluation.formula", formula=formula)
    rows = tuple(Row(one, mark(one)) for one in sorted(figures, key=lambda one: one.unit))
    return Evaluation(first, last, formula, rows)


def close(table: Evaluation, today: date) -> Evaluation:
    """The period is over and its table stands (A23-1)."""
    if today <= table.last:
        raise Refused("A23-1", "evaluation.not-over", last=table.last.isoformat())
    return replace(table, closed=True)


def again(table: Evaluation, figures: Collection[Figures], formula: str) -> Evaluation:
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
