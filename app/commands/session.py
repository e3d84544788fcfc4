"""What happens behind the window: opening, signing in, the workspaces, the beat of the line."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from app.clock import SystemClock
from app.commands import beat, looks
from app.commands.device_board import DeviceBoard
from app.commands.idle import IdleWatch
from app.commands.opening import Opened, open_counter
from app.commands.print_queue import PrintQueue
from app.commands.words import (
    counter_lines,
    line_lines,
    line_state,
    opening_word,
    ready_lines,
)
from app.commands.workspaces import Workspaces
from app.documents import fonts as faces
from app.services import officers, status
from app.services.office import Session as SignedIn
from app.sync.engine import RoundResult
from hardware.devices.signature_pad import Stroke
from hardware.errors import DeviceTrouble
from ui.desk import Desk
from ui.problems import trouble
from ui.reception.state import ScreenState
from ui.reception.view import ReceptionView
from ui.sign_in.recovery import RecoveryView
from ui.theme import TEXT_SIZES, Look
from ui.turns import Turns

if TYPE_CHECKING:
    from app.commands.counter import Counter

T = TypeVar("T")


class Session(QObject):
    """One run of the counter, from the first paint to the end."""

    def __init__(self, counter: "Counter", *, use_keyring: bool = True) -> None:
        super().__init__()
        self._counter, self._use_keyring = counter, use_keyring
        self.clock = SystemClock()
        self.opened: Opened | None = None
        self.person: SignedIn | None = None
        self.recovery: RecoveryView | None = None
        self.pages: Workspaces | None = None  # while they are being built: none
        self.line: RoundResult | None = None
        self._facts: status.Counter | None = None
        self._syncing = False
        self._idle: IdleWatch | None = None
        self._locked_away: ScreenState | None = None
        self._sync_timer = QTimer(self, singleShot=True)
        self._sync_timer.timeout.connect(self.sync)
        self.board = DeviceBoard(self, counter.tasks)
        self.board.changed.connect(self._show_devices_page)
        self.board.printed.connect(self._refresh_done)
        self.board.bug.connect(self._show_bug)
        self.not_opened: Exception | None = None
        self._listen()

    @property
    def reception(self) -> ReceptionView | None:
        return self.pages.reception if self.pages is not None else None

    # --- opening ---

    def open(self) -> None:
        tasks = self._counter.tasks
        report = tasks.reporter(self, self._show_step)
        work = partial(
            open_counter,
            self._counter.settings,
            self.clock,
            report,
            use_keyring=self._use_keyring,
        )
        tasks.run("store", work, self._opened, self._not_opened, self)

    def _show_step(self, step: str) -> None:
        self._counter.sign_in.show_preparing(opening_word(step))

    def _opened(self, opened: Opened) -> None:
        self.opened = opened
        self._counter.window.mark(training=opened.training)
        if opened.recovery:
            self.recovery = RecoveryView(self._counter.look, opened.recovery)
            self.recovery.written_down.connect(self._ready)
            self._counter.window.show_page(self.recovery)
            self.recovery.button.setFocus()
        else:
            self._ready()

    def _not_opened(self, error: Exception) -> None:
        self.not_opened = error
        found = trouble(error)
        text = found.text if found else self._counter.report_bug(error)
        self._counter.sign_in.show_trouble(text, usable=False)

    def _ready(self) -> None:
        self._counter.window.show_page(self._counter.sign_in)
        self._run("store", partial(status.counter, self.now().office), self._show_ready)

    def _show_ready(self, facts: status.Counter) -> None:
        changed = self._counter.input_method_changed
        lines = ready_lines(self.now().office, facts, input_method=changed)
        self._counter.sign_in.show_ready(lines)
        self._warm_up(faces.FIRST_NEEDED)

    def _warm_up(self, names: tuple[str, ...]) -> None:
        """The letter's faces, one a turn; a face that is missing is said when a letter needs it."""
        if not names:
            self._counter.collector.begin()
            return
        load, rest = partial(faces.load, names[0]), partial(self._warm_up, names[1:])
        tasks = self._counter.tasks
        tasks.run("fonts", load, lambda _face: rest(), lambda _error: rest(), self)

    # --- signing in ---

    def _listen(self) -> None:
        """To the sign-in page of the present look."""
        self._counter.sign_in.asked.connect(self._sign_in)

    def _sign_in(self, number: str, password: str) -> None:
        if self.opened is None:
            return
        work = partial(officers.sign_in, self.opened.office, number, password)
        tasks = self._counter.tasks
        tasks.run("store", work, self._signed_in, self._sign_in_failed, self)

    def _sign_in_failed(self, error: Exception) -> None:
        found = trouble(error)
        text = found.text if found else self._counter.report_bug(error)
        self._counter.sign_in.show_trouble(text, usable=True)

    def _signed_in(self, person: SignedIn) -> None:
        self.person = person
        kept, self._locked_away = self._locked_away, None
        self._build_workspaces(kept)
        if self._idle is None:
            minutes = self.now().office.reference.pack.settings.idle_lock_minutes
            self._idle = IdleWatch(self, self.clock, minutes)
            self._idle.idle.connect(self.lock)
        self._idle.start()

    def lock(self) -> None:
        """Ctrl+L, or nobody at the counter: nothing stays in sight, nothing is lost."""
        if self.pages is None or self._idle is None:
            return
        if self.pages.reception.foot.working:
            self._idle.start()  # a letter is being sealed: look again later
            return
        self._idle.stop()
        self.board.stop()
        self._locked_away = self.pages.reception.put_away()
        pages, self.pages = self.pages, None
        office = self.now().office.signed_in(self.person)
        self._run("store", partial(officers.sign_out, office), _nothing)
        self._counter.window.show_page(self._counter.sign_in)
        self._counter.window.drop_page(pages.frame)
        self._counter.sign_in.show_locked()

    # --- workspaces ---

    def _desk(self, opened: Opened) -> Desk:
        return Desk(
            tasks=self._counter.tasks,
            look=self._counter.look,
            office=opened.office.signed_in(self.person),
            card_reader=opened.station.id_reader,
            sealer=opened.seal,
            spooler=PrintQueue(opened.station),
            camera=opened.station.camera,
            simulated_pen=_simulated_pen(opened),
            simulated=opened.simulated,
        )

    def _build_workspaces(self, kept: ScreenState | None = None) -> None:
        pages = Workspaces(self._desk(self.now()), self._counter.window, self.now().persons, kept)
        pages.built.connect(lambda: self._built(pages))

    def _built(self, pages: Workspaces) -> None:
        self.pages = pages
        pages.sync_asked.connect(self.sync)
        pages.devices_asked.connect(self._show_devices_page)
        pages.devices_asked.connect(self.board.look)
        pages.look_chosen.connect(self.change_look)
        pages.reader_told.connect(self.tell_reader)
        pages.bug.connect(self._show_bug)
        pages.add_key("F5", self.sync)
        pages.add_key("Ctrl+L", self.lock)
        for key, step in {"Ctrl++": 1, "Ctrl+=": 1, "Ctrl+-": -1}.items():
            pages.add_key(key, partial(self._step_size, step))
        terminal = self.now().office.installation.terminal
        name = self.person.name if self.person else ""
        pages.frame.status.show_state("person", "ok", f"{terminal} {name}")
        if self._idle is not None:
            self._idle.watch(self._counter.window, pages.reception.applicant)
        self.board.start(self.now(), pages)
        self.sync()

    # --- look ---

    def change_look(self, look: Look) -> None:
        """With the visit kept as it stands; the old window goes before the new look is laid on."""
        if self.pages is None or self.pages.reception.busy:
            return
        self.board.stop()
        kept, self.pages = self.pages.reception.state, None
        self._run("store", partial(looks.keep, self._counter.settings.state, look), _nothing)
        renew, build = partial(self._counter.renew, look), partial(self._build_workspaces, kept)
        Turns(self, (renew, self._counter.lay_look_on, self._listen, build))

    def _step_size(self, step: int) -> None:
        look = self._counter.look
        place = TEXT_SIZES.index(look.size) + step
        if 0 <= place < len(TEXT_SIZES):
            self.change_look(Look(look.theme, TEXT_SIZES[place]))

    # --- the line ---

    def sync(self) -> None:
        """One round now, unless one is under way."""
        if self.opened is None or self._syncing:
            return
        self._syncing = True
        work = partial(beat.sync, self.opened, self.opened.office)
        self._counter.tasks.run("net", work, self._synced, self._sync_failed, self)

    def _synced(self, result: RoundResult) -> None:
        self._syncing = False
        self.line = result
        self._sync_timer.start(round(min(result.retry_in, 30.0) * 1000))
        self._refresh_done()
        self._show_line()

    def _sync_failed(self, error: Exception) -> None:
        self._syncing = False
        self._sync_timer.start(30_000)
        self._show_bug(error)

    def _show_line(self) -> None:
        if self.opened is not None:
            self._run("store", partial(status.counter, self.opened.office), self._show_counter)

    def _show_counter(self, facts: status.Counter) -> None:
        self._facts = facts
        waiting = sum(facts.outbox.get(name, 0) for name in ("outbox", "held", "deferred"))
        if self.pages is not None:
            self.pages.frame.status.show_state("line", *line_state(self.line, waiting))
        self._show_devices_page()

    # --- devices ---

    def _refresh_done(self) -> None:
        if self.pages is not None:
            self.pages.reception.refresh_done()

    def _show_devices_page(self) -> None:
        if self.pages is None or not self.pages.devices_made:
            return
        self.pages.devices.show_lights(self.board.whole_lights())
        if self._facts is not None:
            self.pages.devices.show_lines(
                self.board.lines(),
                line_lines(self.line, self._facts),
                counter_lines(self._facts),
            )

    # --- trouble ---

    def _run(self, lane: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._counter.tasks.run(lane, work, done, self._show_bug, self)

    def _show_bug(self, error: Exception) -> None:
        found = trouble(error)
        text = found.text if found else self._counter.report_bug(error)
        if self.pages is not None:
            self.pages.reception.foot.say(text, "error")

    def tell_reader(self, words: str) -> None:
        """Training: the simulated visitor puts a card on the simulated reader, or takes it."""
        reader = self.now().simulators.get("id-reader")
        if reader is not None:
            reader.tell(words)

    def now(self) -> Opened:
        if self.opened is None:
            raise RuntimeError("not open yet")
        return self.opened

    def close(self) -> None:
        """Called when no lane works any more."""
        self._sync_timer.stop()
        self.board.stop()
        if self.opened is not None:
            self.opened.close()
            self.opened = None


def _simulated_pen(opened: Opened) -> tuple[Stroke, ...]:
    """Training; a file without strokes leaves the visitor's own hand."""
    try:
        return opened.station.simulated_pen()
    except DeviceTrouble:
        return ()


def _nothing(_result: object) -> None:
    """What was done shows by itself."""
