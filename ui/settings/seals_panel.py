"""Seals: whose this counter's seal is, acts on it by two persons, and the book of its uses."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget

from app.domain.seal_custody import Binding, KeptSeal, SealState
from app.services import seal_registry
from app.services.seal_registry import BIND, REGISTER, RENEW, WITHDRAW, Registry
from ui.desk import Desk
from ui.problems import trouble
from ui.settings import seal_words as words
from ui.settings.seal_form import SealForm
from ui.widgets.pages import RING
from ui.widgets.rows import Facts, MarkedLine, column, empty, row
from ui.widgets.text import label, set_tone

ACTS = (REGISTER, RENEW, BIND, WITHDRAW)
LIST_HEIGHT = 220  # pixels at 100 %


class SealsPanel(QWidget):
    """`bug(error)` for what is no refusal; everything else is said here."""

    bug = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, look = desk, desk.look
        self._found: Registry | None = None
        self._act = ""
        self.state = MarkedLine(look)
        self._facts = Facts(look)
        self.buttons = {act: QPushButton(words.act_word(act)) for act in ACTS}
        for act, button in self.buttons.items():
            button.setAutoDefault(True)
            button.clicked.connect(partial(self.begin, act))
            button.hide()
        self.form = SealForm(look)
        self.form.hide()
        self.form.given.connect(self._give)
        self.form.dropped.connect(self._drop)
        self.message = label()
        self.message.hide()
        self._history = column(gap=look.px(4))
        self.uses = QListWidget()
        self.uses.setWordWrap(True)
        self.uses.setAccessibleName(self.tr("Uses of the seal"))
        self.uses.setMinimumHeight(look.px(LIST_HEIGHT))
        self.setLayout(self._build())

    def refresh(self) -> None:
        work = partial(seal_registry.read, self._desk.office, self._desk.sealer.file)
        self._desk.tasks.run("store", work, self._show, self.bug.emit, self)

    def begin(self, act: str) -> None:
        """The form for one act."""
        found = self._found
        if found is None:
            return
        self._act = act
        self.message.hide()
        kept, me = words.own(found) or words.in_use(found), self._desk.office.officer
        binding = kept.binding if kept else Binding(me, (me,))
        able = [(each, words.person(found, each)) for each in found.able]
        self._show_buttons(())
        self.form.begin(words.act_lead(act), binding, able, withdraws=act == WITHDRAW)

    # --- showing ---

    def _build(self) -> QVBoxLayout:
        look = self._desk.look
        side_by_side = column if look.narrow else row
        return column(
            label(self.tr("Seals"), "section"),
            self.state,
            self._facts,
            side_by_side(*self.buttons.values(), 1, margin=RING),
            self.form,
            self.message,
            label(self.tr("Acts on seals"), "section"),
            self._history,
            label(self.tr("Uses of the seal"), "section"),
            self.uses,
            gap=look.px(8),
        )

    def _show(self, found: Registry) -> None:
        self._found = found
        self.state.show_state(*words.state_line(found))
        self._facts.show_pairs(words.seal_facts(found))
        if not self.form.isVisibleTo(self):
            self._show_buttons(_offered(found))
        empty(self._history)
        for entry in reversed(found.history):
            self._history.addWidget(label(words.history_line(found, entry)))
        self.uses.clear()
        self.uses.addItems([words.use_line(found, each) for each in found.uses])

    def _show_buttons(self, acts: tuple[str, ...]) -> None:
        for act, button in self.buttons.items():
            button.setVisible(act in acts)

    # --- acting ---

    def _give(self, second: str, password: str) -> None:
        """The password is hashed on a lane; the window goes on."""
        work = partial(self._work(), second, password)
        self._desk.tasks.run("store", work, self._done, self._failed, self)

    def _work(self) -> Callable[[str, str], KeptSeal]:
        office, seal, found = self._desk.office, self._desk.sealer.file, self._found
        kept = (words.own(found) or words.in_use(found)) if found else None
        digest, binding = kept.digest if kept else "", self.form.binding()
        works = {
            REGISTER: partial(seal_registry.register, office, seal, binding),
            RENEW: partial(seal_registry.renew, office, seal, digest, binding),
            BIND: partial(seal_registry.bind, office, digest, binding),
            WITHDRAW: partial(seal_registry.withdraw, office, digest, self.form.why()),
        }
        return works[self._act]

    def _done(self, _kept: KeptSeal) -> None:
        self._drop()
        self.message.setText(self.tr("Done and kept on the record."))
        self.message.show()
        set_tone(self.message, "ok")
        self.refresh()

    def _failed(self, error: Exception) -> None:
        found = trouble(error)
        if found is None:
            self._drop()
            self.bug.emit(error)
        else:
            self.form.refuse(found.text)

    def _drop(self) -> None:
        self.form.forget()
        if self._found is not None:
            self._show_buttons(_offered(self._found))
            shown = next((each for each in self.buttons.values() if not each.isHidden()), None)
            if shown is not None:
                shown.setFocus()


def _offered(found: Registry) -> tuple[str, ...]:
    """What can be done now by who has signed in."""
    if not found.may_ask:
        return ()
    kept, used = words.own(found), words.in_use(found)
    if kept is not None:
        return (BIND, WITHDRAW) if kept.state is SealState.REGISTERED else ()
    if used is not None:
        return (RENEW, WITHDRAW) if found.file else (WITHDRAW,)
    return (REGISTER,) if found.file else ()
