"""How long papers are kept (AMB-11)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.retention import keep_until, years_allowed
from app.reference import Reference
from tests.domain.refusals import refuses


def test_the_proposed_number_is_ten_years(reference: Reference) -> None:
    years = reference.pack.settings.retention_years
    assert keep_until(date(2026, 11, 23), years) == date(2036, 11, 23)


@pytest.mark.parametrize(("years", "least"), [(9, 10), (0, 1), (-1, 1)])
def test_never_shorter_than_the_case_file_and_never_nothing(years: int, least: int) -> None:
    with refuses("AMB-11", "retention.too-short", years=years, least=least):
        years_allowed(years, 10 if years == 9 else 0)


def test_as_long_or_longer_is_allowed() -> None:
    assert (years_allowed(10, 10), years_allowed(30, 10), years_allowed(1, 0)) == (10, 30, 1)


@pytest.mark.parametrize(
    ("closed", "file_until", "until"),
    [
        (date(2026, 11, 23), date(2036, 11, 22), date(2036, 11, 23)),
        (date(2026, 11, 23), date(2056, 1, 1), date(2056, 1, 1)),
        (date(2024, 2, 29), None, date(2034, 2, 28)),
        (date(9995, 1, 1), None, date.max),
    ],
)
def test_the_later_of_both_days_counts(closed: date, file_until: date | None, until: date) -> None:
    assert keep_until(closed, 10, file_until) == until


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)), st.integers(1, 99), st.dates())
def test_it_is_never_before_either(closed: date, years: int, file_until: date) -> None:
    until = keep_until(closed, years, file_until)
    assert until >= file_until
    assert until.year >= closed.year + years
