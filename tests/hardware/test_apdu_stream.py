"""The module's frames in pseudo-APDUs and control codes; the rows of their profiles."""

import pytest

from hardware.clock import SteppedClock
from hardware.codecs.apdu import split
from hardware.devices.id_card import IdCardReader
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble
from hardware.simulators import faults, person
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader
from hardware.simulators.transparent_reader import SimulatedTransparentReader
from hardware.transports.apdu_stream import ApduStream, ControlStream
from hardware.transports.base import Answer
from hardware.transports.memory import Piece
from hardware.transports.reader_profiles import (
    ControlCode,
    PseudoApdu,
    read,
    reader_profile,
    reader_profiles,
)
from tests.hardware.card_service import Channel

WANG = person.load("wang-lan")
TRANSPARENT = reader_profile("transparent-ff")
ROW = {"kind": "apdu", "header": "FF000000", "more": "01", "chunk": 255, "le": False,
       "fetch": "00C00000", "poll": True}  # fmt: skip


def transparent(module=None, **changed):
    profile = read("mine", ROW | changed)
    sent, clock = [], SteppedClock()
    channel = Channel(SimulatedTransparentReader(module or SimulatedIdCardReader(WANG)), sent)
    return sent, IdCardReader(ApduStream(channel, profile, clock), clock), clock


def test_a_card_is_read_through_the_documented_profile():
    sent, reader, _ = transparent()
    card = reader.read()
    assert (card.name, card.photo) == ("王兰", WANG.photo())
    assert card.sam_id == "05.03-20140820-0012345678-0123456789"
    assert sent[0].hex() == "ff0000000aaaaaaa96690003200122"
    assert {apdu[:4].hex() for apdu in sent} == {"ff000000", "00c00000"}


def test_a_frame_longer_than_a_piece_is_sent_in_several():
    sent, reader, _ = transparent(chunk=4)
    assert reader.read().name == "王兰"
    assert [apdu.hex() for apdu in sent[:3]] == [
        "ff00000104aaaaaa96", "ff0000010469000320", "ff000000020122",
    ]  # fmt: skip


def test_one_byte_a_piece_works_too():
    assert transparent(chunk=1)[1].read().name == "王兰"


class Slow(SimulatedIdCardReader):
    """Gives its answer only when it is asked again, a few bytes each time."""

    def __init__(self, *args):
        super().__init__(*args)
        self._later = b""

    def receive(self, data):
        if data:
            self._later += b"".join(piece.data for piece in super().receive(data))
            return []
        now, self._later = self._later[:100], self._later[100:]
        return [Piece(now)]


def test_what_has_not_come_yet_is_asked_for():
    sent, reader, _ = transparent(Slow(WANG))
    assert reader.read().name == "王兰"
    assert bytes.fromhex("FF00000000") in sent


def test_a_reader_that_stays_silent_is_given_up_after_the_usual_time():
    sent, reader, clock = transparent(SimulatedIdCardReader(WANG, Knobs(faults.parse("silent"))))
    with pytest.raises(BadAnswer) as trouble:
        reader.read()
    assert trouble.value.code == "id-reader.silent"
    assert clock.monotonic() < 6
    assert len(sent) < 120  # asked every 50 ms, no busier


def test_with_le_each_last_piece_bears_it():
    sent, reader, _ = transparent(le=True)
    assert reader.read().name == "王兰"
    assert sent[0].hex() == "ff0000000aaaaaaa9669000320012200"


class Fixed:
    """A channel that gives these answers one after the other, then the last for ever."""

    def __init__(self, *answers):
        self.answers, self.sent = list(answers), []

    def transmit(self, apdu):
        self.sent.append(apdu.hex())
        raw = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return Answer(*split(bytes.fromhex(raw)))


def stream(*answers):
    channel = Fixed(*answers)
    return channel, ApduStream(channel, TRANSPARENT, SteppedClock())


def test_a_length_the_reader_corrects_is_used():
    channel, line = stream("6C05", "01020304059000")
    line.write(b"\x11\x22")
    assert line.read(5, 1) == bytes(range(1, 6))
    assert channel.sent == ["ff000000021122", "ff00000002112205"]


def test_a_status_of_the_reader_is_said_with_the_profile():
    _, line = stream("6E00")
    with pytest.raises(DeviceRefused) as trouble:
        line.write(b"\x11")
    assert trouble.value.code == "id-reader.carrier-refused"
    assert trouble.value.facts == {"profile": "transparent-ff", "status": "6E00"}


def test_an_answer_without_end_ends():
    _, line = stream("0061FF")
    with pytest.raises(BadAnswer) as trouble:
        line.write(b"\x11")
    assert trouble.value.code == "pcsc.garbled"


def test_what_is_cleared_is_not_read():
    _, line = stream("01029000", "9000")
    line.write(b"\x11")
    line.clear()
    assert line.read(2, 0.2) == b""


class Controlled:
    """A reader whose module answers control commands."""

    def __init__(self):
        self.module, self.sent = SimulatedIdCardReader(WANG), []

    def control(self, code, data):
        self.sent.append((code, data))
        return b"".join(piece.data for piece in self.module.receive(data[1:]))

    def close(self):
        self.module = None


def test_a_card_is_read_through_a_control_code():
    reader, profile = Controlled(), ControlCode("mine", 7, b"\x42")
    line = ControlStream(reader, profile, lambda function: 0x42000000 + function)
    driver = IdCardReader(line, SteppedClock())
    assert driver.read().name == "王兰"
    assert {code for code, _ in reader.sent} == {0x42000007}
    assert {data[:1] for _, data in reader.sent} == {b"\x42"}
    driver.close()
    assert reader.module is None


def test_the_profiles_that_ship_are_possible():
    kinds = {name: type(profile) for name, profile in reader_profiles().items()}
    assert kinds == {
        "transparent-ff": PseudoApdu, "escape": ControlCode, "escape-windows": ControlCode,
    }  # fmt: skip


def test_a_profile_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(DeviceTrouble) as trouble:
        reader_profile("other")
    assert trouble.value.code == "id-reader.no-such-profile"
    assert "escape" in trouble.value.facts["names"]


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "other"}, {"header": "FF00"}, {"header": "zz"}, {"chunk": 0}, {"chunk": 256},
        {"more": "100"}, {"fetch": "00"}, {"surplus": 1}, {"chunk": None},
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_a_fault_of_the_file(changed):
    with pytest.raises(ValueError, match="profile mine: "):
        read("mine", ROW | changed)
