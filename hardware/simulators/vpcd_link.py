"""A simulated card in vsmartcard's virtual reader (vpcd), seen by every program through pcscd.

How to use it: anything with `atr`, `power()`, `answer(apdu)` and `delay(apdu, size)` is a card.
serve(card, clock, port) puts it in and answers until the reader's service goes away; VpcdLink does
the same in steps, beside words on standard input (`simulate.serve`), with put() and take() as the
hand that moves the card. The card's side dials in: vpcd listens on 35963 for its first reader and
on 35964 for its second.
"""

import contextlib
import select
import socket
from typing import Protocol

from hardware.clock import Clock
from hardware.errors import NoDevice

HOST, FIRST_PORT = "127.0.0.1", 35963
POWER_OFF, POWER_ON, RESET, SAY_ATR = 0, 1, 2, 4
CONNECT_SECONDS = 5.0
AGAIN_SECONDS = 1.0  # between attempts to dial in again after the service was away
EMPTY_SECONDS = 1.0  # pcscd misses a card that is changed faster than it looks
RECEIVE_SIZE = 4096


class Card(Protocol):
    """What is put into the reader."""

    @property
    def atr(self) -> bytes: ...

    def power(self) -> None:
        """Power on or reset: what was selected or logged in is forgotten."""

    def answer(self, apdu: bytes) -> bytes | None:
        """Data and status word; empty: it stays silent; None: it was pulled out just now."""

    def delay(self, apdu: bytes, size: int) -> float:
        """Seconds it took for this command with an answer of so many bytes."""


class VpcdLink:
    """One card on its way in and out of the virtual reader at this port."""

    def __init__(self, card: Card, clock: Clock, port: int = FIRST_PORT) -> None:
        self._card, self._clock, self._port = card, clock, port
        self._line: socket.socket | None = None
        self._waiting = b""
        self._wanted = False
        self._next_try = 0.0

    @property
    def is_in(self) -> bool:
        return self._line is not None

    def put(self, card: Card | None = None) -> None:
        """Put the card in, another one when given; NoDevice when no virtual reader listens."""
        self.take()
        self._card = card or self._card
        self._wanted = True
        if self._clock.monotonic() >= self._next_try:
            self._dial()

    def take(self) -> None:
        """Pull it out."""
        self._wanted = False
        self._hang_up()

    def close(self) -> None:
        self.take()

    def step(self, longest: float, also: int | None = None) -> bool:
        """Wait at most `longest` seconds for work, do it; True when the file `also` has input."""
        self._dial_again()
        files: list[int | socket.socket] = [each for each in (self._line, also) if each is not None]
        if self._wanted and self._line is None:
            longest = max(0.0, self._next_try - self._clock.monotonic())
        ready, _, _ = select.select(files, [], [], longest)
        if self._line is not None and self._line in ready:
            self._take_in(self._line)
        return also is not None and also in ready

    def _dial(self) -> None:
        try:
            self._line = socket.create_connection((HOST, self._port), CONNECT_SECONDS)
        except OSError:
            raise NoDevice("simulator.no-vpcd", port=self._port) from None
        self._waiting = b""

    def _dial_again(self) -> None:
        """The service may have been started anew."""
        if self._wanted and self._line is None and self._clock.monotonic() >= self._next_try:
            self._next_try = self._clock.monotonic() + AGAIN_SECONDS
            with contextlib.suppress(NoDevice):
                self._dial()

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None
            self._next_try = self._clock.monotonic() + EMPTY_SECONDS

    def _take_in(self, line: socket.socket) -> None:
        try:
            data = line.recv(RECEIVE_SIZE)
            _acknowledge_at_once(line)
            self._waiting += data
            while self._line is not None and (request := self._next_request()) is not None:
                self._answer(line, request)
        except OSError:
            data = b""
        if not data:
            self._hang_up()

    def _next_request(self) -> bytes | None:
        size = int.from_bytes(self._waiting[:2], "big")
        if len(self._waiting) < 2 or len(self._waiting) < 2 + size:
            return None
        request, self._waiting = self._waiting[2 : 2 + size], self._waiting[2 + size :]
        return request

    def _answer(self, line: socket.socket, request: bytes) -> None:
        back: bytes | None = b""
        if len(request) > 1:
            back = self._card.answer(request)
            self._clock.sleep(self._card.delay(request, len(back or b"")))
        elif request == bytes([SAY_ATR]):
            back = self._card.atr
        else:
            self._card.power()
        if back is None:
            self.take()
        elif back:
            line.sendall(len(back).to_bytes(2, "big") + back)


def serve(card: Card, clock: Clock, port: int = FIRST_PORT) -> None:
    """Put the card in and be it until the service hangs up or the card is pulled."""
    link = VpcdLink(card, clock, port)
    link.put()
    while link.is_in:
        link.step(CONNECT_SECONDS)


def _acknowledge_at_once(line: socket.socket) -> None:
    """Else each command costs 48 ms: the service's side waits for acknowledgements."""
    if hasattr(socket, "TCP_QUICKACK"):
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
