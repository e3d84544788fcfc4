"""Every approval bureau's hall and township centre has a supervision window with somebody there."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.windows import (
    MUST_HAVE_ONE,
    Hall,
    HallKind,
    Lack,
    Window,
    check_window,
    days_between,
    lacking,
    on_duty,
)
from tests.domain.refusals import refuses
from tests.domain.spans import CALENDAR

FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)
MONDAY = date(2026, 11, 30)
DAYS = (FRIDAY, SATURDAY, SUNDAY, MONDAY)
BUREAU = Hall("T01", "训练·江阳区政务大厅", HallKind.APPROVAL_BUREAU)
TOWN = Hall("T02", "训练·某镇便民服务中心", HallKind.TOWNSHIP_CENTRE)
VILLAGE = Hall("T03", "训练·某村代办点", HallKind.VILLAGE)
STAFFED = Window("T01", open=True, duty={FRIDAY: "10500", MONDAY: "10501"})


def test_the_kinds_stay_as_they_are() -> None:
    assert [str(kind) for kind in HallKind] == ["approval-bureau", "township-centre", "village"]
    assert Window("T01", open=True).duty == {}


def test_every_day_of_a_span_counts() -> None:
    assert days_between(FRIDAY, MONDAY) == DAYS
    assert days_between(FRIDAY, FRIDAY) == (FRIDAY,)
    assert days_between(MONDAY, FRIDAY) == ()


def test_with_somebody_there_on_every_working_day_nothing_is_lacking() -> None:
    assert lacking([BUREAU], [STAFFED], DAYS, CALENDAR) == ()
    check_window(BUREAU, [STAFFED], DAYS, CALENDAR)


@pytest.mark.parametrize("hall", [BUREAU, TOWN])
@pytest.mark.parametrize("windows", [(), ("closed",), ("other",)])
def test_a_hall_without_its_window_is_listed_and_refused(
    hall: Hall, windows: tuple[str, ...]
) -> None:
    closed = replace(STAFFED, hall=hall.code, open=False)
    known = [{"closed": closed, "other": replace(STAFFED, hall="T09")}[each] for each in windows]
    assert lacking([hall], known, DAYS, CALENDAR) == (Lack(hall, True, ()),)
    with refuses("A17-1", "window.none", hall=hall.name):
        check_window(hall, known, DAYS, CALENDAR)


@pytest.mark.parametrize("windows", [(), (Window("T03", open=True),)])
def test_a_village_may_do_without(windows: tuple[Window, ...]) -> None:
    assert lacking([VILLAGE], windows, DAYS, CALENDAR) == ()
    check_window(VILLAGE, windows, DAYS, CALENDAR)
    assert frozenset(HallKind) - MUST_HAVE_ONE == {HallKind.VILLAGE}


@pytest.mark.parametrize(
    ("duty", "empty"),
    [
        ({MONDAY: "10501"}, (FRIDAY,)),
        ({FRIDAY: "10500"}, (MONDAY,)),
        ({FRIDAY: "10500", MONDAY: " "}, (MONDAY,)),
        ({SATURDAY: "10500", SUNDAY: "10500"}, (FRIDAY, MONDAY)),
    ],
)
def test_a_working_day_with_nobody_there_is_listed_and_refused(
    duty: dict[date, str], empty: tuple[date, ...]
) -> None:
    window = Window("T02", open=True, duty=duty)
    assert lacking([TOWN], [window], DAYS, CALENDAR) == (Lack(TOWN, False, empty),)
    facts = {"hall": TOWN.name, "first": empty[0].isoformat()}
    with refuses("A17-1", "window.nobody", count=len(empty), **facts):
        check_window(TOWN, [window], DAYS, CALENDAR)


def test_a_weekend_day_that_is_worked_counts() -> None:
    worked = min(day for day in CALENDAR.years[2026].work if day.weekday() > 4)
    window = Window("T02", open=True)
    assert lacking([TOWN], [window], [worked], CALENDAR) == (Lack(TOWN, False, (worked,)),)


def test_all_halls_are_looked_at_in_their_order() -> None:
    found = lacking([TOWN, VILLAGE, BUREAU, replace(TOWN, code="T04")], [STAFFED], DAYS, CALENDAR)
    assert [lack.hall.code for lack in found] == ["T02", "T04"]


def test_complaints_are_taken_by_whoever_is_on_duty() -> None:
    assert on_duty(STAFFED, FRIDAY) == "10500"
    assert on_duty(replace(STAFFED, duty={FRIDAY: " 10500 "}), FRIDAY) == "10500"
    for window in (
        replace(STAFFED, open=False),
        replace(STAFFED, duty={MONDAY: "10501"}),
        replace(STAFFED, duty={FRIDAY: " "}),
    ):
        with refuses("A17-1", "window.nobody", hall="T01", first="2026-11-27", count=1):
            on_duty(window, FRIDAY)
