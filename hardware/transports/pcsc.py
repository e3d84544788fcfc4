"""Readers of the smart card service (PC/SC) and one card in one of them, for us alone."""

from collections.abc import Callable
from typing import Any

from hardware.codecs import apdu
from hardware.errors import BadAnswer, DeviceTrouble, NoCard, NoDevice
from hardware.transports.base import Answer


def _scard() -> Any:
    """The service's functions; loaded when first needed."""
    from smartcard import scard

    return scard


def reader_names() -> tuple[str, ...]:
    """The readers as the service names them; NoDevice where there is no service."""
    scard = _scard()
    context = _context(scard)
    try:
        result, names = scard.SCardListReaders(context, [])
        if result == scard.SCARD_E_NO_READERS_AVAILABLE:
            return ()
        _good(scard, result)
        return tuple(names)
    finally:
        scard.SCardReleaseContext(context)


class PcscChannel:
    """The card in the reader of this name; it is reset when it is let go."""

    def __init__(self, reader: str) -> None:
        self._scard = _scard()
        self._reader = reader
        self._card: Any = None
        self._protocol = 0
        self._context = _context(self._scard)
        try:
            self._connect()
        except DeviceTrouble:
            self.close()
            raise

    def transmit(self, command: bytes) -> Answer:
        if self._card is None:
            self._connect()
        scard = self._scard
        t0 = self._protocol == scard.SCARD_PROTOCOL_T0
        header = scard.SCARD_PCI_T0 if t0 else scard.SCARD_PCI_T1
        result, raw = scard.SCardTransmit(self._card, header, list(command))
        self._let_go_when_bad(result)
        if not raw:  # some readers' drivers say so when the card left in the middle
            raise BadAnswer("token.silent")
        if (parts := apdu.split(bytes(octet & 0xFF for octet in raw))) is None:
            raise BadAnswer("token.garbled")
        return Answer(*parts)

    def reset(self) -> None:
        if self._card is None:
            return
        scard = self._scard
        result, self._protocol = scard.SCardReconnect(
            self._card, scard.SCARD_SHARE_EXCLUSIVE, _either(scard), scard.SCARD_RESET_CARD
        )
        self._let_go_when_bad(result)

    def close(self) -> None:
        self._let_go()
        self._scard.SCardReleaseContext(self._context)

    def _connect(self) -> None:
        scard = self._scard
        result, card, self._protocol = scard.SCardConnect(
            self._context, self._reader, scard.SCARD_SHARE_EXCLUSIVE, _either(scard)
        )
        _good(scard, result)
        self._card = card

    def _let_go_when_bad(self, result: int) -> None:
        if result != self._scard.SCARD_S_SUCCESS:
            self._let_go()
            _good(self._scard, result)

    def _let_go(self) -> None:
        if self._card is not None:
            self._scard.SCardDisconnect(self._card, self._scard.SCARD_RESET_CARD)
            self._card = None


def _either(scard: Any) -> int:
    return int(scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1)


def _context(scard: Any) -> Any:
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    _good(scard, result)
    return context


def _good(scard: Any, result: int) -> None:
    """Trouble of the right kind for every result but success."""
    if result == scard.SCARD_S_SUCCESS:
        return
    kinds: dict[int, Callable[[], DeviceTrouble]] = {
        scard.SCARD_E_NO_SERVICE: lambda: NoDevice("token.no-service"),
        scard.SCARD_E_SERVICE_STOPPED: lambda: NoDevice("token.no-service"),
        scard.SCARD_E_UNKNOWN_READER: lambda: NoDevice("token.absent"),
        scard.SCARD_E_READER_UNAVAILABLE: lambda: NoDevice("token.absent"),
        scard.SCARD_E_NO_SMARTCARD: lambda: NoCard("token.absent"),
        scard.SCARD_W_REMOVED_CARD: lambda: NoCard("token.absent"),
        scard.SCARD_W_UNRESPONSIVE_CARD: lambda: NoCard("token.mute"),
        scard.SCARD_E_SHARING_VIOLATION: lambda: NoDevice("token.in-use"),
    }
    trouble = kinds.get(result)
    raise trouble() if trouble else BadAnswer("token.reader-error", status=f"{result % 2**32:08X}")
