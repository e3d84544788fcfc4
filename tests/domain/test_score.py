"""Gross, assist and net time of the approval department (A10-5, AMB-14)."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.inquiries import Inquiry
from app.domain.score import INSTANT, Score, hall_latency, score
from tests.domain.asked import PLAIN, delivered
from tests.domain.spans import at


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


ASKED = (
    delivered(at(23, 10), answered_at=at(23, 10, 20)),
    delivered(at(23, 10, 10), answered_at=at(23, 10, 25)),  # overlaps: counts once
    PLAIN,  # never delivered: the hall's own time
)


@pytest.mark.parametrize(("kind", "net"), [("即办件", 35), ("承诺件", 60), ("", 60)])
def test_assistance_is_shown_for_all_and_left_out_for_immediate_items_only(
    kind: str, net: int
) -> None:
    found = score(kind, at(23, 9, 50), at(23, 10, 50), ASKED)
    assert found == Score(minutes(60), minutes(25), minutes(net))


def test_assistance_after_the_decision_takes_nothing_off() -> None:
    late = delivered(at(23, 10, 40), answered_at=at(23, 12))
    running = delivered(at(23, 10, 45))
    found = score(INSTANT, at(23, 10), at(23, 10, 50), [late, running])
    assert (found.assist, found.net) == (minutes(10), minutes(40))


def test_an_inquiry_taken_back_counts_up_to_then() -> None:
    back = delivered(at(23, 10), withdrawn_at=at(23, 10, 5))
    assert score(INSTANT, at(23, 10), at(23, 11), [back]).assist == minutes(5)


def test_the_hall_keeps_its_own_latency() -> None:
    assert hall_latency(at(24, 10), at(25, 9, 10)) == timedelta(hours=23, minutes=10)
    assert hall_latency(at(24, 10), at(24, 9)) == timedelta(0)


def asked(first: int, length: int, ended: bool) -> Inquiry:
    start = at(23, 9) + minutes(first)
    return delivered(start, answered_at=start + minutes(length) if ended else None)


INQUIRIES = st.lists(
    st.builds(asked, st.integers(-90, 200), st.integers(0, 200), st.booleans()), max_size=5
)


@given(INQUIRIES, st.integers(0, 180), st.sampled_from(["即办件", "承诺件"]))
def test_net_and_assist_never_leave_the_case(
    inquiries: list[Inquiry], length: int, kind: str
) -> None:
    opened: datetime = at(23, 9)
    found = score(kind, opened, opened + minutes(length), inquiries)
    assert timedelta(0) <= found.assist <= found.gross == minutes(length)
    assert found.net == found.gross - (found.assist if kind == "即办件" else timedelta(0))
