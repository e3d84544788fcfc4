"""What the joint conference sets the departments to do, and what was not done in time (Art. 6)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.duties import Act, require
from app.domain.forms import complete
from app.domain.review import Person
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Task:
    """One task of one unit; `item` is the meeting's item it comes from, or empty."""

    number: str
    unit: str
    what: str
    set_on: date
    due: date
    item: str = ""
    set_by: str = ""
    done_on: date | None = None
    how: str = ""


def set_task(task: Task, who: Person) -> Task:
    """A task with unit and day, set by the joint conference (A6-4)."""
    require(who.roles, Act.SET_TASKS)
    complete("A6-4", "task.incomplete", number=task.number, unit=task.unit, what=task.what)
    if task.due < task.set_on:
        raise Refused("A6-4", "task.due-before", due=task.due.isoformat())
    return replace(task, set_by=who.number, done_on=None, how="")


def finish(task: Task, on: date, how: str) -> Task:
    """Done, once, and how (A6-4)."""
    complete("A6-4", "task.no-words", how=how)
    if task.done_on is not None:
        raise Refused("A6-4", "task.done-already", number=task.number)
    if on < task.set_on:
        raise Refused("A6-4", "task.done-before", on=on.isoformat())
    return replace(task, done_on=on, how=how)


def late(task: Task, today: date) -> bool:
    """Was or is it not done by its day? What is done late stays late (A6-4)."""
    return (task.done_on or today) > task.due


def overdue(tasks: Iterable[Task], today: date) -> Mapping[str, tuple[Task, ...]]:
    """What should be done by now and is not, unit by unit, the oldest day first (A6-4)."""
    still = sorted(
        (task for task in tasks if task.done_on is None and late(task, today)),
        key=lambda task: (task.unit, task.due, task.number),
    )
    return {
        unit: tuple(t for t in still if t.unit == unit)
        for unit in dict.fromkeys(t.unit for t in still)
    }


def late_in(tasks: Iterable[Task], first: date, last: date, today: date) -> Mapping[str, int]:
    """For the figures of a period: how many tasks due in it were late, unit by unit (A23-1)."""
    due = (task for task in tasks if first <= task.due <= last)
    return dict(sorted(Counter(task.unit for task in due if late(task, today)).items()))
