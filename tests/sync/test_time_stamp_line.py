"""The call to a time stamp service: a message of its own, bounded in size and time."""

import time

import pytest

from app.clock import SystemClock
from app.errors import Unavailable
from app.seal.time_stamp_request import MAX_ANSWER, request
from app.sync.time_stamps import TimeStampLine
from tests.seal.blocks import authority, stamping
from tests.seal.tsa import serving

QUESTION = request(b"value", 5)


@pytest.fixture(scope="module")
def holder():
    return stamping("Stamps", authority("Root"))


@pytest.fixture
def service(holder):
    with serving(holder) as found:
        yield found


def line(url: str, seconds: float = 5) -> TimeStampLine:
    return TimeStampLine(url, SystemClock(), seconds=seconds)


def test_the_question_goes_out_as_it_is_and_the_answer_comes_back(service) -> None:
    answer = line(service.url).ask(QUESTION, MAX_ANSWER)
    ((headers, question),) = service.asked
    assert question == QUESTION
    assert headers["Content-Type"] == "application/timestamp-query"
    assert len(answer) > 500


@pytest.mark.parametrize("fault", ["down", "endless"])
def test_what_is_no_answer_is_refused(service, fault) -> None:
    service.fault = fault
    with pytest.raises(Unavailable) as refused:
        line(service.url).ask(QUESTION, MAX_ANSWER)
    assert refused.value.code == "time-stamp.no-answer"


def test_a_drop_now_and_then_is_no_answer(service) -> None:
    service.fault = "slow"
    began = time.monotonic()
    with pytest.raises(Unavailable):
        line(service.url, seconds=0.5).ask(QUESTION, MAX_ANSWER)
    assert time.monotonic() - began < 5


def test_nobody_there_is_said() -> None:
    with pytest.raises(Unavailable) as refused:
        line("http://127.0.0.1:9/tsa").ask(QUESTION, MAX_ANSWER)
    assert refused.value.code == "time-stamp.unreachable"


@pytest.mark.parametrize("url", ["", "ftp://127.0.0.1/", "127.0.0.1:80", "https://", "file:///x"])
def test_an_address_of_another_kind_is_refused(url) -> None:
    with pytest.raises(Unavailable) as refused:
        line(url)
    assert refused.value.code == "time-stamp.address"
