"""What differs between makes is data: lengths, hash, lines, the tries, the files."""

from dataclasses import replace

import pytest

from app.codecs import der
from hardware.clock import SteppedClock
from hardware.codecs.apdu import decode
from hardware.devices import token_profile
from hardware.devices.seal_token import SealToken
from hardware.devices.token_profile import Profile, profile, profiles
from hardware.errors import BadAnswer, DeviceRefused, WrongPin
from hardware.seal_tokens import serial_channel
from hardware.simulators import knobs
from hardware.simulators.knobs import ApduKnobs
from hardware.simulators.seal_token import SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.transports.bare_serial import BareSerialChannel
from hardware.transports.bounded import BoundedChannel, BoundedStream
from hardware.transports.memory import MemoryLine, Piece
from tests.hardware.sealing_parts import DIGEST, PIN, clock, content, rig, sealed

HEADER = der.sequence(der.text("ES", der.IA5_STRING), der.integer(4))
SEAL = der.sequence(der.sequence(HEADER, der.octets(bytes(900))))


@pytest.mark.parametrize("name", profiles())
def test_every_row_of_the_table_seals_with_a_token_of_that_make(name):
    kind = profile(name)
    made = SimulatedSealToken([content()], pin_hash=kind.pin_hash)
    line = CcidLine(made) if kind.framing == "ccid" else BareLine(made)
    channel = serial_channel(MemoryLine(line, SteppedClock()), kind, 5.0)
    token = SealToken(channel, kind, clock())
    assert sealed(token)
    assert not made.logged_in
    assert made.pin_asked == 1


@pytest.mark.parametrize(
    "row", [{"pin_hash": "md5"}, {"apdu": "long"}, {"stop_bits": 3}, {"colour": "red"}]
)
def test_a_row_that_says_something_unknown_is_a_fault_of_the_table(row):
    with pytest.raises(ValueError, match=next(iter(row))):
        token_profile.read(row)


def test_a_profile_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(DeviceRefused) as trouble:
        profile("gm4000")
    assert trouble.value.code == "token.no-such-profile"
    assert "gm3000" in trouble.value.facts["names"]


@pytest.mark.parametrize("framing", ["bare", "ccid"])
def test_short_commands_have_one_byte_of_length_and_long_answers_are_fetched(framing):
    made = rig(framing=framing, profile=Profile(apdu="short"))
    seen = []
    transmit = made.channel.transmit
    made.channel.transmit = lambda command: seen.append(command) or transmit(command)
    assert sealed(made.token)
    assert seen
    for command in seen:
        assert len(command) <= 5 or command[4]  # 00 would begin an extended length
        assert decode(command).encode(short=True) == command


@pytest.mark.parametrize("framing", ["bare", "ccid"])
def test_a_token_that_knows_short_lengths_only_is_found_out_before_the_pin(framing):
    made = rig(framing=framing)
    answer = made.simulated.answer

    def short_only(apdu):
        extended = len(apdu) > 5 and apdu[4] == 0
        return b"\x67\x00" if extended else answer(apdu)

    made.simulated.answer = short_only
    assert sealed(made.token)
    assert made.simulated.pin_asked == 1


def test_a_profile_without_the_question_for_tries_never_asks_it():
    made = rig(profile=Profile(tries_command=0))
    seen = []
    transmit = made.channel.transmit
    made.channel.transmit = lambda command: seen.append(command[1]) or transmit(command)
    made.simulated.tries = 2
    assert made.token.tries_left() is None
    with pytest.raises(WrongPin):
        sealed(made.token, pin="000000")
    assert made.token.tries_left() == 1
    assert 0x14 not in seen


def test_seals_are_read_where_the_profile_knows_the_commands():
    files = {"hall.esl": SEAL, "notes.txt": b"hello", "broken.esl": SEAL[:-1], "empty": b""}
    made = rig(files=files, profile=profile("with-files"))
    assert made.token.seals() == (SEAL,)
    assert made.simulated.pin_asked == 0
    assert rig(files=files).token.seals() == ()  # nobody knows the commands for sure


def test_a_file_without_end_is_not_read_for_ever():
    class Endless(dict):
        def __getitem__(self, name):
            return bytes(1 << 20)

    made = rig(files=Endless({"f": b""}), profile=profile("with-files"))
    assert made.token.seals() == ()


def test_a_token_without_file_commands_says_so():
    with pytest.raises(DeviceRefused) as trouble:
        rig(profile=profile("with-files")).token.seals()
    assert trouble.value.code == "token.unknown-command"


class Dripping(CcidLine):
    """Asks for twelve seconds more before it answers the signature, and says it much later."""

    def receive(self, data):
        answers = super().receive(data)
        signing = b"\x80\x74\x02\x00" in data
        return [*[Piece(b"\x81", 1.0)] * 12, *answers] if signing else answers


def bounded(talker, seconds, kind=None):
    """A token on a line that ends so many seconds from now, and its clock."""
    now = SteppedClock()
    line = BoundedStream(MemoryLine(talker, now), now, seconds)
    channel = serial_channel(line, kind or profile("ccid-twin"), 5.0)
    return SealToken(channel, Profile(), clock(), leaving=lambda: line.grant(60)), now


def test_the_time_of_the_whole_command_ends_also_a_reader_that_asks_for_more():
    made = SimulatedSealToken([content()])
    token, now = bounded(Dripping(made), 6.0)
    with pytest.raises(BadAnswer) as trouble:
        sealed(token)
    assert trouble.value.code == "port.out-of-time"
    assert not made.logged_in
    assert now.monotonic() < 20


def test_a_channel_whose_time_is_up_sends_nothing_but_the_log_out():
    made, now = SimulatedSealToken([content()]), SteppedClock()
    channel = BoundedChannel(BareSerialChannel(MemoryLine(BareLine(made), now)), now, 10.0)
    token = SealToken(channel, Profile(), clock(), leaving=lambda: channel.grant(2))
    with pytest.raises(BadAnswer) as trouble:
        sealed_slowly(token, now)
    assert trouble.value.code == "port.out-of-time"
    assert not made.logged_in


def sealed_slowly(token, now):
    with token.logged_in(PIN) as signer:
        now.sleep(11)
        signer.sign(bytes(32))


def test_the_standard_profile_is_what_the_program_takes_without_one():
    assert profile("standard") == replace(Profile())


@pytest.mark.parametrize("framing", ["bare", "ccid"])
def test_a_token_that_does_not_know_who_it_is_seals_by_its_certificate(framing):
    nameless = ApduKnobs(statuses=[knobs.status("6D00@8004")])
    made = rig(framing=framing, knobs=nameless)
    assert (made.token.serial, made.token.label, made.token.simulated) == ("", "", False)
    with made.token.logged_in(PIN) as signer:
        assert signer.sign(DIGEST)
    assert not made.simulated.logged_in


def test_a_token_that_refuses_to_say_who_it_is_otherwise_is_not_sealed_with():
    made = rig(knobs=ApduKnobs(statuses=[knobs.status("6F00@8004")]))
    with pytest.raises(DeviceRefused), made.token.logged_in(PIN):
        pass
    assert made.simulated.pin_asked == 0
