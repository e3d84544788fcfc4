"""Notices that nobody touches the counter; the sleep of the PC counts as well (wall clock)."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.clock import Clock

LOOK_EVERY = 5_000  # milliseconds
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """`idle` once when `minutes` have passed without a touch; a touch begins anew."""

    idle = Signal()

    def __init__(self, parent: QObject, clock: Clock, minutes: int) -> None:
        super().__init__(parent)
        self._clock, self._limit = clock, timedelta(minutes=minutes)
        self._wall, self._running = clock.now(), clock.monotonic()
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, *windows: QWidget) -> None:
        """Listens where the system delivers keys and pens; a filter on the whole program would
        be asked about every event of every widget, which costs more than all of them."""
        for window in windows:
            window.winId()  # makes the handle where there is none yet
            if (handle := window.windowHandle()) is not None:
                handle.installEventFilter(self)

    def start(self) -> None:
        self.touch()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def touch(self) -> None:
        self._wall, self._running = self._clock.now(), self._clock.monotonic()

    def look(self) -> None:
        """Either clock will do: the wall's counts sleep, the other cannot be set back."""
        asleep = self._clock.now() - self._wall >= self._limit
        if asleep or self._clock.monotonic() - self._running >= self._limit.total_seconds():
            self.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self.touch()
        return False
