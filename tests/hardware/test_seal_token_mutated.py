"""Answers with bytes changed, lost or added: a good signature or a clear error, and logged out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.errors import DeviceTrouble
from hardware.simulators.seal_token import SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.transports.bare_serial import BareSerialChannel
from hardware.transports.ccid_serial import CcidSerialChannel
from hardware.transports.memory import MemoryLine, Piece
from tests.hardware.sealing_parts import PIN, Profile, SealToken, SteppedClock, clock, content

SEAL = content()
KINDS = {"bare": (BareLine, BareSerialChannel), "ccid": (CcidLine, CcidSerialChannel)}


class Mutating:
    """Passes everything on, but bends the answer number `at` of the exchange."""

    def __init__(self, talker, at, bend):
        self._talker, self._left, self._bend = talker, at, bend

    def receive(self, data):
        pieces = list(self._talker.receive(data))
        self._left -= 1
        return [Piece(self._bend(each.data)) for each in pieces] if self._left == -1 else pieces


def bends():
    """Ways to spoil some bytes."""
    place, byte = st.integers(0, 400), st.integers(0, 255)
    changed = st.builds(
        lambda at, to: lambda raw: raw[:at] + bytes([to]) + raw[at + 1 :], place, byte
    )
    lost = st.builds(lambda at: lambda raw: raw[:at], place)
    added = st.builds(
        lambda at, more: lambda raw: raw[:at] + more + raw[at:], place, st.binary(max_size=9)
    )
    status = st.sampled_from(
        [b"\x63\xc2", b"\x69\x83", b"\x6f\x00", b"\x61\x10", b"\x6c\x08", b"\x6a\x82"]
    )
    refused = st.builds(lambda sw: lambda raw: b"\x12\x00\x02" + sw, status)
    return changed | lost | added | refused


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None, max_examples=150)
@given(at=st.integers(0, 14), bend=bends())
def test_a_bent_answer_never_makes_a_wrong_signature_and_the_next_seal_works(kind, at, bend):
    line, channel = KINDS[kind]
    simulated = SimulatedSealToken([SEAL])
    stream = MemoryLine(Mutating(line(simulated), at, bend), SteppedClock())
    token = SealToken(channel(stream), Profile(), clock())
    for _ in range(2):
        try:
            with token.logged_in(PIN) as signer:
                signer.sign(bytes(range(32)))  # verified inside
        except DeviceTrouble:
            assert not simulated.logged_in
            continue
    fresh = SealToken(channel(stream), Profile(), clock())
    with fresh.logged_in(PIN) as signer:
        assert signer.sign(bytes(32))
    assert not simulated.logged_in
