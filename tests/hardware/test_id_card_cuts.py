"""Whatever happens to the bytes: a clear error, no hang, and a working next read."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.clock import SteppedClock
from hardware.devices.id_card import IdCardReader
from hardware.errors import BadAnswer, DeviceTrouble, NoDevice
from hardware.problems import PROBLEMS
from hardware.simulators import person
from hardware.simulators.id_card import SimulatedIdCardReader
from hardware.transports.memory import MemoryLine, Piece

WANG = person.load("wang-lan")
WHOLE = 5 * 10 + 15 + 19 + 1295 + 11 + 27  # five requests and their answers
LONGEST = 20.0  # seconds one read may take at the worst


def test_a_whole_read_is_as_many_bytes_as_the_facts_say():
    clock = SteppedClock()
    line = MemoryLine(SimulatedIdCardReader(WANG), clock, cut_after=WHOLE)
    assert IdCardReader(line, clock).read().name == "王兰"
    assert not line.gone


@pytest.mark.parametrize("place", range(0, WHOLE, 100))
def test_a_line_cut_at_any_byte_is_said_and_the_next_read_works(place):
    for cut in range(place, min(place + 100, WHOLE)):
        clock, simulator = SteppedClock(), SimulatedIdCardReader(WANG)
        with pytest.raises(NoDevice) as trouble:
            IdCardReader(MemoryLine(simulator, clock, cut_after=cut), clock).read()
        assert trouble.value.code in PROBLEMS
        assert clock.monotonic() < LONGEST
        simulator.power_on()
        assert IdCardReader(MemoryLine(simulator, clock), clock).read().name == "王兰"


def test_half_a_request_left_in_the_module_does_not_spoil_the_next_read():
    simulator, clock = SimulatedIdCardReader(WANG), SteppedClock()
    assert simulator.receive(bytes.fromhex("AAAAAA96690003")) == []
    assert IdCardReader(MemoryLine(simulator, clock), clock).read().name == "王兰"


class Stops:
    """Swallows everything behind the n-th byte of its answers, then is itself again."""

    def __init__(self, behind: SimulatedIdCardReader, count: int) -> None:
        self._behind = behind
        self._left: int | None = count

    def recover(self) -> None:
        self._left = None

    def receive(self, data: bytes) -> list[Piece]:
        pieces = self._behind.receive(data)
        if self._left is None:
            return pieces
        passed = b"".join(piece.data for piece in pieces)[: self._left]
        self._left -= len(passed)
        return [Piece(passed)] if passed else []


@pytest.mark.parametrize("place", range(0, 15 + 19 + 1295, 100))
def test_an_answer_that_stops_at_any_byte_is_said_and_the_next_read_works(place):
    for count in range(place, min(place + 100, 15 + 19 + 1295)):
        clock = SteppedClock()
        line = Stops(SimulatedIdCardReader(WANG), count)
        reader = IdCardReader(MemoryLine(line, clock), clock)
        with pytest.raises(BadAnswer) as trouble:
            reader.read()
        assert trouble.value.code in ("id-reader.silent", "id-reader.truncated")
        assert clock.monotonic() < LONGEST
        line.recover()
        assert reader.read().name == "王兰"


def code_of(act: Callable[[], object]) -> str:
    """The code of the trouble an act ends in, empty when it ends well."""
    try:
        act()
    except DeviceTrouble as trouble:
        return trouble.code
    return ""


class Mutates:
    """Changes bytes of the answers as it is told: (place, new value) over all answers of a read."""

    def __init__(self, behind: SimulatedIdCardReader, changes: dict[int, int]) -> None:
        self._behind = behind
        self._changes = changes
        self._sent = 0

    def receive(self, data: bytes) -> list[Piece]:
        answer = bytearray(b"".join(piece.data for piece in self._behind.receive(data)))
        for i in range(len(answer)):
            answer[i] = self._changes.get(self._sent + i, answer[i])
        self._sent += len(answer)
        return [Piece(bytes(answer))]


@settings(deadline=None)
@given(
    st.dictionaries(
        st.one_of(st.integers(0, 50), st.integers(0, WHOLE)), st.integers(0, 255), max_size=6
    )
)
def test_mutated_answers_end_in_a_card_or_device_trouble(changes):
    clock = SteppedClock()
    line = MemoryLine(Mutates(SimulatedIdCardReader(WANG), changes), clock)
    assert code_of(IdCardReader(line, clock).read) in {"", *PROBLEMS}
    assert clock.monotonic() < LONGEST


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
        assert code_of(act) in {"", *PROBLEMS}
        assert clock.monotonic() - started < 6 * LONGEST
