"""Finds out which framing a token on a serial line speaks, without being told.

The question about the device goes out in the bare frame first: a reader with CCID framing waits for
its SYNC byte and passes over it, while a bare token would take the reader's frame for a length.
An echo is told from an answer by being the very bytes that were sent.
"""

from hardware.codecs import ccid
from hardware.codecs.apdu import split
from hardware.errors import NoDevice
from hardware.transports.bare_serial import (
    DEVICE_INFO,
    FRAME,
    HEADER,
    BareSerialChannel,
    drain,
    frame,
)
from hardware.transports.base import ByteStream
from hardware.transports.ccid_serial import CcidSerialChannel

BARE_SECONDS = 1.5  # a slow token is waited for: it may not survive the other question
CCID_SECONDS = 2.0
CCID_QUESTIONS = 2  # a reader that took the first question for a frame is free for the second
LOOK_AGAIN = 64

SerialChannel = BareSerialChannel | CcidSerialChannel
KINDS: dict[str, type[BareSerialChannel] | type[CcidSerialChannel]] = {
    "ccid": CcidSerialChannel,
    "bare": BareSerialChannel,
}


def find_channel(
    stream: ByteStream, seconds: float = 5.0, framing: str = "", likely: str = ""
) -> SerialChannel:
    """The channel that was answered on; NoDevice when nobody answers either way.

    `framing`: a token's profile that knows it; then nobody is asked. `likely`: what was found here
    before, asked first.
    """
    if framing:
        return _started(KINDS[framing](stream, seconds))
    stream.clear()
    if likely == "ccid" and (kind := _asked_as_ccid(stream, 0)):
        return _started(kind(stream, seconds))
    stream.write(frame(DEVICE_INFO))
    if _answers_bare(stream, BARE_SECONDS, seconds):
        return BareSerialChannel(stream, seconds)
    for seq in range(CCID_QUESTIONS):
        drain(stream)
        if kind := _asked_as_ccid(stream, seq):
            return _started(kind(stream, seconds))
    raise NoDevice("token.silent")


def framing_of(channel: SerialChannel) -> str:
    """The name of what was found, for the next time."""
    return next(name for name, kind in KINDS.items() if isinstance(channel, kind))


def _asked_as_ccid(
    stream: ByteStream, seq: int
) -> type[BareSerialChannel] | type[CcidSerialChannel] | None:
    stream.write(ccid.frame(ccid.Message(ccid.ESCAPE, seq, ccid.FIRMWARE)))
    kind = KINDS.get(_first_word(stream))
    if kind is not None:
        drain(stream)
    return kind


def _started(channel: SerialChannel) -> SerialChannel:
    if isinstance(channel, CcidSerialChannel):
        channel.start()
    return channel


def _answers_bare(stream: ByteStream, first: float, seconds: float) -> bool:
    """`first`: for the beginning of an answer; one that has begun may take its time."""
    head = stream.read(HEADER, first)
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
