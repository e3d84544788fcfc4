"""What of a page is not whole: cut words, sideways scrolling, a window larger than the screen."""

import time
from collections.abc import Iterator

from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QScrollArea,
    QTableView,
    QWidget,
)

WIDE, HIGH = 1366, 768  # the smallest screen in the halls
SLACK = 1  # pixels of rounding
REST = 1.5  # seconds a page may take until it is laid out


def faults(window: QWidget) -> list[str]:
    """What is wrong once the page has come to rest."""
    end = time.monotonic() + REST
    while (found := _faults(window)) and time.monotonic() < end:
        QTest.qWait(20)
    return found


def _faults(window: QWidget) -> list[str]:
    found = [*_sideways(window), *_cut_labels(window), *_cut_buttons(window)]
    if window.width() > WIDE or window.height() > HIGH:
        found.append(f"window {window.width()}x{window.height()}")
    for table in window.findChildren(QTableView):
        if table.isVisible():
            found += _cut_cells(table)
    return found


def _sideways(window: QWidget) -> Iterator[str]:
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            name = area.accessibleName() or area.objectName()
            yield f"scrolls sideways: {type(area).__name__} {name}"


def _cut_labels(window: QWidget) -> Iterator[str]:
    for shown in window.findChildren(QLabel):
        if shown.isVisible() and shown.text() and _cut(shown):
            yield f"cut: {shown.text()!r} {_sizes(shown)}"


def _cut_buttons(window: QWidget) -> Iterator[str]:
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.width() + SLACK < _wanted(button):
            yield f"cut: button {button.text()!r} {_sizes(button)}"


def _wanted(button: QAbstractButton) -> int:
    return min(button.sizeHint().width(), button.minimumSizeHint().width())


def _cut(shown: QLabel) -> bool:
    if shown.wordWrap():
        return shown.heightForWidth(shown.width()) > shown.height() + SLACK or _sticks_out(shown)
    wanted = shown.sizeHint()
    small = shown.width() + SLACK < wanted.width() or shown.height() + SLACK < wanted.height()
    return small or _sticks_out(shown)


def _sticks_out(shown: QLabel) -> bool:
    """Part of it lies outside what holds it; a page that scrolls down may hold more below."""
    parent = shown.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QScrollArea):
        return False
    return not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(shown.geometry())


def _cut_cells(table: QTableView) -> Iterator[str]:
    """Cells whose text shows dots instead of its end."""
    model = table.model()
    for line in range(min(model.rowCount(), 12)):
        for place in range(model.columnCount()):
            index = model.index(line, place)
            wide = table.sizeHintForIndex(index).width()
            if not table.wordWrap() and wide > table.columnWidth(place) + SLACK:
                yield f"cut cell: {index.data()!r} {table.columnWidth(place)} < {wide}"


def _sizes(shown: QWidget) -> str:
    return f"{shown.width()}x{shown.height()} of {shown.sizeHint().toTuple()}"
