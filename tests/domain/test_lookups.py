"""Look-ups serve a case; lists go out with a reason and masked (A18-1)."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.duties import Role
from app.domain.lookups import Export, Leave, Line, LookUp, done_today, export, look_up
from app.domain.review import Person
from tests.domain.refusals import refuses
from tests.domain.spans import at

CLERK = Person("10432", ("clerk",))
HEAD = Person("10500", ("supervisor",))
CASE = "510502-T03-2026-000001"
ASKED = LookUp("10432", CASE, "核对婚姻登记", at(23, 10))
LEAVE = Leave("当日集中核查", HEAD)


def looked(
    asked: LookUp = ASKED,
    who: Person = CLERK,
    *,
    earlier: tuple[LookUp, ...] = (),
    leave: Leave | None = None,
) -> LookUp:
    return look_up(who, asked, own_cases={CASE}, earlier=earlier, most=2, leave=leave)


def test_a_query_of_ones_own_case_is_kept_as_it_was_made() -> None:
    assert (ASKED.reason, ASKED.allowed_by) == ("", "")
    assert looked() == ASKED
    assert looked(replace(ASKED, officer="", reason="x", allowed_by="x")) == ASKED


@pytest.mark.parametrize(("field", "missing"), [("case_number", "case"), ("purpose", "purpose")])
def test_no_query_without_case_and_purpose(field: str, missing: str) -> None:
    with refuses("A18-1", "lookup.no-purpose", missing=missing):
        looked(replace(ASKED, **{field: " "}))


def test_nothing_outside_ones_own_case_list() -> None:
    with refuses("A18-1", "lookup.not-own-case", case="510502-T03-2026-000009"):
        looked(replace(ASKED, case_number="510502-T03-2026-000009"))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CLERK])
def test_only_clerks_look_up(role: Role) -> None:
    with refuses("A18-1", "duty.missing", act="look-up"):
        looked(who=Person("10432", (role,)))


@pytest.mark.parametrize(
    ("officer", "when", "counts"),
    [
        ("10432", at(23), True),
        ("10432", at(23, 23, 59), True),
        ("10432", at(22, 23, 59), False),
        ("10432", at(24), False),
        ("10433", at(23, 9), False),
    ],
)
def test_the_days_number_is_ones_own_of_that_day(
    officer: str, when: datetime, counts: bool
) -> None:
    before = replace(ASKED, officer=officer, at=when)
    assert done_today([before], ASKED) == int(counts)
    assert done_today([before, before], ASKED) == 2 * counts


def test_beyond_the_days_number_a_reason_and_a_supervisor_are_needed() -> None:
    assert looked(earlier=(ASKED,)) == ASKED
    assert looked(earlier=(ASKED,), leave=LEAVE) == ASKED  # not needed yet
    for earlier in ((ASKED,) * 2, (ASKED,) * 3):
        with refuses("A18-1", "lookup.limit", most=2):
            looked(earlier=earlier)
        let = looked(earlier=earlier, leave=LEAVE)
        assert let == replace(ASKED, reason="当日集中核查", allowed_by="10500")


def test_the_number_counts_for_whoever_is_signed_in() -> None:
    with refuses("A18-1", "lookup.limit", most=2):
        looked(replace(ASKED, officer="10433"), earlier=(ASKED,) * 2)


def test_leave_has_a_reason_and_is_not_ones_own() -> None:
    full = (ASKED,) * 2
    with refuses("A18-1", "lookup.no-reason", missing="reason"):
        looked(earlier=full, leave=replace(LEAVE, reason=" "))
    both = Person("10432", ("clerk", "supervisor"))
    with refuses("A18-1", "lookup.own-leave"):
        looked(who=both, earlier=full, leave=replace(LEAVE, by=both))
    with refuses("A18-1", "duty.missing", act="allow-look-ups"):
        looked(earlier=full, leave=replace(LEAVE, by=Person("10433", ("clerk",))))


LINE = Line(CASE, "阿依努尔", "51050219880312002X", "13800001234")


def test_a_list_goes_out_with_a_reason_and_masked() -> None:
    out = export(HEAD, "季度检查", (LINE, replace(LINE, contact="")), at(23, 17))
    masked = Line(CASE, "阿***", "510502********002X", "***********")
    assert out == Export("10500", "季度检查", at(23, 17), (masked, replace(masked, contact="")))
    assert LINE.contact
    assert Line(CASE, "王", "1").contact == ""
    with refuses("A18-1", "export.no-reason", missing="reason"):
        export(HEAD, " ", (LINE,), at(23, 17))


@pytest.mark.parametrize("role", Role)
def test_who_may_take_lists_out(role: Role) -> None:
    person = Person("10500", (role,))
    if role in {Role.SUPERVISOR, Role.JOINT_CONFERENCE}:
        assert export(person, "季度检查", (), at(23)).officer == "10500"
        return
    with refuses("A18-1", "duty.missing", act="export-lists"):
        export(person, "季度检查", (LINE,), at(23))
