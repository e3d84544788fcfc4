"""What every simulated card in the card service has in common: its knobs around its answers."""

from dataclasses import replace

from hardware.simulators.knobs import WRONG_CARD_ATR, ApduFault, ApduKnobs


class ApduCard:
    """One APDU at a time; a kind of card says what it answers by respond()."""

    ATR_T0 = bytes.fromhex("3B021450")
    ATR_T1 = bytes.fromhex("3B800181")

    def __init__(self, knobs: ApduKnobs | None = None) -> None:
        self.knobs = knobs or ApduKnobs()

    @property
    def atr(self) -> bytes:
        if self.knobs.fault and self.knobs.fault.name == "wrong-card":
            return WRONG_CARD_ATR
        return self.ATR_T0 if self.knobs.t0 else self.ATR_T1

    def power(self) -> None:
        """Power on or reset."""

    def respond(self, apdu: bytes) -> bytes:
        """Data and status word."""
        raise NotImplementedError

    def answer(self, apdu: bytes) -> bytes | None:
        """With the knobs: None when the card was pulled, empty when it stays silent."""
        said = self.knobs.status(apdu)
        return self.knobs.bend(apdu, self.respond(apdu) if said is None else said)

    def delay(self, apdu: bytes, size: int) -> float:
        return self.knobs.delay(apdu, size)

    def set_fault(self, fault: ApduFault | None) -> None:
        self.knobs = replace(self.knobs, fault=fault)
