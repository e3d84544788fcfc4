"""Tasks of the joint conference: set, done, late, and counted (A6-4, A23-1)."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.assignments import Task, finish, late, late_in, overdue, set_task
from app.domain.duties import Role
from app.domain.review import Person
from tests.domain.refusals import refuses

OFFICE = Person("30002", ("joint-conference",))
SET, DUE = date(2026, 11, 2), date(2026, 11, 20)
TASK = Task("RW-1", "U1", "清理办事指南", SET, DUE)


def done(task: Task, day: int) -> Task:
    return finish(task, date(2026, 11, day), "已清理")


def test_a_task_is_set_open_by_the_joint_conference() -> None:
    assert (TASK.item, TASK.set_by, TASK.done_on, TASK.how) == ("", "", None, "")
    old = replace(TASK, set_by="x", done_on=SET, how="x")
    assert set_task(old, OFFICE) == replace(TASK, set_by="30002")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.JOINT_CONFERENCE])
def test_nobody_else_sets_one(role: Role) -> None:
    with refuses("A18-1", "duty.missing", act="set-tasks"):
        set_task(TASK, Person("10432", (role,)))


@pytest.mark.parametrize("field", ["number", "unit", "what"])
def test_it_says_who_is_to_do_what(field: str) -> None:
    with refuses("A6-4", "task.incomplete", missing=field):
        set_task(replace(TASK, **{field: " "}), OFFICE)


def test_it_is_not_due_before_it_is_set() -> None:
    set_task(replace(TASK, due=SET), OFFICE)
    with refuses("A6-4", "task.due-before", due="2026-11-01"):
        set_task(replace(TASK, due=date(2026, 11, 1)), OFFICE)


def test_it_is_done_once_with_words_after_it_was_set() -> None:
    assert done(TASK, 2) == replace(TASK, done_on=SET, how="已清理")
    with refuses("A6-4", "task.done-before", on="2026-11-01"):
        done(TASK, 1)
    with refuses("A6-4", "task.no-words", missing="how"):
        finish(TASK, DUE, " ")
    with refuses("A6-4", "task.done-already", number="RW-1"):
        done(done(TASK, 5), 6)


@pytest.mark.parametrize(
    ("task", "today", "said"),
    [
        (TASK, 20, False),
        (TASK, 21, True),
        (done(TASK, 20), 30, False),
        (done(TASK, 21), 30, True),  # done late stays late
    ],
)
def test_late_is_what_was_not_done_by_its_day(task: Task, today: int, said: bool) -> None:
    assert late(task, date(2026, 11, today)) is said


def test_what_is_overdue_is_listed_unit_by_unit_the_oldest_first() -> None:
    first = replace(TASK, number="RW-0", due=date(2026, 11, 10))
    twin = replace(TASK, number="RW-2")
    other = replace(TASK, number="RW-3", unit="U0")
    young = replace(TASK, number="RW-4", due=date(2026, 11, 25))
    finished = replace(done(TASK, 23), number="RW-5")
    found = overdue([young, twin, TASK, finished, first, other], date(2026, 11, 25))
    assert found == {"U0": (other,), "U1": (first, TASK, twin)}
    assert list(found) == ["U0", "U1"]
    assert overdue([young], date(2026, 11, 25)) == {}


def test_the_figures_count_what_was_due_in_the_period_and_late() -> None:
    tasks = [
        replace(TASK, unit="U2", due=date(2026, 11, 1)),
        replace(TASK, unit="U2", due=date(2026, 11, 30)),
        replace(TASK, due=date(2026, 10, 31)),  # the month before
        replace(TASK, due=date(2026, 12, 1)),  # the month after
        done(TASK, 20),
        done(TASK, 21),
    ]
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    found = late_in(tasks, first, last, date(2026, 12, 5))
    assert list(found.items()) == [("U1", 1), ("U2", 2)]
    assert late_in(tasks, first, last, date(2026, 11, 30)) == {"U1": 1, "U2": 1}
    assert late_in([], first, last, last) == {}
