"""The reception page: shows the state, hands acts to the services, takes outcomes back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.approval import open_checks
from app.domain.cases import Case
from app.domain.catalogue import Matter, Situation
from app.domain.commitment import Shown, Signature
from app.domain.people import Applicant
from app.services.printing import WAITING, Printed
from app.services.sealing import Sealed
from hardware.errors import NoCard, WrongPin
from ui.desk import Desk, SealAbout
from ui.problems import Trouble, trouble
from ui.reception import acts, state
from ui.reception.applicant_window import ApplicantWindow
from ui.reception.card_panel import CardPanel
from ui.reception.checklist_panel import ChecklistPanel
from ui.reception.done_panel import DonePanel
from ui.reception.identity_bar import IdentityBar, StepList
from ui.reception.letter_panel import LetterPanel
from ui.reception.matter_panel import MatterPanel
from ui.reception.reveal import RevealStrip
from ui.reception.state import ScreenState, Step
from ui.reception.words import (
    act_word,
    caption,
    gates,
    instead_words,
    missing_word,
    where_lines,
)
from ui.widgets.foot import Foot
from ui.widgets.pages import Pages
from ui.widgets.pdf_view import PageImage
from ui.widgets.rows import column, row

POLL = 500  # milliseconds between looks for a card: one find per half second, nothing busier

T = TypeVar("T")


class ReceptionView(QWidget):
    """`device_state(name, tone, word)` for the frame; `sealed(Sealed)` when a letter was kept."""

    device_state = Signal(str, str, str)
    changed = Signal()
    sealed = Signal(object)
    bug = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.state = ScreenState()
        self.setObjectName("page")
        self._build_panels()
        self._build_layout()
        self._build_keys()
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self._look_for_card)
        self._reading = False
        self._usage: dict[str, int] = {}
        self._poll.start()
        self._load_usage()
        self._render()

    # --- building ---

    def _build_panels(self) -> None:
        look = self._desk.look
        self.identity = IdentityBar(look)
        self.reveal = RevealStrip(look)
        self.reveal.asked.connect(self._reveal)
        self.steps = StepList(look)
        self.card = CardPanel(look)
        self.matter = MatterPanel(look, self._find)
        self.checklist = ChecklistPanel(look)
        self.letter = LetterPanel(look)
        self.done = DonePanel(look)
        self.foot = Foot(look)
        self.applicant = ApplicantWindow(look, lambda: acts.stamp(self._desk))
        self.matter.picked.connect(self._pick_matter)
        self.checklist.situation_changed.connect(self._pick_situation)
        self.letter.pin_given.connect(self._seal)
        self.letter.pin_dropped.connect(self._render)
        self.done.print_again.connect(self._print_again)
        self.done.void.connect(self._void)
        self.done.void_case.connect(self._void_case)
        self.foot.asked.connect(self.primary)
        self.applicant.signed.connect(self._signed)
        self.applicant.declined.connect(self._declined)
        self.applicant.wrong.connect(self._take_back)
        self.applicant.taken_back.connect(self._take_back)

    def _build_layout(self) -> None:
        px = self._desk.look.px
        self.pages = Pages()
        self._page_of = {
            Step.APPLICANT: self.pages.add(self.card),
            Step.MATTER: self.pages.add(self.matter),
            Step.CHECKLIST: self.pages.add(self.checklist),
            Step.SIGNING: self.pages.add(self.letter),
            Step.DONE: self.pages.add(self.done),
        }
        self._page_of[Step.SEALING] = self._page_of[Step.SIGNING]
        if self._desk.look.narrow:
            self.steps.hide()
        middle = row(self.steps, self.pages, gap=px(8))
        middle.setStretch(1, 1)
        inner = column(self.identity, self.reveal, middle, margin=px(12), gap=px(8))
        inner.setStretch(2, 1)
        content = column(inner, self.foot, gap=0)
        content.setStretch(0, 1)
        self.setLayout(content)

    def _build_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F2": self._read_card,
            "F3": self._to_matter,
            "F4": self._ask_reveal,
            "F12": self.primary,
            "Ctrl+Z": self._undo,
            "Esc": self._undo,
            "Ctrl+P": self._print_again,
            "Ctrl+F12": self._show_applicant_window,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda act=act: act())

    # --- what the main program asks ---

    @property
    def busy(self) -> bool:
        """Sealing, drawing or asking for a PIN: not the moment to rebuild the window."""
        return self.foot.working or self.letter.asking or self.applicant.isVisible()

    def resume(self, kept: ScreenState) -> None:
        """Go on with a visit in a window that was built anew."""
        if kept.step in (Step.SIGNING, Step.SEALING):
            kept = state.to_checklist(kept)
        self._go(kept)
        self._fill_checklist()
        if kept.step is Step.MATTER:
            self.matter.begin()

    def add_training(self, panel: QWidget) -> None:
        """The simulated reader's cards, under the card page."""
        self.card.add_below(panel)

    # --- showing ---

    def _render(self) -> None:
        now = self.state
        self.identity.show_applicant(
            now.applicant, acts.today(self._desk), now.case.number if now.case else ""
        )
        self.steps.show_step(state.STEPS.index(now.step))
        self.pages.setCurrentWidget(self._page_of[now.step])
        self.foot.show_work("")
        self.foot.show_act(caption(now), missing_word(state.missing(now)))
        if now.step in (Step.SIGNING, Step.SEALING):
            self.letter.show_gates(gates(now))
        if now.step is Step.DONE and now.case and now.letter:
            self.done.show_case(now.case, now.letter, open_checks(now.case))
            self.refresh_done()

    def _go(self, after: ScreenState) -> None:
        self.state = after
        self._render()

    def _say(self, found: Trouble) -> None:
        self.foot.show_work("")
        self.foot.show_act(caption(self.state), missing_word(state.missing(self.state)))
        self.foot.say(found.text, "error")

    def _failed(self, error: Exception) -> None:
        found = trouble(error)
        if found is None:
            self._render()
            self.bug.emit(error)
        else:
            self._say(found)

    def _run(self, lane: str, work: Callable[[], T], done: Callable[[T], None], words: str) -> None:
        self.foot.show_work(words)
        self._desk.tasks.run(lane, work, done, self._failed, self)

    # --- 1 the card ---

    def _look_for_card(self) -> None:
        if self.state.step in (Step.APPLICANT, Step.DONE) and not self._reading:
            self._reading = True
            work = partial(acts.read_card, self._desk)
            self._desk.tasks.run("serial", work, self._polled, self._poll_failed, self)

    def _polled(self, applicant: Applicant | None) -> None:
        self._reading = False
        self.device_state.emit("reader", "ok", self.tr("ready"))
        if applicant is not None:
            self._new_visit(applicant)

    def _poll_failed(self, error: Exception) -> None:
        self._reading = False
        found = trouble(error)
        if isinstance(error, NoCard):
            self.device_state.emit("reader", "ok", self.tr("ready"))
            self.card.show_waiting()
        elif found is None:
            self.bug.emit(error)
        else:
            self.device_state.emit("reader", "error", found.sentence)
            self.card.show_trouble(found)

    def _read_card(self) -> None:
        if self.state.step in (Step.APPLICANT, Step.DONE) and not self._reading:
            self._reading = True
            self.card.show_reading()
            work = partial(acts.read_card, self._desk)
            self._desk.tasks.run("serial", work, self._polled, self._poll_failed, self)

    def _ask_reveal(self) -> None:
        if self.state.applicant is not None:
            self.reveal.ask()

    def _reveal(self, reason: str) -> None:
        work = partial(acts.reveal_number, self._desk, self.state, reason)
        self._desk.tasks.run(
            "store", work, lambda _none: self.identity.reveal(), self._failed, self
        )

    def _new_visit(self, applicant: Applicant) -> None:
        self.card.show_waiting()
        self._go(state.with_applicant(self.state, applicant))
        self.matter.begin()

    # --- 2 the matter, 3 the checklist ---

    def _load_usage(self) -> None:
        self._desk.tasks.run(
            "store", partial(acts.usage, self._desk), self._take_usage, self._failed, self
        )

    def _take_usage(self, usage: dict[str, int]) -> None:
        self._usage = usage

    def _find(self, text: str) -> tuple[Matter, ...]:
        return acts.find(self._desk.office.reference.catalogue, text, self._usage)

    def _to_matter(self) -> None:
        if self.state.step in (Step.MATTER, Step.CHECKLIST):
            if self.state.step is Step.CHECKLIST:
                self._undo()
            self.matter.begin()

    def _pick_matter(self, matter: Matter) -> None:
        self._pick(matter, matter.situations[0])

    def _pick_situation(self, situation: Situation) -> None:
        if self.state.matter is not None:
            self._pick(self.state.matter, situation)

    def _pick(self, matter: Matter, situation: Situation) -> None:
        plans = acts.plans(self._desk, matter, situation)
        self._go(state.with_matter(self.state, matter, situation, plans))
        self._fill_checklist()
        self.checklist.table.setFocus()

    def _fill_checklist(self) -> None:
        now = self.state
        if now.matter and now.situation:
            tags = acts.tags(self._desk, now.matter)
            self.checklist.show_case(
                now.matter, now.situation, now.plans, tags, now.commitment_refused
            )

    # --- 4 the letter, shown to the applicant ---

    def _make_letter(self) -> None:
        work = partial(acts.make_letter, self._desk, self.state)
        self._run("store", work, self._letter_made, self.tr("Opening the case, drawing the letter"))

    def _letter_made(self, made: acts.Made) -> None:
        self.letter.show_pages(made.pages)
        after = state.with_letter_to_read(
            self.state, made.case, made.notice, made.promises, made.missing_characters
        )
        self._go(after)
        if after.step is Step.SIGNING:
            self.applicant.show_case(acts.applicant_page(self._desk, after, instead_words()))
            self._show_applicant_window()

    def _show_applicant_window(self) -> None:
        if self.state.step is Step.SIGNING:
            self.applicant.place(self.window())

    def _hide_applicant_window(self) -> None:
        self.applicant.show_idle()
        self.applicant.hide()
        self.window().activateWindow()
        self.setFocus()

    def _signed(self, signature: Signature) -> None:
        self._hide_applicant_window()
        shown = self.applicant.shown
        work = partial(acts.draw_signed, self._desk, self.state, signature)
        self._run(
            "store",
            work,
            lambda pages: self._signature_drawn(signature, shown, pages),
            self.tr("Drawing the signed letter"),
        )

    def _signature_drawn(
        self, signature: Signature, shown: tuple[Shown, ...], pages: tuple[PageImage, ...]
    ) -> None:
        self.letter.show_pages(pages)
        self._go(state.with_signature(self.state, signature, shown))

    def _declined(self) -> None:
        self._hide_applicant_window()
        work = partial(acts.refuse_commitment, self._desk, self.state)
        self._run("store", work, self._refusal_kept, self.tr("Taking the next way"))

    def _refusal_kept(self, case: Case) -> None:
        self._go(state.with_refusal(self.state, case))
        self._fill_checklist()

    def _take_back(self) -> None:
        self._hide_applicant_window()
        if self.state.step is Step.SIGNING:
            self._undo()

    # --- 5 the seal ---

    def _ask_pin(self, trouble_words: str = "") -> None:
        self.letter.ask_pin(self.tr("Asking the seal"), trouble_words, ready=False)
        self._desk.tasks.run(
            "cards",
            self._desk.sealer.about,
            lambda about: self._show_pin(about, trouble_words),
            self._pin_impossible,
            self,
        )

    def _show_pin(self, about: SealAbout, trouble_words: str) -> None:
        self.device_state.emit("seal", "ok", self.tr("ready"))
        tries = "" if about.tries_left is None else self.tr("%n try(s) left", "", about.tries_left)
        self.letter.ask_pin(f"{about.name}　{tries}", trouble_words)

    def _pin_impossible(self, error: Exception) -> None:
        self.letter.hide_pin()
        self.device_state.emit("seal", "error", self.tr("not ready"))
        self._failed(error)

    def _seal(self, pin: str) -> None:
        report = self._desk.tasks.reporter(self, self._show_seal_step)
        work = partial(acts.seal, self._desk, self.state, pin, report)
        self.foot.show_work(self.tr("Sealing"))
        self._desk.tasks.run("cards", work, self._sealed, self._seal_failed, self)

    def _show_seal_step(self, step: str) -> None:
        self.foot.show_work(act_word(step))

    def _sealed(self, made: tuple[Sealed, list[PageImage]]) -> None:
        sealed, pages = made
        self.letter.show_pages(tuple(pages))
        self._go(state.with_sealed(self.state, sealed.case, sealed.letter))
        self.setFocus()
        self.sealed.emit(sealed)
        self._load_usage()
        self._print(partial(acts.print_letter, self._desk, sealed.letter.number, acts.COPIES))

    def _seal_failed(self, error: Exception) -> None:
        found = trouble(error)
        self._failed(error)
        if isinstance(error, WrongPin) and found is not None:
            self._ask_pin(found.sentence)

    # --- 6 hand over ---

    def _print(self, work: Callable[[], tuple[Printed, ...]]) -> None:
        self._desk.tasks.run("print", work, self._printed, self._print_failed, self)

    def _printed(self, outcome: tuple[Printed, ...]) -> None:
        if any(each.state == WAITING for each in outcome):
            self.foot.say(self.tr("There is no printer now; the letter waits for one."), "warn")
        self.refresh_done()

    def _print_failed(self, error: Exception) -> None:
        found = trouble(error)
        if found is None:
            self.bug.emit(error)
            return
        self.foot.say(found.text, "warn")
        self.refresh_done()

    def _print_again(self, reason: str = "") -> None:
        if self.state.step is Step.DONE and self.state.letter is not None:
            why = reason or self.tr("asked for at the counter")
            self._print(partial(acts.print_again, self._desk, self.state.letter.number, why))

    def refresh_done(self) -> None:
        """Ask the store where the case of this page is now."""
        if self.state.step is Step.DONE and self.state.case is not None:
            work = partial(acts.where, self._desk, self.state.case.number)
            self._desk.tasks.run("store", work, self._show_where, self._failed, self)

    def _show_where(self, found: tuple[str, tuple[tuple[str, int], ...]]) -> None:
        self.done.show_lines(where_lines(*found))

    def _void(self, reason: str) -> None:
        self._go(state.with_voiding(self.state, reason))
        self._ask_pin()

    def _void_case(self, reason: str) -> None:
        work = partial(acts.void_case, self._desk, self.state, reason)
        self._run("store", work, self._case_voided, self.tr("Voiding case and letter"))

    def _case_voided(self, case: Case) -> None:
        self._go(replace(self.state, case=case, letter=case.letters[-1]))
        self.changed.emit()

    def open_case(self, number: str) -> None:
        """A sealed case out of the ledger: print again, void and re-issue."""
        work = partial(acts.load_case, self._desk, number)
        self._run("store", work, self._case_loaded, self.tr("Opening the case"))

    def _case_loaded(self, case: Case) -> None:
        if case.letters and self.state.step in (Step.APPLICANT, Step.DONE):
            self._go(state.with_sealed_case(case))
        else:
            self._render()

    # --- the one button, and back ---

    def primary(self) -> None:
        """F12: whatever the bottom bar says."""
        if state.missing(self.state) or not self.foot.primary.isEnabled():
            return
        match self.state.step:
            case Step.CHECKLIST:
                self._make_letter()
            case Step.SEALING if self.letter.asking:
                self.letter.give_pin()
            case Step.SEALING:
                self._ask_pin()
            case Step.DONE:
                self._go(ScreenState())

    def _undo(self) -> None:
        if self.letter.asking:
            self.letter.hide_pin()
        if self.state.void_reason:
            self._go(state.without_voiding(self.state))
            return
        if self.state.step is Step.MATTER and not self.state.past:
            self._give_up()
            return
        self._go(state.undone(self.state))
        self._fill_checklist()
        if self.state.step is Step.MATTER:
            self.matter.begin()

    def _give_up(self) -> None:
        """The visit ends before sealing; a number once given stays used, with the reason."""
        if self.state.case is not None:
            reason = self.tr("undone before sealing")
            work = partial(acts.abandon, self._desk, self.state.case, reason)
            self._desk.tasks.run("store", work, lambda _case: None, self._failed, self)
        self._go(ScreenState())
        self.changed.emit()
