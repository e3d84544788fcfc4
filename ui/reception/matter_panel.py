"""Picking the matter: by code, by pinyin initials, by Chinese words; recent and frequent first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.domain.catalogue import Matter
from ui.theme import Look
from ui.widgets.fields import NoImeField
from ui.widgets.rows import column, row
from ui.widgets.text import label

MOST_SHOWN = 60  # more than anybody scrolls through; the words narrow it

Find = Callable[[str], tuple[Matter, ...]]


class MatterPanel(QWidget):
    """`picked(Matter)` on Enter or double click."""

    picked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._look = look
        self.look_up: Find = lambda _text: ()
        self._matters: tuple[Matter, ...] = ()
        self.code = self._field(NoImeField(), self.tr("Code or pinyin initials"))
        self.words = self._field(QLineEdit(), self.tr("Words in Chinese"))
        self.list = self._build_list()
        self._count = label("", "small", wrap=False)
        code_label = label(self.tr("Code or pinyin initials  F3"), "section", wrap=False)
        code_label.setBuddy(self.code)
        words_label = label(self.tr("Words in Chinese"), "section", wrap=False)
        words_label.setBuddy(self.words)
        side_by_side = column if look.narrow else row
        fields = side_by_side(
            column(code_label, self.code, gap=px(4)),
            column(words_label, self.words, gap=px(4)),
            gap=px(16),
        )
        if look.narrow:
            self.list.setMinimumHeight(px(200))
        self.setLayout(column(fields, self._count, self.list, gap=px(8)))

    def begin(self) -> None:
        """Empty fields, the usual matters on top, the keyboard in the code field."""
        for field in (self.code, self.words):
            field.blockSignals(True)
            field.clear()
            field.blockSignals(False)
        self._search("")
        self.code.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _build_list(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setAccessibleName(self.tr("Matters"))
        table.horizontalHeader().hide()
        for place, mode in enumerate(("Contents", "Stretch", "Stretch", "Contents")):
            resize = QHeaderView.ResizeMode.ResizeToContents
            if mode == "Stretch":
                resize = QHeaderView.ResizeMode.Stretch
            table.horizontalHeader().setSectionResizeMode(place, resize)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self._look.px(36))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.itemActivated.connect(lambda _item: self._pick())
        return table

    def _field(self, field: QLineEdit, name: str) -> QLineEdit:
        field.setAccessibleName(name)
        field.setClearButtonEnabled(True)
        field.setMaxLength(40)
        field.textChanged.connect(self._search)
        field.installEventFilter(self)
        return field

    def _steer(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up | Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.list.keyPressEvent(event)
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._pick()
                return True
        return False

    def _search(self, text: str) -> None:
        self._matters = self.look_up(text.strip())
        shown = self._matters[:MOST_SHOWN]
        self.list.setRowCount(len(shown))
        for line, matter in enumerate(shown):
            cells = (matter.code, matter.name, matter.unit.name, matter.kind)
            for place, text in enumerate(cells):
                self.list.setItem(line, place, QTableWidgetItem(text))
        self.list.setCurrentCell(0 if shown else -1, 0)
        self._count.setText(self.tr("%n matter(s)", "", len(self._matters)))

    def _pick(self) -> None:
        if 0 <= self.list.currentRow() < len(self._matters):
            self.picked.emit(self._matters[self.list.currentRow()])
