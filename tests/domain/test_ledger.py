"""A ledger only grows (A15-3, A16-2)."""

from dataclasses import FrozenInstanceError
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import CHINA
from app.domain.ledger import Entry, Ledger
from tests.domain.refusals import refuses

AT = datetime(2026, 11, 23, 10, tzinfo=CHINA)
ONE = Ledger[str]().add("收入", by="10432", at=AT)


def test_a_line_stands_with_place_author_and_time() -> None:
    ledger = Ledger[str]().add("收入", by="10432", at=AT)
    assert ledger.entries == (Entry(1, "收入", "10432", AT, 0, ""),)


def test_a_correction_is_a_further_line_and_the_old_one_stays() -> None:
    two = ONE.correct(1, "家庭收入", by="10433", at=AT, why="写漏")
    assert two.entries == (*ONE.entries, Entry(2, "家庭收入", "10433", AT, 1, "写漏"))
    assert two.current() == (Entry(2, "家庭收入", "10433", AT, 1, "写漏"),)


def test_there_is_no_way_to_change_or_take_out_a_line() -> None:
    public = {name for name in dir(Ledger) if not name.startswith("_")}
    assert public == {"entries", "add", "correct", "current"}
    with pytest.raises(FrozenInstanceError):
        ONE.entries = ()  # type: ignore[misc]


def test_a_line_needs_a_name_and_a_correction_a_reason() -> None:
    with refuses("A15-3", "ledger.nobody"):
        ONE.add("x", by=" ", at=AT)
    with refuses("A15-3", "ledger.no-reason"):
        ONE.correct(1, "x", by="10432", at=AT, why="")


@pytest.mark.parametrize("place", [0, 2, -1])
def test_a_line_that_is_not_there_is_not_corrected(place: int) -> None:
    with refuses("A15-3", "ledger.no-such-line", place=place):
        ONE.correct(place, "x", by="10432", at=AT, why="写错")


@given(st.lists(st.integers(0, 9), max_size=20))
def test_whatever_is_written_all_earlier_lines_stay_in_their_place(targets: list[int]) -> None:
    ledger = ONE
    for target in targets:
        before = ledger.entries
        if 1 <= target <= len(before):
            ledger = ledger.correct(target, "x", by="1", at=AT, why="y")
        else:
            ledger = ledger.add("x", by="1", at=AT)
        assert ledger.entries[:-1] == before
        assert [entry.place for entry in ledger.entries] == list(range(1, len(before) + 2))
