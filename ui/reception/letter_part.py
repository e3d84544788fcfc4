"""Steps 2 to 4: the matter, the checklist, the letter on the applicant's page."""

from functools import partial

from PySide6.QtCore import QObject

from app.domain.cases import Case
from app.domain.catalogue import Matter, Situation
from app.domain.commitment import Shown, Signature
from ui.reception import acts, state
from ui.reception.page import ReceptionPage
from ui.reception.state import Step
from ui.reception.words import instead_words
from ui.turns import Turns
from ui.widgets.pdf_view import PageImage


class LetterPart(QObject):
    """Picks the matter, draws the letter, takes the applicant's answer."""

    def __init__(self, page: ReceptionPage) -> None:
        super().__init__(page)
        self._page = page
        self._usage: dict[str, int] = {}
        page.matter.look_up = self._find
        page.matter.picked.connect(self._pick_matter)
        page.checklist.situation_changed.connect(self._pick_situation)
        page.applicant.signed.connect(self._signed)
        page.applicant.declined.connect(self._declined)
        page.applicant.wrong.connect(self._take_back)
        page.applicant.taken_back.connect(self._take_back)
        self.load_usage()

    # --- the matter ---

    def load_usage(self) -> None:
        """What is picked often and lately comes first."""
        page = self._page
        page.run_quietly("store", partial(acts.usage, page.desk), self._take_usage)

    def _take_usage(self, usage: dict[str, int]) -> None:
        self._usage = usage

    def _find(self, text: str) -> tuple[Matter, ...]:
        return acts.find(self._page.desk.office.reference.catalogue, text, self._usage)

    def _pick_matter(self, matter: Matter) -> None:
        self._pick(matter, matter.situations[0])

    def _pick_situation(self, situation: Situation) -> None:
        if self._page.state.matter is not None:
            self._pick(self._page.state.matter, situation)

    def _pick(self, matter: Matter, situation: Situation) -> None:
        page = self._page
        plans = acts.plans(page.desk, matter, situation)
        page.go(state.with_matter(page.state, matter, situation, plans))
        page.fill_checklist()
        page.checklist.table.setFocus()

    # --- the letter ---

    def make(self) -> None:
        """Open the case, draw its letter; then the applicant reads."""
        page = self._page
        work = partial(acts.make_letter, page.desk, page.state)
        page.run("store", work, self._made, self.tr("Opening the case, drawing the letter"))

    def _made(self, made: acts.Made) -> None:
        page = self._page
        page.letter.show_pages(made.pages)
        page.go(
            state.with_letter_to_read(
                page.state, made.case, made.notice, made.promises, made.missing_characters
            )
        )
        Turns(self, (self._fill_applicant, self.show_applicant))

    def _fill_applicant(self) -> None:
        page = self._page
        if page.state.step is Step.SIGNING:
            page.applicant.show_case(acts.applicant_page(page.desk, page.state, instead_words()))

    def show_applicant(self) -> None:
        """Ctrl+F12 brings the applicant's page back."""
        if self._page.state.step is Step.SIGNING:
            self._page.applicant.place(self._page.window())

    def _hide_applicant(self) -> None:
        page = self._page
        page.applicant.show_idle()
        page.applicant.hide()
        page.window().activateWindow()
        page.setFocus()

    def _signed(self, signature: Signature) -> None:
        self._hide_applicant()
        page = self._page
        shown = page.applicant.shown
        work = partial(acts.draw_signed, page.desk, page.state, signature)
        done = partial(self._signature_drawn, signature, shown)
        page.run("store", work, done, self.tr("Drawing the signed letter"))

    def _signature_drawn(
        self, signature: Signature, shown: tuple[Shown, ...], pages: tuple[PageImage, ...]
    ) -> None:
        self._page.letter.show_pages(pages)
        self._page.go(state.with_signature(self._page.state, signature, shown))

    def _declined(self) -> None:
        self._hide_applicant()
        page = self._page
        work = partial(acts.refuse_commitment, page.desk, page.state)
        page.run("store", work, self._refusal_kept, self.tr("Taking the next way"))

    def _refusal_kept(self, case: Case) -> None:
        self._page.go(state.with_refusal(self._page.state, case))
        self._page.fill_checklist()

    def _take_back(self) -> None:
        self._hide_applicant()
        if self._page.state.step is Step.SIGNING:
            self._page.go(state.undone(self._page.state))
            self._page.fill_checklist()
