"""A card reader's line that breaks behind any byte: a clear error, in time, the next act works."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.clock import SteppedClock
from hardware.devices.id_card import IdCardReader
from hardware.errors import DeviceTrouble
from hardware.transports.memory import MemoryLine, Piece
from tests.hardware.cut_lines import (
    LONGEST,
    MANNERS,
    broken_off_behind_any_byte,
    outcome,
    unplugged_behind_any_byte,
)
from tests.hardware.rig import exchanges
from tests.hardware.rigs import CARDS, ID_READER, RIGS

NAMES = [rig.name for rig in (*ID_READER, *CARDS)]


@pytest.mark.parametrize("name", NAMES)
def test_a_line_unplugged_behind_any_byte_is_said_and_the_next_act_works(name):
    unplugged_behind_any_byte(RIGS[name])


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_line_that_breaks_off_behind_any_byte_is_said_and_the_next_act_works(name, manner):
    broken_off_behind_any_byte(RIGS[name], manner)


def test_half_a_request_left_in_the_module_does_not_spoil_the_next_read() -> None:
    rig = RIGS["id-reader citizen"]
    device = rig.device()
    assert device.receive(bytes.fromhex("AAAAAA96690003")) == []
    assert outcome(rig, rig.plug(device)) == "good"


def test_a_whole_read_is_as_many_bytes_as_the_facts_say() -> None:
    made = exchanges(RIGS["id-reader citizen"])
    assert [(len(told), len(said)) for told, said in made] == [
        (10, 15), (10, 19), (10, 1295), (10, 11), (10, 27),
    ]  # fmt: skip


class Says:
    """Answers each request with the next of some bytes, in pieces with pauses."""

    def __init__(self, answers: list[list[tuple[bytes, float]]]) -> None:
        self._answers = iter(answers)

    def receive(self, data: bytes) -> list[Piece]:
        return [Piece(part, after) for part, after in next(self._answers, [])]


pieces = st.lists(
    st.tuples(
        st.one_of(
            st.binary(max_size=40),
            st.binary(max_size=12).map(lambda tail: bytes.fromhex("AAAAAA9669") + tail),
            st.sampled_from([bytes.fromhex("AAAAAA9669000400009F9B"), b"\xaa"]),
        ),
        st.floats(0, 4),
    ),
    max_size=6,
)


@settings(deadline=None)
@given(st.lists(pieces, max_size=8))
def test_no_answers_at_all_can_hang_the_driver(answers):
    clock = SteppedClock()
    reader = IdCardReader(MemoryLine(Says(answers), clock), clock)
    for act in (reader.read, reader.card_present):
        started = clock.monotonic()
        with suppress(DeviceTrouble):
            act()
        assert clock.monotonic() - started < LONGEST
