"""APDUs over a bare serial line in the device frame of GM/T 0017: 12, two bytes of length, APDU."""

from hardware.codecs import apdu
from hardware.errors import BadAnswer, DeviceRefused
from hardware.transports.base import Answer, ByteStream

FRAME = 0x12
HEADER = 3
DEVICE_INFO = apdu.Command(0x80, 0x04, le=0).encode()  # harmless, and known to every token
QUIET = 0.2  # seconds of silence after which a late answer is no longer expected
DRAIN_CHUNK, DRAIN_ROUNDS = 4096, 64


def frame(body: bytes) -> bytes:
    """The same frame in both directions."""
    return bytes([FRAME]) + len(body).to_bytes(2, "big") + body


def drain(stream: ByteStream) -> None:
    """Wait out what an answer given up on still sends, so that it is not taken for the next one."""
    for _ in range(DRAIN_ROUNDS):
        if not stream.read(DRAIN_CHUNK, QUIET):
            break
    stream.clear()


class BareSerialChannel:
    """One token on one line; answers come in the order of the commands.

    `seconds` is how long it may be silent, and may be changed.
    """

    def __init__(self, stream: ByteStream, seconds: float = 5.0) -> None:
        self._stream = stream
        self.seconds = seconds
        self._in_step = True

    def transmit(self, command: bytes) -> Answer:
        if not self._in_step:
            drain(self._stream)
        self._in_step = False
        self._stream.clear()
        self._stream.write(frame(command))
        answer = self._read()
        self._in_step = True
        return answer

    def card_there(self) -> bool:
        """Whatever a token answers to the question who it is; DeviceTrouble for silence."""
        self.transmit(DEVICE_INFO)
        return True

    def reset(self) -> None:
        """This line has no reset; who needs the security state dropped must unplug the token."""
        raise DeviceRefused("token.no-reset")

    def close(self) -> None:
        self._stream.close()

    def _read(self) -> Answer:
        header = self._exactly(HEADER)
        if header[0] != FRAME:
            raise BadAnswer("token.garbled")
        raw = self._exactly(int.from_bytes(header[1:], "big"))
        if (parts := apdu.split(raw)) is None:
            raise BadAnswer("token.garbled")
        return Answer(*parts)

    def _exactly(self, count: int) -> bytes:
        data = self._stream.read(count, self.seconds)
        if len(data) < count:
            raise BadAnswer("token.cut" if data else "token.silent")
        return data
