"""What goes on, how far it is, and the way to end it."""

from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from ui.widgets.rows import column, row
from ui.widgets.text import label, set_tone


class WorkLine(QWidget):
    """`stop` is there while something goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._message = label("", "dim")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self.stop = QPushButton(self.tr("Stop  Esc"))
        line = row(column(self._message, self._progress, gap=2), self.stop)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.show_work(0, 0, going=False)

    def say(self, text: str, tone: str) -> None:
        set_tone(self._message, tone)
        self._message.setText(text)

    def show_work(self, done: int, count: int, *, going: bool) -> None:
        """Of a single piece of work nobody knows how far it is."""
        self._progress.setRange(0, count if count > 1 else 0)
        self._progress.setValue(done)
        self._progress.setVisible(going)
        self.stop.setVisible(going)
