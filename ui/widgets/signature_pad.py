"""Where the applicant signs: pen, touch or mouse become strokes in millimetres."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.commitment import Point
from hardware.devices.signature_pad import PenPoint, PenRecorder
from ui.theme import Look

WIDTH_MM, HEIGHT_MM = 120.0, 45.0
MOUSE_PRESSURE = 0.5
THINNEST, THICKEST = 0.35, 1.1  # millimetres

Stroke = tuple[Point, ...]


class SignaturePad(QWidget):
    """Collects strokes; `changed` after each. Cleared by `clear()`."""

    changed = Signal()

    def __init__(self, look: Look, hint: str) -> None:
        super().__init__()
        self._look = look
        self._hint = hint
        self._pen = PenRecorder(WIDTH_MM, HEIGHT_MM)
        self.setAccessibleName(hint)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(look.px(360), look.px(135))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(720), self._look.px(270))

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        return tuple(tuple(map(_point, stroke)) for stroke in self._pen.strokes)

    def clear(self) -> None:
        self._pen.clear()
        self.update()
        self.changed.emit()

    def play(self, strokes: tuple[tuple[PenPoint, ...], ...]) -> None:
        """Strokes of a simulated pad, in the place of what was written."""
        self._pen.clear()
        self._pen.play(strokes)
        self.update()
        self.changed.emit()

    def tabletEvent(self, event: QTabletEvent) -> None:
        kinds = {
            QTabletEvent.Type.TabletPress: self._start,
            QTabletEvent.Type.TabletMove: self._go_on,
            QTabletEvent.Type.TabletRelease: self._end,
        }
        if event.pointerType() is QPointingDevice.PointerType.Pen and event.type() in kinds:
            kinds[event.type()](event.position(), event.pressure(), event.timestamp())
        event.accept()  # accepted, no mouse event follows for the same pen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._start(event.position(), MOUSE_PRESSURE, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position(), MOUSE_PRESSURE, event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end(event.position(), MOUSE_PRESSURE, event.timestamp())

    def _start(self, at: QPointF, pressure: float, time: int) -> None:
        self._pen.press(at.x() / self.width(), at.y() / self.height(), pressure, time)
        self.update()

    def _go_on(self, at: QPointF, pressure: float, time: int) -> None:
        self._pen.move(at.x() / self.width(), at.y() / self.height(), pressure, time)
        self.update()

    def _end(self, at: QPointF, pressure: float, time: int) -> None:
        self._pen.release(at.x() / self.width(), at.y() / self.height(), pressure, time)
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        painter.scale(self.width() / WIDTH_MM, self.height() / HEIGHT_MM)
        for stroke in self._pen.drawn:
            paint_stroke(painter, stroke)
        painter.end()

    def _paint_paper(self, painter: QPainter) -> None:
        tokens = self._look.tokens
        painter.fillRect(self.rect(), QColor("#FFFFFF"))  # paper stays white in every theme
        painter.setPen(QPen(QColor(tokens.line), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        base = round(self.height() * 0.78)
        painter.setPen(QPen(QColor("#C9CED6"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(self._look.px(24), base, self.width() - self._look.px(24), base)
        if not self._pen.drawn:
            painter.setPen(QColor("#6B7280"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._hint)


def paint_stroke(painter: QPainter, stroke: Sequence[Point | PenPoint]) -> None:
    """In millimetres, pressure as width."""
    for before, now in pairwise(stroke):
        width = THINNEST + (THICKEST - THINNEST) * now.pressure
        pen = QPen(QColor("#101828"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(before.x, before.y), QPointF(now.x, now.y))


def _point(sample: PenPoint) -> Point:
    return Point(sample.x, sample.y, sample.pressure, sample.t)
