"""Opens a reader of identity cards by what it hangs on."""

from collections.abc import Callable, Sequence

from hardware.clock import Clock
from hardware.devices.id_card import IdCardReader
from hardware.devices.id_reader import IdReader
from hardware.devices.pcsc_id_reader import PcscIdReader, Seen, named
from hardware.errors import BadAnswer, DeviceRefused
from hardware.transports.apdu_stream import ApduStream, ControlStream
from hardware.transports.base import ByteStream
from hardware.transports.pcsc import PcscChannel
from hardware.transports.pcsc_service import control_code, is_virtual, reader_names
from hardware.transports.pcsc_states import ReaderStates
from hardware.transports.reader_profiles import CarrierProfile, ControlCode, reader_profile
from hardware.transports.serial_port import RATES

FIRST_RATE_SECONDS = 1.0  # how long a rate is given to bring an answer
RATE_SECONDS = 0.3

Opener = Callable[[str, int], ByteStream]
Bound = Callable[[ByteStream], ByteStream]


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


class PcscService:
    """The machine's card service, as PcscIdReader needs it."""

    def __init__(self) -> None:
        self._states = ReaderStates()

    def look(self) -> Sequence[Seen]:
        return self._states.look()

    def open(self, reader: str) -> PcscChannel:
        return PcscChannel(reader)

    def is_simulated(self, reader: str) -> bool:
        return is_virtual(reader)

    def close(self) -> None:
        self._states.close()


def open_pcsc_reader(
    name: str, clock: Clock, profile: str = "", bound: Bound = lambda stream: stream
) -> IdReader:
    """The reader of the card service; with a profile it carries the module's frames."""
    if not profile:
        return PcscIdReader(PcscService(), clock, name)
    carrier = reader_profile(profile)
    reader = named(reader_names(), name)[0]
    stream = bound(_carried(reader, carrier, clock))
    return IdCardReader(stream, clock, simulated=is_virtual(reader))


def _carried(reader: str, carrier: CarrierProfile, clock: Clock) -> ByteStream:
    if isinstance(carrier, ControlCode):
        return ControlStream(PcscChannel(reader, direct=True, later=True), carrier, control_code)
    return ApduStream(PcscChannel(reader, later=True), carrier, clock)
