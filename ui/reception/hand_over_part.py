"""Step 6: printing, where the case is, print again, void and re-issue."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from app.domain.cases import Case
from app.services.paper_trail import Count, Followed
from app.services.printing import UNSURE, WAITING, Printed
from ui.problems import trouble
from ui.reception import acts, state
from ui.reception.page import ReceptionPage
from ui.reception.state import Step
from ui.reception.where_words import Line, followed_lines, where_lines


class HandOverPart(QObject):
    """Whatever is done with a letter that is sealed."""

    def __init__(self, page: ReceptionPage) -> None:
        super().__init__(page)
        self._page = page
        self._followed: tuple[Followed, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._lines_of = ""  # the case they are about
        self._shown: tuple[Line, ...] = ()
        self._unconfirmed = False
        page.done.print_again.connect(self.print_again)
        page.done.void_case.connect(self._void_case)
        page.done.came_out.connect(self._resolve)

    def print_copies(self, letter: str) -> None:
        """The copies every letter is handed over with."""
        self._print(partial(acts.print_letter, self._page.desk, letter, acts.COPIES))

    def print_again(self, reason: str = "") -> None:
        """Ctrl+P, or the button with a reason."""
        now = self._page.state
        if now.step is Step.DONE and now.letter is not None:
            why = reason or self.tr("asked for at the counter")
            self._print(partial(acts.print_again, self._page.desk, now.letter.number, why))

    def refresh(self) -> None:
        """Ask the store where the case of this page is now."""
        now = self._page.state
        if now.step is Step.DONE and now.case is not None:
            work = partial(acts.where, self._page.desk, now.case.number)
            show = partial(self._show_where, now.case.number)
            self._page.run_quietly("store", work, show)

    def show_followed(self, found: tuple[Followed, ...]) -> None:
        """How the print service gets on with the copies it has."""
        ended = any(each.ended for each in found)
        self._followed = found
        if ended:
            self.refresh()
        else:
            self._show_lines()

    def open_case(self, number: str) -> None:
        """A sealed case out of the ledger."""
        work = partial(acts.load_case, self._page.desk, number)
        self._page.run("store", work, self._loaded, self.tr("Opening the case"))

    def _loaded(self, case: Case) -> None:
        page = self._page
        free = page.state.step in (Step.APPLICANT, Step.DONE) and not page.state.typing
        if case.letters and free:
            page.go(state.with_sealed_case(case))
            self.refresh()
        else:
            page.render_state()

    def _print(self, work: Callable[[], tuple[Printed, ...]]) -> None:
        self._page.desk.tasks.run("print", work, self._printed, self._not_printed, self)

    def _printed(self, outcome: tuple[Printed, ...]) -> None:
        if any(each.state == WAITING for each in outcome):
            text = self.tr("There is no printer now; the letter waits for one.")
            self._page.foot.say(text, "warn")
        self.refresh()
        self._page.handed_over.emit()

    def _not_printed(self, error: Exception) -> None:
        found = trouble(error)
        if found is None:
            self._page.bug.emit(error)
        else:
            self._page.foot.say(found.text, "warn")
        self.refresh()

    def _show_where(self, number: str, found: tuple[str, tuple[Count, ...]]) -> None:
        self._unconfirmed = any(count.state in UNSURE for count in found[1])
        self._lines, self._lines_of, self._shown = where_lines(*found), number, ()
        self._show_lines()

    def _show_lines(self) -> None:
        """Anew only when they changed: a screen reader would begin again."""
        now = self._page.state
        if now.step is not Step.DONE or now.case is None or now.case.number != self._lines_of:
            return
        own = {letter.number for letter in now.case.letters}
        live = followed_lines(tuple(each for each in self._followed if each.letter in own))
        if self._shown != (lines := (*self._lines, *live)):
            self._shown = lines
            self._page.done.show_lines(lines, unconfirmed=self._unconfirmed)

    def _resolve(self, came_out: bool) -> None:
        if self._page.state.case is not None:
            number = self._page.state.case.number
            work = partial(acts.resolve_prints, self._page.desk, number, came_out)
            self._page.run_quietly("store", work, lambda _done: self.refresh())

    def _void_case(self, reason: str) -> None:
        page = self._page
        work = partial(acts.void_case, page.desk, page.state, reason)
        page.run("store", work, self._voided, self.tr("Voiding case and letter"))

    def _voided(self, case: Case) -> None:
        page = self._page
        page.go(replace(page.state, case=case, letter=case.letters[-1]))
        self.refresh()
        page.changed.emit()
