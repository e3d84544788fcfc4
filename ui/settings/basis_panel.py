"""The basis of handling: what governs, until when, what follows it and who confirmed that."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services import basis
from app.services.basis import Standing
from ui.desk import Desk
from ui.problems import trouble
from ui.settings.confirm_form import ConfirmForm
from ui.settings.words import pack_facts, past_line, state_line
from ui.widgets.rows import Facts, MarkedLine, column, empty
from ui.widgets.text import label


class BasisPanel(QWidget):
    """`bug(error)` for what is no refusal; everything else is said here."""

    bug = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.look
        self.state = MarkedLine(look)
        self._facts = Facts(look)
        self._past = column(gap=look.px(6))
        self.form = ConfirmForm(look)
        self.form.hide()
        self.form.confirmed.connect(self._confirm)
        title = label(self.tr("Basis of handling"), "section")
        parts = (title, self.state, self._facts, self._past, self.form)
        self.setLayout(column(*parts, gap=look.px(8)))

    def refresh(self) -> None:
        work = partial(basis.read, self._desk.office)
        self._desk.tasks.run("store", work, self._show, self.bug.emit, self)

    def _show(self, now: Standing) -> None:
        self.state.show_state(*state_line(now))
        self._facts.show_pairs(pack_facts(now))
        empty(self._past)
        if not now.training:
            self._show_past(now)
        if now.choices:
            self.form.offer(now.choices)
        self.form.setVisible(bool(now.choices))

    def _show_past(self, now: Standing) -> None:
        if not now.confirmed:
            self._past.addWidget(label(self.tr("Nobody has confirmed what follows."), "dim"))
        for past in now.confirmed:
            self._past.addWidget(label(past_line(past)))

    def _confirm(self, pin: str, words: str) -> None:
        self.form.setEnabled(False)
        work = partial(basis.confirm, self._desk.office, pin, words)
        self._desk.tasks.run("store", work, self._confirmed, self._failed, self)

    def _confirmed(self, _made: object) -> None:
        self.form.setEnabled(True)
        self.form.clear()
        self.form.say(self.tr("Confirmed and kept on the record."), "ok")
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self.form.setEnabled(True)
        found = trouble(error)
        if found is None:
            self.bug.emit(error)
        else:
            self.form.say(found.text, "error")
