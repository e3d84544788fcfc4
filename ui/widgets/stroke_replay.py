"""How it was signed: the strokes once more, in their own time."""

from PySide6.QtCore import QElapsedTimer, QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.commitment import Point, Signature
from ui.theme import Look
from ui.widgets.signature_pad import paint_stroke

FRAME_MS = 16
LONGEST_MS = 20_000  # a slow signature is shown faster


class StrokeReplay(QWidget):
    """Shows a whole signature; `play` draws it again from the first stroke."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._signature: Signature | None = None
        self._shown_until = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._go_on)
        self.setAccessibleName(self.tr("The applicant's signature"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(90))

    @property
    def filled(self) -> bool:
        return self._signature is not None

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @property
    def points_shown(self) -> int:
        """How many samples are drawn now."""
        return sum(len(stroke) for stroke in self._until(self._shown_until))

    def show_signature(self, signature: Signature | None) -> None:
        """The whole of it; none empties the frame."""
        self._timer.stop()
        self._signature = signature
        self._shown_until = self._end()
        self.update()

    def play(self) -> None:
        self._shown_until = 0
        self._since.start()
        self._timer.start()
        self.update()

    def _go_on(self) -> None:
        faster = max(1.0, self._end() / LONGEST_MS)
        self._shown_until = round(self._since.elapsed() * faster)
        if self._shown_until >= self._end():
            self._shown_until = self._end()
            self._timer.stop()
        self.update()

    def _end(self) -> int:
        """The time of the last sample, in milliseconds."""
        strokes = self._signature.strokes if self._signature else ()
        return max((point.t for stroke in strokes for point in stroke), default=0)

    def _until(self, time: int) -> list[list[Point]]:
        strokes = self._signature.strokes if self._signature else ()
        return [[point for point in stroke if point.t <= time] for stroke in strokes]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))  # paper stays white in every theme
        painter.setPen(QPen(QColor(self._look.tokens.line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._signature is not None:
            scale = min(
                self.width() / self._signature.width, self.height() / self._signature.height
            )
            painter.scale(scale, scale)
            for stroke in self._until(self._shown_until):
                paint_stroke(painter, stroke)
        painter.end()
