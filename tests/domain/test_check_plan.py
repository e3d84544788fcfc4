"""Later checks by risk and credit: the draw is fair, and the plans that ship are (No. 42)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue, CheckPlan, CheckRow, Credit, Matter, Unit, Way
from app.domain.check_plan import (
    Drawn,
    Handled,
    check_matter,
    check_plan,
    check_plans,
    draw,
    lot,
    row_for,
    share,
)
from tests.domain.refusals import refuses

UNIT = Unit("11", "训练·单位", "行政机关")
DAY = date(2026, 11, 23)
ROWS = (
    CheckRow(Credit.GOOD, 0, 10, Way.DATA_SHARING, 30),
    CheckRow(Credit.ORDINARY, 20, 20, Way.INQUIRY, 20),
    CheckRow(Credit.POOR, 50, 100, Way.INVESTIGATION, 0),
)
PLAN = CheckPlan("x", "某风险", ROWS)
LOTS = [15, 73, 74, 64, 6, 62, 21, 76]  # of the first eight cases under the seed 2026-10
# plan → credit → committed, others, how, days; written here a second time
SHIPPED = {
    "low": {
        "good": (0, 0, "data-sharing", 30),
        "ordinary": (5, 5, "data-sharing", 30),
        "poor": (20, 20, "inquiry", 15),
    },
    "middle": {
        "good": (5, 5, "data-sharing", 30),
        "ordinary": (20, 20, "inquiry", 20),
        "poor": (50, 50, "investigation", 10),
    },
    "high": dict.fromkeys(("good", "ordinary", "poor"), (100, 100, "investigation", 0)),
}
# verify-first is never in it; these are kept out for their risk
NOT_OFFLINE = {"130106", "130108", "150102", "160103", "170103", "200101", "210103"}


def with_row(place: int, **changes: Any) -> CheckPlan:
    rows = list(ROWS)
    rows[place] = replace(rows[place], **changes)
    return replace(PLAN, rows=tuple(rows))


def handled(number: int, credit: Credit = Credit.ORDINARY, *, committed: bool = True) -> Handled:
    return Handled(f"510502-T03-2026-{number:06}", credit, committed, DAY)


def test_a_lot_is_the_seed_and_the_number_and_nothing_else() -> None:
    lots = [lot("2026-10", handled(n).case_number) for n in range(1, 9)]
    assert lots == LOTS
    assert [lot("2026-12", handled(n).case_number) for n in range(1, 9)] != LOTS


@pytest.mark.parametrize(("seed", "number"), [("", "n"), (" ", "n"), ("s", ""), ("s", " ")])
def test_a_draw_without_seed_or_number_is_none(seed: str, number: str) -> None:
    missing = "case" if seed == "s" else "seed"
    with refuses("No.42", "check-plan.no-seed", missing=missing):
        lot(seed, number)


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_a_lot_lies_in_a_hundred(seed: str, number: str) -> None:
    assert 0 <= lot(seed, number) <= 99


def test_lots_are_spread_evenly() -> None:
    lots = [lot("2026-10", handled(n).case_number) for n in range(20_000)]
    for tenth in range(10):
        assert 1800 < sum(10 * tenth <= each < 10 * tenth + 10 for each in lots) < 2200
    assert set(lots) == set(range(100))


def test_who_is_drawn_is_told_how_and_by_when() -> None:
    cases = [handled(n, credit) for n in range(1, 9) for credit in Credit]
    found = draw(PLAN, cases, "2026-10")
    assert found == tuple(
        Drawn(case.case_number, how, due)
        for case, drawn in zip(cases, (each for each in LOTS for _ in Credit), strict=True)
        for credit, below, how, due in (
            (Credit.ORDINARY, 20, Way.INQUIRY, date(2026, 12, 13)),
            (Credit.POOR, 50, Way.INVESTIGATION, DAY),
        )
        if case.credit is credit and drawn < below
    )
    assert 0 < len(found) < len(cases)


def test_a_share_is_exact_at_its_edge() -> None:
    case = handled(1)
    for share_of, drawn in ((LOTS[0], False), (LOTS[0] + 1, True), (0, False), (100, True)):
        plan = with_row(1, committed=share_of, others=share_of)
        assert bool(draw(plan, [case], "2026-10")) is drawn


def test_free_of_check_is_free_and_all_is_all() -> None:
    many = [handled(n, Credit.GOOD) for n in range(300)]
    assert draw(PLAN, many, "2026-10") == ()
    others = [handled(n, Credit.POOR, committed=False) for n in range(300)]
    assert len(draw(PLAN, others, "2026-10")) == 300


@given(st.integers(0, 10**6), st.sampled_from(Credit), st.text("ab", min_size=1))
def test_whoever_commits_is_never_drawn_where_another_would_not_be(
    number: int, credit: Credit, seed: str
) -> None:
    if draw(PLAN, [handled(number, credit)], seed):
        assert draw(PLAN, [handled(number, credit, committed=False)], seed)


@given(st.lists(st.integers(0, 500), unique=True))
def test_the_company_a_case_is_in_changes_nothing(numbers: list[int]) -> None:
    alone = [each for n in numbers for each in draw(PLAN, [handled(n)], "2026-10")]
    assert list(draw(PLAN, [handled(n) for n in numbers], "2026-10")) == alone


def test_the_share_is_that_of_credit_and_commitment() -> None:
    assert [share(PLAN, credit, committed=True) for credit in Credit] == [0, 20, 50]
    assert [share(PLAN, credit, committed=False) for credit in Credit] == [10, 20, 100]
    assert row_for(PLAN, Credit.POOR) is ROWS[2]


def test_a_fair_plan_is_kept() -> None:
    check_plan(PLAN)
    check_plan(with_row(0, committed=10))
    check_plan(with_row(0, committed=20, others=20))
    check_plan(with_row(1, committed=0, others=100))
    check_plan(with_row(1, committed=50, others=50))
    check_plan(with_row(2, committed=100))
    assert [str(credit) for credit in Credit] == ["good", "ordinary", "poor"]


@pytest.mark.parametrize("place", range(3))
def test_a_plan_that_checks_those_who_commit_more_is_refused(place: int) -> None:
    worse = ROWS[place].others + 1
    changes = {"committed": worse} if worse <= 100 else {"committed": 100, "others": 99}
    with refuses("No.42", "check-plan.worse", plan="某风险", share=changes["committed"]):
        check_plan(with_row(place, **changes))


@pytest.mark.parametrize(
    "rows", [(), ROWS[:2], ROWS[1:], (*ROWS, ROWS[0]), (ROWS[0], ROWS[0], ROWS[2])]
)
def test_each_credit_has_one_row(rows: tuple[CheckRow, ...]) -> None:
    with refuses("No.42", "check-plan.credits", plan="某风险"):
        check_plan(replace(PLAN, rows=rows))


@pytest.mark.parametrize(
    "changes",
    [
        {"committed": -1},
        {"committed": -2, "others": -1},
        {"committed": 101, "others": 101},
        {"others": 101},
        {"days": -1},
    ],
)
def test_shares_and_days_are_possible_ones(changes: dict[str, int]) -> None:
    with refuses("No.42", "check-plan.numbers", plan="某风险"):
        check_plan(with_row(2, **changes))


@pytest.mark.parametrize("way", Way)
def test_a_check_is_made_by_the_department(way: Way) -> None:
    if way in {Way.DATA_SHARING, Way.INQUIRY, Way.INVESTIGATION}:
        check_plan(with_row(0, how=way))
        return
    with refuses("No.42", "check-plan.how", plan="某风险", way=str(way)):
        check_plan(with_row(0, how=way))


@pytest.mark.parametrize(
    ("place", "changes"),
    [
        (0, {"others": 21}),
        (0, {"committed": 21, "others": 21}),
        (1, {"committed": 51, "others": 60}),
        (1, {"others": 60, "committed": 51}),
        (2, {"committed": 19}),
        (2, {"others": 19, "committed": 19}),
    ],
)
def test_better_credit_is_not_checked_more(place: int, changes: dict[str, int]) -> None:
    with refuses("No.42", "check-plan.credit-order", plan="某风险"):
        check_plan(with_row(place, **changes))


def plain_and_excepted(catalogue: Catalogue) -> tuple[Matter, Matter]:
    return catalogue.matter("110104"), catalogue.matter("110101")


def test_a_matter_without_a_plan_or_with_a_bad_one_is_refused(catalogue: Catalogue) -> None:
    plain, _ = plain_and_excepted(catalogue)
    check_matter(replace(plain, check_plan=PLAN))
    with refuses("No.42", "check-plan.missing", matter=plain.name):
        check_matter(replace(plain, check_plan=None))
    with refuses("No.42", "check-plan.credits", plan="某风险"):
        check_matter(replace(plain, check_plan=replace(PLAN, rows=())))


LESS = (
    (0, {"committed": 99}),
    (0, {"committed": 99, "others": 99}),
    (0, {"days": 1}),
    (1, {"days": 1}),
    (2, {"days": 1}),
)


def test_verify_first_stays_verify_first(catalogue: Catalogue) -> None:
    plain, excepted = plain_and_excepted(catalogue)
    check_matter(excepted)
    assert excepted.check_plan is not None
    for place, changes in LESS:
        rows = list(excepted.check_plan.rows)
        rows[place] = replace(rows[place], **changes)  # type: ignore[arg-type]
        less = replace(excepted.check_plan, rows=tuple(rows))
        with refuses("A8-1", "check-plan.verify-first", matter=excepted.name):
            check_matter(replace(excepted, check_plan=less))
    with refuses("A8-1", "matter.offline", matter=excepted.name):
        check_matter(replace(excepted, offline_ok=True))
    with refuses("A8-1", "matter.recommended", matter=excepted.name):
        check_matter(replace(excepted, recommended="social-relief"))
    check_matter(replace(plain, offline_ok=True, recommended="social-relief"))


def test_every_matter_is_looked_at(catalogue: Catalogue) -> None:
    check_plans(catalogue)
    for place in (0, -1):
        matters = list(catalogue.matters)
        matters[place] = replace(matters[place], check_plan=None)
        with refuses("No.42", "check-plan.missing", matter=matters[place].name):
            check_plans(replace(catalogue, matters=tuple(matters)))


def test_the_plans_that_ship_hold_the_numbers_settled(catalogue: Catalogue) -> None:
    plans = {m.check_plan.code: m.check_plan for m in catalogue.matters if m.check_plan}
    assert {
        code: {str(r.credit): (r.committed, r.others, str(r.how), r.days) for r in plan.rows}
        for code, plan in plans.items()
    } == SHIPPED
    assert {code: plan.name for code, plan in plans.items()} == {
        "low": "低风险",
        "middle": "中风险",
        "high": "先核实",
    }


def test_each_matter_has_the_plan_of_its_risk(catalogue: Catalogue) -> None:
    for matter in catalogue.matters:
        expected = "low" if matter.kind == "即办件" else "middle"
        assert matter.check_plan is not None
        assert matter.check_plan.code == ("high" if matter.verify_first else expected), matter.name


def test_offline_halls_approve_only_what_is_marked(catalogue: Catalogue) -> None:
    for matter in catalogue.matters:
        rules = [rule for situation in matter.situations for rule in situation.proofs]
        commits = any(step.way is Way.COMMITMENT for rule in rules for step in rule.ladder)
        marked = commits and not matter.verify_first and matter.code not in NOT_OFFLINE
        assert matter.offline_ok == marked, matter.name


def test_what_a_matter_does_not_say_is_no() -> None:
    plain = Matter("1", "某", "m", UNIT, "即办件", frozenset(), frozenset(), ())
    assert (plain.offline_ok, plain.recommended, plain.guide, plain.check_plan) == (
        False,
        "",
        "",
        None,
    )
