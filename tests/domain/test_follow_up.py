"""The three days after an approval on commitment (Art. 8, AMB-07, AMB-08)."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.approval import follow_ups
from app.domain.catalogue import Way
from app.domain.follow_up import Check, late_unit, may_close, stage
from tests.domain.refusals import refuses

SIGNED = date(2026, 11, 23)  # a Monday; due on Thursday
DEPARTMENT, ASKED = "510502-MZ", "510502-GA"


@pytest.fixture
def case(case_with, calendar):
    plain = case_with(Way.COMMITMENT, Way.INQUIRY, Way.CANCELLED)
    return replace(plain, follow_ups=follow_ups(plain, SIGNED, calendar, 3))


@pytest.fixture
def checks(case):
    return [Check(each, SIGNED) for each in case.follow_ups]


@pytest.mark.parametrize(
    ("day", "word"),
    [(23, "running"), (24, "running"), (25, "warn"), (26, "warn"), (27, "overdue")],
)
def test_the_board_warns_from_the_second_day_and_is_overdue_after_the_third(checks, day, word):
    assert stage(checks[0], date(2026, 11, day), 2) == word


def test_the_day_of_the_warning_is_a_setting(checks):
    assert stage(checks[0], date(2026, 11, 24), 1) == "warn"
    assert stage(checks[0], date(2026, 11, 25), 3) == "running"


def test_what_is_done_stays_done_on_the_board(checks):
    done = replace(checks[0], done_on=date(2026, 11, 24))
    assert stage(done, date(2026, 12, 24), 2) == "done"


@pytest.mark.parametrize(
    ("asked", "answered", "done", "late"),
    [
        ("", None, 26, ""),
        ("", None, 27, DEPARTMENT),
        ("", None, None, DEPARTMENT),
        (ASKED, 27, 27, ASKED),
        (ASKED, 26, 27, DEPARTMENT),
        (ASKED, 26, 26, ""),
        (ASKED, None, None, ASKED),
    ],
)
def test_whoever_kept_the_three_days_waiting_is_late(checks, asked, answered, done, late):
    day = {None: None, 26: date(2026, 11, 26), 27: date(2026, 11, 27)}
    check = replace(checks[0], asked=asked, answered_on=day[answered], done_on=day[done])
    assert late_unit(check, DEPARTMENT, date(2026, 11, 27)) == late


@pytest.mark.parametrize("asked", ["", ASKED])
def test_on_the_last_day_nobody_is_late_yet(checks, asked):
    assert late_unit(replace(checks[0], asked=asked), DEPARTMENT, date(2026, 11, 26)) == ""


def test_a_case_with_an_open_check_is_not_closed(case, checks):
    done = [replace(check, done_on=date(2026, 11, 25)) for check in checks]
    with refuses("A8-3", "case.open-follow-ups", proofs="证明P1、证明P2", count=2):
        may_close(case, checks)
    with refuses("A8-3", "case.open-follow-ups", proofs="证明P2", count=1):
        may_close(case, [done[0], checks[1]])
    with refuses("A8-3", "case.open-follow-ups", proofs="证明P2", count=1):
        may_close(case, done[:1])
    may_close(case, done)


def test_a_case_without_checks_may_be_closed(case_with):
    may_close(case_with(Way.CANCELLED), [])
