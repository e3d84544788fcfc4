"""Approve now, or verify first (Art. 8)."""

from collections.abc import Callable
from datetime import date

import pytest

from app.domain.approval import checks_first, follow_ups, may_approve, open_checks
from app.domain.cases import Case, CaseState, Move, move
from app.domain.catalogue import Way
from app.domain.office_hours import Calendar
from app.errors import Refused
from tests.domain.refusals import refuses

Make = Callable[..., Case]
EXCEPTED = [{"categories": ("fiscal-funds",)}, {"exclusions": ("public-safety",)}]
SIGNED = date(2026, 11, 25)
DAYS = 3


def codes(case: Case) -> list[str]:
    return [plan.proof_code for plan in open_checks(case)]


def test_a_committed_case_is_approved_at_once_whatever_is_still_looked_up(case_with: Make) -> None:
    case = case_with(Way.COMMITMENT, Way.DATA_SHARING, Way.INQUIRY)
    assert codes(case) == []
    may_approve(case)


@pytest.mark.parametrize("tags", EXCEPTED)
def test_an_excepted_case_waits_for_every_check(
    case_with: Make, tags: dict[str, tuple[str]]
) -> None:
    case = case_with(
        Way.COMMITMENT,
        Way.DATA_SHARING,
        Way.CANCELLED,
        Way.INVESTIGATION,
        Way.OTHER_MATERIAL,
        **tags,
    )
    assert codes(case) == ["P1", "P2", "P4"]
    with pytest.raises(Refused) as refused:
        may_approve(case)
    assert (refused.value.article, refused.value.code) == ("A8-1", "case.open-checks")
    assert dict(refused.value.facts) == {"proofs": "证明P1、证明P2、证明P4", "count": 3}


@pytest.mark.parametrize("tags", EXCEPTED)
def test_the_last_check_unlocks_an_excepted_case(
    case_with: Make, tags: dict[str, tuple[str]]
) -> None:
    ways = (Way.DATA_SHARING, Way.INQUIRY)
    assert codes(case_with(*ways, checked=("P1",), **tags)) == ["P2"]
    may_approve(case_with(*ways, checked=("P1", "P2"), **tags))


def test_without_any_commitment_the_look_ups_come_first(case_with: Make) -> None:
    case = case_with(Way.INQUIRY, Way.OTHER_MATERIAL, commitment_refused=True)
    with pytest.raises(Refused) as refused:
        may_approve(case)
    assert refused.value.article == "A14-1"
    may_approve(case_with(Way.CANCELLED, Way.OTHER_MATERIAL))


@pytest.mark.parametrize("checked", [(), ("P1",), ("P1", "P2")])
def test_whether_the_checks_came_first_is_the_same_before_and_after_them(
    case_with: Make, checked: tuple[str, ...]
) -> None:
    ways = (Way.DATA_SHARING, Way.INQUIRY)
    assert checks_first(case_with(*ways, checked=checked))
    assert checks_first(case_with(*ways, checked=checked, categories=("environment",)))
    assert not checks_first(case_with(Way.COMMITMENT, *ways, checked=checked))
    assert not checks_first(case_with(Way.CANCELLED, Way.OTHER_MATERIAL, checked=checked))


def test_what_was_committed_to_is_looked_up_within_three_days(
    case_with: Make, calendar: Calendar
) -> None:
    case = case_with(Way.COMMITMENT, Way.INQUIRY, Way.CANCELLED)
    found = follow_ups(case, SIGNED, calendar, DAYS)
    assert [(f.proof_code, f.due, f.provisional) for f in found] == [
        ("P1", "2026-11-30", False),
        ("P2", "2026-11-30", False),
    ]
    assert found[0].afterwards == "3日内核对"


def test_the_days_are_those_of_the_pack(case_with: Make, calendar: Calendar) -> None:
    [follow_up] = follow_ups(case_with(Way.COMMITMENT), SIGNED, calendar, 1)
    assert follow_up.due == "2026-11-26"


def test_nothing_follows_where_checks_came_first(case_with: Make, calendar: Calendar) -> None:
    assert follow_ups(case_with(Way.INQUIRY), SIGNED, calendar, DAYS) == ()
    excepted = case_with(Way.COMMITMENT, Way.INQUIRY, categories=("environment",))
    assert follow_ups(excepted, SIGNED, calendar, DAYS) == ()


def test_a_follow_up_into_an_unknown_year_is_provisional(
    case_with: Make, calendar: Calendar
) -> None:
    [follow_up] = follow_ups(case_with(Way.COMMITMENT), date(2026, 12, 31), calendar, DAYS)
    assert follow_up.provisional


ALLOWED = {
    (CaseState.OPEN, Move.CHANGE): CaseState.OPEN,
    (CaseState.OPEN, Move.ABANDON): CaseState.ABANDONED,
    (CaseState.OPEN, Move.WITHDRAW): CaseState.OPEN,
    (CaseState.OPEN, Move.SEAL_AND_APPROVE): CaseState.APPROVED,
    (CaseState.OPEN, Move.SEAL_AND_WAIT): CaseState.WAITING,
    (CaseState.WAITING, Move.APPROVE): CaseState.APPROVED,
    (CaseState.WAITING, Move.WITHDRAW): CaseState.WAITING,
    (CaseState.WAITING, Move.REISSUE): CaseState.WAITING,
    (CaseState.WAITING, Move.VOID): CaseState.VOIDED,
    (CaseState.APPROVED, Move.REISSUE): CaseState.APPROVED,
    (CaseState.APPROVED, Move.VOID): CaseState.VOIDED,
}


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("act", Move)
def test_only_the_moves_of_the_table_are_made(state: CaseState, act: Move) -> None:
    if (state, act) in ALLOWED:
        assert move(state, act) is ALLOWED[state, act]
        return
    # a matter of order, of which no article speaks
    with refuses("", "case.move", act=str(act), state=str(state)):
        move(state, act)
