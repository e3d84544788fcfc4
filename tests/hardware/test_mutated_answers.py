"""A slice of what `./check fuzz` does: bent answers end in a right value or a clear error."""

import pytest

from tests.fuzz.devices import Bending, Result, one, run
from tests.fuzz.excuses import frames, made_of
from tests.hardware.rigs import RIGS

SLICE = 100  # answers for each driver
SEED = 1


@pytest.mark.parametrize("name", RIGS)
def test_bent_answers_end_in_a_right_value_or_a_clear_error_and_the_next_act_works(name):
    result = run(RIGS[name], SLICE, SEED)
    assert result.findings == []
    assert result.answers >= SLICE
    assert set(result.outcomes) - {"right", "as sent"}


def test_a_driver_that_takes_what_was_not_sent_is_found():
    rig = RIGS["id-reader citizen"]
    wrong = Result("wrong")
    careless = type(rig)(**{**vars(rig), "good": lambda card: card.number == "nobody's"})
    for case in range(40):
        one(careless, f"{SEED} {case}", wrong)
    assert wrong.outcomes["right"] == 0
    surprised = type(rig)(**{**vars(rig), "act": lambda reader: [reader.read()][1]})
    one(surprised, "any", wrong)
    assert "IndexError" in wrong.findings[-1]


def test_only_answers_that_were_bent_are_counted():
    rig = RIGS["id-reader look"]
    result = Result("counted")
    counts = [one(rig, f"{SEED} {case}", result) for case in range(60)]
    assert min(counts) == 0
    assert sum(counts) < result.outcomes.total() == 60


def test_the_same_seed_bends_the_same():
    first, second = (run(RIGS["id-reader look"], 50, 7) for _ in range(2))
    assert first == second
    assert run(RIGS["id-reader look"], 50, 8) != first


def test_only_frames_with_a_right_checksum_count_as_sent():
    good = bytes.fromhex("AAAAAA9669000400009094")
    assert list(frames(b"\xaa" + good + good[:-1] + b"\x95")) == [bytes.fromhex("000090")]
    assert made_of(b"abcd", [b"xab", b"cdx"])
    assert not made_of(b"abcd", [b"xab", b"dx"])


def test_what_is_not_bent_passes_as_it_is():
    rig = RIGS["seal-token bare certificate"]
    plugged = rig.plug(wrap=lambda talker: Bending(talker, rig.kind, None, 0.0, on=False))
    assert rig.good(rig.act(plugged.driver))
