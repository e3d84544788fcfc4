"""The pages of who has signed in, in one look; built one a turn of the loop."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.devices.view import DevicesView
from ui.frame import Frame
from ui.ledgers.view import LedgerView
from ui.main_window import MainWindow
from ui.reception.state import ScreenState, Step
from ui.reception.training_panel import TrainingPanel
from ui.reception.view import ReceptionView
from ui.settings.view import SettingsView
from ui.turns import Turns


class Workspaces(QObject):
    """`built` comes when all pages are there. Signals of the pages are passed on as they are."""

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
        self.reception: ReceptionView
        self.ledger: LedgerView
        self.settings: SettingsView
        self.devices: DevicesView
        steps: list[Callable[[], object]] = [
            partial(window.show_page, self.frame),
            self._add_reception,
            self._show_reception,
            *(partial(self._lay_out, step) for step in Step),
            self._add_ledger,
            self._add_settings,
            self._add_devices,
            self.built.emit,
        ]
        Turns(self, steps)

    def add_key(self, key: str, act: Callable[[], object]) -> None:
        """A key that works on every page."""
        QShortcut(QKeySequence(key), self.frame).activated.connect(act)

    def _add_reception(self) -> None:
        view = self.reception = ReceptionView(self._desk)
        view.device_state.connect(self.frame.status.show_state)
        view.sealed.connect(lambda _sealed: self.sync_asked.emit())
        view.changed.connect(self.sync_asked)
        view.bug.connect(self.bug)
        view.foot.lights.asked.connect(self.frame.open_last)
        if self._persons:
            view.add_training(self._training_panel())

    def _show_reception(self) -> None:
        self.frame.add(self.tr("Reception"), self.reception)
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

    def _add_ledger(self) -> None:
        self.ledger = LedgerView(self._desk)
        self.ledger.opened.connect(self._open_case)
        self.ledger.bug.connect(self.bug)
        self.frame.add(self.tr("Ledger"), self.ledger)

    def _add_settings(self) -> None:
        self.settings = SettingsView(self._desk)
        self.settings.look_chosen.connect(self.look_chosen)
        self.settings.bug.connect(self.bug)
        self.frame.add(self.tr("Settings"), self.settings)

    def _add_devices(self) -> None:
        self.devices = DevicesView(self._desk.look)
        self.devices.sync_asked.connect(self.sync_asked)
        self.devices.looked.connect(self.devices_asked)
        self.frame.add(self.tr("Devices"), self.devices)
        self.frame.workspace_opened.connect(self._refresh)

    def _open_case(self, number: str) -> None:
        self.frame.open(0)
        self.reception.open_case(number)

    def _refresh(self, workspace: QWidget) -> None:
        if workspace is self.ledger:
            self.ledger.refresh()
        elif workspace is self.settings:
            self.settings.refresh()
        elif workspace is self.devices:
            self.devices_asked.emit()
