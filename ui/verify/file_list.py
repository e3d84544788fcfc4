"""The files that were chosen, each with its verdict: a shape, a word, and the name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.theme import Look
from ui.verify import words
from ui.widgets.mark import Tone, draw_mark

SIDE, ROW = 18, 40


class FileList(QListWidget):
    """Arrows choose; whole names stand in the report."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(self.tr("Files"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(look.px(SIDE), look.px(SIDE)))
        self.setUniformItemSizes(True)

    def show_names(self, names: list[str]) -> None:
        """All still to be looked at."""
        self.clear()
        for name in names:
            item = QListWidgetItem(self)
            item.setSizeHint(QSize(0, self._look.px(ROW)))
            item.setToolTip(words.short(name))
            item.setData(Qt.ItemDataRole.UserRole, words.short(name))
        for place in range(len(names)):
            self.show_state(place, "off", self.tr("waits"))

    def show_state(self, place: int, tone: Tone, word: str) -> None:
        item = self.item(place)
        if item is not None:
            item.setText(f"{word}　{item.data(Qt.ItemDataRole.UserRole)}")
            item.setIcon(self._icon(tone))

    def _icon(self, tone: Tone) -> QIcon:
        side = self._look.px(SIDE)
        drawn = QPixmap(side, side)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, QRectF(0, 0, side, side), tone, self._look.tokens)
        painter.end()
        icon = QIcon(drawn)
        icon.addPixmap(drawn, QIcon.Mode.Selected)
        return icon
