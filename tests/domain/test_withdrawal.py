"""A commitment taken back or never given: the case goes on by the other ways (No. 42, AMB-25)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.domain.cases import MOVES, Case, CaseState, Letter, Move
from app.domain.catalogue import Catalogue, Way
from app.domain.withdrawal import go_on_without, withdraw
from tests.domain.refusals import refuses

Make = Callable[..., Case]
TODAY = date(2026, 11, 23)
LETTER = Letter(
    "510502-T03-2026-000001-01", "510502-T03-2026-000001", "commitment", "5f" * 32, "", True, "c"
)
REASON = "改由部门核实"


@pytest.fixture
def waiting(case_with: Make, catalogue: Catalogue) -> Case:
    matter = catalogue.matters[0]
    return case_with(
        Way.COMMITMENT,
        state=CaseState.WAITING,
        matter_code=matter.code,
        situation_code=matter.situations[0].code,
        letters=(LETTER,),
    )


def test_before_the_decision_a_commitment_is_taken_back_and_its_letter_kept_void(
    waiting: Case, catalogue: Catalogue
) -> None:
    taken = withdraw(waiting, catalogue.matters[0], REASON, TODAY)
    assert taken.void == (replace(LETTER, voided_because=REASON),)
    assert taken.case.letters == taken.void
    assert (taken.case.state, taken.case.commitment_refused) == (CaseState.WAITING, True)
    assert taken.case.plans
    assert Way.COMMITMENT not in {plan.way for plan in taken.case.plans}


def test_other_letters_and_those_void_before_stay_as_they_are(
    waiting: Case, catalogue: Catalogue
) -> None:
    receipt = replace(LETTER, kind="receipt")
    old = replace(LETTER, voided_because="印错")
    case = replace(waiting, letters=(receipt, old, LETTER))
    taken = withdraw(case, catalogue.matters[0], REASON, TODAY)
    assert taken.void == (replace(LETTER, voided_because=REASON),)
    assert taken.case.letters == (receipt, old, *taken.void)


@pytest.mark.parametrize("state", CaseState)
def test_only_before_the_decision(waiting: Case, catalogue: Catalogue, state: CaseState) -> None:
    case = replace(waiting, state=state)
    if state in {CaseState.OPEN, CaseState.WAITING}:
        assert withdraw(case, catalogue.matters[0], REASON, TODAY).case.state is state
        return
    with refuses("No.42", "withdrawal.too-late", state=str(state)):
        withdraw(case, catalogue.matters[0], REASON, TODAY)


def test_what_was_not_committed_is_not_taken_back(waiting: Case, catalogue: Catalogue) -> None:
    taken = withdraw(waiting, catalogue.matters[0], REASON, TODAY).case
    for case in (taken, replace(waiting, plans=())):
        with refuses("No.42", "withdrawal.nothing", case=waiting.number):
            withdraw(case, catalogue.matters[0], REASON, TODAY)
    two = replace(waiting, plans=(*waiting.plans, *taken.plans))
    assert withdraw(two, catalogue.matters[0], REASON, TODAY).case.commitment_refused


def test_the_case_stands_where_the_table_of_moves_says(
    waiting: Case, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = (CaseState.WAITING, Move.WITHDRAW)
    assert MOVES[place] is CaseState.WAITING
    monkeypatch.setitem(MOVES, place, CaseState.OPEN)  # type: ignore[arg-type]
    assert withdraw(waiting, catalogue.matters[0], REASON, TODAY).case.state is CaseState.OPEN


def test_taking_back_needs_a_reason(waiting: Case, catalogue: Catalogue) -> None:
    with refuses("No.42", "withdrawal.no-reason", missing="reason"):
        withdraw(waiting, catalogue.matters[0], " ", TODAY)


def test_whoever_does_not_commit_is_helped_in_every_matter(
    case_with: Make, catalogue: Catalogue
) -> None:
    for matter in catalogue.matters:
        for situation in matter.situations:
            case = case_with(Way.COMMITMENT, situation_code=situation.code)
            after = go_on_without(case, matter, TODAY)
            assert (after.state, after.commitment_refused) == (CaseState.OPEN, True)
            assert len(after.plans) == len(situation.proofs)
            assert Way.COMMITMENT not in {plan.way for plan in after.plans}


def test_a_way_that_opens_later_is_not_taken_yet(waiting: Case, catalogue: Catalogue) -> None:
    matter = catalogue.matters[0]
    situation = matter.situations[0]
    rule = situation.proofs[0]
    later = tuple(replace(step, since="2027-01-01") for step in rule.ladder)
    changed = replace(situation, proofs=(replace(rule, ladder=later),))
    anew = replace(matter, situations=(changed,))
    for after in (go_on_without(waiting, anew, TODAY), withdraw(waiting, anew, "迟", TODAY).case):
        assert [plan.way for plan in after.plans] == [Way.INVESTIGATION]
        reasons = {reason for _, reason in after.plans[0].passed_over}
        assert reasons == {"not-in-force"}
