"""The first window: who sits here, and whether the day may start. Light: it is painted first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.theme import Look
from ui.widgets.fields import NoImeField
from ui.widgets.mark import Tone
from ui.widgets.pages import Pages
from ui.widgets.rows import MarkedLine, card, column, empty, row
from ui.widgets.text import label, set_tone


class SignInView(QWidget):
    """`asked(number, password)`; the caller answers with `show_trouble` or takes the view away."""

    asked = Signal(str, str)

    def __init__(self, look: Look, version: str) -> None:
        super().__init__()
        px = look.px
        self._look = look
        self._asked_early = False
        self.setObjectName("page")
        self.officer = NoImeField()
        self.password = NoImeField()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._button = QPushButton(self.tr("Sign in  Enter"))
        self._button.setObjectName("primary")
        self._button.clicked.connect(self._ask)
        self._message = label("")
        self._lines = column(gap=px(8))
        form = card(column(*self._form(), margin=px(24), gap=px(6)))
        form.setMinimumWidth(px(340))
        state = column(label(self.tr("Ready?"), "section"), self._lines, 1, margin=px(24))
        both = column(form, card(state)) if look.narrow else row(form, card(state), gap=px(16))
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        title = label(self.tr("Zero-proof counter"), "huge", wrap=False)
        about = label(version, "small", wrap=False)
        middle = column(title, about, both, gap=px(10))
        outer = row(1, middle, 1, margin=px(20))
        outer.setStretch(1, 8)
        sheet = QWidget()
        sheet.setLayout(column(1, outer, 2))
        pages = Pages()
        pages.add(sheet)
        self.setLayout(column(pages))
        self.show_preparing(self.tr("Opening"))

    def show_preparing(self, step: str) -> None:
        """Typing works already, Enter is remembered; the line says what is being done."""
        self._button.setEnabled(False)
        self._message.setText(step)
        set_tone(self._message, "dim")

    def show_ready(self, lines: tuple[tuple[Tone, str], ...]) -> None:
        self._button.setEnabled(True)
        self._message.setText("")
        empty(self._lines)
        for tone, text in lines:
            self._lines.addWidget(MarkedLine(self._look, text, tone))
        if not (self.officer.hasFocus() or self.password.hasFocus()):
            (self.password if self.officer.text() else self.officer).setFocus()
        if self._asked_early:
            self._ask()

    def show_locked(self) -> None:
        """Nobody sits here now; the visit goes on after the next sign-in."""
        self._button.setEnabled(True)
        self._message.setText(self.tr("Locked. The visit is kept and goes on after signing in."))
        set_tone(self._message, "")
        self.password.clear()
        self.password.setFocus()

    def is_ready(self) -> bool:
        return self._button.isEnabled()

    def show_trouble(self, text: str, *, usable: bool) -> None:
        """A refusal, or why the day cannot start."""
        self._asked_early = False
        self._button.setEnabled(usable)
        self._message.setText(text)
        set_tone(self._message, "error")
        if usable:
            self.password.setFocus()

    def _form(self) -> tuple[QWidget, ...]:
        number = label(self.tr("Officer number"), "section")
        number.setBuddy(self.officer)
        password = label(self.tr("Password"), "section")
        password.setBuddy(self.password)
        self.officer.setAccessibleName(self.tr("Officer number"))
        self.officer.setMaxLength(20)
        self.officer.returnPressed.connect(self.password.setFocus)
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setMaxLength(128)
        self.password.returnPressed.connect(self._ask)
        return number, self.officer, password, self.password, self._message, self._button

    def _ask(self) -> None:
        self._asked_early = not self.is_ready()
        if self._asked_early:
            return
        password = self.password.text()
        self.password.clear()
        if self.officer.text() and password:
            self.show_preparing(self.tr("Checking"))
            self.asked.emit(self.officer.text().strip(), password)
