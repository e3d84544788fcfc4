"""Step 1 without a card: typed by one officer, vouched for by a second, then a visit as any."""

from functools import partial

from PySide6.QtCore import QObject

from app.domain.people import Applicant
from app.errors import Refused
from ui.problems import trouble
from ui.reception import acts, state
from ui.reception.page import ReceptionPage
from ui.reception.state import Met, Step, Typing


class HandEntryPart(QObject):
    """Opens the form, checks it, asks the second officer; forgets everything on the way back."""

    def __init__(self, page: ReceptionPage) -> None:
        super().__init__(page)
        self._page = page
        page.card.type_in.connect(self.begin)
        page.form_made.connect(self._listen)

    def _listen(self) -> None:
        page = self._page
        page.hand.edited.connect(self._edited)
        page.hand.second.given.connect(self._confirm)
        page.hand.second.dropped.connect(self.back)

    def begin(self) -> None:
        """Shift+F2, or the button under the card page; only before a visit has begun."""
        page = self._page
        if page.state.step in (Step.APPLICANT, Step.DONE) and not page.state.typing:
            page.go(state.with_typing())
            page.hand.begin()

    def resume(self) -> None:
        """The window was built anew: the fields are as they were, the second officer is not."""
        page = self._page
        page.hand.begin(page.state.draft)

    def go_on(self) -> None:
        """F12: the fields are checked; then the second officer's password is."""
        page = self._page
        if page.state.typing is Typing.SECOND:
            page.hand.second.give()
            return
        draft = page.hand.draft()
        faults = {name: _words(code) for name, code in acts.entry_faults(page.desk, draft)}
        page.hand.show_faults(faults)
        if not faults:
            page.go(state.with_entry(page.state, draft))
            page.hand.ask_second()

    def back(self) -> None:
        """Esc: from the second officer to the fields, from the fields to the card page."""
        page = self._page
        if page.state.typing is Typing.SECOND:
            page.go(state.with_entry_open(page.state))
            page.hand.change()
        else:
            page.hand.forget()
            page.go(state.ScreenState())
            page.setFocus()

    def _edited(self) -> None:
        page = self._page
        if page.state.typing is Typing.FIELDS:
            page.state = state.with_draft(page.state, page.hand.draft())

    def _confirm(self, officer: str, password: str) -> None:
        """The password is hashed on a lane; the window goes on."""
        page = self._page
        if page.state.draft is None:
            return
        work = partial(acts.confirm_entry, page.desk, page.state.draft, officer, password)
        page.foot.show_work(self.tr("Checking the second officer"))
        page.desk.tasks.run("store", work, self._confirmed, self._not_confirmed, self)

    def _confirmed(self, applicant: Applicant) -> None:
        page = self._page
        page.hand.forget()
        page.card.show_waiting()
        page.go(state.with_applicant(page.state, Met(applicant)))
        page.matter.begin()

    def _not_confirmed(self, error: Exception) -> None:
        page = self._page
        page.render_state()
        found = trouble(error)
        if found is None:
            page.bug.emit(error)
        page.hand.ask_second(found.text if found else "")


def _words(code: str) -> str:
    found = trouble(Refused("", code))
    return found.text if found else code
