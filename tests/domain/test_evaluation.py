"""Figures for evaluation, interview and appraisal (Art. 21-23)."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.catalogue import Way
from app.domain.evaluation import (
    FORMULAS,
    Evaluation,
    Figures,
    Proposal,
    again,
    close,
    evaluate,
    in_time,
    major_problems,
    propose_interview,
)
from tests.domain.refusals import refuses

FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)
GOOD = Figures("U2", 120, 0, {Way.COMMITMENT: 80, Way.INQUIRY: 40}, 40, 0, 0, 0)
WEAK = Figures("U1", 50, 2, {Way.INQUIRY: 50}, 50, 10, 3, 1)
TABLE = evaluate(FIRST, LAST, [GOOD, WEAK], "1")


@pytest.mark.parametrize(
    ("asked", "late", "said"), [(0, 0, 100), (3, 1, 66), (4, 4, 0), (50, 10, 80), (1, 0, 100)]
)
def test_answers_in_time_are_per_cent(asked: int, late: int, said: int) -> None:
    assert in_time(replace(GOOD, inquiries=asked, late=late)) == said


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({}, 100),
        ({"demanded": 1}, 90),
        ({"breaches": 1}, 95),
        ({"complaints": 1}, 99),
        ({"late": 10}, 75),
        ({"demanded": 20}, 0),
    ],
)
def test_the_first_formula_weighs_what_it_says(changes: dict[str, int], mark: int) -> None:
    assert FORMULAS["1"](replace(GOOD, **changes)) == mark  # type: ignore[arg-type]


def test_a_table_lists_units_in_order_with_its_period_and_formula() -> None:
    assert [(row.figures, row.mark) for row in TABLE.rows] == [(WEAK, 52), (GOOD, 100)]
    assert (TABLE.first, TABLE.last, TABLE.formula, TABLE.closed) == (FIRST, LAST, "1", False)
    assert evaluate(FIRST, FIRST, [], "1") == Evaluation(FIRST, FIRST, "1", ())


def test_an_unknown_formula_and_a_period_turned_round_are_refused() -> None:
    with refuses("A23-1", "evaluation.formula", formula="2"):
        evaluate(FIRST, LAST, [GOOD], "2")
    with refuses("A23-1", "evaluation.formula"):
        evaluate(LAST, FIRST, [GOOD], "1")


def test_a_closed_period_stands() -> None:
    with refuses("A23-1", "evaluation.not-over", last="2026-09-30"):
        close(TABLE, LAST)
    closed = close(TABLE, date(2026, 10, 1))
    assert closed == replace(TABLE, closed=True)
    with refuses("A23-1", "evaluation.closed", last="2026-09-30"):
        again(closed, [GOOD], "1")


def test_an_open_period_is_worked_out_anew() -> None:
    assert again(TABLE, [GOOD], "1") == evaluate(FIRST, LAST, [GOOD], "1")


def test_a_unit_that_demanded_a_proof_is_a_major_problem() -> None:
    assert major_problems(TABLE) == ("U1",)
    assert major_problems(again(TABLE, [GOOD], "1")) == ()


def test_an_interview_is_proposed_for_a_unit_with_its_bad_effect() -> None:
    proposal = propose_interview(TABLE, "U1", "群众多次往返")
    assert proposal == Proposal("U1", "2026-07-01/2026-09-30", "群众多次往返")
    assert proposal.result == ""
    with refuses("A22-1", "evaluation.no-effect"):
        propose_interview(TABLE, "U1", " ")
    with refuses("A22-1", "evaluation.no-such-unit", unit="U3"):
        propose_interview(TABLE, "U3", "群众多次往返")
