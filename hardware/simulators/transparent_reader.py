"""A reader in the card service that carries its module's frames in a pseudo-APDU."""

from hardware.simulators.apdu_card import ApduCard
from hardware.simulators.id_card import SimulatedIdCardReader
from hardware.simulators.knobs import ApduKnobs

CARRIER = bytes.fromhex("FF0000")
LAST, MORE = 0x00, 0x01  # P2: a frame's last or only piece, a piece with others behind it
GIVEN_AT_ONCE = 256


class SimulatedTransparentReader(ApduCard):
    """The module behind it is the one that also hangs on serial lines."""

    def __init__(self, module: SimulatedIdCardReader, knobs: ApduKnobs | None = None) -> None:
        super().__init__(knobs)
        self._module = module
        self._begun = b""
        self._held = b""
        self._took = 0.0

    def power(self) -> None:
        self._begun = self._held = b""

    def respond(self, apdu: bytes) -> bytes:
        if len(apdu) < 4:
            return b"\x67\x00"
        if apdu[:4] == b"\x00\xc0\x00\x00":
            return self._give()
        if apdu[:3] != CARRIER or apdu[3] not in (LAST, MORE):
            return b"\x6e\x00"
        self._begun += apdu[5 : 5 + apdu[4]] if len(apdu) > 5 else b""
        if apdu[3] == MORE:
            return b"\x90\x00"
        if self._begun:
            self._held = b""  # what 61xx announced is lost with the next command
        pieces = self._module.receive(self._begun)
        self._begun = b""
        self._held += b"".join(piece.data for piece in pieces)
        self._took = sum(piece.after for piece in pieces)
        return self._give() if len(self._held) <= GIVEN_AT_ONCE else b"\x61\x00"

    def delay(self, apdu: bytes, size: int) -> float:
        took, self._took = self._took, 0.0
        return super().delay(apdu, size) + took

    def _give(self) -> bytes:
        given, self._held = self._held[:GIVEN_AT_ONCE], self._held[GIVEN_AT_ONCE:]
        if not self._held:
            return given + b"\x90\x00"
        return given + bytes([0x61, min(len(self._held), GIVEN_AT_ONCE) % GIVEN_AT_ONCE])
