"""Pen, finger or mouse: strokes with pressure and time, drawn and replayed as they were written."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.documents.ink import PEN_THICK, PEN_THIN, Sheet
from app.domain import commitment
from app.domain.commitment import Signature
from app.errors import Refused
from hardware.devices.signature_pad import PenPoint
from ui.theme import Look
from ui.widgets.signature_pad import HEIGHT_MM, MOUSE_PRESSURE, WIDTH_MM, SignaturePad
from ui.widgets.stroke_replay import StrokeReplay

PEN = QPointingDevice(
    "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
    QInputDevice.Capability.Position | QInputDevice.Capability.Pressure, 1, 1, "",
    QPointingDeviceUniqueId(),
)  # fmt: skip


@pytest.fixture
def pad(qtbot):
    made = SignaturePad(Look(), "Sign here")
    qtbot.addWidget(made)
    made.resize(480, 180)
    made.show()
    return made


def pen(pad, kind, x, y, pressure, time):
    at = QPointF(x * pad.width(), y * pad.height())
    button = Qt.MouseButton.LeftButton
    event = QTabletEvent(
        kind, PEN, at, pad.mapToGlobal(at), pressure, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, button, button,
    )  # fmt: skip
    event.setTimestamp(time)
    QApplication.sendEvent(pad, event)


def written(pad) -> None:
    pen(pad, QEvent.Type.TabletPress, 0.1, 0.5, 0.2, 100)
    pen(pad, QEvent.Type.TabletMove, 0.5, 0.5, 0.9, 120)
    pen(pad, QEvent.Type.TabletRelease, 0.9, 0.5, 0.1, 150)


def test_a_pen_is_kept_with_its_pressure_and_its_time(pad):
    written(pad)
    (stroke,) = pad.strokes
    assert [(point.x, point.pressure, point.t) for point in stroke] == [
        (12.0, pytest.approx(0.2), 0),
        (60.0, pytest.approx(0.9), 20),
        (108.0, pytest.approx(0.1), 50),
    ]


def test_a_mouse_writes_too_with_one_pressure(pad):
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=pad.rect().topLeft())
    QTest.mouseMove(pad, pad.rect().center())
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    assert {point.pressure for point in pad.strokes[0]} == {MOUSE_PRESSURE}


def test_sign_again_begins_anew(pad, qtbot):
    written(pad)
    with qtbot.waitSignal(pad.changed):
        pad.clear()
    assert pad.strokes == ()


def test_a_dot_is_too_little_ink_and_a_line_is_enough(pad):
    pen(pad, QEvent.Type.TabletPress, 0.5, 0.5, 0.5, 0)
    pen(pad, QEvent.Type.TabletRelease, 0.501, 0.5, 0.5, 9)
    with pytest.raises(Refused, match=r"signature\.empty"):
        commitment.must_be_signed(Signature(pad.strokes, WIDTH_MM, HEIGHT_MM, ""))
    written(pad)
    commitment.must_be_signed(Signature(pad.strokes, WIDTH_MM, HEIGHT_MM, ""))


def test_a_simulated_pen_takes_the_place_of_what_was_written(pad):
    written(pad)
    strokes = ((PenPoint(1, 2, 0.5, 0), PenPoint(9, 2, 0.5, 7)),)
    pad.play(strokes)
    assert [[(p.x, p.y, p.t) for p in stroke] for stroke in pad.strokes] == [[(1, 2, 0), (9, 2, 7)]]


def test_pressure_is_the_width_on_the_letter():
    points = [PenPoint(10, 10, 0, 0), PenPoint(20, 10, 0, 8)]
    pressed = [PenPoint(10, 20, 1, 16), PenPoint(20, 20, 1, 24)]
    sheet = Sheet(None)
    sheet.handwriting(Signature((tuple(points), tuple(pressed)), 120, 45, ""), 0, 0, 100, 50)
    widths = [float(mark.split()[0]) for mark in sheet.marks if " w " in mark]
    assert widths == [PEN_THIN, PEN_THICK]


def test_a_signature_is_shown_again_in_its_own_time(pad, qtbot):
    written(pad)
    replay = StrokeReplay(Look())
    qtbot.addWidget(replay)
    replay.show_signature(Signature(pad.strokes, WIDTH_MM, HEIGHT_MM, ""))
    assert (replay.points_shown, replay.playing) == (3, False)
    replay.show()
    replay.play()
    assert (replay.points_shown, replay.playing) == (1, True)
    qtbot.waitUntil(lambda: not replay.playing)
    assert replay.points_shown == 3
    replay.show_signature(None)
    replay.play()
    qtbot.waitUntil(lambda: not replay.playing)
    assert replay.points_shown == 0
