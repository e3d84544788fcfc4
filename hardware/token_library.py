"""A maker's library with seal tokens: lent to one act at a time, asked while nobody has it."""

from threading import Lock
from typing import Any

from hardware.clock import Clock
from hardware.errors import DeviceTrouble, NoDevice
from hardware.token_line import END_SECONDS, LEND_SECONDS
from hardware.transports.base import VendorLibrary

LOOK_SECONDS = 3.0  # the library's start included; what hangs longer is ended
TROUBLE_SECONDS = 10.0  # between two looks by a library that hangs or crashes


class TokenLibrary:
    """Its tokens are counted, none is connected to: a look disturbs nothing and costs no try."""

    def __init__(self, helper: VendorLibrary, clock: Clock) -> None:
        self._helper, self._clock = helper, clock
        self._in_use = Lock()
        self._used = False  # by an act: before that nobody knows whether the library is any good
        self._next_look = 0.0
        self.trouble = ""  # the code of why no token is there; empty: one is, or nobody looked

    def lend(self) -> VendorLibrary:
        """For one act, from its first question until it is closed."""
        return _Lent(self)

    def look(self) -> None:
        """`trouble` anew; as it was where the library is in use, or fails itself."""
        due = self._used and self._clock.monotonic() >= self._next_look
        if due and self._in_use.acquire(blocking=False):
            try:
                self._count()
            finally:
                self._in_use.release()

    def card_present(self) -> bool:
        self._used = True
        self.look()
        return not self.trouble

    def forget(self) -> None:
        """The library's file is gone, or the counter closes; an act under way ends it itself."""
        if self._in_use.acquire(timeout=END_SECONDS):
            self._helper.close()
            self._in_use.release()

    close = forget

    def _count(self) -> None:
        try:
            count = self._helper.ask({"do": "count"}, LOOK_SECONDS).get("count")
        except DeviceTrouble:
            self._next_look = self._clock.monotonic() + TROUBLE_SECONDS
            return
        if isinstance(count, int):
            self.trouble = "" if count else "token.absent"

    def taken(self) -> VendorLibrary:
        """The helper, started anew, until it is given back; NoDevice while another act has it."""
        if not self._in_use.acquire(timeout=LEND_SECONDS):
            raise NoDevice("port.busy")
        self._helper.close()
        self._used = True
        return self._helper

    def give_back(self) -> None:
        """With its process goes whatever login the library may have left."""
        self._helper.close()
        self._in_use.release()


class _Lent:
    """The library as an act has it: closed again and again, and asked again behind that."""

    def __init__(self, owner: TokenLibrary) -> None:
        self._owner = owner
        self._helper: VendorLibrary | None = None

    def ask(self, question: dict[str, Any], seconds: float | None = None) -> dict[str, Any]:
        if self._helper is None:
            self._helper = self._owner.taken()
        return self._helper.ask(question, seconds)

    def close(self) -> None:
        if self._helper is not None:
            self._helper = None
            self._owner.give_back()
