"""A serial port, or a pseudo-terminal, as a byte stream (pyserial)."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

import serial
from serial.tools import list_ports

from hardware.clock import Clock, SystemClock
from hardware.errors import BadAnswer, NoDevice

try:  # pyserial lets this one through where it flushes a vanished terminal
    from termios import error as _TerminalError
except ImportError:  # Windows
    _TerminalError = OSError  # type: ignore[misc, assignment]

RATES = (115200, 57600, 38400, 19200, 9600)
TICK = 0.05  # pyserial's own timeout; changing it per call would set up the port anew each time
WRITE_TIMEOUT = 2.0

OPEN_TROUBLE = {
    errno.ENOENT: "port.absent",
    errno.ENXIO: "port.absent",
    errno.ENODEV: "port.absent",
    errno.EIO: "port.absent",
    errno.EACCES: "port.forbidden",
    errno.EPERM: "port.forbidden",
    errno.EBUSY: "port.busy",
    errno.EAGAIN: "port.busy",
}


class SerialPort:
    """Eight bits, no parity, no flow control, opened for us alone.

    `rts`: the state of that line at opening; some readers want it low, others are fed by it.
    """

    def __init__(
        self,
        path: str,
        rate: int = RATES[0],
        clock: Clock | None = None,
        *,
        stop_bits: int = 1,
        rts: bool = True,
    ) -> None:
        self._path = path
        self._clock = clock or SystemClock()
        self._port = _opened(path, rate, stop_bits, rts)

    def write(self, data: bytes) -> None:
        with self._gone_when_broken():
            self._port.write(data)

    def read(self, count: int, timeout: float) -> bytes:
        deadline = self._clock.monotonic() + timeout
        got = b""
        with self._gone_when_broken():
            while True:
                got += bytes(self._port.read(count - len(got)))
                if len(got) == count or self._clock.monotonic() >= deadline:
                    return got

    def clear(self) -> None:
        with self._gone_when_broken():
            self._port.reset_input_buffer()

    def close(self) -> None:
        try:
            self._port.close()
        except (OSError, _TerminalError):
            return  # it is gone anyway

    @contextmanager
    def _gone_when_broken(self) -> Iterator[None]:
        try:
            yield
        except serial.SerialTimeoutException as trouble:
            raise BadAnswer("port.stuck", port=self._path) from trouble
        except (OSError, _TerminalError) as trouble:
            raise NoDevice("port.gone", port=self._path) from trouble


def listed_ports() -> tuple[str, ...]:
    """The lines the system knows of; pseudo-terminals are never among them."""
    return tuple(port.device for port in list_ports.comports())


def is_pseudo_terminal(path: str) -> bool:
    """A terminal that a program made: no device can hang on it, what answers is simulated."""
    return os.path.realpath(path).startswith("/dev/pts/")


def _opened(path: str, rate: int, stop_bits: int, rts: bool) -> serial.Serial:
    try:
        port = serial.Serial(
            None,
            rate,
            stopbits=stop_bits,
            timeout=TICK,
            write_timeout=WRITE_TIMEOUT,
            exclusive=True,
        )
        port.port, port.rts = path, rts
        port.open()
        return port
    except (OSError, _TerminalError, ValueError) as trouble:
        number = getattr(trouble, "errno", None) or 0
        code = OPEN_TROUBLE.get(number, "port.unusable")
        raise NoDevice(code, port=path) from trouble
