"""A real port of the system: a pseudo-terminal's end, opened with pyserial."""

import os
import pty
import tty

import pytest

from hardware.clock import SystemClock
from hardware.devices.id_card import IdCardReader
from hardware.errors import NoDevice
from hardware.transports.serial_port import SerialPort, is_pseudo_terminal


@pytest.fixture
def terminal():
    master, slave = pty.openpty()
    tty.setraw(slave)
    path = os.ttyname(slave)
    yield master, path
    for handle in (master, slave):
        try:
            os.close(handle)
        except OSError:
            continue  # the test has closed it


def test_bytes_go_both_ways(terminal):
    master, path = terminal
    port = SerialPort(path)
    port.write(bytes(range(256)))
    assert os.read(master, 999) == bytes(range(256))
    os.write(master, bytes(range(256)))
    assert port.read(256, 2) == bytes(range(256))
    port.close()


def test_reading_ends_at_its_timeout_with_what_came(terminal):
    master, path = terminal
    port = SerialPort(path)
    os.write(master, b"ab")
    assert port.read(5, 0.1) == b"ab"
    assert port.read(5, 0.0) == b""
    port.close()


def test_clearing_drops_what_waits(terminal):
    master, path = terminal
    port = SerialPort(path)
    os.write(master, b"old")
    assert port.read(1, 1) == b"o"
    port.clear()
    assert port.read(5, 0.1) == b""
    port.close()


def test_a_port_is_opened_for_one_program_only(terminal):
    _, path = terminal
    port = SerialPort(path)
    with pytest.raises(NoDevice) as trouble:
        SerialPort(path)
    assert trouble.value.code == "port.busy"
    port.close()
    SerialPort(path).close()


def test_a_port_that_is_not_there_is_said(tmp_path):
    with pytest.raises(NoDevice) as trouble:
        SerialPort(str(tmp_path / "ttyNone"))
    assert trouble.value.code == "port.absent"


def test_something_that_is_no_port_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NoDevice) as trouble:
        SerialPort(str(tmp_path / "file"))
    assert trouble.value.code == "port.unusable"


def test_an_unplugged_port_is_said_by_every_act(terminal):
    master, path = terminal
    port = SerialPort(path)
    os.close(master)
    for act in (lambda: port.read(1, 1), lambda: port.write(b"x"), port.clear):
        with pytest.raises(NoDevice) as trouble:
            act()
        assert trouble.value.code == "port.gone"
    port.close()


def test_a_driver_on_an_unplugged_port_says_that_it_is_gone(terminal):
    master, path = terminal
    reader = IdCardReader(SerialPort(path), SystemClock())
    os.close(master)
    with pytest.raises(NoDevice):
        reader.read()
    reader.close()


def test_a_pseudo_terminal_is_known_also_behind_a_link(terminal, tmp_path):
    _, path = terminal
    link = tmp_path / "tty"
    link.symlink_to(path)
    assert is_pseudo_terminal(str(link))
    assert not is_pseudo_terminal("/dev/ttyUSB0")
    assert not is_pseudo_terminal("COM3")
