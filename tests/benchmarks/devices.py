"""The card from its reader to the form beside the bare exchange of the same bytes at 115200 baud.

Also: threads that an open device has, the processor's time while a card is waited for, and how long
the counter takes to show that a reader was plugged in again, and that a token left its reader.
"""

import os
import resource
import select
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEventLoop

from app.commands.device_watch import DeviceWatch
from hardware.clock import SystemClock
from hardware.codecs.sam_frame import PREAMBLE, encode
from hardware.devices.id_card import POLL_SECONDS, IdCardReader
from hardware.devices.token_profile import Profile
from hardware.seal_tokens import line_at, serial_channel
from hardware.station import DeviceEntry, Station, StationSettings
from hardware.transports.serial_port import SerialPort
from tests.benchmarks.figures import Figure, in_turn, median
from tests.hardware.seal_processes import make_files
from ui.desk import SealAbout
from ui.reception.acts import to_applicant
from ui.tasks import Tasks

Act = Callable[[], object]

RUNS = 15
RATE = 115200
CARD = ("--person", "wang-lan", "--reads-in-place")
REQUESTS = ("2001", "2002", "3001", "3003", "12FF")  # what one read of a card asks
IDLE_SECONDS = 20.0
MOST_THREADS, MOST_PERCENT = 1, 1.0
PLUGS, MOST_MS = 15, 2000.0
TREE = Path(__file__).parents[2]


def measure(runs: int) -> list[Figure]:
    """Read to form, threads of an open device, percent of one processor while waiting."""
    with _simulated("id-reader", *CARD, "--pace", str(RATE)) as path:
        read = _read_to_form(path, runs or RUNS)
    with _simulated("id-reader") as path:
        idle = [_idle(path), _watching(path)]
    return [read, *_threads(), *idle, *_shown(runs or PLUGS)]


# --- from the card to the form ---


def _read_to_form(path: str, runs: int) -> Figure:
    clock = SystemClock()
    line = SerialPort(path, RATE, clock)
    bare = os.open(path, os.O_RDWR | os.O_NOCTTY)
    try:
        ours, floor = in_turn(
            lambda: _timed(lambda: to_applicant(IdCardReader(line, clock).read())),
            lambda: _timed(lambda: _exchange(bare)),
            runs,
        )
    finally:
        os.close(bare)
        line.close()
    return Figure("read to form", median(ours), median(floor), runs, notes={"worst": max(ours)})


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _exchange(line: int) -> None:
    """The same requests, each answer read to its end as its length says; nothing is looked at."""
    for request in REQUESTS:
        os.write(line, encode(bytes.fromhex(request)))
        got = _bytes(line, len(PREAMBLE) + 2)
        _bytes(line, int.from_bytes(got[-2:], "big"))


def _bytes(line: int, count: int) -> bytes:
    got = b""
    while len(got) < count:
        select.select([line], [], [], 5)
        got += os.read(line, count - len(got))
    return got


# --- threads and idling ---


def _threads() -> Iterator[Figure]:
    """How many more the process has once a device was opened and used."""
    clock = SystemClock()
    with _simulated("id-reader", *CARD) as path:
        before = _tasks()
        reader = IdCardReader(SerialPort(path, RATE, clock), clock)
        reader.read()
        yield _threads_of("id-reader", before)
        reader.close()
    with TemporaryDirectory() as folder:
        make_files(Path(folder))
        key, cer = Path(folder, "signer.key.hex"), Path(folder, "signer.cer")
        with _simulated("seal-token", "--key", str(key), "--certificate", str(cer)) as path:
            before = _tasks()
            channel = serial_channel(line_at(path, Profile(), clock), Profile(), 5.0)
            yield _threads_of("seal-token", before)
            channel.close()


def _threads_of(name: str, before: int) -> Figure:
    more = _tasks() - before
    return Figure(f"threads, {name}", more, MOST_THREADS, 1, unit="threads")


def _tasks() -> int:
    return len(os.listdir("/proc/self/task"))


def _idle(path: str) -> Figure:
    """A card is waited for with one look each half second."""
    clock = SystemClock()
    reader = IdCardReader(SerialPort(path, RATE, clock), clock)

    def look() -> None:
        reader.card_present()
        clock.sleep(POLL_SECONDS)

    percent = _percent(look)
    reader.close()
    return Figure("idle, waiting for card", percent, MOST_PERCENT, 1, unit="%")


def _watching(path: str) -> Figure:
    """Plugging and cards, as the window watches them."""
    clock = SystemClock()
    station = Station(StationSettings((DeviceEntry("id-reader", "serial", path),)), clock)
    watch = station.watch()

    def step() -> None:
        list(watch.step())
        clock.sleep(watch.wait())

    percent = _percent(step)
    station.close()
    return Figure("idle, watching", percent, MOST_PERCENT, 1, unit="%")


def _percent(act: Callable[[], None]) -> float:
    """Of one processor, over at least IDLE_SECONDS."""
    began, used = time.perf_counter(), _used()
    while time.perf_counter() - began < IDLE_SECONDS:
        act()
    return 100 * (_used() - used) / (time.perf_counter() - began)


def _used() -> float:
    spent = resource.getrusage(resource.RUSAGE_SELF)
    return spent.ru_utime + spent.ru_stime


# --- until the counter shows it ---


def _shown(runs: int) -> Iterator[Figure]:
    """From the plug, or the hand at the token, to the window's thread; floor: what is wanted."""
    with TemporaryDirectory() as folder, _simulated("id-reader", *CARD) as path:
        link = Path(folder, "reader")
        moves = partial(link.symlink_to, path), link.unlink
        yield _until_shown("reader plugged again", ("id-reader", str(link)), moves, runs)
    with TemporaryDirectory() as folder:
        make_files(Path(folder))
        key, cer = str(Path(folder, "signer.key.hex")), str(Path(folder, "signer.cer"))
        files = ("--key", key, "--certificate", cer, "--framing", "ccid")
        with _device("seal-token", *files) as (path, tell):
            moves = partial(tell, "put"), partial(tell, "take")
            yield _until_shown("token put in again", ("seal-token", path), moves, runs)


def _until_shown(name: str, device: tuple[str, str], moves: tuple[Act, Act], runs: int) -> Figure:
    """Put and taken in turn, each at another moment between two looks."""
    kind, address = device
    moves[0]()
    app = QCoreApplication.instance() or QCoreApplication([])
    station = Station(StationSettings((DeviceEntry(kind, "serial", address),)))
    tasks, seen = Tasks(), deque[str](maxlen=1)
    watch = DeviceWatch(app, tasks)
    watch.seen.connect(lambda states: seen.append(states[0].state))
    watch.start(station.look, lambda: SealAbout("", None))
    if kind == "seal-token":
        for token in station.seal_tokens():  # as the counter does when it begins
            token.close()
    times: list[float] = []
    for run in range(2 * runs):
        state = ("absent", "ready")[run % 2]
        _spin(0.5 + 0.037 * run, lambda: False)
        times.append(_timed(lambda s=state: (moves[s == "absent"](), _spin(10, lambda: s in seen))))
    watch.stop()
    tasks.stop()
    station.close()
    back = times[1::2]
    notes = {"worst": max(back), "taken away": median(times[::2])}
    return Figure(name, median(back), MOST_MS, runs, notes=notes)


def _spin(seconds: float, over: Callable[[], bool]) -> None:
    """The window's thread goes on until then."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not over():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.002)


@contextmanager
def _simulated(*arguments: str) -> Iterator[str]:
    """The terminal of a simulated device in a process of its own."""
    with _device(*arguments) as (path, _):
        yield path


@contextmanager
def _device(*arguments: str) -> Iterator[tuple[str, Callable[[str], None]]]:
    """The same, and how to tell it a word."""
    command = [sys.executable, "-m", "hardware", "simulate", *arguments]
    with subprocess.Popen(
        command, cwd=TREE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def tell(word: str) -> None:
            if process.stdin:
                process.stdin.write(f"{word}\n")
                process.stdin.flush()

        try:
            yield process.stdout.readline().strip() if process.stdout else "", tell
        finally:
            process.communicate("quit\n", timeout=10)
