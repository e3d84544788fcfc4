"""A pen's samples become bounded strokes in millimetres; a simulated pad replays a file."""

import json
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.devices.signature_pad import MOST_POINTS, MOST_STROKES, PenPoint, PenRecorder
from hardware.errors import BadAnswer
from hardware.problems import PROBLEMS
from hardware.simulators import signature_pad
from hardware.station import DeviceEntry, Station, StationSettings


@pytest.fixture
def pen():
    return PenRecorder(120.0, 45.0)


def test_a_stroke_holds_place_pressure_and_time_from_the_first_sample(pen):
    pen.press(0.1, 0.2, 0.25, 1_000)
    pen.move(0.5, 0.5, 0.75, 1_008)
    pen.release(1.0, 1.0, 0.0, 1_016)
    assert pen.strokes == (
        (PenPoint(12.0, 9.0, 0.25, 0), PenPoint(60.0, 22.5, 0.75, 8), PenPoint(120.0, 45.0, 0, 16)),
    )


def test_a_touch_is_no_stroke_and_a_pen_in_the_air_writes_nothing(pen):
    pen.press(0.1, 0.1, 0.5, 0)
    assert (pen.strokes, len(pen.drawn)) == ((), 1)
    pen.release(0.1, 0.1, 0.5, 5)
    pen.move(0.9, 0.9, 0.5, 9)
    assert [len(stroke) for stroke in pen.strokes] == [2]


def test_cleared_is_as_new(pen):
    pen.press(0.1, 0.1, 0.5, 500)
    pen.release(0.2, 0.2, 0.5, 510)
    pen.clear()
    assert pen.drawn == ()
    pen.move(0.3, 0.3, 0.5, 520)
    pen.press(0.3, 0.3, 0.5, 900)
    pen.release(0.4, 0.4, 0.5, 908)
    assert [point.t for point in pen.strokes[0]] == [0, 8]


def test_a_pen_held_down_for_hours_and_a_thousand_strokes_are_bounded(pen):
    pen.press(0, 0, 0.5, 0)
    for number in range(MOST_POINTS + 50):
        pen.move(0.5, 0.5, 0.5, number)
    assert len(pen.strokes[0]) == MOST_POINTS
    pen.clear()
    for number in range(MOST_STROKES + 50):
        pen.press(0, 0, 0.5, number)
        pen.release(0.1, 0.1, 0.5, number)
    assert len(pen.drawn) == MOST_STROKES


numbers = st.floats(allow_nan=True, allow_infinity=True)
samples = st.tuples(numbers, numbers, numbers, st.integers(-(10**12), 10**12))


@given(st.lists(st.tuples(st.sampled_from(["press", "move", "release"]), samples), max_size=60))
def test_whatever_a_driver_sends_stays_on_the_pad_and_time_never_goes_back(events):
    pen = PenRecorder(120.0, 45.0)
    for act, sample in events:
        getattr(pen, act)(*sample)
    points = [point for stroke in pen.drawn for point in stroke]
    assert all(0 <= p.x <= 120 and 0 <= p.y <= 45 and 0 <= p.pressure <= 1 for p in points)
    assert [p.t for p in points] == sorted(p.t for p in points)
    assert all(p.t >= 0 for p in points)


def test_the_sample_is_replayed_as_it_stands_and_marked_simulated():
    entry = DeviceEntry("pad", "file", str(signature_pad.SAMPLE))
    station = Station(StationSettings((entry,)))
    strokes = station.simulated_pen()
    assert len(strokes) == 11
    assert [each.simulated for each in station.states()] == [True]
    pen = PenRecorder(120.0, 45.0)
    pen.play(strokes)
    assert pen.strokes == strokes
    assert Station(StationSettings()).simulated_pen() == ()


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", '{"width": 1, "height": 1, "strokes": 7}',
        '{"width": 1, "height": 1, "strokes": [[[0, 0, 0.5]]]}',
        '{"width": 1, "height": 1, "strokes": [[[2, 0, 0.5, 0]]]}',
        '{"width": 1, "height": 1, "strokes": [[[0, 0, 1.5, 0]]]}',
        json.dumps({"width": 1, "height": 1, "strokes": [[[nan, 0, 0.5, 0]]]}),
        json.dumps({"width": inf, "height": 1, "strokes": [[[inf, 0, 0.5, 0]]]}),
        "[" * 100_000,
    ],
)  # fmt: skip
def test_a_file_without_strokes_is_said(tmp_path, text):
    file = tmp_path / "strokes.json"
    file.write_text(text)
    with pytest.raises(BadAnswer) as trouble:
        signature_pad.load(file)
    assert trouble.value.code == "simulator.strokes-unreadable"
    assert trouble.value.code in PROBLEMS


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(BadAnswer):
        signature_pad.load(tmp_path / "nothing.json")
