"""For a legal reviewer: which pack follows, on what basis; asked twice before it is kept."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QRadioButton, QWidget

from app.domain.national import for_review
from app.domain.policy import Pack
from app.services.basis import LONGEST
from ui.settings.words import question
from ui.theme import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.rows import MarkedLine, column, empty, row
from ui.widgets.text import label, set_tone


class ConfirmForm(QWidget):
    """`confirmed(pin, basis)` after the second step."""

    confirmed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._packs: dict[str, Pack] = {}
        self.group = QButtonGroup(self)
        self.group.buttonClicked.connect(lambda _button: self._show_rules())
        self._choices = column(gap=look.px(6))
        self._rules = column(gap=look.px(6))
        self.basis = QLineEdit()
        self.basis.setMaxLength(LONGEST)
        self.basis.setAccessibleName(self.tr("Document and number it rests on"))
        self.basis.returnPressed.connect(self._ask)
        self.next = _button(self.tr("Confirm this basis"))
        self.next.clicked.connect(self._ask)
        self.message = label()
        self._first = self._first_step()
        self._second = self._second_step()
        self._second.hide()
        self.setLayout(column(self._first, self._second, self.message, gap=look.px(8)))
        back = QShortcut(QKeySequence("Esc"), self._second)
        back.activated.connect(self._go_back)

    def offer(self, packs: tuple[Pack, ...]) -> None:
        """The packs that may follow; nothing that was typed is lost."""
        if tuple(self._packs.values()) == packs:
            return
        empty(self._choices)
        self._packs = {each.pin: each for each in packs}
        for place, pack in enumerate(packs):
            choice = QRadioButton(f"{pack.number}　{pack.pin}")
            choice.setProperty("pin", pack.pin)
            choice.setChecked(place == 0)
            self.group.addButton(choice)
            self._choices.addWidget(choice)
        self._show_rules()

    def say(self, text: str, tone: str) -> None:
        """What became of it."""
        self._go_back()
        self.message.setText(text)
        set_tone(self.message, tone)

    def clear(self) -> None:
        self.basis.clear()

    # --- two steps ---

    def _first_step(self) -> QWidget:
        typed = label(self.tr("Document and number it rests on"), "section")
        typed.setBuddy(self.basis)
        made = QWidget()
        made.setLayout(
            column(
                label(self.tr("What follows, for the joint conference's office"), "section"),
                self._choices,
                self._rules,
                typed,
                self.basis,
                row(self.next, 1),
                gap=self._look.px(8),
            )
        )
        return made

    def _second_step(self) -> QWidget:
        self.back = _button(self.tr("Back  Esc"))
        self.back.clicked.connect(self._go_back)
        self.final = _button(self.tr("Yes, confirm it"))
        self.final.setObjectName("primary")
        self.final.clicked.connect(self._confirm)
        self._question = label()
        made = QWidget()
        made.setLayout(
            column(self._question, ButtonRow(self.back, self.final), gap=self._look.px(8))
        )
        return made

    def _ask(self) -> None:
        """The first step; the second begins on the button that does nothing."""
        if not self.basis.text().strip():
            self.say(self.tr("Type the document and its number first."), "error")
            self.basis.setFocus()
            return
        self.message.clear()
        self._question.setText(question(self._chosen(), self.basis.text().strip()))
        self._first.hide()
        self._second.show()
        self.back.setFocus()

    def _go_back(self) -> None:
        if self._second.isVisibleTo(self):
            self._second.hide()
            self._first.show()
            self.basis.setFocus()

    def _confirm(self) -> None:
        self.confirmed.emit(self._chosen().pin, self.basis.text().strip())

    def _chosen(self) -> Pack:
        checked = self.group.checkedButton()
        pin = str(checked.property("pin")) if checked is not None else next(iter(self._packs))
        return self._packs[pin]

    def _show_rules(self) -> None:
        """What was not read in the original awaits legal review; none of it is printed."""
        empty(self._rules)
        waiting = for_review(self._chosen())
        if not waiting:
            return
        text = self.tr("These rules await legal review; their wording is printed on no letter:")
        self._rules.addWidget(MarkedLine(self._look, text, "warn"))
        for rule in waiting:
            self._rules.addWidget(label(f"{rule.basis}　{rule.says}", "dim"))


def _button(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(True)  # Enter presses it as well as the space bar
    return made
