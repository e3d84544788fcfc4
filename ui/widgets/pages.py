"""A stack of pages that each scroll when the text is large or the window small."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget

RING = 4  # room for the ring round what has the keyboard


class Pages(QStackedWidget):
    """`add` wraps a page so that nothing of it is ever out of reach.

    Not `scrolling`: something further out does, and only the page in view asks for room.
    """

    def __init__(self, *, scrolling: bool = True) -> None:
        super().__init__()
        self._scrolling = scrolling
        if not scrolling:
            self.currentChanged.connect(self._make_room)

    def add(self, page: QWidget) -> QWidget:
        page.setObjectName("plain")
        if (inner := page.layout()) is not None:
            inner.setContentsMargins(RING, RING, RING, RING)
        shown = self._in_scroll_area(page) if self._scrolling else page
        self.addWidget(shown)
        self._make_room(self.currentIndex())
        return shown

    def _in_scroll_area(self, page: QWidget) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        return scroll

    def _make_room(self, current: int) -> None:
        if self._scrolling:
            return
        for index in range(self.count()):
            page, here = self.widget(index), index == current
            kept = QSizePolicy.Policy.Preferred if here else QSizePolicy.Policy.Ignored
            if page is not None:
                page.setSizePolicy(QSizePolicy.Policy.Preferred, kept)
