"""Marks on paper as PDF operators: lines of text, the check code's squares, handwriting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

import segno

from app.documents.typesetting import Line
from app.domain.commitment import Point, Signature

MM = 72 / 25.4
QUIET = 4  # modules around a QR code
# Any of the eight masks is a valid code; trying all of them costs most of the time.
QR_MASK = 3
PEN_THIN, PEN_THICK = 0.25, 1.1  # mm at no pressure and full pressure
PEN_STEPS = 12
THICK, THIN, DOUBLE_GAP = 2.0, 0.6, 3.0  # points


@dataclass(slots=True)
class Sheet:
    """One page being written; y grows upwards, in points, as in PDF."""

    document: Any
    marks: list[str] = field(default_factory=list)

    def text(self, line: Line, x: float, y: float) -> None:
        """Set a line with its baseline at y."""
        self.marks.append(f"BT {line.spacing:.3f} Tc 1 0 0 1 {x + line.indent:.3f} {y:.3f} Tm")
        for face, row in groupby(line.glyphs, lambda glyph: glyph.face):
            shown = "".join(glyph.text for glyph in row)
            for subset, codes in face.splitString(shown, self.document):
                name = face.getSubsetInternalName(subset, self.document)
                self.marks.append(f"{name} {line.size:g} Tf <{codes.hex()}> Tj")
        self.marks.append("ET")

    def watermark(self, line: Line, x: float, y: float, cos: float, sin: float) -> None:
        """Set a line turned about its start; no text layer, which it would tear apart."""
        self.marks.append("/Span <</ActualText ()>> BDC")
        self.marks.append(f"q {cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {x:.3f} {y:.3f} cm")
        self.text(line, 0, 0)
        self.marks.append("Q EMC")

    def grey(self, level: float) -> None:
        """Fill with a grey, 0 is black."""
        self.marks.append(f"{level:g} g")

    def red(self) -> None:
        self.marks.append("0.75 0.1 0.1 rg")

    def double_rule(self, x: float, y: float, length: float, *, thick_above: bool) -> None:
        """Two red lines, one thick and one thin, about y (letter form of GB/T 9704)."""
        upper, lower = (THICK, THIN) if thick_above else (THIN, THICK)
        self.marks.append("q 0.75 0.1 0.1 RG")
        self.rule(x, y + DOUBLE_GAP / 2, length, upper)
        self.rule(x, y - DOUBLE_GAP / 2, length, lower)
        self.marks.append("Q")

    def rule(self, x: float, y: float, length: float, width: float = 0.5) -> None:
        """A straight line to the right."""
        self.marks.append(f"{width:g} w {x:.3f} {y:.3f} m {x + length:.3f} {y:.3f} l S")

    def qr(self, text: str, x: float, y: float, side: float) -> None:
        """A QR code as one path, dark edge to dark edge in the square over (x, y), on white."""
        matrix = segno.make(text, error="m", micro=False, mask=QR_MASK).matrix
        module, count = side / len(matrix), len(matrix) + QUIET
        frame = f"{module:.5f} 0 0 {-module:.5f} {x:.3f} {y + side:.3f}"
        ground = f"1 g {-QUIET} {-QUIET} {count + QUIET} {count + QUIET} re f"
        self.marks.append(f"q {frame} cm {ground} 0 g {' '.join(_bars(matrix))} f Q")

    def handwriting(self, signature: Signature, x: float, y: float, w: float, h: float) -> None:
        """The strokes fitted into a box, pressure as width; never a picture."""
        points = [point for stroke in signature.strokes for point in stroke]
        if not points:
            return
        left, right = min(p.x for p in points), max(p.x for p in points)
        upper, lower = min(p.y for p in points), max(p.y for p in points)
        scale = min(w / max(right - left, 1.0), h / max(lower - upper, 1.0), 1.2 * MM)
        dx = x + (w - (right - left) * scale) / 2 - left * scale
        dy = y + (h - (lower - upper) * scale) / 2 + lower * scale
        self.marks.append(f"q 1 J 1 j 0 G {scale:.5f} 0 0 {-scale:.5f} {dx:.3f} {dy:.3f} cm")
        for stroke in signature.strokes:
            self.marks.extend(_stroke(stroke))
        self.marks.append("Q")


def _bars(matrix: Sequence[Sequence[int]]) -> Iterator[str]:
    for down, row in enumerate(matrix):
        across = 0
        for dark, run in groupby(row, lambda module: module & 1):
            length = len(list(run))
            if dark:
                yield f"{across} {down} {length} 1 re"
            across += length


def _stroke(points: tuple[Point, ...]) -> Iterator[str]:
    """Catmull-Rom through the samples; one path for each run of equal width."""
    if len(points) == 1:
        points = points * 2
    curves = [(_width(a, b), _curve(points, n)) for n, (a, b) in enumerate(pairwise(points))]
    at = 0
    for width, run in groupby(curves, lambda curve: curve[0]):
        parts = [curve for _, curve in run]
        start = points[at]
        yield f"{width:.3f} w {start.x:.2f} {start.y:.2f} m {' '.join(parts)} S"
        at += len(parts)


def _curve(points: tuple[Point, ...], n: int) -> str:
    before, a = points[max(n - 1, 0)], points[n]
    b, after = points[n + 1], points[min(n + 2, len(points) - 1)]
    x1, y1 = a.x + (b.x - before.x) / 6, a.y + (b.y - before.y) / 6
    x2, y2 = b.x - (after.x - a.x) / 6, b.y - (after.y - a.y) / 6
    return f"{x1:.2f} {y1:.2f} {x2:.2f} {y2:.2f} {b.x:.2f} {b.y:.2f} c"


def _width(a: Point, b: Point) -> float:
    pressure = min(max((a.pressure + b.pressure) / 2, 0.0), 1.0)
    step = round(pressure * PEN_STEPS) / PEN_STEPS
    return PEN_THIN + (PEN_THICK - PEN_THIN) * step
