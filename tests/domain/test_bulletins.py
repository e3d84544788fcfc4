"""The three bureaus inform one another, and what is not read is listed (A5-2)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bulletins import Bulletin, Member, Receipt, Unread, read, send, unread
from app.domain.clocks import Due
from tests.domain.refusals import refuses
from tests.domain.spans import CALENDAR, at

PLAIN = Bulletin("TB-1", Member.JUSTICE, "十月协查逾期情况", at(26, 15))  # a Thursday
GS, DE = Member.GOVERNMENT_SERVICES, Member.DIGITAL_ECONOMY
BY_GS = Receipt(GS, "20101", at(26, 16))
BY_DE = Receipt(DE, "20201", at(27, 9))


def test_the_members_are_the_three_bureaus() -> None:
    assert [str(member) for member in Member] == [
        "justice-bureau",
        "government-services-bureau",
        "digital-economy-bureau",
    ]


def test_a_bulletin_goes_to_the_two_others() -> None:
    assert PLAIN.receipts == ()
    assert send(replace(PLAIN, receipts=(BY_GS,))) == PLAIN
    for member in Member:
        others = tuple(other for other in Member if other is not member)
        assert send(replace(PLAIN, by=member)).unread_by() == others


@pytest.mark.parametrize("field", ["number", "text"])
def test_it_has_its_number_and_words(field: str) -> None:
    with refuses("A5-2", "bulletin.incomplete", missing=field):
        send(replace(PLAIN, **{field: " "}))


def test_each_reading_leaves_a_receipt_and_the_first_one_stands() -> None:
    once = read(PLAIN, BY_GS)
    assert (once.receipts, once.unread_by()) == ((BY_GS,), (DE,))
    assert read(once, replace(BY_GS, person="20102", at=at(27))) == once
    both = read(once, BY_DE)
    assert (both.receipts, both.unread_by()) == ((BY_GS, BY_DE), ())


def test_a_receipt_is_another_members_and_has_a_name() -> None:
    with refuses("A5-2", "bulletin.own", number="TB-1"):
        read(PLAIN, replace(BY_GS, member=Member.JUSTICE))
    with refuses("A5-2", "bulletin.nobody", missing="person"):
        read(PLAIN, replace(BY_GS, person=" "))


def test_nobody_reads_it_before_it_is_sent() -> None:
    with refuses("A5-2", "bulletin.before-sent", number="TB-1"):
        read(PLAIN, replace(BY_GS, at=at(26, 14, 59)))
    assert read(PLAIN, replace(BY_GS, at=at(26, 15))).unread_by() == (DE,)


@pytest.mark.parametrize(
    ("days", "today", "listed"),
    [
        (2, date(2026, 11, 28), False),
        (2, date(2026, 11, 30), False),  # Monday, the second working day
        (2, date(2026, 12, 1), True),
        (1, date(2026, 11, 27), False),
        (1, date(2026, 11, 28), True),
        (0, date(2026, 11, 26), False),
        (0, date(2026, 11, 27), True),
    ],
)
def test_unread_beyond_the_working_days_is_listed(days: int, today: date, listed: bool) -> None:
    due = {0: date(2026, 11, 26), 1: date(2026, 11, 27), 2: date(2026, 11, 30)}[days]
    whole = (Unread("TB-1", (GS, DE), Due(due, False)),)
    assert unread([PLAIN], today, days, CALENDAR) == (whole if listed else ())


def test_only_members_who_have_not_read_are_listed() -> None:
    late = date(2026, 12, 1)
    old = replace(read(PLAIN, BY_GS), number="TB-0")
    done = read(read(PLAIN, BY_GS), BY_DE)
    young = replace(PLAIN, number="TB-2", sent_at=at(30, 9))
    found = unread([old, done, young, PLAIN], late, 2, CALENDAR)
    assert [(each.number, each.members) for each in found] == [("TB-0", (DE,)), ("TB-1", (GS, DE))]


def test_a_due_day_in_a_year_nobody_announced_is_provisional() -> None:
    sent = replace(PLAIN, sent_at=at(31, 9, month=12))
    [found] = unread([sent], date(2027, 2, 1), 2, CALENDAR)
    assert found.due == Due(date(2027, 1, 4), True)


@given(st.integers(0, 40), st.integers(0, 10))
def test_what_is_listed_stays_listed_until_it_is_read(later: int, days: int) -> None:
    today = date(2026, 11, 26) + timedelta(later)
    if unread([PLAIN], today, days, CALENDAR):
        assert unread([PLAIN], today + timedelta(1), days, CALENDAR)
        assert not unread([PLAIN], today, days + later, CALENDAR)
