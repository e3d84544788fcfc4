"""The reception page's panels and state, and how outcomes of work come back to it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.approval import open_checks
from app.errors import Unavailable
from ui.desk import Desk
from ui.problems import Trouble, trouble
from ui.reception import acts, state
from ui.reception.hand_entry_panel import HandEntryPanel
from ui.reception.panels import Panels
from ui.reception.state import ScreenState, Step
from ui.reception.words import caption, gates, missing_word
from ui.widgets.pages import Pages
from ui.widgets.rows import column, row

T = TypeVar("T")


class ReceptionPage(QWidget):
    """Panels, state, rendering. What happens at each step is in the *_part modules."""

    device_state = Signal(str, str, str)  # name, tone, word: for the frame's status bar
    changed = Signal()
    form_made = Signal()  # HandEntryPanel is there
    handed_over = Signal()  # a letter went to the print service: what becomes of it?
    sealed = Signal(object)  # Sealed
    bug = Signal(object)

    def __init__(self, desk: Desk, panels: Panels) -> None:
        super().__init__()
        self.desk = desk
        self.state = ScreenState()
        self.setObjectName("page")
        self._made = panels
        self.identity, self.reveal, self.papers = panels.identity, panels.reveal, panels.papers
        self.face, self.steps, self.foot = panels.face, panels.steps, panels.foot
        self.take_in = QPushButton(self.tr("Take paper in  F7"))
        self.card, self.matter, self.checklist = panels.card, panels.matter, panels.checklist
        self.letter, self.done, self.applicant = panels.letter, panels.done, panels.applicant
        self.destroyed.connect(self.applicant.deleteLater)  # a window of its own, else it stays
        desk.tasks.late.connect(self._device_is_late)
        self._build_layout()

    def _build_layout(self) -> None:
        px = self.desk.look.px
        self.pages = Pages(scrolling=not self.desk.look.narrow)
        self._panels = {
            Step.APPLICANT: self.card,
            Step.MATTER: self.matter,
            Step.CHECKLIST: self.checklist,
            Step.SIGNING: self.letter,
            Step.DONE: self.done,
        }
        self._page_of: dict[Step, QWidget] = {}
        self._typing_page: QWidget | None = None
        if self.desk.look.narrow:
            self.steps.hide()
        head, beside = self._beside_the_face()
        middle = row(beside, self.pages, gap=px(8))
        middle.setStretch(1, 1)
        inner = column(head, self.reveal, self.papers, middle, margin=px(12), gap=px(8))
        inner.setStretch(3, 1)
        if self.desk.look.narrow:
            inner.addWidget(self.take_in)  # below: what the visit is about comes first
        content = column(
            self._scrolled(inner) if self.desk.look.narrow else inner, self.foot, gap=0
        )
        content.setStretch(0, 1)
        self.setLayout(content)

    def _beside_the_face(self) -> tuple[QLayout, QLayout]:
        """Head and side: face and papers under the steps; in large print by the name, and below."""
        gap = self.desk.look.px(8)
        if self.desk.look.narrow:
            who = row(self.face, self.identity, gap=gap)
            who.setStretch(1, 1)
            return who, column(self.steps)
        return row(self.identity), column(self.steps, self.take_in, self.face, gap=gap)

    def page_of(self, step: Step) -> QWidget:
        """Laid out when first asked for: all in one go would keep a key waiting."""
        step = Step.SIGNING if step is Step.SEALING else step
        if step not in self._page_of:
            self._page_of[step] = self.pages.add(self._panels[step])
        return self._page_of[step]

    @property
    def hand(self) -> HandEntryPanel:
        """The form without a card."""
        return self._made.hand

    def typing_page(self) -> QWidget:
        """The form in the card page's place, laid out when first asked for."""
        if self._typing_page is None:
            self._typing_page = self.pages.add(self.hand)
            self.form_made.emit()
        return self._typing_page

    def _scrolled(self, inner: QVBoxLayout) -> QScrollArea:
        """Large print: who it is about scrolls away with the page, else little of it is left."""
        sheet = QWidget()
        sheet.setObjectName("plain")
        sheet.setLayout(inner)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        return scroll

    # --- showing ---

    def go(self, after: ScreenState) -> None:
        """The next moment."""
        self.state = after
        self.render_state()

    def render_state(self) -> None:
        now = self.state
        case = now.case.number if now.case else ""
        self.identity.show_applicant(now.applicant, acts.today(self.desk), case, now.new_address)
        self.take_in.setVisible(now.case is not None and self.papers.isHidden())
        self.face.show_face(now.picture, anyone=now.applicant is not None)
        self.steps.show_step(state.STEPS.index(now.step))
        self.pages.setCurrentWidget(self.typing_page() if now.typing else self.page_of(now.step))
        self._render_foot()
        if now.step in (Step.SIGNING, Step.SEALING):
            self.letter.show_gates(gates(now))
            self.letter.show_signature(now.signature)
        if now.step is Step.DONE and now.case and now.letter:
            self.done.show_case(now.case, now.letter, open_checks(now.case))

    def fill_checklist(self) -> None:
        now = self.state
        if now.matter and now.situation:
            tags = acts.tags(self.desk, now.matter)
            self.checklist.show_case(
                now.matter, now.situation, now.plans, tags, now.commitment_refused
            )

    def _render_foot(self) -> None:
        self.foot.show_work("")
        self.foot.show_act(caption(self.state), missing_word(state.missing(self.state)))

    # --- work and its outcomes ---

    def run(self, lane: str, work: Callable[[], T], done: Callable[[T], None], words: str) -> None:
        """Work the clerk waits for: the foot says what goes on."""
        self.foot.show_work(words)
        self.desk.tasks.run(lane, work, done, self.failed, self)

    def run_quietly(self, lane: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Work nobody waits for."""
        self.desk.tasks.run(lane, work, done, self.failed, self)

    def failed(self, error: Exception) -> None:
        """A sentence and a remedy; a bug goes to the crash report."""
        found = trouble(error)
        if found is None:
            self.render_state()
            self.bug.emit(error)
        else:
            self.say(found)

    def _device_is_late(self, lane: str) -> None:
        """Its act is still under way: nothing is given up, only said."""
        found = trouble(Unavailable("device.late"))
        if found is None:
            return
        if lane == "serial" and self.state.step is Step.APPLICANT:
            self.card.show_trouble(found)
        else:
            self.foot.say(found.text, "error")

    def say(self, found: Trouble) -> None:
        self._render_foot()
        self.foot.say(found.text, "error")
