"""What the windows show of the devices: chips above, lights at the foot, the devices page."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands import beat, lights
from app.commands.device_watch import DeviceWatch, States
from app.commands.opening import Opened
from app.commands.words import Line, device_lines, device_word, printer_word
from app.commands.workspaces import Workspaces
from ui.desk import SealAbout
from ui.problems import trouble
from ui.tasks import Tasks
from ui.widgets.light import Light

PRINTERS_EVERY = 4_000  # milliseconds between looks at queues and letters that wait


class DeviceBoard(QObject):
    """`changed` when the devices page has something else to say."""

    changed = Signal()
    printed = Signal()  # a letter that waited went out
    bug = Signal(object)

    def __init__(self, owner: QObject, tasks: Tasks) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._opened: Opened | None = None
        self._pages: Workspaces | None = None
        self._states: States = ()
        self._seal: SealAbout | Exception | None = None
        self._found: beat.Devices | None = None
        self._watch = DeviceWatch(self, tasks)
        self._watch.seen.connect(self._seen)
        self._watch.seal_told.connect(self._seal_told)
        self._watch.bug.connect(self.bug)
        self._timer = QTimer(self, interval=PRINTERS_EVERY)
        self._timer.timeout.connect(self._look_at_printers)

    def start(self, opened: Opened, pages: Workspaces) -> None:
        """Show it in these windows from now on."""
        self._opened, self._pages = opened, pages
        pages.reception.sealed.connect(lambda _sealed: self._watch.ask_seal())
        pages.reception.device_state.connect(self._part_told)
        pages.reception.handed_over.connect(self._look_at_printers)
        self._timer.start()
        self._watch.start(opened.station.look, opened.seal.about)
        self._look_at_printers()

    def stop(self) -> None:
        """Nobody is signed in, or the windows are built anew."""
        self._pages = None
        self._timer.stop()
        self._watch.stop()

    def look(self) -> None:
        """The clerk asks for a look now."""
        if self._pages is not None:
            self._watch.look()
            self._watch.ask_seal()
            self._look_at_printers()

    def lines(self) -> tuple[Line, ...]:
        """Every device by its name and place."""
        return device_lines(self._found) if self._found is not None else ()

    def whole_lights(self) -> tuple[Light, ...]:
        """All there are, as the devices page has them."""
        shown = (*lights.lights(self._states), lights.seal_light(self._states, self._seal))
        return shown if self._found is None else (*shown, lights.printer_light(self._found))

    def _look_at_printers(self) -> None:
        if self._opened is not None:
            work = partial(beat.look, self._opened, self._opened.office)
            self._tasks.run("print", work, self._printers_seen, self.bug.emit, self)

    def _printers_seen(self, found: beat.Devices) -> None:
        self._found = found
        if self._pages is None:
            return
        word = printer_word(found.printers, found.printer_trouble)
        self._pages.frame.status.show_state("printer", *word)
        self._pages.reception.show_followed(found.followed)
        if found.printed:
            self.printed.emit()
        self.changed.emit()

    def _seen(self, states: States) -> None:
        self._states = states
        if self._pages is None:
            return
        for state in states:
            if state.kind == "id-reader":
                self._pages.frame.status.show_state("reader", *device_word(state))
        self._pages.reception.foot.lights.show_lights(lights.lights(states))
        self._show_seal()

    def _seal_told(self, answer: SealAbout | Exception) -> None:
        self._seal = answer
        if isinstance(answer, Exception) and trouble(answer) is None:
            self.bug.emit(answer)
        self._show_seal()

    def _show_seal(self) -> None:
        if self._pages is not None:
            light = lights.seal_light(self._states, self._seal)
            self._pages.frame.status.show_state("seal", light.tone, light.word)
            self.changed.emit()

    def _part_told(self, name: str, tone: str, _word: str) -> None:
        """A letter could not be sealed: how is the token now?"""
        if name == "seal" and tone == "error":
            self._watch.ask_seal()
