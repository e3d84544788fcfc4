"""F4: the whole number for a reason, kept in the trail, hidden again by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton

from ui.theme import Look
from ui.widgets.rows import row
from ui.widgets.text import label


class RevealStrip(QFrame):
    """`asked(reason)`; hidden until F4."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self.setObjectName("card")
        self.reason = QLineEdit()
        self.reason.setMaxLength(100)
        self.reason.setAccessibleName(self.tr("Why the whole number is needed"))
        self.reason.setPlaceholderText(self.tr("Why the whole number is needed"))
        self.reason.returnPressed.connect(self._ask)
        self.button = QPushButton(self.tr("Show for 15 seconds"))
        self.button.clicked.connect(self._ask)
        self._message = label("", wrap=False)
        content = row(self.reason, self.button, self._message, margin=px(8), gap=px(10))
        content.setStretch(0, 1)
        self.setLayout(content)
        self.hide()

    def ask(self) -> None:
        self.reason.clear()
        self.show()
        self.reason.setFocus()

    def _ask(self) -> None:
        if reason := self.reason.text().strip():
            self.hide()
            self.asked.emit(reason)
