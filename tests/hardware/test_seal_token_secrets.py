"""On every way to a token: the PIN never in clear, never twice, and nobody stays logged in."""

import hashlib
import logging

import pytest

from hardware.clock import SteppedClock
from hardware.devices.seal_token import SealToken
from hardware.devices.token_profile import Profile
from hardware.errors import DeviceTrouble
from hardware.simulators.seal_token import FAULTS, SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.simulators.token_card import TokenCard
from hardware.transports.bare_serial import BareSerialChannel
from hardware.transports.ccid_serial import CcidSerialChannel
from hardware.transports.memory import MemoryLine
from tests.hardware.card_service import Channel
from tests.hardware.sealing_parts import DIGEST, clock, content

PIN = "24681357"
SEAL = content()
WAYS = ("bare", "ccid", "ccid-echo", "ccid-t1", "card service")


class Tapped:
    """A talker of which every byte in both directions is written down."""

    def __init__(self, talker):
        self.talker, self.bytes = talker, b""

    def receive(self, data):
        answers = list(self.talker.receive(data))
        self.bytes += data + b"".join(each.data for each in answers)
        return answers


class TappedCard(TokenCard):
    """The same for a card."""

    def __init__(self, token):
        super().__init__(token)
        self.bytes = b""

    def answer(self, apdu):
        said = super().answer(apdu)
        self.bytes += apdu + (said or b"")
        return said


def opened(way, fault=None):
    """The driver, the simulated token, and the tap."""
    made = SimulatedSealToken([SEAL], pin=PIN, fault=fault)
    if way == "card service":
        tap = TappedCard(made)
        return SealToken(Channel(tap, []), Profile(), clock()), made, tap
    echo, blocks = way == "ccid-echo", way == "ccid-t1"
    tap = Tapped(BareLine(made) if way == "bare" else CcidLine(made, echo, blocks))
    line = MemoryLine(tap, SteppedClock())
    channel = BareSerialChannel(line) if way == "bare" else CcidSerialChannel(line)
    return SealToken(channel, Profile(), clock()), made, tap


def outcome(token, pin=PIN):
    """The code of the trouble, or nothing; whatever it says."""
    try:
        with token.logged_in(pin) as signer:
            signer.sign(DIGEST)
    except DeviceTrouble as trouble:
        told = PIN in repr(trouble) + repr(trouble.facts)
        return "the error tells the PIN" if told else trouble.code
    return ""


@pytest.mark.parametrize("way", WAYS)
def test_the_pin_and_its_key_never_go_over_the_line(way, caplog):
    caplog.set_level(logging.DEBUG)
    token, made, tap = opened(way)
    assert outcome(token) == ""
    made.be("device-error")
    assert outcome(token) == "token.device-error"
    assert len(tap.bytes) > 1000
    for secret in (PIN.encode(), hashlib.new("sm3", PIN.encode()).digest()[:16]):
        assert secret not in tap.bytes
        assert secret.hex().encode() not in tap.bytes
    assert PIN not in caplog.text


@pytest.mark.parametrize("way", WAYS)
def test_the_block_with_the_pin_is_another_each_time(way):
    token, _, tap = opened(way)
    blocks = set()
    for _ in range(5):
        tap.bytes = b""
        assert outcome(token) == ""
        place = tap.bytes.index(b"\x80\x18\x00\x01")
        blocks.add(tap.bytes[place + 9 : place + 25])
    assert len(blocks) == 5


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("fault", [None, *FAULTS])
@pytest.mark.parametrize("pin", [PIN, "0"])
def test_whatever_a_token_does_wrong_the_pin_is_sent_once_and_nobody_stays_logged_in(
    way, fault, pin
):
    token, made, _ = opened(way, fault)
    code = outcome(token, pin)
    assert made.pin_asked <= 1
    assert not made.logged_in or code in ("token.left-logged-in", "token.silent")
    if made.logged_in:
        assert (way, fault) == ("bare", "stuck")  # no reset there, so it is said
    assert code or pin == PIN
    assert "." in code or not code


@pytest.mark.parametrize("way", WAYS)
def test_another_token_than_the_one_shown_is_sent_no_pin(way):
    token, made, _ = opened(way)
    assert token.serial == "TRAINING-0001"
    made.be("wrong-token")
    assert outcome(token) == "token.changed"
    assert made.pin_asked == 0


@pytest.mark.parametrize("way", WAYS)
def test_the_key_gone_between_digest_and_signature_seals_nothing_and_then_it_works(way):
    token, made, _ = opened(way, "pulled")
    assert outcome(token) in ("token.silent", "token.absent", "pcsc.no-card")
    made.be(None)
    made.put()
    assert outcome(token) == ""
    assert not made.logged_in
