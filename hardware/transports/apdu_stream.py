"""A byte stream to the module inside a card service's reader, in pseudo-APDUs or a control code."""

from collections.abc import Callable
from typing import Protocol

from hardware.clock import Clock
from hardware.errors import BadAnswer, DeviceRefused
from hardware.transports.base import Answer, ApduChannel
from hardware.transports.reader_profiles import ControlCode, PseudoApdu

OK = 0x9000
POLL_SECONDS = 0.05
HELD_CAP = 0x4000  # bytes; several of the longest answers
FETCHES = 256


class ControlChannel(Protocol):
    """The reader itself."""

    def control(self, code: int, data: bytes) -> bytes: ...

    def close(self) -> None: ...


class ApduStream:
    """Each write is one command or more; what they answer is kept until it is read."""

    def __init__(self, channel: ApduChannel, profile: PseudoApdu, clock: Clock) -> None:
        self._channel = channel
        self._profile = profile
        self._clock = clock
        self._held = b""

    def write(self, data: bytes) -> None:
        size = self._profile.chunk
        pieces = [data[i : i + size] for i in range(0, len(data), size)]
        for number, piece in enumerate(pieces, start=1):
            self._send(piece, more=number < len(pieces))

    def read(self, count: int, timeout: float) -> bytes:
        deadline = self._clock.monotonic() + timeout
        while len(self._held) < count and self._profile.poll:
            left = deadline - self._clock.monotonic()
            if left <= 0:
                break
            if not self._send(b"", more=False):  # 00 behind the header is an Le here
                self._clock.sleep(min(POLL_SECONDS, left))
        taken, self._held = self._held[:count], self._held[count:]
        return taken

    def clear(self) -> None:
        self._held = b""

    def close(self) -> None:
        self._channel.close()

    def _send(self, piece: bytes, *, more: bool) -> bool:
        """One pseudo-APDU; True when the module said something."""
        profile = self._profile
        header = profile.header[:3] + bytes([profile.more]) if more else profile.header
        answer = self._whole(header + bytes([len(piece)]) + piece, le=profile.le and not more)
        if answer.sw != OK:
            status = f"{answer.sw:04X}"
            raise DeviceRefused("id-reader.carrier-refused", profile=profile.name, status=status)
        self._held += answer.data
        return bool(answer.data)

    def _whole(self, command: bytes, *, le: bool) -> Answer:
        """The answer with everything 61xx announced; asked again with the length of 6Cxx."""
        answer = self._channel.transmit(command + (b"\0" if le and len(command) > 5 else b""))
        if answer.sw >> 8 == 0x6C:
            command = command if len(command) > 5 else command[:4]
            answer = self._channel.transmit(command + bytes([answer.sw & 0xFF]))
        data = answer.data
        for _ in range(FETCHES):
            if answer.sw >> 8 != 0x61:
                return Answer(data, answer.sw)
            answer = self._channel.transmit(self._profile.fetch + bytes([answer.sw & 0xFF]))
            data += answer.data
        raise BadAnswer("pcsc.garbled")


class ControlStream:
    """Each write is one control command; its answer is kept until it is read."""

    def __init__(
        self, channel: ControlChannel, profile: ControlCode, code: Callable[[int], int]
    ) -> None:
        """`code` makes the system's control code of the profile's function number."""
        self._channel = channel
        self._prefix = profile.prefix
        self._code = code(profile.function)
        self._held = b""

    def write(self, data: bytes) -> None:
        self._held += self._channel.control(self._code, self._prefix + data)
        if len(self._held) > HELD_CAP:
            raise BadAnswer("pcsc.garbled")

    def read(self, count: int, timeout: float) -> bytes:
        """What came with the command; nothing more comes by waiting."""
        taken, self._held = self._held[:count], self._held[count:]
        return taken

    def clear(self) -> None:
        self._held = b""

    def close(self) -> None:
        self._channel.close()
