"""The second officer beside the one at the counter: number and password, nothing filled in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton

from ui.theme import Look
from ui.widgets.entry_field import bring_into_sight
from ui.widgets.fields import NoImeField
from ui.widgets.rows import column, row
from ui.widgets.text import label, set_tone


class SecondOfficerBox(QFrame):
    """`given(number, password)`, `dropped()`. The password is forgotten at once.

    `about` says what the second officer does, `back` is the button that drops it. `stacked`: one
    field below the other, also in small print, and what is wrong above them.
    """

    given = Signal(str, str)
    dropped = Signal()

    def __init__(self, look: Look, about: str, back: str, *, stacked: bool = False) -> None:
        super().__init__()
        px = look.px
        self.setObjectName("card")
        self.officer, self.password = NoImeField(), NoImeField()
        self.officer.setMaxLength(64)
        self.officer.setAccessibleName(self.tr("Officer number of the second officer"))
        self.officer.returnPressed.connect(self.password.setFocus)
        self.password.setMaxLength(128)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password of the second officer"))
        self.password.returnPressed.connect(self.give)
        self._message = label()
        self._back = QPushButton(back)
        self._back.clicked.connect(self.dropped)
        side_by_side = column if stacked or look.narrow else row
        fields = side_by_side(
            column(self._head(self.tr("Officer number"), self.officer), self.officer, gap=px(3)),
            column(self._head(self.tr("Password"), self.password), self.password, gap=px(3)),
            column(1, self._back),
            gap=px(16),
        )
        below = (self._message, fields) if stacked else (fields, self._message)
        self.setLayout(column(label(about), *below, margin=px(14), gap=px(6)))
        self.hide()

    def _head(self, text: str, field: QLineEdit) -> QLabel:
        made = label(text, "section", wrap=False)
        made.setBuddy(field)
        return made

    def ask(self, trouble: str = "") -> None:
        """For the sign-in; after a refusal the number stays and the password is asked again."""
        self.setEnabled(True)
        self.password.clear()
        self._message.setText(trouble)
        self._message.setVisible(bool(trouble))
        set_tone(self._message, "error")
        self.show()
        (self.password if trouble and self.officer.text() else self.officer).setFocus()
        bring_into_sight(self._message if trouble else self.password)
        bring_into_sight(self.officer if self.officer.hasFocus() else self.password)

    def give(self) -> None:
        """Enter or F12."""
        officer, password = self.officer.text().strip(), self.password.text()
        self.password.clear()
        if officer and password:
            self.setEnabled(False)
            self.given.emit(officer, password)
        else:
            (self.password if officer else self.officer).setFocus()

    def forget(self) -> None:
        """Put away, and empty."""
        self.officer.clear()
        self.password.clear()
        self._message.clear()
        self.hide()
