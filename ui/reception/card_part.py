"""Step 1 of a visit: the card is looked for, read, and shown; F4 shows the whole number."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from hardware.errors import NoCard
from ui.problems import trouble
from ui.reception import acts, state
from ui.reception.page import ReceptionPage
from ui.reception.state import Met, Step

POLL = 500  # milliseconds between looks for a card: one find per half second, nothing busier


class CardPart(QObject):
    """Looks for a card while nobody is being served; a new card is a new visit."""

    def __init__(self, page: ReceptionPage) -> None:
        super().__init__(page)
        self._page = page
        self._reading = False
        self._ailing = False  # whether the status bar says so
        self._timer = QTimer(self, interval=POLL)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        page.reveal.asked.connect(self._reveal)

    def look(self) -> None:
        """One question to the reader, unless the last one is still under way."""
        page = self._page
        waiting = page.state.step in (Step.APPLICANT, Step.DONE) and not page.state.typing
        if waiting and not self._reading:
            self._reading = True
            work = partial(acts.read_card, page.desk)
            page.desk.tasks.run("serial", work, self._read, self._not_read, self)

    def read_now(self) -> None:
        """F2; with a visit under way the card of the right person takes the wrong one's place."""
        if self._page.state.typing:
            self._read_instead()
            return
        if self._page.state.step in (Step.MATTER, Step.CHECKLIST):
            work = partial(acts.read_card, self._page.desk)
            self._page.run("serial", work, self._other_read, self.tr("Reading the card"))
            return
        if self._page.state.step is Step.APPLICANT and not self._reading:
            self._page.card.show_reading()
        self.look()

    def ask_reveal(self) -> None:
        """F4."""
        if self._page.state.applicant is not None:
            self._page.reveal.ask()

    def _read(self, met: Met) -> None:
        self._reading = False
        self._say_ready()
        page = self._page
        if page.state.step in (Step.APPLICANT, Step.DONE) and not page.state.typing:
            self._begin_with(met)

    def _read_instead(self) -> None:
        """F2 over the form: there is a card after all; what was typed is then forgotten."""
        if not self._page.foot.working:
            work = partial(acts.read_card, self._page.desk)
            self._page.run("serial", work, self._begin_with, self.tr("Reading the card"))

    def _begin_with(self, met: Met) -> None:
        page = self._page
        if page.state.typing:
            page.hand.forget()
        page.card.show_waiting()
        page.go(state.with_applicant(page.state, met))
        page.matter.begin()

    def _other_read(self, met: Met) -> None:
        page = self._page
        before = page.state.step
        page.go(state.with_other_applicant(page.state, met))
        page.fill_checklist()
        if page.state.step is Step.MATTER is not before:
            page.matter.begin()

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        found = trouble(error)
        if isinstance(error, NoCard):
            self._say_ready()
            self._page.card.show_waiting()
        elif found is None:
            self._page.bug.emit(error)
        else:
            self._ailing = True
            self._page.device_state.emit("reader", "error", found.sentence)
            self._page.card.show_trouble(found)

    def _say_ready(self) -> None:
        if self._ailing:
            self._ailing = False
            self._page.device_state.emit("reader", "ok", self.tr("ready"))

    def _reveal(self, reason: str) -> None:
        page = self._page
        work = partial(acts.reveal_number, page.desk, page.state, reason)
        page.run_quietly("store", work, lambda _kept: page.identity.reveal())
