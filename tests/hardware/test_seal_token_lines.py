"""The two serial framings, byte by byte, and how the right one is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.clock import SteppedClock
from hardware.codecs import ccid
from hardware.codecs.ccid import Message
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoCard, NoDevice
from hardware.simulators.seal_token import SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.transports.bare_serial import BareSerialChannel, frame
from hardware.transports.ccid_serial import CcidSerialChannel
from hardware.transports.memory import MemoryLine, Piece, Script
from hardware.transports.serial_channel import find_channel, framing_of
from tests.hardware.sealing_parts import content

RANDOM = bytes.fromhex("80500000000008")
ATR = bytes.fromhex("3B00")
GOOD = b"\x01\x02\x90\x00"


def bare(*answers):
    line = MemoryLine(Script(answers), SteppedClock())
    return BareSerialChannel(line)


def data_block(seq, data=GOOD, specific=b"\0\0\0", kind=ccid.DATA_BLOCK):
    return ccid.frame(Message(kind, seq, data, specific))


def reader(*answers):
    """A CCID reader that powers on with sequence number 1 and then says these."""
    line = MemoryLine(Script((data_block(1, ATR), *answers)), SteppedClock())
    return CcidSerialChannel(line)


def test_a_bare_answer_is_data_and_status_word():
    answer = bare(b"\x12\x00\x04" + GOOD).transmit(RANDOM)
    assert (answer.data, answer.sw) == (b"\x01\x02", 0x9000)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"", "token.silent"),
        (b"\x12\x00", "token.cut"),
        (b"\x12\x00\x09\x90\x00", "token.cut"),
        (b"\x13\x00\x02\x90\x00", "token.garbled"),
        (b"\x12\x00\x00", "token.garbled"),
        (b"\x12\x00\x02\x12\x34", "token.garbled"),
    ],
)
def test_a_bad_bare_answer_is_said_and_the_next_one_is_read(answer, code):
    channel = bare(answer, frame(GOOD))
    with pytest.raises(BadAnswer) as trouble:
        channel.transmit(RANDOM)
    assert trouble.value.code == code
    assert channel.transmit(RANDOM).sw == 0x9000


def test_a_late_answer_is_not_taken_for_the_next_one():
    class Late:
        def __init__(self):
            self.asked = 0

        def receive(self, data):
            self.asked += 1
            late = self.asked == 1
            return [Piece(frame(b"\x11\x11\x90\x00" if late else GOOD), 5.05 if late else 0)]

    channel = BareSerialChannel(MemoryLine(Late(), SteppedClock()))
    with pytest.raises(BadAnswer):
        channel.transmit(RANDOM)
    assert channel.transmit(RANDOM).data == b"\x01\x02"


def test_a_ccid_reader_powers_on_once_and_carries_the_answer():
    channel = reader(data_block(2), data_block(3, b"\x90\x00"))
    assert channel.transmit(RANDOM).data == b"\x01\x02"
    assert channel.transmit(RANDOM).data == b""


def test_a_reader_may_ask_for_time_in_both_ways():
    more = data_block(2, b"", bytes([ccid.MORE_TIME, 1, 0]))
    assert reader(b"\x81\x81" + more + data_block(2)).transmit(RANDOM).sw == 0x9000


def test_a_reader_that_asks_for_time_for_ever_is_given_up():
    with pytest.raises(BadAnswer) as trouble:
        reader(b"\x81" * 500).transmit(RANDOM)
    assert trouble.value.code == "token.silent"


def test_an_echo_is_passed_over():
    sent = ccid.frame(Message(ccid.TRANSFER, 2, RANDOM))
    assert reader(sent + data_block(2)).transmit(RANDOM).sw == 0x9000


def test_noise_before_a_frame_is_passed_over():
    assert reader(b"\x00\x7f\x00" + data_block(2)).transmit(RANDOM).sw == 0x9000


def test_a_late_answer_to_an_older_question_is_passed_over():
    late = data_block(1) + data_block(1)
    assert reader(late + data_block(2)).transmit(RANDOM).sw == 0x9000


def test_a_frame_not_understood_is_sent_again_and_then_given_up():
    assert reader(ccid.NAK_FRAME, data_block(2)).transmit(RANDOM).sw == 0x9000
    with pytest.raises(BadAnswer) as trouble:
        reader(*[ccid.NAK_FRAME] * 3).transmit(RANDOM)
    assert trouble.value.code == "token.reader-nak"


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (data_block(9), BadAnswer, "token.out-of-step"),
        (data_block(2, kind=ccid.STATUS), BadAnswer, "token.out-of-step"),
        (data_block(2)[:-1] + b"\x00", BadAnswer, "token.checksum"),
        (data_block(2)[:9], BadAnswer, "token.cut"),
        (b"\x03\x15\x17", BadAnswer, "token.checksum"),
        (b"\x03\x06\x80\xff\xff\xff\xff" + bytes(5), BadAnswer, "token.garbled"),
        (b"\x00" * 64, BadAnswer, "token.garbled"),
        (b"", BadAnswer, "token.silent"),
        (data_block(2, b"", bytes([0x42, 0xFE, 0])), NoCard, "token.absent"),
        (b"\x50\x02", NoCard, "token.absent"),
        (data_block(2, b"", bytes([0x41, 0xFE, 0])), DeviceRefused, "token.mute"),
        (data_block(2, b"", bytes([0x40, 0xFB, 0])), DeviceRefused, "token.reader-error"),
    ],
)
def test_what_a_reader_gets_wrong_is_said(answer, kind, code):
    with pytest.raises(kind) as trouble:
        reader(answer).transmit(RANDOM)
    assert trouble.value.code == code


def test_after_a_card_move_the_card_is_powered_again():
    channel = reader(b"\x50\x02\x50\x03" + data_block(2), data_block(3, ATR), data_block(4))
    channel.transmit(RANDOM)
    assert channel.transmit(RANDOM).sw == 0x9000


def test_a_long_answer_comes_in_chained_parts():
    parts = [
        data_block(2, b"\x01" * 200, b"\x00\x00\x01"),
        data_block(3, b"\x02" * 200, b"\x00\x00\x03"),
        data_block(4, b"\x90\x00", b"\x00\x00\x02"),
    ]
    assert len(reader(*parts).transmit(RANDOM).data) == 400


@given(st.binary(max_size=80))
def test_any_bytes_from_a_reader_or_token_end_in_an_answer_or_a_trouble(noise):
    for channel in (reader(noise), bare(noise)):
        try:
            channel.transmit(RANDOM)
        except DeviceTrouble:
            continue


@pytest.mark.parametrize(
    ("talker", "kind"),
    [
        (BareLine, BareSerialChannel),
        (CcidLine, CcidSerialChannel),
        (lambda token: CcidLine(token, echo=True), CcidSerialChannel),
    ],
)
def test_the_framing_is_found_without_an_option(talker, kind):
    line = MemoryLine(talker(SimulatedSealToken([content()])), SteppedClock())
    channel = find_channel(line)
    assert type(channel) is kind
    assert channel.transmit(RANDOM).sw == 0x9000


def test_a_slow_bare_token_is_found_too():
    class Slow:
        def __init__(self):
            self.line = BareLine(SimulatedSealToken([content()]))

        def receive(self, data):
            return [Piece(each.data, 1.0) for each in self.line.receive(data)]

    channel = find_channel(MemoryLine(Slow(), SteppedClock()))
    assert type(channel) is BareSerialChannel
    assert channel.transmit(RANDOM).sw == 0x9000


class Strict:
    """Takes the first three bytes it gets for a header, whatever they are, as real tokens may."""

    def __init__(self, after):
        self.token, self.after, self.waiting = SimulatedSealToken([content()]), after, b""

    def receive(self, data):
        self.waiting += data
        answers = []
        while len(self.waiting) >= 3:
            end = 3 + int.from_bytes(self.waiting[1:3], "big")
            if len(self.waiting) < end:
                break
            apdu, self.waiting = self.waiting[3:end], self.waiting[end:]
            answer = frame(self.token.answer(apdu))
            answers += [
                Piece(answer[:1], self.after),
                *(Piece(bytes([b]), 0.01) for b in answer[1:]),
            ]
        return answers


@pytest.mark.parametrize("after", [0.0, 1.2])
def test_a_slow_bare_token_that_finds_no_frame_again_is_never_asked_in_the_other_one(after):
    channel = find_channel(MemoryLine(Strict(after), SteppedClock()))
    assert type(channel) is BareSerialChannel
    assert channel.transmit(RANDOM).sw == 0x9000


@pytest.mark.parametrize("talker", [BareLine, CcidLine])
@pytest.mark.parametrize("likely", ["", "bare", "ccid"])
def test_what_was_found_before_is_asked_first_and_need_not_be_so(talker, likely):
    clock = SteppedClock()
    channel = find_channel(
        MemoryLine(talker(SimulatedSealToken([content()])), clock), likely=likely
    )
    assert channel.transmit(RANDOM).sw == 0x9000
    assert framing_of(channel) == ("bare" if talker is BareLine else "ccid")
    if framing_of(channel) == likely:
        assert clock.monotonic() < 1


def test_a_silent_line_is_no_token():
    with pytest.raises(NoDevice) as trouble:
        find_channel(MemoryLine(Script([]), SteppedClock()))
    assert trouble.value.code == "token.silent"
