"""Inquiry and answer: what may be asked, and each step from sent to answered (Art. 9-11)."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.arrangements import Arrangement, Contact
from app.domain.clocks import DueAt, three_days
from app.domain.inquiries import (
    Inquiry,
    InquiryState,
    Move,
    answer,
    ask,
    change_tier,
    deliver,
    due,
    open_,
    pass_due,
    withdraw,
)
from app.domain.office_time import Span
from app.domain.tiers import Tier
from app.errors import Refused
from tests.domain.refusals import refuses
from tests.domain.spans import CALENDAR, TERMS, at

ARRANGED = Arrangement(
    asking="U1",
    asked="U2",
    contacts=(Contact("李", "0830-1234567"),),
    proof_code="P1",
    fields=frozenset({"姓名", "婚姻状况"}),
    inquiry_template="inquiry-P1@1",
    feedback_template="feedback-P1@1",
    tier=Tier.DATABASE,
)
FOUND = {"婚姻状况": "已婚"}


def asked(arrangement: Arrangement = ARRANGED, **changes: Any) -> Inquiry:
    given_: dict[str, Any] = {
        "id": "q1",
        "case_number": "510502-T03-2026-000001",
        "fields": ["婚姻状况"],
        "purpose": "补领婚姻登记证",
        "at": at(23, 9, 59),
    }
    return ask(arrangement, **(given_ | changes))


DELIVERED = deliver(asked(), at(23, 10))
DUE = due(DELIVERED, TERMS)


def test_an_inquiry_carries_case_purpose_fields_templates_and_the_agreed_tier() -> None:
    inquiry = asked(fields=["婚姻状况", "姓名"])
    assert (inquiry.case_number, inquiry.purpose) == ("510502-T03-2026-000001", "补领婚姻登记证")
    assert (inquiry.asking, inquiry.asked, inquiry.proof_code) == ("U1", "U2", "P1")
    assert inquiry.fields == ("姓名", "婚姻状况")
    assert (inquiry.inquiry_template, inquiry.feedback_template) == (
        "inquiry-P1@1",
        "feedback-P1@1",
    )
    assert (inquiry.tier, inquiry.state) == (Tier.DATABASE, InquiryState.SENT)
    assert (inquiry.why_incomplete, inquiry.withdrawn_because, ARRANGED.substitute) == ("",) * 3


@pytest.mark.parametrize(
    ("missing", "changes"),
    [("case", {"case_number": ""}), ("purpose", {"purpose": " "})],
)
def test_no_question_without_a_case_and_a_purpose(missing: str, changes: dict[str, str]) -> None:
    with refuses("A18-1", "inquiry.no-purpose", missing=missing):
        asked(**changes)


@pytest.mark.parametrize(
    ("fields", "others"),
    [(["婚姻状况", "收入"], "收入"), (["子女", "收入"], "子女, 收入"), ([], "")],
)
def test_only_fields_of_the_proofs_list_may_be_asked(fields: list[str], others: str) -> None:
    with refuses("A11-1", "inquiry.fields", fields=others):
        asked(fields=fields)


@pytest.mark.parametrize("contacts", [(), (Contact("", "0830-1234567"),), (Contact("李", " "),)])
def test_no_question_to_a_unit_without_a_contact(contacts: tuple[Contact, ...]) -> None:
    with refuses("A9-1", "inquiry.no-contact", unit="U2"):
        asked(replace(ARRANGED, contacts=contacts))


def test_one_contact_that_can_be_reached_is_enough() -> None:
    asked(replace(ARRANGED, contacts=(Contact("", ""), *ARRANGED.contacts)))


@pytest.mark.parametrize("template", ["inquiry", "feedback"])
def test_no_question_without_both_templates(template: str) -> None:
    with refuses("A9-2", "inquiry.no-template", missing=template):
        asked(replace(ARRANGED, **{f"{template}_template": ""}))


def test_the_slowest_tier_needs_its_reason() -> None:
    slow = replace(ARRANGED, tier=Tier.INCOMPLETE)
    with refuses("A10-3", "tier.no-reason"):
        asked(slow)
    assert asked(replace(slow, why_incomplete="分存两处")).why_incomplete == "分存两处"


ALLOWED = {
    (InquiryState.SENT, Move.DELIVER): InquiryState.DELIVERED,
    (InquiryState.SENT, Move.WITHDRAW): InquiryState.WITHDRAWN,
    (InquiryState.DELIVERED, Move.OPEN): InquiryState.OPENED,
    (InquiryState.DELIVERED, Move.RUN_OUT): InquiryState.LATE,
    (InquiryState.DELIVERED, Move.ANSWER): InquiryState.ANSWERED,
    (InquiryState.DELIVERED, Move.WITHDRAW): InquiryState.WITHDRAWN,
    (InquiryState.OPENED, Move.RUN_OUT): InquiryState.LATE,
    (InquiryState.OPENED, Move.ANSWER): InquiryState.ANSWERED,
    (InquiryState.OPENED, Move.WITHDRAW): InquiryState.WITHDRAWN,
    (InquiryState.LATE, Move.OPEN): InquiryState.LATE,
    (InquiryState.LATE, Move.ANSWER): InquiryState.ANSWERED_LATE,
    (InquiryState.LATE, Move.WITHDRAW): InquiryState.WITHDRAWN,
}


SOON = at(23, 10, 10)


def made(inquiry: Inquiry, act: Move, when: datetime = SOON) -> Inquiry:
    match act:
        case Move.DELIVER:
            return deliver(inquiry, when)
        case Move.OPEN:
            return open_(inquiry, when)
        case Move.ANSWER:
            return answer(inquiry, when, DUE, FOUND)
        case Move.WITHDRAW:
            return withdraw(inquiry, when, DUE, "已查到")
        case Move.RUN_OUT:
            return pass_due(inquiry, at(23, 10, 31), DUE)


@pytest.mark.parametrize("state", InquiryState)
@pytest.mark.parametrize("act", Move)
def test_only_the_steps_of_the_table_are_made(state: InquiryState, act: Move) -> None:
    delivered = None if state is InquiryState.SENT else at(23, 10)
    inquiry = replace(asked(), state=state, delivered_at=delivered)
    if (state, act) in ALLOWED:
        assert made(inquiry, act).state is ALLOWED[state, act]
    elif act is Move.RUN_OUT:
        assert made(inquiry, act) == inquiry
    else:
        with refuses("A10-1", "inquiry.move", act=str(act), state=str(state)):
            made(inquiry, act)


def test_delivery_starts_the_clock_and_opening_never() -> None:
    opened = open_(DELIVERED, at(23, 10, 25))
    assert due(opened, TERMS) == DUE == DueAt(at(23, 10, 30), at(23, 10, 30), False)
    assert (opened.opened_at, opened.delivered_at) == (at(23, 10, 25), at(23, 10))
    with refuses("A10-1", "inquiry.not-delivered", id="q1"):
        due(asked(), TERMS)


def test_the_delivered_time_is_neither_taken_away_nor_set_anew() -> None:
    with refuses("A10-1", "inquiry.move"):
        deliver(DELIVERED, at(23, 11))
    for step in (Move.OPEN, Move.ANSWER, Move.WITHDRAW, Move.RUN_OUT):
        assert made(DELIVERED, step).delivered_at == at(23, 10)


def test_the_first_opening_is_kept() -> None:
    late = pass_due(open_(DELIVERED, at(23, 10, 5)), at(23, 11), DUE)
    assert open_(late, at(23, 11, 5)).opened_at == at(23, 10, 5)


@pytest.mark.parametrize(
    ("minute", "late", "state"),
    [
        (29, False, InquiryState.ANSWERED),
        (30, False, InquiryState.ANSWERED),
        (31, True, InquiryState.ANSWERED_LATE),
    ],
)
def test_an_answer_after_due_never_lacks_the_late_mark(
    minute: int, late: bool, state: InquiryState
) -> None:
    answered = answer(DELIVERED, at(23, 10, minute), DUE, FOUND)
    assert (answered.late, answered.state) == (late, state)
    assert (answered.answered_at, answered.answer) == (
        at(23, 10, minute),
        (("婚姻状况", "已婚"),),
    )


def test_an_inquiry_that_ran_out_is_marked_once_and_only_then() -> None:
    assert pass_due(DELIVERED, at(23, 10, 30), DUE) == DELIVERED
    late = pass_due(DELIVERED, at(23, 10, 31), DUE)
    assert (late.late, late.state) == (True, InquiryState.LATE)
    assert pass_due(late, at(23, 11), DUE) == late
    assert pass_due(asked(), at(23, 11), DUE) == asked()


@pytest.mark.parametrize(
    ("found", "others"),
    [({}, ""), ({"收入": "x"}, "收入"), ({**FOUND, "姓名": "张", "住址": "x"}, "住址, 姓名")],
)
def test_an_answer_says_what_was_asked_and_no_more(found: dict[str, str], others: str) -> None:
    with refuses("A11-1", "inquiry.answer-fields", fields=others):
        answer(DELIVERED, at(23, 10, 5), DUE, found)


def test_a_step_before_its_start_is_refused() -> None:
    with refuses("A10-1", "inquiry.before-start", act="deliver"):
        deliver(asked(), at(23, 9, 58))
    with refuses("A10-1", "inquiry.before-start", act="answer"):
        answer(DELIVERED, at(23, 9, 59), DUE, FOUND)


def test_taking_an_inquiry_back_needs_a_reason_and_hides_no_lateness() -> None:
    with refuses("A12-1", "inquiry.no-reason"):
        withdraw(DELIVERED, at(23, 10, 5), DUE, " ")
    early = withdraw(DELIVERED, at(23, 10, 5), DUE, "已查到")
    assert (early.late, early.withdrawn_at, early.withdrawn_because) == (
        False,
        at(23, 10, 5),
        "已查到",
    )
    assert withdraw(DELIVERED, at(23, 10, 31), DUE, "已查到").late
    assert withdraw(asked(), at(23, 10), None, "已查到").state is InquiryState.WITHDRAWN
    with pytest.raises(ValueError, match=r"^a running inquiry has a due moment$"):
        withdraw(DELIVERED, at(23, 10, 31), None, "已查到")


def slower(inquiry: Inquiry, after: Tier = Tier.PAPER, minute: int = 10) -> Inquiry:
    when = at(23, 10, minute)
    return change_tier(inquiry, after, DUE, reason="未数字化", by="李", at=when)


def test_a_slower_tier_keeps_the_start_and_is_taken_once() -> None:
    changed = slower(DELIVERED)
    assert (changed.tier, changed.delivered_at) == (Tier.PAPER, at(23, 10))
    assert due(changed, TERMS).at == at(24, 17)
    assert changed.change is not None
    assert (changed.change.before, changed.change.reason) == (Tier.DATABASE, "未数字化")
    with refuses("A10-4", "tier.changed-already", tier="paper"):
        slower(changed, Tier.INCOMPLETE, 20)


def test_a_tier_is_changed_only_while_its_clock_runs() -> None:
    slower(open_(DELIVERED, at(23, 10, 5)))
    for inquiry in (asked(), made(DELIVERED, Move.RUN_OUT), made(DELIVERED, Move.ANSWER)):
        with refuses("A10-4", "tier.not-running", state=str(inquiry.state)):
            slower(inquiry)
    with refuses("A10-4", "tier.too-late"):
        slower(DELIVERED, minute=30)
    with refuses("A10-4", "tier.not-slower"):
        slower(DELIVERED, Tier.DATABASE)


def test_after_approval_the_three_days_bind_the_asked_unit_too() -> None:
    friday = three_days(date(2026, 11, 27), CALENDAR)
    slow = replace(ARRANGED, tier=Tier.INCOMPLETE, why_incomplete="分存两处")
    inquiry = deliver(asked(slow, at=at(27, 10), follow_up=friday), at(27, 10))
    assert due(inquiry, TERMS).at == at(30, 17)
    assert due(replace(inquiry, follow_up=None), TERMS).at == at(1, 17, month=12)


def test_a_unit_is_not_late_for_time_the_platform_was_down() -> None:
    down = (Span(at(23, 10, 10), at(23, 10, 20)),)
    running = due(DELIVERED, TERMS, down)
    assert not answer(DELIVERED, at(23, 10, 40), running, FOUND).late
    assert answer(DELIVERED, at(23, 10, 41), running, FOUND).late


STEPS = st.lists(st.tuples(st.sampled_from(Move), st.integers(0, 90)), max_size=8)


@given(STEPS)
def test_whatever_happens_the_start_stands_and_lateness_is_never_lost(
    steps: list[tuple[Move, int]],
) -> None:
    inquiry = DELIVERED
    for act, minute in sorted(steps, key=lambda step: step[1]):
        before = inquiry
        try:
            inquiry = made(inquiry, act, at(23, 10 + minute // 60, minute % 60))
        except Refused:
            continue
        assert inquiry.delivered_at == before.delivered_at
        assert inquiry.late or not before.late
        late_answer = inquiry.answered_at is not None and inquiry.answered_at > DUE.at
        assert inquiry.late or not late_answer
