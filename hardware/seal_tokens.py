"""Opens seal tokens by what they hang on: a serial line, the card service, a maker's library."""

from pathlib import Path

from hardware.clock import Clock
from hardware.devices.seal_token import SealToken
from hardware.devices.skf_token import SkfToken
from hardware.devices.token_profile import Profile
from hardware.errors import DeviceTrouble
from hardware.transports.base import ByteStream
from hardware.transports.pcsc_service import is_virtual
from hardware.transports.serial_channel import SerialChannel, find_channel
from hardware.transports.serial_port import SerialPort, is_pseudo_terminal
from hardware.transports.vendor_library import LibraryProcess

ANSWER_SECONDS = 5.0  # how long a token may be silent

SKF_WORKER = "skf"
LIBRARY_SECONDS = 20.0  # for one question to a maker's library

Token = SealToken | SkfToken


def line_at(address: str, profile: Profile, clock: Clock) -> ByteStream:
    """The serial line, opened as a profile wants it."""
    return SerialPort(address, profile.rate, clock, stop_bits=profile.stop_bits, rts=profile.rts)


def serial_channel(
    line: ByteStream, profile: Profile, seconds: float, *, framing: str = "", likely: str = ""
) -> SerialChannel:
    """The token's channel; which framing it speaks is found by asking unless somebody knows."""
    try:
        return find_channel(line, seconds, profile.framing or framing, likely)
    except DeviceTrouble:
        line.close()
        raise


def library_of(address: str | Path, seconds: float = LIBRARY_SECONDS) -> LibraryProcess:
    """The process that owns a maker's SKF library; it starts at the first question."""
    return LibraryProcess(Path(address), SKF_WORKER, seconds)


def is_simulated(address: str) -> bool:
    """By the place alone; a training token also says so itself."""
    return is_pseudo_terminal(address) or is_virtual(address)
