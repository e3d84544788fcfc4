"""Looks at lines and the card service twice a second, and asks the seal when a token came."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from hardware.device_states import DeviceState
from ui.desk import SealAbout
from ui.tasks import Tasks

LOOK_EVERY = 500  # milliseconds; what was unplugged is shown within two seconds

States = tuple[DeviceState, ...]


class DeviceWatch(QObject):
    """`seen` comes when something is other than before, `seal_told` with the seal or why not."""

    seen = Signal(object)  # States
    seal_told = Signal(object)  # SealAbout, or the error it answered with
    bug = Signal(object)

    def __init__(self, owner: QObject, tasks: Tasks) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._look: Callable[[], States] = tuple
        self._about: Callable[[], SealAbout] | None = None
        self._last: States | None = None
        self._looking = self._asking = False
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self, look: Callable[[], States], about: Callable[[], SealAbout]) -> None:
        """From now on; everything is told anew."""
        self._look, self._about, self._last = look, about, None
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """One look, on a lane that no device can keep busy."""
        if not self._looking:
            self._looking = True
            self._tasks.run("watch", self._look, self._looked, self._failed, self)

    def ask_seal(self) -> None:
        """Whether the right token is there and not locked; costs no try and needs no PIN."""
        if self._about is not None and not self._asking:
            self._asking = True
            self._tasks.run("cards", self._about, self._told, self._told, self)

    def _looked(self, states: States) -> None:
        self._looking = False
        before, self._last = self._last, states
        if states != before:
            self.seen.emit(states)
            if _tokens(states) != _tokens(before or ()) and "ready" in _tokens(states).values():
                self.ask_seal()

    def _failed(self, error: Exception) -> None:
        self._looking = False
        self.bug.emit(error)

    def _told(self, answer: SealAbout | Exception) -> None:
        self._asking = False
        self.seal_told.emit(answer)


def _tokens(states: States) -> dict[str, str]:
    return {each.address: each.state for each in states if each.kind == "seal-token"}
