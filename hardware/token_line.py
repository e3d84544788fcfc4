"""A serial line with a seal token: lent to one act at a time, looked at while nobody has it."""

from collections.abc import Callable
from threading import Lock
from typing import Protocol

from hardware.clock import Clock
from hardware.errors import DeviceTrouble, NoDevice
from hardware.transports.base import Answer, ApduChannel
from hardware.transports.serial_channel import SerialChannel, framing_of

FIRST_LOOK_SECONDS = 1.5  # how long the first look waits for an answer: nobody knows how slow it is
LOOK_SECONDS = 0.45  # the next ones, so that a pulled token is noticed within a second
SILENT_SECONDS = 1.0  # between two looks at a line that does not answer
LEND_SECONDS = 5.0  # for the line while a look, or another act, has it
END_SECONDS = 1.0  # for the same at the end of the day
NOT_TOLD = ("port.busy",)  # another program has it: nothing is known of the token


class Opened(Protocol):
    """Opens the line; asks which `framing` it speaks unless told, for the `likely` one first."""

    def __call__(self, seconds: float, *, framing: str = "", likely: str = "") -> SerialChannel: ...


class TokenLine:
    """Acts and looks may come from two threads: a look never waits for an act, nor disturbs one."""

    def __init__(self, opened: Opened, clock: Clock) -> None:
        self._opened, self._clock = opened, clock
        self._in_use = Lock()
        self._framing = ""  # nobody found it yet
        self._held: SerialChannel | None = None  # by looks, from one to the next
        self._patience = FIRST_LOOK_SECONDS
        self._next_look = 0.0
        self.trouble = ""  # the code of why no token is there; empty: it is, or nobody looked

    def lend(self, seconds: float) -> ApduChannel:
        """For one act, which gives it back by closing it; NoDevice while another has it."""
        if not self._in_use.acquire(timeout=LEND_SECONDS):
            raise NoDevice("port.busy")
        try:
            self._let_go()
            channel = self._opened(seconds, likely=self._framing)
        except BaseException:
            self._in_use.release()
            raise
        self._framing = framing_of(channel)
        return _Lent(channel, self._in_use.release)

    def look(self) -> None:
        """Once an act found the framing: `trouble` anew, as it was where the line is in use."""
        if self._framing and self._in_use.acquire(blocking=False):
            try:
                self._look_now()
            finally:
                self._in_use.release()

    def card_present(self) -> bool:
        """A look that finds the framing, too, for who does nothing but watch."""
        if self._framing:
            self.look()
            return not self.trouble
        with self._in_use:
            return self._asked()

    def forget(self) -> None:
        """The line is gone: a port kept open would come back under another name."""
        if self._held is not None and self._in_use.acquire(blocking=False):
            self._let_go()
            self._in_use.release()

    def close(self) -> None:
        """An act that has the line closes it itself."""
        if self._in_use.acquire(timeout=END_SECONDS):
            self._let_go()
            self._in_use.release()

    def _look_now(self) -> None:
        if self._clock.monotonic() < self._next_look:
            return
        try:
            self.trouble = "" if self._asked() else "token.absent"
        except DeviceTrouble as trouble:
            self._next_look = self._clock.monotonic() + SILENT_SECONDS
            if trouble.code not in NOT_TOLD:
                self.trouble = trouble.code

    def _asked(self) -> bool:
        if self._held is None:
            self._held = self._opened(self._patience, framing=self._framing)
            self._framing = framing_of(self._held)
        self._held.seconds, began = self._patience, self._clock.monotonic()
        try:
            there = self._held.card_there()
        except NoDevice:
            self._let_go()
            raise
        self._patience = max(LOOK_SECONDS, 3 * (self._clock.monotonic() - began))
        return there

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None


class _Lent:
    """The channel, given back when it is closed."""

    def __init__(self, channel: ApduChannel, give_back: Callable[[], None]) -> None:
        self._channel = channel
        self._give_back: Callable[[], None] | None = give_back

    def transmit(self, apdu: bytes) -> Answer:
        return self._channel.transmit(apdu)

    def reset(self) -> None:
        self._channel.reset()

    def close(self) -> None:
        self._channel.close()
        if self._give_back is not None:
            self._give_back()
            self._give_back = None
