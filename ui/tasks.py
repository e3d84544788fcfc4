"""Lanes: the only place that starts threads; one worker each, so two acts on a bus cannot meet.

Work runs on its lane, its outcome comes back on the window's thread. An outcome whose owner is gone
is dropped. Work leaves only frozen values behind; it never touches a widget.
"""

import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

LANES = ("store", "cards", "serial", "watch", "print", "net", "fonts")
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


class _Job(Protocol):
    def __call__(self) -> None: ...


class Tasks(QObject):
    """Runs work on lanes and brings outcomes back by a queued signal."""

    _back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._queues: dict[str, SimpleQueue[_Job | None]] = {}
        self._threads: list[threading.Thread] = []
        self._unfinished = 0
        self._back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any outcome is still to come."""
        return self._unfinished > 0

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
        self._unfinished += 1
        self._queue(lane).put(lambda: self._do(task, work, done, failed))
        return task

    def reporter(self, owner: QObject, show: Callable[[str], None]) -> Report:
        """A function work may call from its lane; `show(step)` runs on this thread."""
        task = Task(owner)
        return lambda step: self._back.emit((task, lambda: show(step), False))

    def stop(self) -> None:
        """Let every lane finish what it does now and end."""
        for queue in self._queues.values():
            queue.put(None)
        for thread in self._threads:
            thread.join(timeout=10)

    def _do(
        self,
        task: Task,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        try:
            result = work() if task.wanted else None
        except Exception as error:
            caught = error
            self._back.emit((task, lambda: failed(caught), True))
        else:
            self._back.emit((task, lambda: done(result), True))  # type: ignore[arg-type]

    def _deliver(self, outcome: Any) -> None:
        task, act, last = outcome
        self._unfinished -= last
        if task.wanted:
            act()

    def _queue(self, lane: str) -> "SimpleQueue[_Job | None]":
        if lane not in LANES:
            raise ValueError(lane)
        if lane not in self._queues:
            queue: SimpleQueue[_Job | None] = SimpleQueue()
            self._queues[lane] = queue
            thread = threading.Thread(target=_work, args=(queue,), name=f"lane-{lane}", daemon=True)
            self._threads.append(thread)
            thread.start()
        return self._queues[lane]


def _work(queue: "SimpleQueue[_Job | None]") -> None:
    while (job := queue.get()) is not None:
        job()
