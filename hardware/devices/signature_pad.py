"""A pen on a pad: samples of place, pressure and time become strokes, the same for every pad.

Pads that are input devices of the system (pen displays, tablets, touch screens) come through the
window's pen events; what they send is bounded and put into millimetres here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isnan

MOST_POINTS = 20_000  # a pen held down for minutes is not a signature
MOST_STROKES = 500


@dataclass(frozen=True, slots=True)
class PenPoint:
    """A sample: mm from the pad's top left, pressure 0..1, milliseconds from the first sample."""

    x: float
    y: float
    pressure: float
    t: int


Stroke = tuple[PenPoint, ...]


class PenRecorder:
    """Strokes of one signature on a pad `width` x `height` mm; samples in parts of both sides."""

    def __init__(self, width: float, height: float) -> None:
        self._width, self._height = width, height
        self._strokes: list[list[PenPoint]] = []
        self._count = 0
        self._first = 0
        self._down = False

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """A single sample is a touch, no stroke."""
        return tuple(tuple(stroke) for stroke in self._strokes if len(stroke) > 1)

    @property
    def drawn(self) -> tuple[Stroke, ...]:
        """Also what has only begun."""
        return tuple(map(tuple, self._strokes))

    def clear(self) -> None:
        self._strokes.clear()
        self._count, self._down = 0, False

    def press(self, x: float, y: float, pressure: float, time: int) -> None:
        """`x`, `y` are 0..1 of the pad; `time` in milliseconds of any one clock."""
        if len(self._strokes) >= MOST_STROKES:
            return
        if not self._strokes:
            self._first = time
        self._strokes.append([])
        self._down = True
        self.move(x, y, pressure, time)

    def move(self, x: float, y: float, pressure: float, time: int) -> None:
        """Ignored while the pen is up, and when there are enough samples."""
        if not self._down or self._count >= MOST_POINTS:
            return
        last = self._last_time()
        point = PenPoint(
            round(_within(x) * self._width, 2),
            round(_within(y) * self._height, 2),
            round(_within(pressure), 3),
            max(last, time - self._first),  # a clock that was set back does not turn the pen back
        )
        self._strokes[-1].append(point)
        self._count += 1

    def release(self, x: float, y: float, pressure: float, time: int) -> None:
        """The last sample of a stroke; a pen that leaves the pad has no pressure."""
        self.move(x, y, pressure, time)
        self._down = False

    def play(self, strokes: Iterable[Stroke]) -> None:
        """Samples in millimetres from elsewhere, taken as the pen's own."""
        for stroke in strokes:
            for place, p in enumerate(stroke):
                act = self.press if place == 0 else self.move
                act(p.x / self._width, p.y / self._height, p.pressure, p.t)
            self._down = False

    def _last_time(self) -> int:
        points = (stroke[-1].t for stroke in reversed(self._strokes) if stroke)
        return next(points, 0)


def _within(part: float) -> float:
    """NaN, which a broken driver sends, is nothing."""
    return 0.0 if isnan(part) else min(max(part, 0.0), 1.0)
