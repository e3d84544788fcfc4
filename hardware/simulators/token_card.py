"""The simulated token as a card in vsmartcard's virtual reader (see vpcd_link)."""

from hardware.simulators.seal_token import Gone, Silent, SimulatedSealToken
from hardware.simulators.seal_token_lines import ATR


class TokenCard:
    """Fulfils vpcd_link.Card."""

    def __init__(self, token: SimulatedSealToken) -> None:
        self._token = token

    @property
    def atr(self) -> bytes:
        return ATR

    def power(self) -> None:
        self._token.power()

    def answer(self, apdu: bytes) -> bytes | None:
        try:
            return self._token.answer(apdu)
        except Gone:
            return None
        except Silent:
            return b""

    def delay(self, apdu: bytes, size: int) -> float:
        return self._token.seconds
