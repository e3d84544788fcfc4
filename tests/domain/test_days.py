"""Days as cards, papers and clocks write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import day_of, read_day


@pytest.mark.parametrize("text", ["2044-02-29", "20440229", "2044.02.29", " 2044-02-29\n"])
def test_every_spelling_of_a_day_is_read(text: str) -> None:
    assert read_day(text) == date(2044, 2, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20430229", date(2043, 2, 28)),
        ("20430228", date(2043, 2, 28)),
        ("20430230", None),
        ("20430431", None),
        ("20430329", date(2043, 3, 29)),
        ("20430429", date(2043, 4, 29)),
        ("00000101", None),
        ("20431301", None),
    ],
)
def test_only_29_february_of_a_common_year_is_put_right(text: str, day: date | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "长期", "2043022", "204302281", "２０４３0228", "2043022²", "2043/02/28", "+2043228"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text) is None


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day


def test_the_day_of_a_moment_is_that_of_the_clock_that_said_it() -> None:
    assert day_of("2026-11-23T00:30:00+08:00") == date(2026, 11, 23)
    assert day_of("2026-11-23T23:30:00-05:00") == date(2026, 11, 23)
