"""State marks: a shape each, so that colour is never alone."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.theme import Look, Tokens

Tone = Literal["ok", "warn", "error", "off", "now"]


def tone_colour(tokens: Tokens, tone: Tone) -> str:
    """The token that goes with a tone."""
    return {
        "ok": tokens.ok,
        "warn": tokens.warn,
        "error": tokens.error,
        "off": tokens.dim,
        "now": tokens.brand,
    }[tone]


class Mark(QWidget):
    """ok = disc with tick, warn = triangle, error = square with cross, off = ring, now = arrow."""

    def __init__(self, look: Look, tone: Tone = "off", side: int = 16) -> None:
        super().__init__()
        self.look = look
        self.tone: Tone = tone
        self._side = side
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        side = self.look.px(self._side)
        return QSize(side, side)

    def show_tone(self, tone: Tone) -> None:
        self.tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, QRectF(self.rect()), self.tone, self.look.tokens)
        painter.end()


def draw_mark(painter: QPainter, area: QRectF, tone: Tone, tokens: Tokens) -> None:
    """Paint one mark into `area`."""
    box = area.adjusted(1, 1, -1, -1)
    colour = QColor(tone_colour(tokens, tone))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    pen = QPen(QColor(tokens.card), max(1.5, box.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    match tone:
        case "ok":
            painter.drawEllipse(box)
            _lines(painter, pen, box, [(0.27, 0.52), (0.44, 0.68), (0.74, 0.34)])
        case "warn":
            painter.drawPolygon(
                QPolygonF([_at(box, 0.5, 0.02), _at(box, 1, 0.95), _at(box, 0, 0.95)])
            )
            _lines(painter, pen, box, [(0.5, 0.38), (0.5, 0.62)])
            _lines(painter, pen, box, [(0.5, 0.79), (0.5, 0.8)])
        case "error":
            painter.drawRect(box)
            _lines(painter, pen, box, [(0.28, 0.28), (0.72, 0.72)])
            _lines(painter, pen, box, [(0.72, 0.28), (0.28, 0.72)])
        case "now":
            painter.drawPolygon(
                QPolygonF([_at(box, 0.2, 0.02), _at(box, 0.95, 0.5), _at(box, 0.2, 0.98)])
            )
        case "off":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, max(1.5, box.width() / 9), Qt.PenStyle.DashLine))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())


def _lines(painter: QPainter, pen: QPen, box: QRectF, points: list[tuple[float, float]]) -> None:
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([_at(box, x, y) for x, y in points]))
    painter.setPen(Qt.PenStyle.NoPen)
