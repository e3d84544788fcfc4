"""Finds out which framing a token on a serial line speaks, without being told.

The question about the device goes out in the bare frame first: a reader with CCID framing waits for
its SYNC byte and passes over it, while a bare token would take the reader's frame for a length.
An echo is told from an answer by being the very bytes that were sent.
"""

from hardware.codecs import ccid
from hardware.codecs.apdu import Command, split
from hardware.errors import NoDevice
from hardware.transports.bare_serial import FRAME, HEADER, BareSerialChannel, drain, frame
from hardware.transports.base import ApduChannel, ByteStream
from hardware.transports.ccid_serial import CcidSerialChannel

DEVICE_INFO = Command(0x80, 0x04, le=0).encode()
BARE_SECONDS = 0.6
CCID_SECONDS = 2.0
CCID_QUESTIONS = 2  # a reader that took the first question for a frame is free for the second
LOOK_AGAIN = 64
KINDS: dict[str, type[BareSerialChannel] | type[CcidSerialChannel]] = {
    "ccid": CcidSerialChannel,
    "bare": BareSerialChannel,
}


def find_channel(stream: ByteStream, seconds: float = 5.0, framing: str = "") -> ApduChannel:
    """The channel that was answered on; NoDevice when nobody answers either way.

    `framing`: a token's profile that knows it; then nobody is asked.
    """
    if framing:
        return _started(KINDS[framing](stream, seconds))
    stream.clear()
    stream.write(frame(DEVICE_INFO))
    if _answers_bare(stream, BARE_SECONDS):
        return BareSerialChannel(stream, seconds)
    for seq in range(CCID_QUESTIONS):
        drain(stream)
        stream.write(ccid.frame(ccid.Message(ccid.ESCAPE, seq, ccid.FIRMWARE)))
        kind = KINDS.get(_first_word(stream))
        if kind is not None:
            drain(stream)
            return _started(kind(stream, seconds))
    raise NoDevice("token.silent")


def _started(channel: BareSerialChannel | CcidSerialChannel) -> ApduChannel:
    if isinstance(channel, CcidSerialChannel):
        channel.start()
    return channel


def _answers_bare(stream: ByteStream, seconds: float) -> bool:
    head = stream.read(HEADER, seconds)
    if len(head) < HEADER or head[0] != FRAME:
        return False
    rest = stream.read(int.from_bytes(head[1:], "big"), seconds)
    return rest != DEVICE_INFO and split(rest) is not None


def _first_word(stream: ByteStream) -> str:
    """What the second question brought: a CCID frame, a late bare answer, or nothing known."""
    for _ in range(LOOK_AGAIN):
        byte = stream.read(1, CCID_SECONDS)
        if not byte:
            return "nothing"
        if byte[0] == ccid.SYNC:
            return "ccid" if stream.read(1, CCID_SECONDS) == bytes([ccid.ACK]) else "nothing"
        if byte[0] == FRAME:
            return "bare"
    return "nothing"
