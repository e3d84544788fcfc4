"""Pens are found in the system's list of input devices, and nothing else is taken for one."""

from hypothesis import given
from hypothesis import strategies as st

from hardware.transports.pen_tablets import Pad, pads

PEN = """I: Bus=0003 Vendor=056a Product=00a6 Version=0110
N: Name="Wacom STU-430 Pen"
P: Phys=usb-0000:00:14.0-1/input0
H: Handlers=mouse2 event7 js0
B: PROP=1
B: EV=1b
B: KEY=1c03 0 0 0 0 0
B: ABS=1000003
"""
MOUSE = """I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Logitech USB Optical Mouse"
H: Handlers=mouse0 event3
B: KEY=ff0000 0 0 0 0
"""
TOUCH_PAD = """N: Name="Touchpad"
H: Handlers=mouse1 event5
B: KEY=e520 10000 0 0 0 0
"""


def test_a_pen_is_found_among_other_devices(tmp_path):
    file = tmp_path / "devices"
    file.write_text("\n".join((MOUSE, TOUCH_PAD, PEN, MOUSE)))
    assert pads(file) == (Pad("Wacom STU-430 Pen", "/dev/input/event7"),)


def test_without_the_list_there_are_none(tmp_path):
    assert pads(tmp_path / "none") == ()


@given(st.text(alphabet='NHB:=KEY0123456789abcdef\n "event', max_size=300))
def test_any_list_is_read(tmp_path_factory, text):
    file = tmp_path_factory.mktemp("list") / "devices"
    file.write_text(text)
    assert isinstance(pads(file), tuple)
