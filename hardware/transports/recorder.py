"""Writes down what a driver says and hears, on a line or to a card, and changes none of it."""

from collections.abc import Sequence
from typing import Protocol

from hardware.clock import Clock
from hardware.codecs.trace import ATR, BYTES_CAP, IN, OUT, PIECES_CAP, RESET, Piece
from hardware.transports.base import Answer, ApduChannel, ByteStream


class Record:
    """The pieces so far; what is beyond the cap is not kept."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._begun = clock.monotonic()
        self._pieces: list[Piece] = []
        self._size = 0

    @property
    def pieces(self) -> Sequence[Piece]:
        return tuple(self._pieces)

    def note(self, way: str, data: bytes = b"") -> None:
        self._size += len(data)
        if self._size <= BYTES_CAP and len(self._pieces) < PIECES_CAP:
            self._pieces.append(Piece(self._clock.monotonic() - self._begun, way, data))


class RecordedStream:
    """A byte stream that is overheard."""

    def __init__(self, stream: ByteStream, record: Record) -> None:
        self._stream, self._record = stream, record

    def write(self, data: bytes) -> None:
        self._record.note(OUT, data)
        self._stream.write(data)

    def read(self, count: int, timeout: float) -> bytes:
        data = self._stream.read(count, timeout)
        if data:
            self._record.note(IN, data)
        return data

    def clear(self) -> None:
        self._stream.clear()

    def close(self) -> None:
        self._stream.close()


class CardChannel(ApduChannel, Protocol):
    """A channel that also tells the card's answer to reset."""

    def atr(self) -> bytes: ...


class RecordedChannel:
    """An APDU channel that is overheard."""

    def __init__(self, channel: ApduChannel, record: Record) -> None:
        self._channel, self._record = channel, record

    def transmit(self, apdu: bytes) -> Answer:
        self._record.note(OUT, apdu)
        answer = self._channel.transmit(apdu)
        self._record.note(IN, answer.data + answer.sw.to_bytes(2, "big"))
        return answer

    def reset(self) -> None:
        self._record.note(RESET)
        self._channel.reset()

    def close(self) -> None:
        self._channel.close()


class RecordedCard(RecordedChannel):
    """The same for a card that says what it is by its answer to reset."""

    def __init__(self, channel: CardChannel, record: Record) -> None:
        super().__init__(channel, record)
        self._card = channel

    def atr(self) -> bytes:
        atr = self._card.atr()
        self._record.note(ATR, atr)
        return atr
