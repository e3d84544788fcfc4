"""Figures for evaluation, interview and appraisal (Art. 21-23)."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.catalogue import Way
from app.domain.evaluation import (
    Evaluation,
    Figures,
    Proposal,
    Row,
    again,
    check_formulas,
    close,
    evaluate,
    in_time,
    major_problems,
    mark,
    propose_interview,
)
from app.domain.policy import Formula
from tests.domain.refusals import refuses

FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)
GOOD = Figures("U2", 120, 0, {Way.COMMITMENT: 80, Way.INQUIRY: 40}, 40, 0, 0, 0)
WEAK = Figures("U1", 50, 2, {Way.INQUIRY: 50}, 50, 10, 3, 1)
ONE = Formula("1", demanded=10, breach=5, complaint=1)
TWO = Formula("2", demanded=20, breach=7, complaint=3)
TABLE = evaluate(FIRST, LAST, [GOOD, WEAK], ONE)


@pytest.mark.parametrize(
    ("asked", "late", "said"), [(0, 0, 100), (3, 1, 66), (4, 4, 0), (50, 10, 80), (1, 0, 100)]
)
def test_answers_in_time_are_per_cent(asked: int, late: int, said: int) -> None:
    assert in_time(replace(GOOD, inquiries=asked, late=late)) == said


@pytest.mark.parametrize(
    ("changes", "first", "second"),
    [
        ({}, 100, 100),
        ({"demanded": 1}, 90, 80),
        ({"breaches": 1}, 95, 93),
        ({"complaints": 1}, 99, 97),
        ({"late": 10}, 75, 75),
        ({"demanded": 10}, 0, 0),
        ({"demanded": 11}, 0, 0),
    ],
)
def test_a_formula_weighs_what_it_says(changes: dict[str, int], first: int, second: int) -> None:
    figures = replace(GOOD, **changes)  # type: ignore[arg-type]
    assert (mark(figures, ONE), mark(figures, TWO)) == (first, second)


@pytest.mark.parametrize("field", ["demanded", "breach", "complaint"])
def test_a_fault_that_costs_nothing_and_a_formula_without_version_are_refused(field: str) -> None:
    for cost in (0, -1):
        free = replace(ONE, **{field: cost})  # type: ignore[arg-type]
        with refuses("A23-1", "evaluation.formula", formula="1"):
            evaluate(FIRST, LAST, [GOOD], free)
    evaluate(FIRST, LAST, [GOOD], replace(ONE, **{field: 1}))  # type: ignore[arg-type]
    with refuses("A23-1", "evaluation.formula", formula=" "):
        evaluate(FIRST, LAST, [GOOD], replace(ONE, version=" "))


def test_a_version_names_one_formula() -> None:
    check_formulas([ONE, ONE, TWO])
    with refuses("A23-1", "evaluation.version-twice", formula="1"):
        check_formulas([ONE, TWO, replace(TWO, version="1")])
    with refuses("A23-1", "evaluation.formula", formula="2"):
        check_formulas([ONE, replace(TWO, breach=0)])


def test_a_table_lists_units_in_order_with_its_period_and_formula() -> None:
    table = evaluate(FIRST, LAST, [GOOD, WEAK], ONE)
    assert table.rows == (Row(WEAK, 52), Row(GOOD, 100))
    assert (TABLE.first, TABLE.last, TABLE.formula, TABLE.closed) == (FIRST, LAST, ONE, False)
    assert evaluate(FIRST, FIRST, [], ONE) == Evaluation(FIRST, FIRST, ONE, ())


def test_a_period_turned_round_is_refused() -> None:
    with refuses("A23-1", "evaluation.period", first="2026-09-30"):
        evaluate(LAST, FIRST, [GOOD], ONE)


def test_a_closed_period_stands() -> None:
    with refuses("A23-1", "evaluation.not-over", last="2026-09-30"):
        close(TABLE, LAST)
    closed = close(TABLE, date(2026, 10, 1))
    assert closed == replace(TABLE, closed=True)
    with refuses("A23-1", "evaluation.closed", last="2026-09-30"):
        again(closed, [GOOD], ONE)


def test_an_open_period_is_worked_out_anew() -> None:
    assert again(TABLE, [GOOD], TWO) == evaluate(FIRST, LAST, [GOOD], TWO)


def test_a_unit_that_demanded_a_proof_is_a_major_problem() -> None:
    assert major_problems(TABLE) == ("U1",)
    assert major_problems(again(TABLE, [GOOD], ONE)) == ()


def test_an_interview_is_proposed_for_a_unit_with_its_bad_effect() -> None:
    proposal = propose_interview(TABLE, "U1", "群众多次往返")
    assert proposal == Proposal("U1", "2026-07-01/2026-09-30", "群众多次往返")
    assert proposal.result == ""
    with refuses("A22-1", "evaluation.no-effect"):
        propose_interview(TABLE, "U1", " ")
    with refuses("A22-1", "evaluation.no-such-unit", unit="U3"):
        propose_interview(TABLE, "U3", "群众多次往返")
