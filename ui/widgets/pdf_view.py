"""Pages of a letter as pictures, drawn elsewhere from the very bytes that will be sealed."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.theme import Look
from ui.widgets.rows import column, empty


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: size in pixels and BGRA bytes."""

    width: int
    height: int
    bgra: bytes


class PdfView(QScrollArea):
    """Pages below one another, as wide as the view allows."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._pages: tuple[PageImage, ...] = ()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        # a bar that comes and goes with the pictures' width would never come to rest
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._drawn_at = 0
        self._sheet = QWidget()
        self._sheet.setObjectName("plain")
        self._column = column(margin=look.px(8), gap=look.px(12))
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sheet.setLayout(self._column)
        self.setWidget(self._sheet)

    def show_pages(self, pages: tuple[PageImage, ...]) -> None:
        self._pages = pages
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._drawn_at:
            self._draw()

    def _draw(self) -> None:
        empty(self._column)
        self._drawn_at = self.viewport().width()
        width = max(120, self.viewport().width() - 2 * self._look.px(14))
        for number, page in enumerate(self._pages, 1):
            shown = QLabel()
            shown.setPixmap(_pixmap(page, width))
            shown.setAccessibleName(self.tr("Page {n}").format(n=number))
            self._column.addWidget(shown)


def _pixmap(page: PageImage, width: int) -> QPixmap:
    """At most as wide as there is room; a copy of its own, for the bytes may go before it."""
    line = page.width * 4
    image = QImage(page.bgra, page.width, page.height, line, QImage.Format.Format_RGB32)
    if page.width <= width:
        return QPixmap.fromImage(image.copy())
    smooth = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(image.scaledToWidth(width, smooth))
