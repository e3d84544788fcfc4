"""What goes wrong at a reader is said in its own words, and the next read works."""

import pytest

from hardware.clock import SteppedClock
from hardware.devices.id_card import HEARD_CAP, IdCardReader
from hardware.devices.sam_status import CODES
from hardware.errors import BadAnswer, DeviceRefused, NoCard, NoDevice
from hardware.simulators.id_card import SimulatedIdCardReader
from hardware.transports.memory import MemoryLine, Piece
from tests.hardware.test_id_card_reader import WANG, scripted, simulated, trouble_of


@pytest.mark.parametrize(("status", "code"), [(f"{s:02X}", c) for s, c in CODES.items()])
def test_every_status_has_its_own_words(status, code):
    _, reader, _ = simulated(fault=f"status-{status}@2002")
    if status == "90":
        return
    code = "card.several" if status == "81" else code  # said again behind a found card
    trouble = trouble_of(reader)
    assert (trouble.code, trouble.facts) == (code, {"status": status})


def test_a_status_nobody_knows_is_said_as_such():
    trouble = trouble_of(simulated(fault="status-77@3001")[1])
    assert (trouble.code, trouble.facts) == ("id-reader.unknown-status", {"status": "77"})


def test_no_card_at_the_second_step_is_no_card():
    assert isinstance(trouble_of(simulated(fault="status-80@2002")[1]), NoCard)


def test_a_card_lifted_while_it_is_read_is_said():
    simulator, reader, _ = simulated(fault="pulled")
    trouble = trouble_of(reader)
    assert isinstance(trouble, DeviceRefused)
    assert trouble.code == "card.read-failed"
    simulator.set_fault(None)
    simulator.put_card(WANG)
    assert reader.read().name == "王兰"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("bad-checksum", "id-reader.bad-checksum"),
        ("truncated", "id-reader.truncated"),
        ("silent@3001", "id-reader.truncated"),
        ("silent", "id-reader.silent"),
    ],
)
def test_a_broken_answer_is_said_and_the_next_read_works(fault, code):
    simulator, reader, clock = simulated(fault=fault)
    trouble = trouble_of(reader)
    assert isinstance(trouble, BadAnswer)
    assert trouble.code == code
    assert clock.monotonic() < 6
    simulator.set_fault(None)
    assert reader.read().name == "王兰"  # the reset has made the lying card readable


@pytest.mark.parametrize("fault", ["garbage", "extra-aa"])
def test_noise_before_answers_does_no_harm(fault):
    _, reader, _ = simulated(fault=fault)
    assert reader.read().name == "王兰"


@pytest.mark.parametrize("rate", [9600, 115200])
def test_a_slow_line_is_waited_for(rate):
    _, reader, clock = simulated(rate=rate)
    assert reader.read().photo == WANG.photo()
    wire = sum((12, 12 + 7, 1295, 11, 27)) * 10 / rate
    assert clock.monotonic() == pytest.approx(wire, rel=0.05)


def test_a_slow_reader_is_waited_for():
    _, reader, _ = simulated(delay=2.0)
    assert reader.read().name == "王兰"


def test_endless_noise_ends():
    _, reader, _ = scripted(b"\xaa\x00" * HEARD_CAP)
    assert trouble_of(reader).code == "id-reader.noise"


def test_an_unplugged_line_is_said():
    clock = SteppedClock()
    line = MemoryLine(SimulatedIdCardReader(WANG), clock)
    line.unplug()
    with pytest.raises(NoDevice):
        IdCardReader(line, clock).read()


def test_the_check_of_the_module_says_when_its_own_test_failed():
    _, reader, _ = simulated(fault="status-60")
    with pytest.raises(DeviceRefused) as trouble:
        reader.check()
    assert trouble.value.code == "id-reader.self-test-failed"


class DamagedOnce:
    """The first answer to each command has a wrong checksum."""

    def __init__(self, talker):
        self.talker, self.asked = talker, []

    def receive(self, data):
        pieces, first = self.talker.receive(data), data not in self.asked
        self.asked.append(data)
        said = b"".join(piece.data for piece in pieces)
        return [Piece(said[:-1] + bytes([said[-1] ^ 1]) if first else said)] if said else []


def test_a_harmless_question_whose_answer_came_damaged_is_asked_once_more():
    simulator, reader, _ = simulated()
    line = DamagedOnce(simulator)
    reader._stream._talker = line
    assert reader.sam_id() == "05.03-20140820-0012345678-0123456789"
    assert reader.card_present()
    assert [line.asked.count(each) for each in dict.fromkeys(line.asked)] == [2, 2]


def test_a_card_whose_content_came_damaged_is_not_read_again_by_itself():
    """A module gives each card once: asked again it would say that there is none."""
    simulator, reader, _ = simulated()
    line = DamagedOnce(simulator)
    reader._stream._talker = line
    assert trouble_of(reader).code == "id-reader.bad-checksum"
    assert reader.read().name == "王兰"
