"""Measures the gaps of the window's loop: how long a key pressed now would wait."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 5  # milliseconds


class LoopWatch(QObject):
    """Runs a fine timer; `pause` and `go_on` leave out what no person would meet."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=BEAT)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def go_on(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def pause(self) -> None:
        if self._timer.isActive():
            self._beat()  # what has been late so far counts
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self._gaps.append(max(0.0, (now - self._last) * 1000 - BEAT))
        self._last = now

    @property
    def worst(self) -> float:
        """Milliseconds."""
        return round(max(self._gaps, default=0.0), 1)

    @property
    def p99(self) -> float:
        """Milliseconds; 99 of 100 beats were later by no more."""
        ordered = sorted(self._gaps)
        return round(ordered[int(len(ordered) * 0.99)], 1) if ordered else 0.0
