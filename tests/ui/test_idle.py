"""An untouched counter locks itself; sleep counts, a clock set back does not lengthen the time."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import CHINA, FixedClock
from app.commands.idle import IdleWatch

TEN = timedelta(minutes=10)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 26, 9, 0, tzinfo=CHINA))


@pytest.fixture
def watch(qapp: QApplication, clock: FixedClock) -> Iterator[IdleWatch]:
    made = IdleWatch(qapp, clock, 10)
    made.start()
    yield made
    made.stop()
    made.deleteLater()


def _told(watch: IdleWatch) -> list[int]:
    told: list[int] = []
    watch.idle.connect(lambda: told.append(1))
    return told


def test_ten_untouched_minutes_lock_once(watch: IdleWatch, clock: FixedClock) -> None:
    told = _told(watch)
    clock.pass_time(TEN - timedelta(seconds=1))
    watch.look()
    assert told == []
    clock.pass_time(timedelta(seconds=1))
    watch.look()
    assert told == [1]


def test_sleep_counts_though_the_running_clock_stood(watch: IdleWatch, clock: FixedClock) -> None:
    told = _told(watch)
    clock.at += TEN
    watch.look()
    assert told == [1]


def test_a_clock_set_back_does_not_lengthen_the_time(watch: IdleWatch, clock: FixedClock) -> None:
    told = _told(watch)
    clock.at -= timedelta(hours=2)
    clock.seconds += TEN.total_seconds()
    watch.look()
    assert told == [1]


def test_a_touch_begins_anew(watch: IdleWatch, clock: FixedClock, qapp: QApplication) -> None:
    told = _told(watch)
    clock.pass_time(TEN - timedelta(seconds=1))
    widget = QWidget()
    watch.watch(widget)
    left = Qt.MouseButton.LeftButton
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        QPointF(),
        QPointF(),
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    qapp.sendEvent(widget.windowHandle(), press)
    clock.pass_time(TEN - timedelta(seconds=1))
    watch.look()
    assert told == []
