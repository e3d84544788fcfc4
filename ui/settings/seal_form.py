"""One act on a seal: keeper, officers and letters, or why it goes; then a second officer."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.seal_custody import KINDS, Binding
from ui.settings.seal_words import kind_word
from ui.theme import Look
from ui.widgets.entry_field import EntryField
from ui.widgets.fields import NoImeField
from ui.widgets.pages import RING
from ui.widgets.rows import column, empty, row
from ui.widgets.second_officer import SecondOfficerBox
from ui.widgets.text import label

LONGEST = 500  # characters of a reason


class SealForm(QWidget):
    """`given(number, password)` when the second officer signs in; `dropped` on the way back."""

    given = Signal(str, str)
    dropped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lead = label()
        self.keeper = EntryField(look, self.tr("Keeper's officer number"), NoImeField())
        self.reason = EntryField(look, self.tr("Reason"), QLineEdit())
        _line(self.reason).setMaxLength(LONGEST)
        for field in (self.keeper, self.reason):
            _line(field).returnPressed.connect(self.go_on)
        self.officers: dict[str, QCheckBox] = {}
        self.kinds = {kind: QCheckBox(kind_word(kind)) for kind in KINDS}
        self._boxes = column(gap=0)
        self._bound = self._build_bound()
        self.next = QPushButton(self.tr("Ask the second officer"))
        self.next.clicked.connect(self.go_on)
        back = QPushButton(self.tr("Back  Esc"))
        back.clicked.connect(self.dropped)
        for button in (self.next, back):
            button.setAutoDefault(True)  # Enter presses it as well as the space bar
        self._buttons = QWidget()
        self._buttons.setLayout(row(self.next, back, 1, margin=RING))
        self.second = SecondOfficerBox(
            look,
            self.tr("A second officer, with the duty to confirm, looks at it and signs in."),
            self.tr("Change it  Esc"),
        )
        self.second.given.connect(self.given)
        self.second.dropped.connect(self.go_back)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.go_back)
        self.setLayout(self._build_layout())

    def begin(
        self, lead: str, binding: Binding, able: Iterable[tuple[str, str]], *, withdraws: bool
    ) -> None:
        """Filled with what holds now; `able`: officers who can be entered, with their names."""
        self._lead.setText(lead)
        _line(self.keeper).setText(binding.keeper)
        _line(self.reason).clear()
        self._offer(able, binding)
        for kind, box in self.kinds.items():
            box.setChecked(kind in binding.kinds)
        self._bound.setVisible(not withdraws)
        self.reason.setVisible(withdraws)
        self._stand_still(still=False)
        self.show()
        (self.reason if withdraws else self.keeper).go_to()

    def binding(self) -> Binding:
        """As typed and ticked."""
        officers = tuple(each for each, box in self.officers.items() if box.isChecked())
        kinds = tuple(each for each, box in self.kinds.items() if box.isChecked())
        return Binding(_line(self.keeper).text(), officers, kinds)

    def why(self) -> str:
        return _line(self.reason).text()

    def go_on(self) -> None:
        """Enter or the button: the second officer's turn."""
        self._stand_still(still=True)
        self.second.ask()

    def refuse(self, text: str) -> None:
        """Said where the password was typed; it is asked again."""
        self.second.ask(text)

    def go_back(self) -> None:
        """From the second officer to the fields, from the fields out."""
        if self.second.isVisibleTo(self):
            self._stand_still(still=False)
            (self.keeper if self._bound.isVisibleTo(self) else self.reason).go_to()
        else:
            self.dropped.emit()

    def forget(self) -> None:
        """Put away, the password with it."""
        self.second.forget()
        self.hide()

    def _stand_still(self, *, still: bool) -> None:
        """Read but not changed while the second officer looks."""
        for field in (self.keeper, self.reason):
            _line(field).setReadOnly(still)
        for box in (*self.officers.values(), *self.kinds.values()):
            box.setEnabled(not still)
        self._buttons.setVisible(not still)
        if not still:
            self.second.forget()

    def _offer(self, able: Iterable[tuple[str, str]], binding: Binding) -> None:
        empty(self._boxes)
        self.officers = {number: QCheckBox(name) for number, name in able}
        for number, box in self.officers.items():
            box.setChecked(number in binding.officers)
            self._boxes.addWidget(box)

    def _build_bound(self) -> QWidget:
        made = QWidget()
        head = label(self.tr("Officers who may set it"), "section")
        kinds = column(label(self.tr("For which letters"), "section"), *self.kinds.values(), gap=0)
        made.setLayout(column(self.keeper, head, self._boxes, kinds, gap=self._look.px(6)))
        return made

    def _build_layout(self) -> QVBoxLayout:
        parts = (self._lead, self._bound, self.reason, self._buttons, self.second)
        return column(*parts, gap=self._look.px(6))


def _line(field: EntryField) -> QLineEdit:
    inner = field.inner
    if not isinstance(inner, QLineEdit):
        raise TypeError("a field of text")
    return inner
