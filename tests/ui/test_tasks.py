"""Work runs on its lane, its outcome comes back on the window's thread."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.tasks import Tasks


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.stop()


def test_the_result_arrives_on_the_window_thread(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []
    owner = QObject()
    tasks.run(
        "store",
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread().name)),
        lambda error: None,
        owner,
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("lane-store", "MainThread")]


def test_an_error_is_handed_over_not_swallowed(tasks: Tasks, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    owner = QObject()

    def work() -> None:
        raise LookupError("gone")

    tasks.run("net", work, lambda result: None, errors.append, owner)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], LookupError)


def test_two_acts_on_one_lane_never_overlap(tasks: Tasks, qtbot: QtBot) -> None:
    running: list[int] = []
    most: list[int] = []
    done: list[int] = []
    owner = QObject()

    def work() -> int:
        running.append(1)
        most.append(len(running))
        running.pop()
        return 1

    for _ in range(20):
        tasks.run("cards", work, done.append, lambda error: None, owner)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert max(most) == 1


def test_an_outcome_whose_window_is_gone_is_dropped(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[str] = []
    gate = threading.Event()
    owner, other = QObject(), QObject()
    tasks.run("store", gate.wait, lambda result: seen.append("gone"), lambda error: None, owner)
    tasks.run("store", lambda: 1, lambda result: seen.append("kept"), lambda error: None, other)
    owner.deleteLater()
    qtbot.wait(10)
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["kept"]
    assert not tasks.busy


def test_a_cancelled_task_says_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[str] = []
    gate = threading.Event()
    owner = QObject()
    task = tasks.run("store", gate.wait, lambda result: seen.append("x"), lambda error: None, owner)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert seen == []


def test_an_unknown_lane_is_a_bug(tasks: Tasks) -> None:
    with pytest.raises(ValueError, match="kitchen"):
        tasks.run("kitchen", lambda: 1, print, print, QObject())


class Held:
    """Something of a window: where it dies is written down."""

    def __init__(self, deaths: list[str]) -> None:
        self._deaths = deaths

    def __del__(self) -> None:
        self._deaths.append(threading.current_thread().name)


def test_what_a_job_holds_of_a_window_is_let_go_of_on_the_windows_thread(
    tasks: Tasks, qtbot: QtBot
) -> None:
    deaths: list[str] = []
    owner = QObject()

    def start(broken: bool) -> None:
        held = Held(deaths)

        def work() -> Held:
            if broken:
                raise LookupError("gone")
            return held

        tasks.run("store", work, lambda _held: None, lambda _error: held, owner)

    for number in range(100):
        start(number % 2 == 1)
        qtbot.waitUntil(lambda: not tasks.busy)
    assert deaths == ["MainThread"] * 100


def test_a_device_that_keeps_its_lane_is_said_and_its_outcome_still_counts(
    qapp: object, qtbot: QtBot
) -> None:
    tasks = Tasks(patience=20)
    late: list[str] = []
    done: list[bool] = []
    pulled = threading.Event()
    owner = QObject()
    tasks.late.connect(late.append)
    tasks.run("serial", lambda: pulled.wait(10), done.append, lambda error: None, owner)
    qtbot.waitUntil(lambda: late == ["serial"])
    assert not done
    pulled.set()
    qtbot.waitUntil(lambda: done == [True])
    tasks.stop()


def test_nobody_is_told_of_work_that_was_done_in_time_or_is_not_a_devices(
    qapp: object, qtbot: QtBot
) -> None:
    tasks = Tasks(patience=20)
    late: list[str] = []
    done: list[object] = []
    free = threading.Event()
    owner = QObject()
    tasks.late.connect(late.append)
    tasks.run("serial", lambda: None, done.append, lambda error: None, owner)
    tasks.run("store", lambda: free.wait(10), done.append, lambda error: None, owner)
    qtbot.wait(100)
    free.set()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert late == []
    tasks.stop()
