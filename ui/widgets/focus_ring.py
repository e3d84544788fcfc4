"""The ring round what has the keyboard: two tones, so that it shows on any background."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QStyle, QStyleOption, QWidget

from ui.theme import Look

MARGIN = 4


class FocusRing(QFocusFrame):
    """Follows the focused widget of one window."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self.look = look
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and now is not self._window and now.window() is self._window
        self.setWidget(now if inside else None)  # type: ignore[arg-type]  # None hides it

    def initStyleOption(self, option: QStyleOption) -> None:
        super().initStyleOption(option)

    def paintEvent(self, event: QPaintEvent) -> None:
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin)
        area = QRectF(self.rect()).adjusted(margin - 2, margin - 2, 2 - margin, 2 - margin)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for width, colour in ((4.0, self.look.tokens.focus_edge), (2.5, self.look.tokens.focus)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRoundedRect(area, 4, 4)
        painter.end()
