"""The reception workspace: its page, the parts of a visit, the keys, the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.services.paper_trail import Followed
from ui.desk import Desk
from ui.reception import acts, state
from ui.reception.card_part import CardPart
from ui.reception.hand_entry_part import HandEntryPart
from ui.reception.hand_over_part import HandOverPart
from ui.reception.letter_part import LetterPart
from ui.reception.page import ReceptionPage
from ui.reception.panels import Panels
from ui.reception.paper_part import PaperPart
from ui.reception.seal_part import SealPart
from ui.reception.state import ScreenState, Step


class ReceptionView(ReceptionPage):
    """One visit after the other."""

    def __init__(self, desk: Desk, panels: Panels) -> None:
        super().__init__(desk, panels)
        self._card = CardPart(self)
        self._hand = HandEntryPart(self)
        self._letter = LetterPart(self)
        self._seal = SealPart(self)
        self._hand_over = HandOverPart(self)
        self._papers = PaperPart(self)
        self._seal.done.connect(self._after_sealing)
        self.done.void.connect(self._void)
        self.foot.asked.connect(self.primary)
        self.take_in.clicked.connect(self._papers.toggle)
        self._build_keys()
        self.render_state()

    def _build_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F2": self._card.read_now,
            "Shift+F2": self._hand.begin,
            "F3": self._to_matter,
            "F4": self._card.ask_reveal,
            "F7": self._papers.toggle,
            "F12": self.primary,
            "Ctrl+Z": self._undo,
            "Esc": self._undo,
            "Ctrl+P": self._hand_over.print_again,
            "Ctrl+F12": self._letter.show_applicant,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda act=act: act())

    # --- what the main program asks ---

    @property
    def busy(self) -> bool:
        """Sealing, drawing or asking for a PIN: not the moment to rebuild the window."""
        return self.foot.working or self.letter.asking or self.applicant.isVisible()

    def put_away(self) -> ScreenState:
        """The visit as it stands; applicant's page and PIN field are emptied."""
        self._seal.put_away()
        if self.state.typing:
            self.hand.second.forget()
        self._papers.close()
        self.applicant.show_idle()
        self.applicant.hide()
        return self.state

    def resume(self, kept: ScreenState) -> None:
        """Go on with a visit in a window that was built anew."""
        if kept.step in (Step.SIGNING, Step.SEALING):
            kept = state.to_checklist(kept)
        if kept.typing:
            kept = state.with_entry_open(kept)
        self.go(kept)
        self.fill_checklist()
        self._hand_over.refresh()
        if kept.step is Step.MATTER:
            self.matter.begin()
        if kept.typing:
            self._hand.resume()

    def add_training(self, panel: QWidget) -> None:
        """The simulated reader's cards, under the card page."""
        self.card.add_below(panel)

    def open_case(self, number: str) -> None:
        """A sealed case out of the ledger: print again, void and re-issue."""
        self._hand_over.open_case(number)

    def show_followed(self, found: tuple[Followed, ...]) -> None:
        """How the print service gets on with the letters it has."""
        self._hand_over.show_followed(found)

    def refresh_done(self) -> None:
        """Something may have been sent, received or printed."""
        self._hand_over.refresh()

    # --- the one button ---

    def primary(self) -> None:
        """F12: whatever the bottom bar says."""
        if state.missing(self.state) or not self.foot.primary.isEnabled():
            return
        match self.state.step:
            case Step.APPLICANT:
                self._hand.go_on()
            case Step.CHECKLIST:
                self._letter.make()
            case Step.SEALING if self.letter.asking:
                self.letter.give_pin()
            case Step.SEALING:
                self._seal.ask_pin()
            case Step.DONE:
                self.go(ScreenState())

    def _after_sealing(self, letter: str) -> None:
        self._letter.load_usage()
        self._hand_over.print_copies(letter)

    def _void(self, reason: str) -> None:
        self.go(state.with_voiding(self.state, reason))
        self._seal.ask_pin()

    # --- the way back ---

    def _to_matter(self) -> None:
        if self.foot.working:
            return
        if self.state.step is Step.CHECKLIST:
            self._undo()
        elif self.state.step is Step.MATTER:
            self.matter.begin()

    def _undo(self) -> None:
        """One act back; nothing is undone after sealing, or while work is under way."""
        if self.foot.working:
            return
        if self.letter.asking:
            self._seal.put_away()
            if not self.state.void_reason:
                self.render_state()  # the signature stays: only the PIN was put away
                return
        if self.state.typing:
            self._hand.back()
        elif self.state.void_reason:
            self.go(state.without_voiding(self.state))
            self._hand_over.refresh()
        elif self.state.step is Step.MATTER and not self.state.past:
            self._give_up()
        else:
            self.go(state.back(self.state))
            self.fill_checklist()
            if self.state.step is Step.MATTER:
                self.matter.begin()

    def _give_up(self) -> None:
        """The visit ends before sealing; a number once given stays used, with the reason."""
        if self.state.case is not None:
            reason = self.tr("undone before sealing")
            work = partial(acts.abandon, self.desk, self.state.case, reason)
            self.run_quietly("store", work, lambda _case: self.changed.emit())
        self.go(ScreenState())
