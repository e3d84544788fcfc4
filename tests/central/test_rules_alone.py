"""The platform's rules without the platform: what it holds a case against, article by article."""

from dataclasses import replace

import pytest

from app.central.rules import Rules
from app.domain.cases import Case, CaseState
from app.domain.ladder import plans
from tests.domain.refusals import refuses
from tests.sync.kit import PERSON, law, make_case

TERMINAL = "510502-T1"
NUMBER = f"{TERMINAL}-2026-000001"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules("training", law().calendar, {law().catalogue.version: law().catalogue})


@pytest.fixture(scope="module")
def excepted() -> Case:
    """A verify-first matter that waits for its checks, as a counter sends it."""
    matter, situation = next(
        (matter, situation)
        for matter in law().catalogue.matters
        for situation in matter.situations
        if matter.categories and matter.exclusions and situation.proofs
    )
    return make_case(
        NUMBER,
        matter_code=matter.code,
        situation_code=situation.code,
        plans=plans(matter, situation),
        categories=tuple(sorted(matter.categories)),
        exclusions=tuple(sorted(matter.exclusions)),
        follow_ups=(),
        state=CaseState.WAITING,
        decided_at="",
    )


def test_a_case_as_it_should_be_is_kept(rules, excepted):
    rules.check(excepted, TERMINAL)


@pytest.mark.parametrize("tags", ["categories", "exclusions"])
def test_no_tag_of_the_gate_is_taken_off_at_the_counter(rules, excepted, tags):
    with refuses("A8-1", "platform.categories"):
        rules.check(replace(excepted, **{tags: ()}), TERMINAL)


def test_an_excepted_case_is_not_approved_with_an_open_check(rules, excepted):
    with refuses("A8-1", "case.open-checks"):
        rules.check(replace(excepted, state=CaseState.APPROVED), TERMINAL)


def test_a_training_platform_takes_no_live_case(rules):
    with refuses("A13-2", "platform.training-on-live", mode="training"):
        rules.check(make_case(NUMBER, mode="live"), TERMINAL)


@pytest.mark.parametrize(
    "trace",
    [
        {"simulated_devices": ("id-reader",), "applicant": replace(PERSON, simulated=False)},
        {"simulated_devices": (), "applicant": replace(PERSON, simulated=True)},
    ],
)
def test_a_live_platform_takes_nothing_simulated(trace):
    live = Rules("live", law().calendar, {})
    with refuses("A13-2", "platform.training-on-live", mode="live"):
        live.check(make_case(NUMBER, mode="live", **trace), TERMINAL)
