"""The window: training banner, and one page at a time. Light: it is painted first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QStackedWidget, QWidget

from ui.first_paint import FirstPaint
from ui.theme import Look
from ui.widgets.rows import column
from ui.widgets.text import label


class MainWindow(QMainWindow):
    """Holds the sign-in page first, then the frame with its workspaces."""

    closing = Signal()

    def __init__(self, look: Look, *, training: bool = True) -> None:
        """`training`: also while nobody knows yet what the store will say."""
        super().__init__()
        self.look = look
        self.setWindowTitle(self.tr("Zero-proof counter"))
        self._banner = self._build_banner(look, training)
        self._middle = QStackedWidget()
        frame = QWidget()
        frame.setObjectName("page")
        content = column(self._banner, self._middle, gap=0)
        content.setStretch(1, 1)
        frame.setLayout(content)
        self.setCentralWidget(frame)
        FirstPaint(self, self._add_ring)

    def mark(self, *, training: bool) -> None:
        """What the opened store says of itself (A13-2)."""
        self._banner.setVisible(training)

    def drop_page(self, page: QWidget) -> None:
        """A page that must not stay behind another one, with what it shows."""
        self._middle.removeWidget(page)
        page.hide()
        page.deleteLater()

    def show_page(self, page: QWidget) -> None:
        """One page fills the window (sign-in, the frame, an error that stops the day)."""
        if self._middle.indexOf(page) < 0:
            self._middle.addWidget(page)
        self._middle.setCurrentWidget(page)

    def _add_ring(self) -> None:
        from ui.widgets.focus_ring import FocusRing  # not needed for the first frame

        self._ring = FocusRing(self, self.look)

    def _build_banner(self, look: Look, training: bool) -> QFrame:
        banner = QFrame()
        banner.setObjectName("training")
        text = label(self.tr("Training: simulated devices, invented people, nothing here is valid"))
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        banner.setLayout(column(text, margin=look.px(3)))
        if not training:
            banner.hide()  # showing it here, without a parent, would open a window of its own
        return banner

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
