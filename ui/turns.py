"""Work of the window's own thread in steps, one a turn of the loop, so that no key waits long."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Does `steps` in order; what is left is dropped when the owner goes."""

    def __init__(self, owner: QObject, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__(owner)
        self._steps = deque(steps)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def stop(self) -> None:
        """What is left is not wanted any more."""
        self._steps.clear()

    def _step(self) -> None:
        if not self._steps:
            self._timer.stop()
            self.deleteLater()
            return
        self._steps.popleft()()
