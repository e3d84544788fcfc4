"""The joint conference's items: who keeps them, what was settled (A5-1)."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.duties import Role
from app.domain.meetings import Item, put_down, settle
from app.domain.review import Person
from tests.domain.refusals import refuses

OFFICE = Person("30002", ("joint-conference",))
RAISED = date(2026, 11, 23)
ITEM = Item("2026-7", "两个单位都不认自己是协查单位", "U1", RAISED)
KEPT = replace(ITEM, kept_by="30002")


def test_an_item_is_put_down_open() -> None:
    assert (ITEM.settled_on, ITEM.resolution, ITEM.kept_by) == (None, "", "")
    assert put_down(ITEM, OFFICE) == KEPT
    assert put_down(replace(ITEM, settled_on=RAISED, resolution="已定"), OFFICE) == KEPT


@pytest.mark.parametrize("field", ["number", "subject", "raised_by"])
def test_it_says_what_it_is_about(field: str) -> None:
    with refuses("A5-1", "meeting.incomplete", missing=field):
        put_down(replace(ITEM, **{field: " "}), OFFICE)


def test_it_is_settled_once_with_words_and_a_day() -> None:
    done = settle(KEPT, "由公安机关答复", RAISED, Person("30003", ("joint-conference",)))
    assert done == replace(ITEM, settled_on=RAISED, resolution="由公安机关答复", kept_by="30003")
    with refuses("A5-1", "meeting.settled", number="2026-7"):
        settle(done, "改由民政部门答复", RAISED, OFFICE)
    with refuses("A5-1", "meeting.no-resolution", missing="resolution"):
        settle(KEPT, " ", RAISED, OFFICE)
    with refuses("A5-1", "meeting.before-raised", raised="2026-11-23"):
        settle(KEPT, "由公安机关答复", date(2026, 11, 22), OFFICE)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.JOINT_CONFERENCE])
def test_only_the_joint_conference_keeps_items(role: Role) -> None:
    other = Person("10432", (role,))
    with refuses("A18-1", "duty.missing", act="keep-meeting-items"):
        put_down(ITEM, other)
    with refuses("A18-1", "duty.missing", act="keep-meeting-items"):
        settle(KEPT, "已定", RAISED, other)
