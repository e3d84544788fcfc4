"""A pad without a pad: strokes out of a file, as JSON {"width", "height", "strokes"} in mm.

Each stroke is a list of [x, y, pressure, milliseconds].
"""

import json
from math import isfinite
from pathlib import Path

from hardware.errors import BadAnswer

LARGEST = 4 << 20
SAMPLE = Path(__file__).parent / "strokes" / "sample.json"

Sample = tuple[float, float, float, int]


def load(file: Path) -> tuple[tuple[Sample, ...], ...]:
    """BadAnswer simulator.strokes-unreadable when the file holds no strokes."""
    try:
        with file.open("rb") as opened:
            found = json.loads(opened.read(LARGEST))
        width, height = float(found["width"]), float(found["height"])
        return tuple(
            tuple(_sample(each, width, height) for each in stroke) for stroke in found["strokes"]
        )
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as trouble:
        raise BadAnswer("simulator.strokes-unreadable") from trouble


def _sample(four: list[float], width: float, height: float) -> Sample:
    x, y, pressure, time = map(float, four)
    if not all(map(isfinite, (x, y, pressure, time))):
        raise ValueError("no number")
    if not (0 <= x <= width and 0 <= y <= height and 0 <= pressure <= 1 and time >= 0):
        raise ValueError("beside the pad")
    return x, y, pressure, round(time)
