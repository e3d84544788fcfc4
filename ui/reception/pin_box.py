"""Which token seals, its PIN, and at the last try a mark that somebody means it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from ui.desk import TokenChoice
from ui.theme import Look
from ui.widgets.fields import NoImeField
from ui.widgets.rows import column, row
from ui.widgets.text import label


class TokenList(QListWidget):
    """Nothing is current until somebody goes to it; Qt would take the first with the focus."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        nothing = self.currentItem() is None
        super().focusInEvent(event)
        if nothing:
            self.setCurrentRow(-1)


class PinBox(QFrame):
    """`given(PIN, insisted)`, `picked(key of a token)`, `dropped()`. The field forgets at once."""

    given = Signal(str, bool)
    picked = Signal(str)
    dropped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        px = look.px
        self._about = label()
        self._trouble = label()
        self._trouble.setProperty("tone", "error")
        self.tokens = self._build_tokens(px(120))
        self.insist = QCheckBox(self.tr("Use the last try; a wrong PIN locks the token for good"))
        self.pin = NoImeField()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(32)
        self.pin.setAccessibleName(self.tr("PIN of the seal"))
        self.pin.returnPressed.connect(self.give)
        self._fields = self._build_fields(look)
        title = label(self.tr("PIN of the seal"), "section")
        texts = (title, self._about, self._trouble)
        self.setLayout(
            column(*texts, self.tokens, self.insist, self._fields, margin=px(14), gap=px(6))
        )
        self.hide()

    def _build_tokens(self, height: int) -> TokenList:
        made = TokenList()
        made.setMaximumHeight(height)
        made.setAccessibleName(self.tr("Tokens that may set this seal"))
        made.itemActivated.connect(lambda _item: self.give())
        return made

    def _build_fields(self, look: Look) -> QWidget:
        self._seal = QPushButton(self.tr("Seal"))
        self._seal.clicked.connect(self.give)
        drop = QPushButton(self.tr("Not now"))
        drop.clicked.connect(self._drop)
        line = row(self.pin, self._seal, drop, margin=look.px(4))  # room for the focus ring
        line.setStretch(0, 1)
        made = QWidget()
        made.setLayout(line)
        return made

    def ask(
        self, about: str, trouble: str = "", *, ready: bool = True, last_try: bool = False
    ) -> None:
        """For the PIN; not `ready` while the token is being asked."""
        self._say(about, trouble)
        self.insist.setChecked(False)
        self.insist.setVisible(last_try)
        self.tokens.hide()
        self.pin.clear()
        self.pin.show()
        self.pin.setEnabled(ready)
        self._seal.setText(self.tr("Seal"))
        self.show()
        if ready:
            (self.insist if last_try else self.pin).setFocus()

    def ask_token(self, about: str, choices: tuple[TokenChoice, ...]) -> None:
        """For the token; none is picked beforehand, so Enter alone takes none."""
        self._say(about, "")
        self.insist.hide()
        self.pin.clear()
        self.pin.hide()
        self.tokens.clear()
        for each in choices:
            item = QListWidgetItem(f"{each.serial}　{each.name}", self.tokens)
            item.setData(Qt.ItemDataRole.UserRole, each.key)
        self.tokens.setCurrentRow(-1)
        self._seal.setText(self.tr("Take this token"))
        self.tokens.show()
        self.show()
        self.tokens.setFocus()

    def forget(self) -> None:
        """Put away, and empty."""
        self.pin.clear()
        self.tokens.clear()
        self.hide()

    def give(self) -> None:
        """Enter, F12 or the button."""
        if not self.tokens.isHidden():
            self._give_token()
        elif not self.insist.isHidden() and not self.insist.isChecked():
            self._say(self._about.text(), _insist_first())
            self.insist.setFocus()
        elif pin := self.pin.text():
            insisted = self.insist.isChecked()
            self.forget()
            self.given.emit(pin, insisted)

    def _give_token(self) -> None:
        item = self.tokens.currentItem()
        if item is not None:
            key = str(item.data(Qt.ItemDataRole.UserRole))
            self.forget()
            self.picked.emit(key)

    def _say(self, about: str, trouble: str) -> None:
        self._about.setText(about)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def _drop(self) -> None:
        self.forget()
        self.dropped.emit()


def _insist_first() -> str:
    return QCoreApplication.translate(
        "PinBox", "Only one try is left. Make sure of the PIN, then tick that you mean it."
    )
