"""Opens a reader of identity cards by what it hangs on."""

from collections.abc import Callable

from hardware.clock import Clock
from hardware.devices.id_card import IdCardReader
from hardware.errors import BadAnswer, DeviceRefused
from hardware.transports.base import ByteStream
from hardware.transports.serial_port import RATES

FIRST_RATE_SECONDS = 1.0  # how long a rate is given to bring an answer
RATE_SECONDS = 0.3

Opener = Callable[[str, int], ByteStream]


def open_id_reader(address: str, clock: Clock, open_line: Opener, rate: int = 0) -> IdCardReader:
    """The reader on a line, at the rate it answers at; also where none answers yet."""
    if not rate:
        found = find_id_reader(address, clock, open_line)
        if found:
            return found
    return IdCardReader(open_line(address, rate or RATES[0]), clock)


def find_id_reader(address: str, clock: Clock, open_line: Opener) -> IdCardReader | None:
    """The reader on a line when one answers at any rate."""
    for rate in RATES:
        reader = IdCardReader(open_line(address, rate), clock)
        if _answers(reader, FIRST_RATE_SECONDS if rate == RATES[0] else RATE_SECONDS):
            return reader
        reader.close()
    return None


def _answers(reader: IdCardReader, seconds: float) -> bool:
    try:
        reader.check(seconds)
    except DeviceRefused:
        return True  # it does speak our language
    except BadAnswer:
        return False
    return True
