"""Small layouts that repeat: columns, rows, name-value lists, marked lines."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Look
from ui.widgets.mark import Mark, Tone
from ui.widgets.text import label

Box = TypeVar("Box", bound=QBoxLayout)
Item = QWidget | QLayout | int


def column(*items: Item, margin: int = 0, gap: int = 8) -> QVBoxLayout:
    """Top to bottom; an int is a stretch."""
    return _filled(QVBoxLayout(), items, margin, gap)


def row(*items: Item, margin: int = 0, gap: int = 8) -> QHBoxLayout:
    """Left to right; an int is a stretch."""
    return _filled(QHBoxLayout(), items, margin, gap)


def _filled(layout: Box, items: Iterable[Item], margin: int, gap: int) -> Box:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    for item in items:
        match item:
            case int():
                layout.addStretch(item)
            case QLayout():
                layout.addLayout(item)
            case _:
                layout.addWidget(item)
    return layout


def card(content: QLayout) -> QFrame:
    """A framed surface; its margins come from the content."""
    made = QFrame()
    made.setObjectName("card")
    made.setLayout(content)
    return made


def empty(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go with it."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            empty(inner)
        if (widget := item.widget()) is not None:
            widget.hide()  # one laid in this very turn would yet be shown, as a window of its own
            widget.setParent(None)
            widget.deleteLater()


class Facts(QWidget):
    """Name-value pairs in one or two columns."""

    def __init__(self, look: Look, columns: int = 1) -> None:
        super().__init__()
        self._look = look
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(6))

    def show_pairs(self, pairs: Iterable[tuple[str, str]]) -> None:
        empty(self._grid)
        for index, (name, value) in enumerate(pairs):
            line, column_pair = divmod(index, self._columns)
            shown = label(value)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            shown.setAccessibleName(f"{name} {value}")
            self._grid.addWidget(label(name, "dim", wrap=False), line, column_pair * 2)
            self._grid.addWidget(shown, line, column_pair * 2 + 1)
            self._grid.setColumnStretch(column_pair * 2 + 1, 1)


def beside_text(look: Look, mark: Mark) -> QVBoxLayout:
    """The mark in the middle of the text's first line, however many follow."""
    placed = column(mark)  # no stretch under it: the whole line would grow with it
    placed.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    placed.setContentsMargins(0, look.px(4), 0, 0)
    return placed


class MarkedLine(QWidget):
    """A mark and a sentence: one gate, one state."""

    def __init__(self, look: Look, text: str = "", tone: Tone = "off") -> None:
        super().__init__()
        self.mark = Mark(look, tone)
        self.text: QLabel = label(text)
        made = row(beside_text(look, self.mark), self.text, gap=look.px(8))
        made.setStretch(1, 1)
        self.setLayout(made)

    def show_state(self, tone: Tone, text: str) -> None:
        self.mark.show_tone(tone)
        self.text.setText(text)
        self.setAccessibleName(text)
