"""What can be read: every text a widget holds, one button by its words, a letter's text layer."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def button(root: QWidget, words: str) -> QAbstractButton:
    """The one button whose caption begins so."""
    found = [b for b in root.findChildren(QAbstractButton) if b.text().startswith(words)]
    assert len(found) == 1, [b.text() for b in root.findChildren(QAbstractButton)]
    return found[0]


def letter_text(pdf: bytes) -> str:
    """The text layer without blanks and line ends."""
    pages = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)
    finally:
        pages.close()


def every_text(root: QWidget | None = None) -> list[str]:
    """All that any widget holds for eyes or for a screen reader, shown or not."""
    tops = [root] if root is not None else QApplication.topLevelWidgets()
    found: list[str] = []
    for top in tops:
        for widget in (top, *top.findChildren(QWidget)):
            found += _texts(widget)
    return [text for text in found if text]


def _texts(widget: QWidget) -> list[str]:
    found = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    found += [widget.windowTitle(), widget.whatsThis(), widget.statusTip()]
    for name in ("text", "placeholderText", "currentText", "title", "toPlainText"):
        act = getattr(widget, name, None)
        if callable(act):
            found.append(str(act()))
    model = getattr(widget, "model", None)
    if callable(model) and (rows := model()) is not None:
        found += [str(value) for value in _cells(rows)]
    return found


def _cells(rows: Any) -> Iterator[object]:
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    columns = 1 if isinstance(rows, QAbstractListModel) else rows.columnCount()
    for line in range(rows.rowCount()):
        for place in range(columns):
            yield from filter(None, (rows.data(rows.index(line, place), role) for role in roles))
