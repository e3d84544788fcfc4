"""The demo's eyes and hands: waits, real clicks and keys, pictures; counts what a clerk does."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.commands.output import note
from app.errors import Unavailable
from ui.loop_watch import LoopWatch

if TYPE_CHECKING:
    from app.commands.counter import Counter

LEAST_ROOM = 64 * 1024  # bytes; one picture needs as much
PATIENCE = 30.0  # seconds a step may take before the demo gives up


class Hands:
    """Drives one counter. Keys and clicks go through Qt's own event handling."""

    def __init__(self, counter: "Counter", out: Path) -> None:
        self.counter = counter
        self._out = out
        self._shots = 0
        self._began = time.monotonic()
        self.actions = self.keystrokes = 0
        self.steps: list[dict[str, object]] = []
        self.watch = LoopWatch()

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + PATIENCE
        while not until():
            self._miss_no_device()
            self._miss_no_room()
            if time.monotonic() > end:
                self.shot("stuck")
                raise Unavailable("demo.stuck", step=what)
            self._let_work(10)

    def _miss_no_device(self) -> None:
        """A counter that did not open, a device that was ended: named, and not waited for."""
        session = self.counter.session
        if session is not None and session.not_opened is not None:
            raise session.not_opened
        opened = session.opened if session is not None else None
        for kind, child in opened.simulators.items() if opened is not None else ():
            if not child.running:
                raise Unavailable("demo.device-gone", device=kind)
        if opened is not None and opened.platform is not None and not opened.platform.running:
            raise Unavailable("demo.platform-gone")

    def _miss_no_room(self) -> None:
        """A full disk is named before something waits for what could not be kept."""
        if shutil.disk_usage(self._out).free < LEAST_ROOM:
            raise Unavailable("store.full")

    def step(self, name: str) -> None:
        """The time since the last step belongs to this one."""
        now = time.monotonic()
        self.steps.append({"name": name, "seconds": round(now - self._began, 3)})
        self._began = now
        note(f"{name}: {self.steps[-1]['seconds']} s")

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        """A picture of the window; its own cost is left out of the loop's gaps."""
        self._let_work(60)
        self.watch.pause()
        self._shots += 1
        shown = widget or self.counter.window
        file = self._out / "screens" / f"{self._shots:02d}-{name}.png"
        if not shown.grab().save(str(file)):
            self._miss_no_room()
            raise Unavailable("place.unusable", name=file.name, why="not written")
        self.watch.go_on()

    def keys(self, text: str, widget: QWidget | None = None, *, counted: bool = True) -> None:
        """ASCII keys one by one into what has the keyboard."""
        for character in text:
            QTest.keyClicks(widget or self._focused(), character)
            self.keystrokes += counted

    def key(self, key: Qt.Key, widget: QWidget | None = None, *, counted: bool = True) -> None:
        QTest.keyClick(widget or self._focused(), key)
        self.keystrokes += counted

    def click(self, button: QAbstractButton) -> None:
        if not (button.isVisible() and button.isEnabled()):
            raise Unavailable("demo.stuck", step=button.text())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def sign(self, pad: QWidget) -> None:
        """A few strokes of a mouse, as a pen would make them."""
        width, height = pad.width(), pad.height()
        for stroke in STROKES:
            points = [QPoint(round(x * width), round(y * height)) for x, y in stroke]
            QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
            for point in points[1:]:
                QTest.mouseMove(pad, point)
                self._let_work(4)
            QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])

    def _let_work(self, milliseconds: int) -> None:
        """The loop as a person's window runs it; QTest.qWait sleeps up to 10 ms between looks."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def close(self) -> None:
        self.watch.pause()
        self.counter.close()

    def _focused(self) -> QWidget:
        return self.counter.app.focusWidget() or self.counter.window


def _line(
    x1: float, y1: float, x2: float, y2: float, bend: float = 0.0
) -> list[tuple[float, float]]:
    """A stroke of fourteen points, bent a little like a hand's."""
    made = []
    for step in range(15):
        part = step / 14
        sway = bend * part * (1 - part) * 4
        made.append((x1 + (x2 - x1) * part + sway, y1 + (y2 - y1) * part + sway / 2))
    return made


# 王 兰, roughly: what an invented person would write
STROKES = (
    _line(0.20, 0.26, 0.40, 0.23),
    _line(0.21, 0.46, 0.39, 0.44),
    _line(0.30, 0.25, 0.30, 0.69, 0.01),
    _line(0.17, 0.71, 0.43, 0.67),
    _line(0.58, 0.20, 0.62, 0.31, 0.01),
    _line(0.76, 0.17, 0.71, 0.30, -0.01),
    _line(0.56, 0.40, 0.79, 0.37),
    _line(0.57, 0.54, 0.77, 0.52),
    _line(0.52, 0.72, 0.83, 0.68, 0.02),
)
