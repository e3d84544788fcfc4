"""Python's garbage is collected here, on the window's thread, in small helpings between keys.

Left to itself a full collection comes in the middle of any lane's work and holds every thread for
60 ms and more; and a window's widgets must not go on another thread than their own.
"""

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

YOUNG_EVERY = 1_000  # milliseconds
ALL_EVERY = 120  # young helpings


class Collector(QObject):
    """Takes the collector over for the whole process, until `stop`; idle until `begin`.

    With two windows in one process (tests) Python's own ways come back when the last one stops:
    before that the closed one's objects would be collected on a lane of the other.
    """

    _at_work: ClassVar[int] = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        Collector._at_work += 1
        self._stopped = False
        self._count = 0
        self._timer = QTimer(self, interval=YOUNG_EVERY)
        self._timer.timeout.connect(self._collect)

    def begin(self) -> None:
        """All is loaded. Modules, faces, rules stay to the end and are never looked at again."""
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Python's own ways again."""
        if self._stopped:
            return
        self._stopped = True
        self._timer.stop()
        Collector._at_work -= 1
        if not Collector._at_work:
            gc.unfreeze()
            gc.enable()

    def _collect(self) -> None:
        self._count = (self._count + 1) % ALL_EVERY
        gc.collect(1 if self._count else 2)
