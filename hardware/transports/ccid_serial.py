"""APDUs over a serial line in CCID messages, framed as GemPC Twin readers do, with or without echo.

The reader may ask for time (one byte 80-FF, or a CCID answer with the time bit), report that the
card moved (50 02, 50 03) before an answer, or send NAK for a frame it did not understand. It
carries 271 bytes at most and works at TPDU level: a T=0 card's long answers are fetched by 61xx, a
T=1 card gets its APDU in blocks.
"""

from contextlib import suppress

from hardware.codecs import apdu, ccid, t1
from hardware.codecs.ccid import Message
from hardware.errors import BadAnswer, DeviceRefused, NoCard
from hardware.transports.bare_serial import drain
from hardware.transports.base import Answer, ByteStream
from hardware.transports.t1_card import T1Card

RESENDS = 2  # after a NAK: the frame never reached the card
PATIENCE = 30  # requests for more time in one exchange
NOISE = 64  # bytes skipped in search of a frame
PARTS = 300  # of a chained answer
LATE = 8  # so many questions ago an answer may belong to one that was given up, or be said twice


class CcidSerialChannel:
    """One reader with one slot; `seconds` is how long it may be silent, and may be changed."""

    def __init__(self, stream: ByteStream, seconds: float = 5.0) -> None:
        self._stream = stream
        self.seconds = seconds
        self._seq = 0
        self._powered = False
        self._removed = False
        self._in_step = True
        self._blocks: T1Card | None = None
        self._blocks_in_step = True

    def start(self) -> None:
        """Card moves are to be told before an answer, never in the midst of one; some cannot."""
        with suppress(BadAnswer, DeviceRefused, NoCard):
            self._ask(ccid.ESCAPE, ccid.REPORT_CARD_MOVES)

    def firmware(self) -> str:
        """The reader's own name for itself; also the question whether there is a reader."""
        return self._ask(ccid.ESCAPE, ccid.FIRMWARE).data.decode("ascii", "replace")

    def card_there(self) -> bool:
        """A question to the reader alone: the card notices nothing of it."""
        try:
            self._ask(ccid.SLOT_STATUS)
        except NoCard:
            return False
        except DeviceRefused:
            return True  # refused, but not as an empty reader refuses it
        return True

    def power_on(self) -> bytes:
        """Warm or cold, the card answers with its ATR."""
        self._powered, self._blocks = False, None
        atr = self._ask(ccid.POWER_ON).data
        if size := t1.size_of(atr):
            card = T1Card(self._transfer, size)
            self._blocks = card if card.speaks() else None
        self._powered = self._blocks_in_step = True
        return atr

    def transmit(self, command: bytes) -> Answer:
        if not (self._powered and self._blocks_in_step):
            self.power_on()
        raw = self._transfer(command) if self._blocks is None else self._by_blocks(command)
        if (parts := apdu.split(raw)) is None:
            raise BadAnswer("token.garbled")
        return Answer(*parts)

    def _by_blocks(self, command: bytes) -> bytes:
        """After trouble nobody knows which block comes next: then the card is powered anew."""
        assert self._blocks is not None  # noqa: S101 - for the type checker
        self._blocks_in_step = False
        raw = self._blocks.transmit(command)
        self._blocks_in_step = True
        return raw

    def reset(self) -> None:
        self._powered = False
        self._ask(ccid.POWER_OFF)
        self.power_on()

    def close(self) -> None:
        self._stream.close()

    def _transfer(self, command: bytes) -> bytes:
        answer = self._ask(ccid.TRANSFER, command)
        data = answer.data
        for _ in range(PARTS):
            if answer.specific[2] not in (ccid.BEGINS, ccid.BETWEEN):
                return data
            answer = self._ask(ccid.TRANSFER, b"", bytes([0, ccid.GO_ON, 0]))
            data += answer.data
        raise BadAnswer("token.garbled")

    def _ask(self, kind: int, data: bytes = b"", specific: bytes = b"\x00\x00\x00") -> Message:
        if not self._in_step:
            drain(self._stream)
        self._in_step = False
        self._seq = (self._seq + 1) % 0x100
        sent = ccid.frame(Message(kind, self._seq, data, specific))
        answer = self._exchange(sent)
        self._in_step = True
        return self._checked(answer, ccid.ANSWER_TO[kind])

    def _exchange(self, sent: bytes) -> Message:
        self._stream.write(sent)
        resends = 0
        for _ in range(PATIENCE):
            raw = self._frame()
            if raw == ccid.NAK_FRAME and resends < RESENDS:
                resends += 1
                self._stream.write(sent)
            elif raw == ccid.NAK_FRAME:
                raise BadAnswer("token.reader-nak")
            elif raw != sent:  # an echoing reader says our own frame first
                answer = ccid.decode(raw[2:-1])
                late = 0 < (self._seq - answer.seq) % 0x100 <= LATE
                if not late and not answer.specific[0] & ccid.MORE_TIME:
                    return answer
        raise BadAnswer("token.silent")

    def _checked(self, answer: Message, kind: int) -> Message:
        if answer.type != kind or answer.seq != self._seq:
            self._in_step = False
            raise BadAnswer("token.out-of-step")
        status, error = answer.specific[0], answer.specific[1]
        if status & 3 == ccid.ABSENT:
            self._powered = False
            raise NoCard("token.absent")
        if status & ccid.FAILED:
            self._powered = False
            raise DeviceRefused(
                "token.mute" if error == ccid.MUTE else "token.reader-error", status=f"{error:02X}"
            )
        return answer

    def _frame(self) -> bytes:
        """The next whole frame; slot changes and one-byte time requests before it are taken in."""
        waits = noise = 0
        while waits < PATIENCE and noise < NOISE:
            first = self._exactly(1)[0]
            if first == ccid.SYNC:
                return self._rest()
            if first == ccid.SLOT_CHANGE:
                self._removed = self._exactly(1)[0] == ccid.REMOVED
                self._powered = False
            elif first & 0x80:
                waits += 1
            else:
                noise += 1
        raise BadAnswer("token.silent" if waits else "token.garbled")

    def _rest(self) -> bytes:
        start = bytes([ccid.SYNC]) + self._exactly(1)
        if start[1] == ccid.NAK:
            raw = start + self._exactly(1)
            if raw != ccid.NAK_FRAME:
                raise BadAnswer("token.checksum")
            return raw
        head = self._exactly(ccid.HEADER)
        if start[1] != ccid.ACK or ccid.length(head) > ccid.MAX_LENGTH:
            raise BadAnswer("token.garbled")
        raw = start + head + self._exactly(ccid.length(head) + 1)
        if ccid.checksum(raw):
            raise BadAnswer("token.checksum")
        return raw

    def _exactly(self, count: int) -> bytes:
        data = self._stream.read(count, self.seconds)
        if len(data) < count and self._removed:
            raise NoCard("token.absent")
        if len(data) < count:
            raise BadAnswer("token.cut" if data else "token.silent")
        return data
