"""The recovery key, shown this once: whoever answers for the counter writes it down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import Look
from ui.widgets.pages import Pages
from ui.widgets.rows import card, column, row
from ui.widgets.text import label


class RecoveryView(QWidget):
    """`written_down` when the key is on paper."""

    written_down = Signal()

    def __init__(self, look: Look, key: str) -> None:
        super().__init__()
        px = look.px
        self.setObjectName("page")
        shown = label(key, "huge")
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setAccessibleName(self.tr("Recovery key {key}").format(key=key))
        self.button = QPushButton(self.tr("It is written down"))
        self.button.setObjectName("primary")
        self.button.setAutoDefault(True)  # Enter presses it as well as the space bar
        self.button.clicked.connect(self.written_down)
        body = column(
            label(self.tr("Recovery key of this counter"), "title"),
            label(
                self.tr(
                    "It opens this counter's store when the keyring cannot. It is shown once and "
                    "kept nowhere: write it down and lock it away."
                )
            ),
            shown,
            row(1, self.button),
            margin=px(28),
            gap=px(16),
        )
        outer = row(1, card(body), 1)
        outer.setStretch(1, 6)
        sheet, pages = QWidget(), Pages()
        sheet.setLayout(column(1, outer, 2))
        pages.add(sheet)
        self.setLayout(column(pages, margin=px(20)))
        self.button.setFocus()
