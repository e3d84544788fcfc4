"""The reception page's panels, each made when first asked for, so that each can have a turn."""

from collections.abc import Callable
from functools import cached_property, partial

from ui.desk import Desk
from ui.reception import acts
from ui.reception.applicant_window import ApplicantWindow
from ui.reception.card_panel import CardPanel
from ui.reception.checklist_panel import ChecklistPanel
from ui.reception.done_panel import DonePanel
from ui.reception.face import Face
from ui.reception.hand_entry_panel import HandEntryPanel
from ui.reception.identity_bar import IdentityBar, StepList
from ui.reception.letter_panel import LetterPanel
from ui.reception.matter_panel import MatterPanel
from ui.reception.papers_strip import PapersStrip
from ui.reception.reveal import RevealStrip
from ui.widgets.foot import Foot


class Panels:
    """Made all in one go they would keep a key waiting; `turns` makes what every visit needs."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._look = desk, desk.look

    def turns(self) -> list[Callable[[], object]]:
        """One panel each; the form without a card is seldom wanted and waits until it is."""
        names = "identity reveal papers face steps card matter checklist letter done foot applicant"
        return [partial(getattr, self, name) for name in names.split()]

    @cached_property
    def identity(self) -> IdentityBar:
        return IdentityBar(self._look)

    @cached_property
    def reveal(self) -> RevealStrip:
        return RevealStrip(self._look)

    @cached_property
    def papers(self) -> PapersStrip:
        return PapersStrip(self._look)

    @cached_property
    def face(self) -> Face:
        return Face(self._look)

    @cached_property
    def steps(self) -> StepList:
        return StepList(self._look)

    @cached_property
    def card(self) -> CardPanel:
        return CardPanel(self._look)

    @cached_property
    def hand(self) -> HandEntryPanel:
        return HandEntryPanel(self._look)

    @cached_property
    def matter(self) -> MatterPanel:
        return MatterPanel(self._look)

    @cached_property
    def checklist(self) -> ChecklistPanel:
        return ChecklistPanel(self._look)

    @cached_property
    def letter(self) -> LetterPanel:
        return LetterPanel(self._look)

    @cached_property
    def done(self) -> DonePanel:
        return DonePanel(self._look)

    @cached_property
    def foot(self) -> Foot:
        return Foot(self._look)

    @cached_property
    def applicant(self) -> ApplicantWindow:
        made = ApplicantWindow(self._look, partial(acts.stamp, self._desk))
        made.offer_simulated_pen(self._desk.simulated_pen)
        return made
