"""The simulated cards of the card service, right to the byte, and their way into the reader."""

import socket
from contextlib import closing

import pytest

from hardware.clock import SteppedClock
from hardware.errors import DeviceTrouble, NoDevice
from hardware.simulators import knobs, person
from hardware.simulators.id_card import SimulatedIdCardReader
from hardware.simulators.knobs import ApduFault, ApduKnobs, Rule
from hardware.simulators.social_security_card import SimulatedSocialSecurityCard
from hardware.simulators.stream_card import SimulatedStreamReader
from hardware.simulators.transparent_reader import SimulatedTransparentReader
from hardware.simulators.vpcd_link import VpcdLink, serve

WANG = person.load("wang-lan")
SELECT_SSSE = "00A404000F7378312E73682EC9E7BBE1B1A3D5CF"


def say(card, apdu):
    answer = card.answer(bytes.fromhex(apdu))
    return None if answer is None else answer.hex().upper()


# --- the stream ---


def test_the_stream_has_its_lengths_text_and_photo_in_six_blocks():
    card = SimulatedStreamReader(WANG)
    blocks = [card.answer(bytes([0xFF, 0xB0, number, 0, 0])) for number in range(6)]
    assert [len(block) for block in blocks] == [258] * 5 + [6]
    assert {block[-2:] for block in blocks} == {b"\x90\x00"}
    whole = b"".join(block[:-2] for block in blocks)
    assert whole == bytes.fromhex("01000400") + WANG.text() + WANG.photo()


@pytest.mark.parametrize(
    ("apdu", "answer"),
    [
        ("FFB0060000", "6B00"), ("FFB0000100", "6A86"), ("FFB00000", "6A86"),
        ("FFB0050005", "6C04"), ("FFCA000000", "6D00"), (SELECT_SSSE, "6D00"),
        ("80B0000020", "6E00"),
    ],
)  # fmt: skip
def test_what_is_no_block_is_refused(apdu, answer):
    assert say(SimulatedStreamReader(WANG), apdu) == answer


def test_the_answers_to_reset_end_in_their_check_byte():
    for card in (SimulatedStreamReader(WANG), SimulatedSocialSecurityCard(WANG, ApduKnobs())):
        check = 0
        for byte in card.atr[1:]:
            check ^= byte
        assert check == 0


# --- the social security card ---


def test_with_t0_data_are_fetched_and_lengths_corrected():
    card = SimulatedSocialSecurityCard(WANG)
    assert say(card, SELECT_SSSE) == "611E"
    assert len(say(card, "00C000001E")) == 2 * (0x1E + 2)
    assert say(card, "00A4020002EF06") == "9000"
    assert say(card, "00B2080000") == "6C14"
    assert say(card, "00B2080014") == "0812" + WANG.fields["number"].encode().hex().upper() + "9000"
    assert say(card, "00B20A0003") == "0A0132" + "9000"
    assert say(card, "00B20B3003") == "0B0101" + "9000"
    assert say(card, "00B20D0006") == "0D0419880312" + "9000"
    assert say(card, "00B24E0016") == "6A83"
    assert say(card, "00B201280012") == "6C12"


def test_with_t1_the_data_come_at_once_and_a_length_of_nothing_is_all():
    card = SimulatedSocialSecurityCard(WANG, ApduKnobs())
    assert say(card, SELECT_SSSE).endswith("9000")
    assert say(card, "00A4000002EF05") == "9000"
    assert say(card, "00B2050000") == "050420180601" + "9000"


def test_a_card_that_was_powered_off_has_forgotten_what_was_selected():
    card = SimulatedSocialSecurityCard(WANG)
    say(card, SELECT_SSSE)
    card.power()
    assert say(card, "00A4020002EF06") == say(card, "00B2080014") == "6A82"


def test_a_card_that_needs_a_pin_counts_wrong_ones():
    card = SimulatedSocialSecurityCard(WANG, needs_pin=True)
    say(card, SELECT_SSSE)
    say(card, "00A4020002EF06")
    assert say(card, "00B2080014") == "6982"
    assert say(card, "0020000003123456") == "63C5"


def test_a_person_without_such_a_card_is_said():
    with pytest.raises(DeviceTrouble) as trouble:
        SimulatedSocialSecurityCard(person.load("smith-i"))
    assert trouble.value.code == "simulator.no-social-card"


def test_an_unknown_field_of_the_card_is_refused():
    with pytest.raises(ValueError, match="unknown"):
        person.parse('name = "王"\n[social_security]\ncolour = "red"\n'.encode())


# --- the module behind pseudo-APDUs ---


def test_a_frame_goes_through_and_a_long_answer_is_fetched():
    card = SimulatedTransparentReader(SimulatedIdCardReader(WANG))
    assert say(card, "FF0000000AAAAAAA96690003200122") == "AAAAAA9669000800009F00000000979000"
    assert say(card, "FF0000000AAAAAAA96690003200221").endswith("9000")
    assert say(card, "FF0000000AAAAAAA96690003300132") == "6100"
    parts = [say(card, "00C0000000") for _ in range(6)]
    assert sum(len(part) // 2 - 2 for part in parts) == 1295
    assert [part[-4:] for part in parts] == ["6100"] * 4 + ["610F", "9000"]
    assert say(card, "00A40000") == "6E00"


# --- knobs ---


def test_the_knob_that_names_most_of_a_command_counts_and_of_equals_the_last():
    rules = [Rule(1), Rule(2, "00b2"), Rule(3, "00b209"), Rule(4, "00b2")]
    assert [knobs.chosen(rules, command) for command in ("ff", "00b208", "00b209")] == [1, 4, 3]
    assert knobs.chosen([], "ff") is None


def test_the_speed_of_the_line_counts_every_byte():
    assert ApduKnobs(pace=9600).delay(bytes(5), 258) == pytest.approx(263 * 10 / 9600)
    assert ApduKnobs(delays=[Rule(0.5, "ffb0")]).delay(bytes.fromhex("FFB0"), 9) == 0.5


@pytest.mark.parametrize(
    ("fault", "answer"),
    [("pulled", None), ("silent", ""), ("wrong-card", "6E00"), ("truncated", "01000400")],
)
def test_each_fault_does_what_it_says(fault, answer):
    card = SimulatedStreamReader(WANG, ApduKnobs(fault=ApduFault(fault)))
    said = say(card, "FFB0000000")
    assert said == answer or (said and len(said) == 258 and said.startswith(answer))
    assert (card.atr == knobs.WRONG_CARD_ATR) is (fault == "wrong-card")


@pytest.mark.parametrize("text", ["", "other", "pulled-", "status-41"])
def test_a_fault_that_is_not_known_is_said(text):
    with pytest.raises(DeviceTrouble) as trouble:
        knobs.apdu_fault(text)
    assert trouble.value.code == "simulator.no-fault"


@pytest.mark.parametrize("text", ["", "-1", "nan", "inf", "1e9", "soon@3001"])
def test_a_delay_that_cannot_be_is_said(text):
    with pytest.raises(DeviceTrouble) as trouble:
        knobs.delay(text)
    assert trouble.value.code == "simulator.no-knob"


# --- the way into the virtual reader ---


class VirtualReader:
    """The service's side of the wire."""

    def __init__(self):
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.line = None

    def close(self):
        self._listening.close()
        if self.line:
            self.line.close()

    def accept(self):
        self._listening.settimeout(10)
        self.line, _ = self._listening.accept()
        self.line.settimeout(10)

    def send(self, data):
        self.line.sendall(len(data).to_bytes(2, "big") + data)

    def answer(self):
        size = int.from_bytes(self.line.recv(2, socket.MSG_WAITALL), "big")
        return self.line.recv(size, socket.MSG_WAITALL)

    def is_hung_up(self):
        return self.line.recv(1) == b""


@pytest.fixture
def virtual():
    with closing(VirtualReader()) as reader:
        yield reader


def linked(virtual, card=None):
    link = VpcdLink(card or SimulatedSocialSecurityCard(WANG), SteppedClock(), virtual.port)
    link.put()
    virtual.accept()
    return link


def test_the_card_says_its_answer_to_reset_and_answers_apdus(virtual):
    with closing(linked(virtual)) as link:
        virtual.send(b"\x04")
        link.step(5)
        assert virtual.answer() == link._card.atr
        virtual.send(bytes.fromhex(SELECT_SSSE))
        link.step(5)
        assert virtual.answer() == b"\x61\x1e"
        virtual.send(b"\x02")
        link.step(5)
        virtual.send(bytes.fromhex("00A4020002EF06"))
        link.step(5)
        assert virtual.answer() == b"\x6a\x82"  # the reset took the application away


def test_questions_may_come_in_pieces_and_together(virtual):
    with closing(linked(virtual)) as link:
        for piece in (b"\x00", b"\x01\x04\x00", b"\x01\x04"):
            virtual.line.sendall(piece)
            link.step(5)
        assert virtual.answer() == virtual.answer() == link._card.atr


def test_a_pulled_card_hangs_up_and_stays_out(virtual):
    card = SimulatedStreamReader(WANG, ApduKnobs(fault=ApduFault("pulled", "ffb003")))
    with closing(linked(virtual, card)) as link:
        virtual.send(bytes.fromhex("FFB0030000"))
        link.step(5)
        assert virtual.is_hung_up()
        link.step(0)
        assert not link.is_in


def test_a_card_is_not_changed_faster_than_the_service_looks(virtual):
    with closing(linked(virtual)) as link:
        link.take()
        link.put()
        assert not link.is_in
        link._clock.sleep(1.0)
        link.step(0)
        assert link.is_in


def test_a_service_that_went_away_is_dialled_again(virtual):
    with closing(linked(virtual)) as link:
        virtual.line.close()
        link.step(5)
        assert not link.is_in
        link._clock.sleep(1.0)
        link.step(0)
        virtual.accept()
        assert link.is_in


def test_delays_pass_on_the_given_clock(virtual):
    card = SimulatedStreamReader(WANG, ApduKnobs(delays=[Rule(2.0)]))
    with closing(linked(virtual, card)) as link:
        virtual.send(bytes.fromhex("FFB0000000"))
        link.step(5)
        assert len(virtual.answer()) == 258
        assert link._clock.monotonic() == 2.0


def test_no_virtual_reader_is_said(virtual):
    virtual.close()
    with pytest.raises(NoDevice) as trouble:
        serve(SimulatedStreamReader(WANG), SteppedClock(), virtual.port)
    assert trouble.value.code == "simulator.no-vpcd"
