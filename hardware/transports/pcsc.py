"""One card in a reader of the smart card service (PC/SC), for us alone."""

from typing import Any

from hardware.codecs import apdu
from hardware.errors import BadAnswer, DeviceTrouble
from hardware.transports.base import Answer
from hardware.transports.pcsc_service import good, open_context, reader_names, scard

__all__ = ["PcscChannel", "reader_names"]


class PcscChannel:
    """The card in the reader of this name; it is reset when it is let go.

    After trouble the next act connects again, also to a service that was started anew meanwhile.
    `direct`: the reader itself, for control(), whether a card lies in it or not. `later`: it is not
    connected to before the first act.
    """

    def __init__(self, reader: str, *, direct: bool = False, later: bool = False) -> None:
        self._reader = reader
        self._direct = direct
        self._context: Any = None
        self._card: Any = None
        self._protocol = 0
        if not later:
            self._connected()

    def transmit(self, command: bytes) -> Answer:
        """One exchange. GET RESPONSE and the right length are the caller's affair."""
        card = self._connected()
        t0 = self._protocol == scard().SCARD_PROTOCOL_T0
        header = scard().SCARD_PCI_T0 if t0 else scard().SCARD_PCI_T1
        result, raw = scard().SCardTransmit(card, header, list(command))
        self._good(result)
        if not raw:  # some readers' drivers say so when the card left in the middle
            raise BadAnswer("pcsc.silent")
        if (parts := apdu.split(bytes(octet & 0xFF for octet in raw))) is None:
            raise BadAnswer("pcsc.garbled")
        return Answer(*parts)

    def atr(self) -> bytes:
        """The card's answer to reset."""
        result, *_, atr = scard().SCardStatus(self._connected())
        self._good(result)
        return bytes(octet & 0xFF for octet in atr)

    def control(self, code: int, data: bytes) -> bytes:
        """A command to the reader itself; what `code` stands for is the driver's affair."""
        result, raw = scard().SCardControl(self._connected(), code, list(data))
        self._good(result)
        return bytes(octet & 0xFF for octet in raw)

    def reset(self) -> None:
        if self._card is None:
            return
        s = scard()
        result, self._protocol = s.SCardReconnect(
            self._card, s.SCARD_SHARE_EXCLUSIVE, _either(s), s.SCARD_RESET_CARD
        )
        self._good(result)

    def close(self) -> None:
        if self._card is not None:
            scard().SCardDisconnect(self._card, scard().SCARD_RESET_CARD)
            self._card = None
        if self._context is not None:
            scard().SCardReleaseContext(self._context)
            self._context = None

    def _connected(self) -> Any:
        """The card, after connecting to it where that is still to be done."""
        if self._card is None:
            try:
                self._card, self._protocol = self._connect()
            except DeviceTrouble:
                self.close()
                raise
        return self._card

    def _connect(self) -> tuple[Any, int]:
        s = scard()
        if self._context is None:
            self._context = open_context()
        share, protocols = s.SCARD_SHARE_EXCLUSIVE, _either(s)
        if self._direct:
            share, protocols = s.SCARD_SHARE_DIRECT, 0
        result, card, protocol = s.SCardConnect(self._context, self._reader, share, protocols)
        good(result)
        return card, protocol

    def _good(self, result: int) -> None:
        try:
            good(result, running=True)
        except DeviceTrouble:
            self.close()  # the next act finds its way anew, whatever was restarted meanwhile
            raise


def _either(s: Any) -> int:
    return int(s.SCARD_PROTOCOL_T0 | s.SCARD_PROTOCOL_T1)
