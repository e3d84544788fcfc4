"""Opens a seal token by what it hangs on: a serial line or the smart card service."""

from collections.abc import Callable

from hardware.clock import Clock
from hardware.devices.token_profile import Profile
from hardware.errors import DeviceTrouble
from hardware.transports.base import ApduChannel, ByteStream
from hardware.transports.serial_channel import find_channel
from hardware.transports.serial_port import SerialPort, is_pseudo_terminal

ANSWER_SECONDS = 5.0  # how long a token may be silent
VIRTUAL_READER = "Virtual PCD"  # of vsmartcard: what lies in it is a program

LineOpener = Callable[[str, Profile], ByteStream]


def line_of(clock: Clock) -> LineOpener:
    """Opens a serial line as a profile wants it."""

    def opened(address: str, profile: Profile) -> ByteStream:
        return SerialPort(
            address, profile.rate, clock, stop_bits=profile.stop_bits, rts=profile.rts
        )

    return opened


def serial_channel(line: ByteStream, profile: Profile, seconds: float) -> ApduChannel:
    """The token's channel; which framing it speaks is found by asking unless the profile knows."""
    try:
        return find_channel(line, seconds, profile.framing)
    except DeviceTrouble:
        line.close()
        raise


def is_simulated(address: str) -> bool:
    """By the place alone; a training token also says so itself."""
    return is_pseudo_terminal(address) or address.startswith(VIRTUAL_READER)
