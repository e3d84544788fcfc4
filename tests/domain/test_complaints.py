"""Complaints, their channels, and who may not handle them (Art. 17)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.complaints import (
    Channel,
    Complaint,
    ComplaintState,
    Kind,
    Move,
    Official,
    assign,
    close,
    conflict,
    free,
    pass_on,
    reply,
    take,
)
from tests.domain.refusals import refuses
from tests.domain.spans import at

PLAIN = Complaint(
    number="T03-TS-2026-1",
    channel=Channel.WINDOW,
    hotline_number="",
    unit="U1",
    text="仍要求开收入证明",
    taken_at=at(23, 10),
    taken_by="10500",
)
NAMED = replace(PLAIN, person="10432")
HEAD = "10400"  # heads U1
FREE = Official("10500", "窗口", "10501")


def test_a_complaint_is_taken_on_the_spot() -> None:
    assert take(PLAIN) is PLAIN
    assert PLAIN.state is ComplaintState.TAKEN
    told_later = (PLAIN.handler, PLAIN.passed_because, PLAIN.reply, PLAIN.result)
    assert (PLAIN.person, PLAIN.proof, *told_later) == ("",) * 6
    assert (PLAIN.founded, PLAIN.kind) == (False, Kind.COMPLAINT)


def test_an_opinion_is_about_no_unit_and_has_its_number_and_words() -> None:
    opinion = replace(PLAIN, kind=Kind.OPINION, unit="")
    assert take(opinion) is opinion
    with refuses("A17-2", "complaint.incomplete", missing="text"):
        take(replace(opinion, text=" "))
    hotline = replace(opinion, channel=Channel.HOTLINE)
    with refuses("A17-4", "complaint.incomplete", missing="hotline_number"):
        take(hotline)
    assert take(replace(hotline, hotline_number="12345-2")).hotline_number == "12345-2"


@pytest.mark.parametrize("field", ["number", "unit", "text"])
def test_it_says_what_and_whom_it_is_about(field: str) -> None:
    with refuses("A17-2", "complaint.incomplete", missing=field):
        take(replace(PLAIN, **{field: " "}))


def test_the_hotline_gives_its_number() -> None:
    hotline = replace(PLAIN, channel=Channel.HOTLINE)
    with refuses("A17-4", "complaint.incomplete", missing="hotline_number"):
        take(hotline)
    take(replace(hotline, hotline_number="12345-1"))


@pytest.mark.parametrize(
    ("complaint", "official", "why"),
    [
        (NAMED, Official("10432", "窗口", "10501"), "self"),
        (NAMED, Official("10400", "U1", "10300"), "head"),
        (PLAIN, Official("10400", "U1", "10300"), "head"),
        (NAMED, Official("10433", "窗口", "10432"), "subordinate"),
        (NAMED, FREE, ""),
        (PLAIN, FREE, ""),
        (PLAIN, Official("10500", "窗口", ""), ""),
    ],
)
def test_nobody_judges_themselves_their_unit_or_whom_they_answer_to(
    complaint: Complaint, official: Official, why: str
) -> None:
    assert conflict(complaint, official, HEAD) == why
    if why:
        with refuses("A17-2", "complaint.conflict", why=why):
            assign(complaint, official, HEAD)
    else:
        assert assign(complaint, official, HEAD).handler == official.id


def test_only_those_it_does_not_concern_are_offered() -> None:
    officials = [Official("10432", "U1", HEAD), Official(HEAD, "U1", "10300"), FREE]
    assert free(NAMED, officials, HEAD) == (FREE,)
    assert free(NAMED, officials[:2], HEAD) == ()


def test_a_hard_case_goes_to_the_joint_conference_and_comes_back() -> None:
    with refuses("A17-3", "complaint.no-reason"):
        pass_on(PLAIN, "")
    passed = pass_on(PLAIN, "涉及三个部门")
    assert passed.passed_because == "涉及三个部门"
    with refuses("A17-3", "complaint.no-reply"):
        reply(passed, " ", FREE, HEAD)
    with refuses("A17-2", "complaint.conflict", why="head"):
        reply(passed, "由窗口处理", Official(HEAD, "U1", "10300"), HEAD)
    back = reply(passed, "由窗口处理", FREE, HEAD)
    assert (back.reply, back.handler, back.state) == (
        "由窗口处理",
        FREE.id,
        ComplaintState.IN_HAND,
    )


def test_it_is_closed_with_a_result() -> None:
    in_hand = assign(PLAIN, FREE, HEAD)
    with refuses("A17-2", "complaint.no-result", missing="result"):
        close(in_hand, "", founded=True, by=FREE.id)
    closed = close(in_hand, "已纠正并致歉", founded=True, by=FREE.id)
    assert (closed.state, closed.result) == (ComplaintState.CLOSED, "已纠正并致歉")
    assert closed.founded
    assert not close(in_hand, "不属实", founded=False, by=FREE.id).founded


@pytest.mark.parametrize("by", ["10432", "10501", ""])
def test_nobody_else_closes_it(by: str) -> None:
    with refuses("A17-2", "complaint.not-handler", number=PLAIN.number):
        close(assign(NAMED, FREE, HEAD), "不属实", founded=False, by=by)


ALLOWED = {
    (ComplaintState.TAKEN, Move.ASSIGN): ComplaintState.IN_HAND,
    (ComplaintState.TAKEN, Move.HAND_ON): ComplaintState.WITH_CONFERENCE,
    (ComplaintState.IN_HAND, Move.ASSIGN): ComplaintState.IN_HAND,
    (ComplaintState.IN_HAND, Move.HAND_ON): ComplaintState.WITH_CONFERENCE,
    (ComplaintState.IN_HAND, Move.CLOSE): ComplaintState.CLOSED,
    (ComplaintState.WITH_CONFERENCE, Move.REPLY): ComplaintState.IN_HAND,
}
STEPS: dict[Move, Callable[[Complaint], Complaint]] = {
    Move.ASSIGN: lambda one: assign(one, FREE, HEAD),
    Move.HAND_ON: lambda one: pass_on(one, "疑难"),
    Move.REPLY: lambda one: reply(one, "意见", FREE, HEAD),
    Move.CLOSE: lambda one: close(one, "已处理", founded=True, by=one.handler),
}


@pytest.mark.parametrize("state", ComplaintState)
@pytest.mark.parametrize("act", Move)
def test_only_the_steps_of_the_table_are_made(state: ComplaintState, act: Move) -> None:
    complaint = replace(PLAIN, state=state)
    if (state, act) in ALLOWED:
        assert STEPS[act](complaint).state is ALLOWED[state, act]
        return
    with refuses("A17-2", "complaint.move", act=str(act), state=str(state)):
        STEPS[act](complaint)
