"""Office hours as data: a unit's own, else the pack's; bad ones are refused (A10-1, AMB-03)."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue, Unit
from app.domain.office_hours import Hours, hours_from
from app.domain.units import hours_of
from app.reference import Reference
from tests.domain.refusals import refuses

OWN = {
    "31": [["08:00", "12:00"], ["14:30", "17:30"]],
    "52": [["08:30", "12:00"], ["14:00", "17:30"]],
}


def test_spans_are_read_as_they_are_written() -> None:
    read = hours_from([["08:30", "12:00"], ["13:00", "17:45"]], "某单位")
    assert read == Hours(((time(8, 30), time(12)), (time(13), time(17, 45))))
    assert read.closes == time(17, 45)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["09:00", "09:00"]],
        [["12:00", "09:00"]],
        [["13:30", "17:00"], ["09:00", "12:00"]],
        [["09:00", "13:00"], ["12:00", "17:00"]],
        [["09:00", "12:00"], ["12:00", "17:00"]],
        [["09:00"]],
        [["09:00", "12:00", "17:00"]],
        [["9:00", "12:00"]],
        [["09:00", "24:00"]],
        [["09:60", "12:00"]],
        [["09:00", "12:00:00"]],
        [["09:00+08:00", "12:00+08:00"]],
        [["０９:００", "12:00"]],
        [["", ""]],
        [[9, 12]],
        [9],
        "09:00-12:00",
        None,
    ],
)
def test_what_are_no_spans_in_order_is_refused(rows: object) -> None:
    with refuses("A10-1", "hours.bad", whose="某单位"):
        hours_from(rows, "某单位")  # type: ignore[arg-type]


MINUTES = st.lists(st.integers(0, 1439), min_size=2, max_size=8, unique=True)


@given(MINUTES.filter(lambda found: len(found) % 2 == 0).map(sorted))
def test_whatever_is_in_order_is_read_back(minutes: list[int]) -> None:
    moments = [time(*divmod(minute, 60)) for minute in minutes]
    spans = tuple(zip(moments[::2], moments[1::2], strict=True))
    rows = [[f"{opens:%H:%M}", f"{closes:%H:%M}"] for opens, closes in spans]
    assert hours_from(rows, "某单位").spans == spans


def test_a_unit_with_hours_of_its_own_keeps_them(reference: Reference) -> None:
    settings = reference.pack.settings
    for unit in reference.catalogue.units:
        own = OWN.get(unit.code)
        assert hours_of(unit, settings) == (
            settings.hours if own is None else hours_from(own, unit.name)
        ), unit.name


def test_hours_that_nobody_published_say_so(catalogue: Catalogue) -> None:
    for unit in catalogue.units:
        assert unit.hours_invented == (unit.hours is not None)
    assert Unit("1", "训练·单位", "医院").hours is None
    assert not Unit("1", "训练·单位", "医院").hours_invented
