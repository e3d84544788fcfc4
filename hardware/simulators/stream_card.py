"""A reader in the card service that hands out the resident card by FF B0 (facts: idcard 3.4)."""

from hardware.simulators.apdu_card import ApduCard
from hardware.simulators.knobs import ApduKnobs
from hardware.simulators.person import Person

BLOCK = 256


def with_check(atr: bytes) -> bytes:
    """The ATR with the XOR of all but its first byte behind it."""
    check = 0
    for byte in atr[1:]:
        check ^= byte
    return atr + bytes([check])


class SimulatedStreamReader(ApduCard):
    """One card's stream of two lengths, text and photo, in blocks of 256 bytes."""

    # the form the facts name: a card that stores data, as a reader describes it
    ATR_T1 = with_check(bytes.fromhex("3B8F8001804F0CA000000306009000000000"))

    def __init__(self, person: Person, knobs: ApduKnobs | None = None) -> None:
        super().__init__(knobs)
        text, photo = person.text(), person.photo()
        sizes = len(text).to_bytes(2, "big") + len(photo).to_bytes(2, "big")
        self._stream = sizes + text + photo

    def respond(self, apdu: bytes) -> bytes:
        if apdu[:2] != b"\xff\xb0":
            return b"\x6d\x00" if apdu[:1] in (b"\xff", b"\0") else b"\x6e\x00"
        if len(apdu) < 5 or apdu[3]:
            return b"\x6a\x86"
        return self._block(apdu[2], apdu[4])

    def _block(self, number: int, asked: int) -> bytes:
        block = self._stream[number * BLOCK : (number + 1) * BLOCK]
        if not block:
            return b"\x6b\x00"
        if (self.knobs.t0 or asked) and (asked or BLOCK) > len(block):
            return bytes([0x6C, len(block)])
        return block[: asked or BLOCK] + b"\x90\x00"
