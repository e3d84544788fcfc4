"""Six sources: fresh, stale with a mark, missing; and the ladder goes on (A13-1, A14-1)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue, Proof, ProofRule, Step, Way
from app.domain.sources import Drawn, Register, Source, State, Tile, board, draw, next_way, state_of
from app.errors import Unavailable
from app.reference import Reference
from tests.domain.refusals import refuses
from tests.domain.spans import at

NOW = at(24, 10)
HOURS = 24
HOUSEHOLD = Register(Source.HOUSEHOLD, frozenset({"户主", "住址"}), NOW)
FOUND = {"户主": "王芳", "住址": "江阳区训练路1号"}


def loaded(age: timedelta) -> Register:
    return replace(HOUSEHOLD, loaded_at=NOW - age)


def test_the_six_are_those_of_the_measures_in_their_order(reference: Reference) -> None:
    words = ["birth", "death", "household", "real-estate", "vehicle", "social-security"]
    assert [str(source) for source in Source] == words
    assert set(reference.pack.settings.source_fresh_hours) == set(words)
    assert [str(state) for state in State] == ["fresh", "stale", "missing"]


@pytest.mark.parametrize(
    ("age", "state"),
    [
        (timedelta(0), State.FRESH),
        (timedelta(hours=24), State.FRESH),
        (timedelta(hours=24, seconds=1), State.STALE),
        (timedelta(seconds=-1), State.STALE),  # a load from the future
    ],
)
def test_a_source_is_fresh_for_its_hours(age: timedelta, state: State) -> None:
    assert state_of(loaded(age), NOW, HOURS) is state


def test_what_was_never_loaded_is_missing() -> None:
    bare = Register(Source.BIRTH, frozenset({"出生日期"}))
    assert bare.loaded_at is None
    assert state_of(bare, NOW, HOURS) is State.MISSING
    assert state_of(None, NOW, HOURS) is State.MISSING


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(0, 200))
def test_an_older_load_is_never_fresher(a: int, b: int, hours: int) -> None:
    younger, older = sorted((timedelta(minutes=a), timedelta(minutes=b)))
    if state_of(loaded(older), NOW, hours) is State.FRESH:
        assert state_of(loaded(younger), NOW, hours) is State.FRESH


def test_the_board_has_six_tiles_each_with_its_own_hours() -> None:
    old = NOW - timedelta(hours=30)
    registers = [
        Register(Source.VEHICLE, frozenset(), old),
        Register(Source.BIRTH, frozenset()),
        replace(HOUSEHOLD, loaded_at=old),
    ]
    hours = dict.fromkeys(Source, 24) | {Source.VEHICLE: 30}
    assert board(registers, NOW, hours) == (
        Tile(Source.BIRTH, State.MISSING, None),
        Tile(Source.DEATH, State.MISSING, None),
        Tile(Source.HOUSEHOLD, State.STALE, old),
        Tile(Source.REAL_ESTATE, State.MISSING, None),
        Tile(Source.VEHICLE, State.FRESH, old),
        Tile(Source.SOCIAL_SECURITY, State.MISSING, None),
    )


def drawn(register: Register | None, marked: bool = False) -> Drawn:
    return draw(Source.HOUSEHOLD, register, FOUND, at=NOW, hours=HOURS, marked=marked)


@pytest.mark.parametrize("marked", [True, False])
def test_a_fresh_source_is_used_with_the_time_of_its_load(marked: bool) -> None:
    values = (("住址", "江阳区训练路1号"), ("户主", "王芳"))
    assert drawn(HOUSEHOLD, marked) == Drawn(Source.HOUSEHOLD, values, NOW, False)


def test_a_stale_source_is_used_only_with_the_mark() -> None:
    old = loaded(timedelta(hours=25))
    with refuses(
        "A13-1", "source.not-marked", source="household", loaded="2026-11-23T09:00:00+08:00"
    ):
        draw(Source.HOUSEHOLD, old, FOUND, at=NOW, hours=HOURS)
    assert (drawn(old, True).stale, drawn(old, True).loaded_at) == (True, at(23, 9))


@pytest.mark.parametrize(
    "register", [None, replace(HOUSEHOLD, loaded_at=None), replace(HOUSEHOLD, source=Source.BIRTH)]
)
@pytest.mark.parametrize("marked", [True, False])
def test_a_missing_source_is_unavailable_with_or_without_a_mark(
    register: Register | None, marked: bool
) -> None:
    with pytest.raises(Unavailable) as trouble:
        drawn(register, marked)
    assert (trouble.value.code, dict(trouble.value.facts)) == (
        "source.missing",
        {"source": "household"},
    )


def test_a_source_gives_its_own_fields() -> None:
    with refuses("A13-1", "source.fields", fields="学历, 收入"):
        draw(
            Source.HOUSEHOLD,
            HOUSEHOLD,
            {**FOUND, "收入": "1", "学历": "2"},
            at=NOW,
            hours=HOURS,
        )
    with refuses("A13-1", "source.fields", fields=""):
        draw(Source.HOUSEHOLD, HOUSEHOLD, {}, at=NOW, hours=HOURS)


RULE = ProofRule(
    Proof("P1", "户籍证明", (), "派出所", "无"),
    (
        Step(Way.DATA_SHARING, "13", "户籍库里有"),
        Step(Way.COMMITMENT, "8", "可以承诺", "3日内核对", since="2026-11-01"),
        Step(Way.INQUIRY, "10", "派出所有档案"),
    ),
)


@pytest.mark.parametrize("state", [State.FRESH, State.STALE])
def test_what_is_there_is_asked_first(state: State) -> None:
    found = next_way(RULE, state, excepted=False, commitment_refused=False)
    assert (found.way, found.passed_over) == (Way.DATA_SHARING, ())


def test_where_the_source_is_missing_the_ladder_goes_on() -> None:
    gone = (Way.DATA_SHARING, "gave-nothing")
    plain = next_way(RULE, State.MISSING, excepted=False, commitment_refused=False)
    assert (plain.way, plain.passed_over) == (Way.COMMITMENT, (gone,))
    for reason, told in {
        "excepted": {"excepted": True, "commitment_refused": False},
        "refused": {"excepted": False, "commitment_refused": True},
        "barred": {"excepted": False, "commitment_refused": False, "barred": True},
    }.items():
        found = next_way(RULE, State.MISSING, **told)
        assert found.way is Way.INQUIRY
        assert found.passed_over == (gone, (Way.COMMITMENT, reason))


def test_what_failed_before_and_what_opens_later_are_passed_over_too() -> None:
    early = date(2026, 10, 31)
    told = {"excepted": False, "commitment_refused": False, "on": early}
    assert next_way(RULE, State.MISSING, **told).way is Way.INQUIRY
    failed = frozenset({Way.INQUIRY})
    found = next_way(RULE, State.MISSING, failed=failed, **told)
    assert found.way is Way.INVESTIGATION
    failed = frozenset({Way.DATA_SHARING})
    assert next_way(RULE, State.FRESH, failed=failed, **told).way is Way.INQUIRY


def test_no_missing_source_ends_in_asking_for_a_proof(catalogue: Catalogue) -> None:
    rules = [r for m in catalogue.matters for s in m.situations for r in s.proofs]
    for rule in rules:
        found = next_way(rule, State.MISSING, excepted=True, commitment_refused=True)
        assert found.way not in {Way.DATA_SHARING, Way.COMMITMENT}
