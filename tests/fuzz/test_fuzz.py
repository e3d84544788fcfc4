"""The fuzzing itself: what it calls a finding, and a short run of each part."""

import pytest

from tests.fuzz.__main__ import DRIVERS, shared
from tests.fuzz.codecs import NAMES, Codec, Run, attempt, codecs, plain
from tests.fuzz.devices import Result
from tests.fuzz.report import Report, text
from tests.fuzz.unplug import Pull
from tests.hardware.rigs import RIGS

SLICE = 60


@pytest.mark.parametrize("name", NAMES)
def test_changed_examples_are_read_or_refused_as_the_codec_says(name: str) -> None:
    plain(name, SLICE, seed=1)


def test_every_codec_is_on_the_list() -> None:
    assert set(codecs()) == set(NAMES)


def test_every_rig_has_its_part_of_a_drivers_answers() -> None:
    rows = shared(100_000)
    assert sorted(name for name, _ in rows) == sorted(RIGS)
    for driver in DRIVERS:
        assert sum(count for name, count in rows if name.startswith(driver)) >= 100_000


def test_what_a_codec_does_not_say_it_refuses_by_is_a_finding() -> None:
    refusing = Codec(lambda data: int(data), (ValueError,))
    attempt(refusing, b"no number")
    with pytest.raises(IndexError):
        attempt(Codec(lambda data: data[9], (ValueError,)), b"short")


def test_the_report_counts_and_names_what_was_found() -> None:
    result = Result("a reader", answers=10, longest=3.0)
    result.outcomes.update({"right": 4, "as sent": 1, "a.code": 2})
    pulls = [Pull("id-reader", 0.5, True, 2, "demo.device-gone"), Pull("id-reader", 1.0, True, 0)]
    report = Report(7, 0.5, 10, [result], [Run("ccid", 5, 1)], pulls)
    written = text(report, 120)
    assert "in 2 minutes, with seed 7" in written
    assert "**Nothing was found wrong.**" in written
    assert "| a reader | 10 | 4 | 1 | 2 | 1 | 3 | 0 |\n" in written
    assert "| id-reader | 2 | 1 | 1 | `demo.device-gone` 1 | 0 |\n" in written
    result.findings.append("7 a reader 3: IndexError: ...")
    assert "- a reader: 7 a reader 3: IndexError: ...\n" in text(report, 120)
