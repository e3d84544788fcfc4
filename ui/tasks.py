"""Lanes: the only place that starts threads; one worker each, so two acts on a bus cannot meet.

Work runs on its lane, its outcome comes back on the window's thread. An outcome whose owner is gone
is dropped. Work leaves only frozen values behind; it never touches a widget. What a job holds of
the windows is let go of on their thread and not on its lane: an object that died there could not
stop its timers, and the next one due would bring the program down.
"""

import sys
import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

LANES = ("store", "cards", "serial", "watch", "print", "net", "fonts", "files")
DEVICE_LANES = ("cards", "serial")
PATIENCE = 15_000  # milliseconds a device may keep its lane before the clerk is told
# Seconds a busy lane may keep the interpreter when the window wants it; Python's own 5 ms add up.
TURN = 0.0005

T = TypeVar("T")
Report = Callable[[str], None]  # a step's English key, shown while the work goes on


class Task:
    """One piece of work under way; `cancelled` is looked at by work that can stop between steps."""

    def __init__(self, owner: QObject) -> None:
        self.owner = owner
        self.cancelled = False

    def cancel(self) -> None:
        """The outcome will not be delivered; work that looks stops early."""
        self.cancelled = True

    @property
    def wanted(self) -> bool:
        return not self.cancelled and bool(shiboken6.isValid(self.owner))


class _Job(Generic[T]):
    """Work, and what becomes of its outcome; emptied on the window's thread."""

    def __init__(
        self,
        task: Task,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._held: Any = (task, work, done, failed)
        self._act: Callable[[], None] | None = None

    @property
    def wanted(self) -> bool:
        """Before its outcome was delivered."""
        return bool(self._held[0].wanted)

    def do(self) -> None:
        """On the lane."""
        task, work, done, failed = self._held
        try:
            result = work() if task.wanted else None
        except Exception as error:
            self._act = partial(failed, error)
        else:
            self._act = partial(done, result)

    def deliver(self) -> None:
        """On the window's thread; afterwards nothing is held any more."""
        act, (task, *_) = self._act, self._held
        self._act = self._held = None
        if act is not None and task.wanted:
            act()


class Tasks(QObject):
    """Runs work on lanes and brings outcomes back by a queued signal.

    `late(lane)`: a device has kept its lane for long. The act goes on, for nobody knows whether it
    will still succeed; what ends it for certain is pulling the device out.
    """

    late = Signal(str)
    _back = Signal(object)

    def __init__(self, parent: QObject | None = None, *, patience: int = PATIENCE) -> None:
        super().__init__(parent)
        self._patience = patience
        sys.setswitchinterval(TURN)
        self._queues: dict[str, SimpleQueue[_Job[Any] | None]] = {}
        self._threads: list[threading.Thread] = []
        self._jobs: set[_Job[Any]] = set()  # held until their outcome is delivered
        self._back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any outcome is still to come."""
        return bool(self._jobs)

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> Task:
        """Do `work` on `lane`; then `done(result)` or `failed(error)` on this thread."""
        task = Task(owner)
        job = _Job(task, work, done, failed)
        self._jobs.add(job)
        self._queue(lane).put(job)
        if lane in DEVICE_LANES:
            QTimer.singleShot(self._patience, self, partial(self._look_at, lane, job))
        return task

    def _look_at(self, lane: str, job: _Job[Any]) -> None:
        if job in self._jobs and job.wanted:
            self.late.emit(lane)

    def reporter(self, owner: QObject, show: Callable[[str], None]) -> Report:
        """A function work may call from its lane; `show(step)` runs on this thread."""
        task = Task(owner)
        return lambda step: self._back.emit((task, show, step))

    def stop(self) -> None:
        """Let every lane finish what it does now and end."""
        for queue in self._queues.values():
            queue.put(None)
        for thread in self._threads:
            thread.join(timeout=10)

    def _do(self, job: _Job[Any]) -> None:
        job.do()
        self._back.emit(job)

    def _deliver(self, outcome: Any) -> None:
        if isinstance(outcome, _Job):
            self._jobs.discard(outcome)
            outcome.deliver()
        else:
            task, show, step = outcome
            if task.wanted:
                show(step)

    def _queue(self, lane: str) -> "SimpleQueue[_Job[Any] | None]":
        if lane not in LANES:
            raise ValueError(lane)
        if lane not in self._queues:
            queue: SimpleQueue[_Job[Any] | None] = SimpleQueue()
            self._queues[lane] = queue
            thread = threading.Thread(
                target=_work, args=(queue, self._do), name=f"lane-{lane}", daemon=True
            )
            self._threads.append(thread)
            thread.start()
        return self._queues[lane]


def _work(queue: "SimpleQueue[_Job[Any] | None]", do: Callable[[_Job[Any]], None]) -> None:
    while (job := queue.get()) is not None:
        do(job)
