"""The pages of who has signed in, in one look: reception piece by piece, the others when opened."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app import VERSION
from ui.desk import Desk
from ui.devices.view import DevicesView
from ui.frame import Frame
from ui.ledgers.view import LedgerView
from ui.main_window import MainWindow
from ui.reception.panels import Panels
from ui.reception.state import ScreenState, Step
from ui.reception.training_panel import TrainingPanel
from ui.reception.view import ReceptionView
from ui.settings.view import SettingsView
from ui.turns import Turns
from ui.verify.view import VerifyView

DEVICES = 3  # their place in the menu


class Workspaces(QObject):
    """`built` comes when reception is there. Signals of the pages are passed on as they are."""

    built = Signal()
    look_chosen = Signal(object)
    devices_asked = Signal()
    sync_asked = Signal()
    reader_told = Signal(str)  # training: what the simulated visitor does
    bug = Signal(object)

    def __init__(
        self,
        desk: Desk,
        window: MainWindow,
        persons: tuple[tuple[str, str], ...],
        kept: ScreenState | None,
    ) -> None:
        """`persons`: whose simulated cards there are, in training."""
        super().__init__(window)
        self._desk, self._persons, self._kept = desk, persons, kept
        self.frame = Frame(desk.look)
        self.frame.status.opened.connect(self.open_devices)
        self._panels = Panels(desk)
        self.reception: ReceptionView
        steps: list[Callable[[], object]] = [
            *self._panels.turns(),
            self._add_reception,
            *(partial(self._lay_out, step) for step in Step),
            self._add_others,
            partial(window.show_page, self.frame),
            self._open_reception,
            self.built.emit,
        ]
        Turns(self, steps)

    def add_key(self, key: str, act: Callable[[], object]) -> None:
        """A key that works on every page."""
        QShortcut(QKeySequence(key), self.frame).activated.connect(act)

    def open_devices(self) -> None:
        """From the states above and the lights below."""
        self.frame.open(DEVICES)

    def _add_reception(self) -> None:
        view = self.reception = ReceptionView(self._desk, self._panels)
        view.device_state.connect(self.frame.status.show_state)
        view.sealed.connect(lambda _sealed: self.sync_asked.emit())
        view.changed.connect(self.sync_asked)
        view.bug.connect(self.bug)
        view.foot.lights.asked.connect(self.open_devices)
        if self._persons:
            view.add_training(self._training_panel())

    def _open_reception(self) -> None:
        if self._kept is not None:
            self.reception.resume(self._kept)
        self.frame.open(0)

    def _lay_out(self, step: Step) -> None:
        self.reception.page_of(step)

    def _training_panel(self) -> TrainingPanel:
        panel = TrainingPanel(self._desk.look, self._persons)
        panel.put.connect(lambda person: self.reader_told.emit(f"put {person}"))
        panel.taken.connect(lambda: self.reader_told.emit("take"))
        return panel

    def _add_others(self) -> None:
        self.frame.add(self.tr("Reception"), lambda: self.reception)
        self.frame.add(self.tr("Ledger"), lambda: self.ledger)
        self.frame.add(self.tr("Settings"), lambda: self.settings)
        self.frame.add(self.tr("Devices"), lambda: self.devices)
        self.frame.add(self.tr("Verify"), lambda: self.verify)
        self.frame.workspace_opened.connect(self._refresh)

    @cached_property
    def ledger(self) -> LedgerView:
        made = LedgerView(self._desk)
        made.opened.connect(self._open_case)
        made.bug.connect(self.bug)
        return made

    @cached_property
    def settings(self) -> SettingsView:
        made = SettingsView(self._desk)
        made.look_chosen.connect(self.look_chosen)
        made.bug.connect(self.bug)
        return made

    @property
    def devices_made(self) -> bool:
        """Somebody has opened the devices; before, nobody need keep them up to date."""
        return "devices" in vars(self)

    @cached_property
    def devices(self) -> DevicesView:
        made = DevicesView(self._desk.look)
        made.sync_asked.connect(self.sync_asked)
        made.looked.connect(self.devices_asked)
        return made

    @cached_property
    def verify(self) -> VerifyView:
        made = VerifyView(self._desk, VERSION)
        made.bug.connect(self.bug)
        return made

    def _open_case(self, number: str) -> None:
        self.frame.open(0)
        self.reception.open_case(number)

    def _refresh(self, workspace: QWidget) -> None:
        if isinstance(workspace, LedgerView | SettingsView):
            workspace.refresh()
        elif isinstance(workspace, DevicesView):
            self.devices_asked.emit()
