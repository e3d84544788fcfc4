"""The fuzzing itself: what it calls a finding, and a short run of each part."""

from dataclasses import replace

import pytest

from tests.fuzz import seals, sweep
from tests.fuzz.__main__ import DRIVERS, shared
from tests.fuzz.codecs import NAMES, Codec, Run, attempt, codecs, plain
from tests.fuzz.devices import Result
from tests.fuzz.report import Report, text
from tests.fuzz.unplug import Pull
from tests.hardware.rigs import RIGS

SLICE = 60
STRANGERS = [name for name in sweep.FILES if name != "letter"]
BROKEN = 300  # of each kind of sealed file: 5,000 together


@pytest.mark.parametrize("name", NAMES)
def test_changed_examples_are_read_or_refused_as_the_codec_says(name: str) -> None:
    plain(name, SLICE, seed=1)


@pytest.mark.parametrize("name", seals.NAMES)
def test_broken_sealed_files_get_an_honest_word_in_time(name: str) -> None:
    made = seals.run(name, BROKEN, seed=1, bounded=False)
    assert made.findings == []
    assert made.verdicts.total() == BROKEN


def test_every_kind_of_sealed_file_is_on_the_list() -> None:
    assert set(seals.kinds()) == set(seals.NAMES)


def test_a_verifier_that_always_says_good_is_a_finding(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(seals, "KEPT", tmp_path)
    kind = replace(seals.kinds()["esl v4"], judged=lambda data: "good")
    made = seals.Broken("esl v4")
    seals.one_input(kind, kind.data, "whole", made)
    assert made.findings == []
    changed = bytearray(kind.data)
    changed[30] ^= 1
    seals.one_input(kind, bytes(changed), "changed", made)
    seals.one_input(replace(kind, judged=lambda data: data[99999]), b"0", "raises", made)
    assert [found.split(":")[0] for found in made.findings] == ["changed", "raises"]


@pytest.mark.parametrize(("name", "step"), [("letter", 971), *((n, 97) for n in STRANGERS)])
def test_no_byte_of_a_sealed_file_changes_unnoticed(name: str, step: int) -> None:
    made = sweep.run(name, step)
    assert made.findings == []
    assert made.changes > 100


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
    broken = seals.Broken("esl v4", inputs=3, longest=0.0123)
    broken.verdicts.update({"bad": 2, "unreadable": 1})
    report = Report(
        7,
        0.5,
        10,
        [result],
        [Run("ccid", 5, 1)],
        pulls,
        [broken, broken],
        [sweep.Swept("letter", 9)],
    )
    written = text(report, 120)
    assert "in 2 minutes, with seed 7" in written
    assert "**Nothing was found wrong.**" in written
    assert "| esl v4 | 6 | 0 | 4 | 0 | 2 | 12 | 0 |\n" in written
    assert "| letter | 9 | 0 |\n" in written
    assert "| a reader | 10 | 4 | 1 | 2 | 1 | 3 | 0 |\n" in written
    assert "| id-reader | 2 | 1 | 1 | `demo.device-gone` 1 | 0 |\n" in written
    result.findings.append("7 a reader 3: IndexError: ...")
    assert "- a reader: 7 a reader 3: IndexError: ...\n" in text(report, 120)
