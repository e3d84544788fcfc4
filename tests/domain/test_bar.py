"""Who is barred does not commit until the credit is repaired, and is served all the same."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import CHINA
from app.domain.bar import (
    BarList,
    Entry,
    Ground,
    Outcome,
    Standing,
    bars,
    check,
    fresh,
    may_approve_offline,
    plans_for,
)
from app.domain.catalogue import Catalogue, Way
from tests.domain.refusals import refuses

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=CHINA)
SINCE = date(2026, 1, 10)
HOURS = 48


def listed(age: timedelta, *entries: Entry) -> BarList:
    return BarList(NOW - age, {"k1": entries})


@pytest.mark.parametrize("ground", ["serious-bad-credit", "false-commitment"])
def test_either_ground_bars(ground: str) -> None:
    entry = Entry(Ground(ground), SINCE)
    assert check(listed(timedelta(0), entry), "k1", NOW, HOURS).barred
    assert not check(listed(timedelta(0), entry), "k2", NOW, HOURS).barred
    assert len(Ground) == 2


@pytest.mark.parametrize(
    ("since", "repaired", "barred"),
    [
        (SINCE, None, True),
        (NOW.date(), None, True),
        (NOW.date() + timedelta(1), None, False),
        (SINCE, NOW.date(), False),  # repaired today
        (SINCE, NOW.date() + timedelta(1), True),
        (SINCE, NOW.date() - timedelta(9), False),
    ],
)
def test_a_bar_lasts_until_the_repair(since: date, repaired: date | None, barred: bool) -> None:
    entry = Entry(Ground.FALSE_COMMITMENT, since, repaired)
    assert bars(entry, NOW.date()) is barred
    assert check(listed(timedelta(0), entry), "k1", NOW, HOURS).barred is barred


def test_one_open_bar_among_repaired_ones_is_enough() -> None:
    repaired = Entry(Ground.BAD_CREDIT, SINCE, date(2026, 2, 1))
    still = Entry(Ground.FALSE_COMMITMENT, date(2026, 3, 1))
    assert check(listed(timedelta(0), repaired, still), "k1", NOW, HOURS).barred


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (timedelta(0), True),
        (timedelta(hours=48), True),
        (timedelta(hours=48, seconds=1), False),
        (timedelta(seconds=-1), False),  # from the future
    ],
)
def test_a_list_is_fresh_for_the_hours_of_the_pack(age: timedelta, said: bool) -> None:
    assert fresh(listed(age), NOW, HOURS) is said
    standing = Standing.CLEAR if said else Standing.UNKNOWN
    assert check(listed(age), "k1", NOW, HOURS) == Outcome(standing, NOW, NOW - age)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(1, 200))
def test_an_older_list_is_never_fresher(a: int, b: int, hours: int) -> None:
    younger, older = sorted((timedelta(minutes=a), timedelta(minutes=b)))
    assert fresh(listed(younger), NOW, hours) or not fresh(listed(older), NOW, hours)


def test_who_stands_on_an_old_list_stays_barred() -> None:
    outcome = check(listed(timedelta(days=30), Entry(Ground.BAD_CREDIT, SINCE)), "k1", NOW, HOURS)
    assert (outcome.standing, outcome.list_age) == ("barred", timedelta(days=30))


def test_without_a_list_nothing_is_known() -> None:
    assert check(None, "k1", NOW, HOURS) == Outcome(Standing.UNKNOWN, NOW, None)
    assert check(None, "k1", NOW, HOURS).list_age is None


def test_the_outcome_is_kept_and_not_the_file() -> None:
    assert [field.name for field in fields(Outcome)] == ["standing", "checked_at", "list_as_of"]


@pytest.mark.parametrize("standing", Standing)
def test_only_the_barred_lose_the_way_of_commitment(
    catalogue: Catalogue, standing: Standing
) -> None:
    matter = catalogue.matter("140101")
    outcome = Outcome(standing, NOW, NOW)
    found = plans_for(matter, matter.situations[0], outcome, on=NOW.date())
    ways = {plan.way for plan in found}
    assert (Way.COMMITMENT in ways) is (standing is not Standing.BARRED)
    passed = [reason for plan in found for _, reason in plan.passed_over]
    assert ("barred" in passed) is (standing is Standing.BARRED)
    assert len(found) == len(matter.situations[0].proofs)


def test_who_does_not_want_to_commit_is_not_called_barred(catalogue: Catalogue) -> None:
    matter = catalogue.matter("140101")
    outcome = Outcome(Standing.CLEAR, NOW, NOW)
    found = plans_for(matter, matter.situations[0], outcome, commitment_refused=True)
    passed = {reason for plan in found for _, reason in plan.passed_over}
    assert passed == {"refused"}


def test_a_way_that_opens_later_is_not_taken_yet(catalogue: Catalogue) -> None:
    matter = catalogue.matter("140101")
    rule = matter.situations[0].proofs[0]
    later = tuple(replace(step, since="2026-11-24") for step in rule.ladder)
    situation = replace(matter.situations[0], proofs=(replace(rule, ladder=later),))
    clear = Outcome(Standing.CLEAR, NOW, NOW)
    [early] = plans_for(matter, situation, clear, on=date(2026, 11, 23))
    [then] = plans_for(matter, situation, clear, on=date(2026, 11, 24))
    assert {reason for _, reason in early.passed_over} == {"not-in-force"}
    assert (early.way, then.step) == (Way.INVESTIGATION, later[0])


@pytest.mark.parametrize("standing", ["barred", "unknown"])
def test_offline_nothing_is_approved_without_a_clear_look(standing: str) -> None:
    may_approve_offline(Outcome(Standing.CLEAR, NOW, NOW), 49, 50)
    with refuses("No.42", "bar.list-stale"):
        may_approve_offline(Outcome(Standing(standing), NOW, NOW), 0, 50)


@pytest.mark.parametrize("done", [50, 51])
def test_offline_no_more_is_approved_than_the_day_s_cap(done: int) -> None:
    with refuses("", "bar.offline-cap", most=50):
        may_approve_offline(Outcome(Standing.CLEAR, NOW, NOW), done, 50)
