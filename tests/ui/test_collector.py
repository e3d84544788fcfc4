"""Garbage is collected by the window's thread or not at all."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.collector import YOUNG_EVERY, Collector


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()


class _Ring:
    def __init__(self) -> None:
        self.me = self


def test_python_collects_nothing_by_itself_while_the_window_lives(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_goes_round_in_a_ring_goes_at_the_next_helping(
    collector: Collector, qtbot: QtBot
) -> None:
    collector.begin()
    gone = weakref.ref(_Ring())
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=YOUNG_EVERY * 5)


def test_with_two_windows_pythons_own_ways_come_back_with_the_last_one(
    collector: Collector,
) -> None:
    other = Collector()
    other.stop()
    other.stop()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
