"""The department looks for itself: the visit, what it settles, what follows (A14-1, AMB-12)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.domain.approval import open_checks
from app.domain.cases import Case, CaseState
from app.domain.catalogue import Proof, ProofRule, Step, Way
from app.domain.investigations import (
    Finding,
    Order,
    Visit,
    checked,
    fall_back,
    order,
    record,
    settles,
)
from tests.domain.refusals import refuses
from tests.domain.spans import at

Make = Callable[..., Case]
TODAY = date(2026, 11, 24)
NUMBER = "510502-T03-2026-000001"
ORDER = Order(NUMBER, "P1", "是否实际居住", "10433", TODAY)
VISIT = Visit(
    order=ORDER,
    officers=("10433", "10434"),
    at=at(24, 15),
    place="江阳区训练路1号",
    found="现场核对，实际居住",
    finding=Finding.AS_STATED,
    evidence=("5f" * 32,),
)


@pytest.mark.parametrize("state", CaseState)
def test_a_visit_is_ordered_while_the_case_runs(case_with: Make, state: CaseState) -> None:
    case = case_with(Way.INVESTIGATION, state=state)
    if state in {CaseState.OPEN, CaseState.WAITING, CaseState.APPROVED}:
        assert order(case, "P1", "是否实际居住", by="10433", on=TODAY) == ORDER
        return
    with refuses("A14-1", "investigation.case-over", state=str(state)):
        order(case, "P1", "是否实际居住", by="10433", on=TODAY)


def test_it_is_about_a_proof_of_the_case_and_has_its_question(case_with: Make) -> None:
    case = case_with(Way.COMMITMENT, Way.INVESTIGATION)
    assert order(case, "P2", "问", by="10433", on=TODAY).proof_code == "P2"
    with refuses("A14-1", "investigation.no-such-proof", proof="P3"):
        order(case, "P3", "问", by="10433", on=TODAY)
    with refuses("A14-1", "investigation.no-question", missing="question"):
        order(case, "P1", " ", by="10433", on=TODAY)
    with refuses("A14-1", "investigation.no-question", missing="by"):
        order(case, "P1", "问", by="", on=TODAY)


@pytest.mark.parametrize(
    "changes",
    [{"place": " "}, {"found": ""}, {"evidence": ()}, {"evidence": ("", " ")}],
    ids=lambda changes: next(iter(changes)),
)
def test_a_record_says_where_what_and_how_one_knows(changes: dict[str, str]) -> None:
    assert record(VISIT) is VISIT
    with refuses("A14-1", "investigation.incomplete", missing=next(iter(changes))):
        record(replace(VISIT, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("officers", "count"),
    [((), 0), (("10433",), 1), (("10433", "10433 "), 1), (("10433", " "), 1)],
)
def test_two_officers_go(officers: tuple[str, ...], count: int) -> None:
    with refuses("A14-1", "investigation.two-officers", count=count):
        record(replace(VISIT, officers=officers))
    record(replace(VISIT, officers=("10433", "10434", "10435")))


def test_nobody_went_before_it_was_ordered() -> None:
    record(replace(VISIT, at=at(24)))
    with refuses("A14-1", "investigation.before-order", on="2026-11-24"):
        record(replace(VISIT, at=at(23, 23, 59)))


@pytest.mark.parametrize(
    ("finding", "known", "counts"),
    [("as-stated", True, True), ("differs", True, False), ("not-found", False, False)],
)
def test_what_settles_and_what_makes_a_proof_checked(
    case_with: Make, finding: str, known: bool, counts: bool
) -> None:
    visit = replace(VISIT, finding=Finding(finding))
    assert settles(visit) is known
    case = case_with(Way.INVESTIGATION, Way.INQUIRY, categories=("environment",))
    if counts:
        after = checked(case, visit)
        assert after == replace(case, checked=("P1",))
        assert [plan.proof_code for plan in open_checks(after)] == ["P2"]
        return
    with refuses("A14-1", "investigation.not-settled", finding=finding):
        checked(case, visit)


def test_a_check_counts_once_and_earlier_ones_stay(case_with: Make) -> None:
    case = case_with(Way.INVESTIGATION, Way.INQUIRY, checked=("P2",))
    once = checked(case, VISIT)
    assert once.checked == ("P2", "P1")
    assert checked(once, VISIT) == once


def test_only_a_good_record_of_this_case_counts(case_with: Make) -> None:
    case = case_with(Way.INVESTIGATION)
    with refuses("A14-1", "investigation.two-officers", count=1):
        checked(case, replace(VISIT, officers=("10433",)))
    with refuses("A14-1", "investigation.other-case", case=NUMBER):
        checked(case, replace(VISIT, order=replace(ORDER, case_number="x")))


COMMIT = Step(Way.COMMITMENT, "8", "可以承诺", "3日内核对", since="2026-11-01")
RULE = ProofRule(
    Proof("P1", "居住证明", (), "社区", "无"),
    (Step(Way.DATA_SHARING, "13", "库里有"), COMMIT, Step(Way.INQUIRY, "10", "社区有")),
)


def test_failing_the_visit_the_party_may_commit(case_with: Make) -> None:
    found = fall_back(case_with(Way.INVESTIGATION), RULE, barred=False, on=TODAY)
    assert (found.proof_code, found.step) == ("P1", COMMIT)
    fall_back(case_with(Way.INVESTIGATION), RULE, barred=False, on=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("changes", "barred", "day", "why"),
    [
        ({"categories": ("environment",)}, False, TODAY, "excepted"),
        ({"exclusions": ("finance",)}, False, TODAY, "excepted"),
        ({"commitment_refused": True}, False, TODAY, "refused"),
        ({}, True, TODAY, "barred"),
        ({}, False, date(2026, 10, 31), "not-in-force"),
    ],
)
def test_but_not_where_a_commitment_is_closed(
    case_with: Make, changes: dict[str, object], barred: bool, day: date, why: str
) -> None:
    case = case_with(Way.INVESTIGATION, **changes)
    with refuses("A14-1", "investigation.no-commitment", proof="居住证明", why=why):
        fall_back(case, RULE, barred=barred, on=day)


def test_and_not_where_none_was_published(case_with: Make) -> None:
    bare = replace(RULE, ladder=(RULE.ladder[0], RULE.ladder[2]))
    with refuses("A14-1", "investigation.no-commitment", why="not-published"):
        fall_back(case_with(Way.INVESTIGATION), bare, barred=False, on=TODAY)


@pytest.mark.parametrize("way", [way for way in Way if way is not Way.COMMITMENT])
def test_whatever_way_stands_before_the_commitment_counts_as_tried(
    case_with: Make, way: Way
) -> None:
    rule = replace(RULE, ladder=(Step(way, "3", "先试这一种", instead="户口簿"), COMMIT))
    assert fall_back(case_with(Way.INVESTIGATION), rule, barred=False, on=TODAY).step == COMMIT
