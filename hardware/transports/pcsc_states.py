"""Which readers the smart card service has and what is in each, looked at without waiting."""

from dataclasses import dataclass
from typing import Any

from hardware.errors import DeviceTrouble
from hardware.transports.pcsc_service import good, listed, open_context, scard


@dataclass(frozen=True, slots=True)
class ReaderSeen:
    """One reader; `moves` changes whenever something was put in or taken out, seen or not."""

    name: str
    card: bool
    mute: bool = False
    moves: int = 0


@dataclass(frozen=True, slots=True)
class ServiceSeen:
    """One look at the service: its readers, or the code of what keeps us from it."""

    readers: tuple[ReaderSeen, ...] = ()
    code: str = ""

    def reader(self, name: str) -> tuple[str, str]:
        """State (absent, no-card, card, trouble) and code of the reader of this name."""
        if self.code:
            return "absent", self.code
        for each in self.readers:
            if each.name == name:
                mute = ("trouble", "pcsc.mute")
                return mute if each.mute else ("card" if each.card else "no-card", "")
        return "absent", "pcsc.no-reader"


class ReaderStates:
    """Asks the service on a way of its own, which is opened anew after the service was away.

    look() belongs to one lane; what it saw, `last`, may be had from any thread. None: no look yet.
    """

    def __init__(self) -> None:
        self._context: Any = None
        self.last: ServiceSeen | None = None

    def look(self) -> tuple[ReaderSeen, ...]:
        """Every reader now; NoDevice when there is no service or it does not let us in."""
        try:
            if self._context is None:
                self._context = open_context()
            self.last = ServiceSeen(self._asked(listed(self._context)))
        except DeviceTrouble as trouble:
            if trouble.code == "pcsc.no-reader" and self.last:  # one left between two questions
                return self.last.readers
            self.close()
            self.last = ServiceSeen(code=trouble.code)
            raise
        return self.last.readers

    def close(self) -> None:
        if self._context is not None:
            scard().SCardReleaseContext(self._context)
            self._context = None

    def _asked(self, names: tuple[str, ...]) -> tuple[ReaderSeen, ...]:
        if not names:
            return ()
        s = scard()
        unknown = [(name, s.SCARD_STATE_UNAWARE) for name in names]
        result, states = s.SCardGetStatusChange(self._context, 0, unknown)
        if result != s.SCARD_E_TIMEOUT:
            good(result, running=True)
        return tuple(_seen(s, name, state) for name, state, _atr in states)


def _seen(s: Any, name: str, state: int) -> ReaderSeen:
    card, mute = bool(state & s.SCARD_STATE_PRESENT), bool(state & s.SCARD_STATE_MUTE)
    return ReaderSeen(name, card, mute, state >> 16)
