"""Colours of a running inquiry, and the report about one that ran out (Art. 10, 12)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.overdue import (
    Investigation,
    Move,
    Report,
    ReportState,
    close,
    colour,
    draft,
    goes_now,
    grace_end,
    send,
    stop,
    unreported,
)
from app.domain.tiers import Terms, Tier, due, terms
from tests.domain.asked import LATE, PLAIN, delivered
from tests.domain.refusals import refuses
from tests.domain.spans import ASKED, AUTOMATIC, REFERENCE, TERMS, at


@pytest.mark.parametrize(
    ("tier", "start", "now", "said"),
    [
        (Tier.DATABASE, at(23, 10), at(23, 10, 19), "green"),
        (Tier.DATABASE, at(23, 10), at(23, 10, 20), "yellow"),
        (Tier.DATABASE, at(23, 10), at(23, 10, 30), "yellow"),
        (Tier.DATABASE, at(23, 10), at(23, 10, 31), "red"),
        (Tier.DATABASE, at(23, 11, 50), at(23, 13, 39), "green"),  # lunch is nobody's time
        (Tier.DATABASE, at(23, 11, 50), at(23, 13, 40), "yellow"),
        (Tier.PAPER, at(23, 10), at(24, 14, 59), "green"),
        (Tier.PAPER, at(23, 10), at(24, 15), "yellow"),
        (Tier.PAPER, at(23, 10), at(24, 17), "yellow"),
        (Tier.PAPER, at(23, 10), at(24, 17, 1), "red"),
        (Tier.INCOMPLETE, at(26, 15), at(30, 14, 59), "green"),
        (Tier.INCOMPLETE, at(26, 15), at(30, 15), "yellow"),
        (Tier.INCOMPLETE, at(26, 15), at(30, 17, 1), "red"),
    ],
)
def test_yellow_comes_at_minute_20_or_two_office_hours_before_and_red_after(
    tier: Tier, start: datetime, now: datetime, said: str
) -> None:
    assert colour(tier, due(tier, start, TERMS), now, TERMS) == said


def test_a_machine_turns_yellow_at_night_too() -> None:
    running = due(Tier.DATABASE, at(23, 22), AUTOMATIC)
    said = [colour(Tier.DATABASE, running, at(23, 22, m), AUTOMATIC) for m in (19, 20, 30, 31)]
    assert said == ["green", "yellow", "yellow", "red"]


def test_two_hours_before_are_office_hours_over_lunch() -> None:
    after_outage = replace(due(Tier.PAPER, at(23, 10), TERMS), at=at(25, 14))
    assert colour(Tier.PAPER, after_outage, at(25, 10, 29), TERMS) == "green"
    assert colour(Tier.PAPER, after_outage, at(25, 10, 30), TERMS) == "yellow"


@pytest.mark.parametrize(
    ("tier", "start", "ends"),
    [
        (Tier.DATABASE, at(23, 10), at(23, 11)),
        (Tier.DATABASE, at(27, 16, 15), at(30, 9, 15)),
        (Tier.PAPER, at(23, 10), at(25, 9)),
        (Tier.PAPER, at(26, 10), at(30, 9)),
        (Tier.INCOMPLETE, at(23, 10), at(26, 9)),
    ],
)
def test_the_grace_is_thirty_minutes_or_the_next_opening(
    tier: Tier, start: datetime, ends: datetime
) -> None:
    assert grace_end(tier, due(tier, start, TERMS), TERMS) == ends


def test_the_grace_is_a_setting() -> None:
    assert TERMS.grace_minutes == 30
    running = due(Tier.DATABASE, at(23, 10), TERMS)
    assert grace_end(Tier.DATABASE, running, replace(TERMS, grace_minutes=5)) == at(23, 10, 35)


DUE = due(Tier.DATABASE, at(23, 10), TERMS)
DRAFT = draft(LATE, DUE, at(23, 10, 31), TERMS)


def test_the_report_is_drafted_as_soon_as_the_inquiry_is_late() -> None:
    report = draft(LATE, DUE, at(23, 10, 31), TERMS)
    assert report == Report(
        "q1",
        "510502-T03-2026-000001",
        "U2",
        at(23, 10, 30),
        at(23, 10, 31),
        at(23, 11),
    )
    with refuses("A12-1", "report.not-overdue", id="q1"):
        draft(delivered(at(23, 10)), DUE, at(23, 10, 31), TERMS)


def test_the_report_tells_the_units_own_outage_and_takes_its_own_grace() -> None:
    down = timedelta(minutes=20)
    terms = replace(TERMS, grace_minutes=10)
    told = draft(LATE, DUE, at(23, 10, 31), terms, own_outage=down)
    assert (told.own_outage, told.goes_at) == (down, at(23, 10, 40))


def test_a_report_goes_out_by_itself_unless_it_was_stopped() -> None:
    assert not goes_now(DRAFT, at(23, 10, 59))
    assert goes_now(DRAFT, at(23, 11))
    assert not goes_now(stop(DRAFT, "已电话反馈"), at(23, 11))
    sent = send(DRAFT, at(23, 11))
    assert (sent.state, sent.sent_at) == (ReportState.SENT, at(23, 11))
    assert not goes_now(sent, at(23, 12))


def test_a_draft_says_nothing_it_does_not_know() -> None:
    assert (DRAFT.stopped_because, DRAFT.own_outage) == ("", timedelta(0))


def test_stopping_needs_a_reason_that_is_kept() -> None:
    with refuses("A12-1", "report.no-reason"):
        stop(DRAFT, " ")
    stopped = stop(DRAFT, "已电话反馈")
    assert (stopped.state, stopped.stopped_because) == (ReportState.STOPPED, "已电话反馈")


FILE = Investigation("协查调〔2026〕1号", ("U1", "U2"), "人员缺岗", "已整改", at(24, 9), at(26, 9))


def test_a_report_is_closed_only_with_a_whole_investigation_file() -> None:
    sent = send(DRAFT, at(23, 11))
    with refuses("A12-2", "report.no-investigation", id="q1"):
        close(sent, None)
    for field, empty in {"file": "", "units": (), "findings": " ", "result": ""}.items():
        with refuses("A12-2", "report.investigation-incomplete", missing=field):
            close(sent, replace(FILE, **{field: empty}))  # type: ignore[arg-type]
    closed = close(sent, FILE)
    assert (closed.state, closed.investigation) == (ReportState.CLOSED, FILE)


ALLOWED = {
    (ReportState.DRAFTED, Move.SEND): ReportState.SENT,
    (ReportState.DRAFTED, Move.STOP): ReportState.STOPPED,
    (ReportState.SENT, Move.CLOSE): ReportState.CLOSED,
}
STEPS = {
    Move.SEND: lambda report: send(report, at(23, 11)),
    Move.STOP: lambda report: stop(report, "已电话反馈"),
    Move.CLOSE: lambda report: close(report, FILE),
}


@pytest.mark.parametrize("state", ReportState)
@pytest.mark.parametrize("act", Move)
def test_only_the_steps_of_the_table_are_made(state: ReportState, act: Move) -> None:
    report = replace(DRAFT, state=state)
    if (state, act) in ALLOWED:
        assert STEPS[act](report).state is ALLOWED[state, act]
        return
    with refuses("A12-1", "report.move", act=str(act), state=str(state)):
        STEPS[act](report)


def test_no_late_inquiry_is_dropped_in_silence() -> None:
    other = replace(LATE, id="q2")
    in_time = delivered(at(23, 10), id="q3")
    assert unreported([LATE, other, in_time, PLAIN], [DRAFT]) == ("q2",)
    assert unreported([LATE], [stop(DRAFT, "已电话反馈")]) == ()


def test_every_tier_has_its_colour() -> None:
    assert TERMS.yellow == {
        Tier.DATABASE: timedelta(minutes=10),
        Tier.PAPER: timedelta(hours=2),
        Tier.INCOMPLETE: timedelta(hours=2),
    }


def test_when_a_clock_turns_yellow_is_a_setting() -> None:
    numbers = replace(
        REFERENCE.pack.settings,
        yellow_database_minutes=5,
        yellow_paper_minutes=60,
        yellow_incomplete_minutes=90,
    )
    soon = terms(numbers, TERMS.calendar, ASKED)
    for tier, left in ((Tier.DATABASE, 5), (Tier.PAPER, 60), (Tier.INCOMPLETE, 90)):
        running = due(tier, at(23, 10), soon)
        turns = running.at - timedelta(minutes=left)
        assert colour(tier, running, turns, soon) == "yellow"
        assert colour(tier, running, turns - timedelta(minutes=1), soon) == "green"


MOMENTS = st.datetimes(datetime(2020, 1, 6), datetime(2026, 11, 1))  # noqa: DTZ001
SHADES = ("green", "yellow", "red")


@given(
    MOMENTS,
    st.sampled_from(Tier),
    st.sampled_from([TERMS, AUTOMATIC]),
    st.timedeltas(timedelta(0), timedelta(days=4)),
    st.timedeltas(timedelta(0), timedelta(days=4)),
)
def test_a_colour_only_goes_on_to_the_next(
    start: datetime, tier: Tier, terms: Terms, a: timedelta, b: timedelta
) -> None:
    running = due(tier, start, terms)
    first, then = (colour(tier, running, start + span, terms) for span in (a, a + b))
    assert SHADES.index(first) <= SHADES.index(then)


@given(MOMENTS, st.sampled_from(Tier))
def test_the_grace_ends_after_the_due_moment_in_office_hours(start: datetime, tier: Tier) -> None:
    running = due(tier, start, TERMS)
    ends = grace_end(tier, running, TERMS)
    assert ends > running.at
    assert any(span.start <= ends <= span.end for span in TERMS.opening(ends.date(), None))
