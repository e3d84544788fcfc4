"""Where the applicant signs: pen, touch or mouse become strokes in millimetres."""

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
from ui.theme import Look

WIDTH_MM, HEIGHT_MM = 120.0, 45.0
MOUSE_PRESSURE = 0.5
THINNEST, THICKEST = 0.35, 1.1  # millimetres
MOST_POINTS = 20_000  # a pen held down for minutes is not a signature

Stroke = tuple[Point, ...]


class SignaturePad(QWidget):
    """Collects strokes; `changed` after each. Cleared by `clear()`."""

    changed = Signal()

    def __init__(self, look: Look, hint: str) -> None:
        super().__init__()
        self._look = look
        self._hint = hint
        self._strokes: list[list[Point]] = []
        self._first = 0
        self._pen_is_near = False
        self.setAccessibleName(hint)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(look.px(360), look.px(135))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(720), self._look.px(270))

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        return tuple(tuple(stroke) for stroke in self._strokes if len(stroke) > 1)

    def clear(self) -> None:
        self._strokes.clear()
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
        if not self._strokes:
            self._first = time
        self._strokes.append([])
        self._go_on(at, pressure, time)

    def _go_on(self, at: QPointF, pressure: float, time: int) -> None:
        if not self._strokes or sum(map(len, self._strokes)) >= MOST_POINTS:
            return
        x = min(max(at.x() / self.width(), 0.0), 1.0) * WIDTH_MM
        y = min(max(at.y() / self.height(), 0.0), 1.0) * HEIGHT_MM
        point = Point(round(x, 2), round(y, 2), round(pressure, 3), max(0, time - self._first))
        self._strokes[-1].append(point)
        self.update()

    def _end(self, at: QPointF, pressure: float, time: int) -> None:
        self._go_on(at, pressure, time)
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        painter.scale(self.width() / WIDTH_MM, self.height() / HEIGHT_MM)
        for stroke in self._strokes:
            _paint_stroke(painter, stroke)
        painter.end()

    def _paint_paper(self, painter: QPainter) -> None:
        tokens = self._look.tokens
        painter.fillRect(self.rect(), QColor("#FFFFFF"))  # paper stays white in every theme
        painter.setPen(QPen(QColor(tokens.line), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        base = round(self.height() * 0.78)
        painter.setPen(QPen(QColor("#C9CED6"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(self._look.px(24), base, self.width() - self._look.px(24), base)
        if not self._strokes:
            painter.setPen(QColor("#6B7280"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._hint)


def _paint_stroke(painter: QPainter, stroke: list[Point]) -> None:
    for before, now in pairwise(stroke):
        width = THINNEST + (THICKEST - THINNEST) * now.pressure
        pen = QPen(QColor("#101828"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(before.x, before.y), QPointF(now.x, now.y))
