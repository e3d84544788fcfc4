"""The ledger: this counter's cases, each with where it truly is; Enter opens one."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.services import status
from app.services.status import LedgerRow
from ui.desk import Desk
from ui.problems import trouble
from ui.widgets.rows import column, row
from ui.widgets.text import label, set_tone


def state_word(state: str) -> str:
    """A case's state in the clerk's word."""
    words = {
        "open": QCoreApplication.translate("Ledger", "open"),
        "abandoned": QCoreApplication.translate("Ledger", "given up"),
        "waiting": QCoreApplication.translate("Ledger", "verify first"),
        "approved": QCoreApplication.translate("Ledger", "approved"),
        "voided": QCoreApplication.translate("Ledger", "void"),
    }
    return words.get(state, state)


def where_word(where: str) -> str:
    """Here, sent, received: shape and word."""
    words = {
        "here": QCoreApplication.translate("Ledger", "○ here"),
        "sent": QCoreApplication.translate("Ledger", "◐ sent"),
        "received": QCoreApplication.translate("Ledger", "● received"),
        "trouble": QCoreApplication.translate("Ledger", "▲ look here"),
        "": "",
    }
    return words.get(where, where)


def by_hand_word() -> str:
    """The person's data were typed: shape and word."""
    return QCoreApplication.translate("Ledger", "◆ typed by hand")


class LedgerView(QWidget):
    """`opened(case number)` on Enter or double click."""

    opened = Signal(str)
    bug = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        px = desk.look.px
        self._desk = desk
        self._numbers: tuple[str, ...] = ()
        self.setObjectName("page")
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Find by name, number or case number"))
        self.search.setPlaceholderText(self.tr("Name, end of the number, or case number"))
        self.search.setMaxLength(60)
        self.search.returnPressed.connect(self.refresh)
        find = QPushButton(self.tr("Find"))
        find.clicked.connect(self.refresh)
        self.table = self._build_table()
        self._message = label("", "dim")
        head = row(label(self.tr("Ledger"), "title", wrap=False), self.search, find, gap=px(12))
        head.setStretch(1, 1)
        content = column(head, self._message, self.table, margin=px(16), gap=px(8))
        content.setStretch(2, 1)
        self.setLayout(content)

    def refresh(self) -> None:
        """Ask the store anew; the table shows what it answers."""
        text = self.search.text().strip()
        self._desk.tasks.run(
            "store", lambda: status.ledger(self._desk.office, text), self._show, self._failed, self
        )

    def _show(self, rows: tuple[LedgerRow, ...]) -> None:
        self._numbers = tuple(each.case.number for each in rows)
        self.table.setRowCount(len(rows))
        for line, each in enumerate(rows):
            for place, text in enumerate(_cells(each, folded=self._desk.look.narrow)):
                self.table.setItem(line, place, QTableWidgetItem(text))
        set_tone(self._message, "dim")
        self._message.setText(self.tr("%n case(s)", "", len(rows)))

    def _failed(self, error: Exception) -> None:
        found = trouble(error)
        if found is None:
            self.bug.emit(error)
        else:
            set_tone(self._message, "error")
            self._message.setText(found.text)

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(0, 6)
        table.setAccessibleName(self.tr("Cases"))
        table.setHorizontalHeaderLabels(_headers())
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self._desk.look.px(36))
        if self._desk.look.narrow:
            _fold(table)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.itemActivated.connect(lambda item: self._open(item.row()))
        return table

    def _open(self, line: int) -> None:
        if 0 <= line < len(self._numbers):
            self.opened.emit(self._numbers[line])


def _fold(table: QTableWidget) -> None:
    """Large print: the day it was opened gives way, long words take a second line."""
    table.setColumnHidden(1, True)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


def _cells(each: LedgerRow, *, folded: bool) -> tuple[str, ...]:
    found = each.case
    opened = found.opened_at[:16].replace("T", " ")
    gap = "\n" if folded else "　"
    counter, year, serial = found.number.rsplit("-", 2)
    typed = f"{gap}{by_hand_word()}" if found.by_hand else ""
    return (
        f"{counter}-\n{year}-{serial}" if folded else found.number,
        opened,
        f"{found.name}{gap}{found.number_masked}{typed}",
        found.matter_name,
        state_word(found.state),
        where_word(each.where),
    )


def _headers() -> list[str]:
    return [
        QCoreApplication.translate("Ledger", "Case number"),
        QCoreApplication.translate("Ledger", "Opened"),
        QCoreApplication.translate("Ledger", "Applicant"),
        QCoreApplication.translate("Ledger", "Matter"),
        QCoreApplication.translate("Ledger", "State"),
        QCoreApplication.translate("Ledger", "Where"),
    ]
