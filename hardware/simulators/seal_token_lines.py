"""The lines a simulated token hangs on: the bare frame, or a CCID reader in GemPC Twin framing."""

from hardware.codecs import ccid
from hardware.codecs.ccid import Message
from hardware.simulators import t1_side
from hardware.simulators.seal_token import Gone, Silent, SimulatedSealToken
from hardware.simulators.t1_side import T1Side
from hardware.transports.memory import Piece

FRAME = 0x12
ATR = bytes.fromhex("3B6800005A5054524E303031")  # T=0 with eight historical bytes
FIRMWARE = b"Training-R1.00-GT"
LARGEST = 256  # bytes of data in one answer, as T=0 has it
GET_RESPONSE = bytes.fromhex("00C00000")
NOTHING_TO_FETCH = bytes.fromhex("6985")
ACTIVE, INACTIVE, ABSENT = 0, 1, 2
TIME = 0x81  # one byte: please wait


class BareLine:
    """12, length, APDU; the same back. A token that is gone answers nothing."""

    def __init__(self, token: SimulatedSealToken) -> None:
        self._token = token
        self._waiting = b""

    def receive(self, data: bytes) -> list[Piece]:
        self._waiting += data
        answers = []
        while (apdu := self._next()) is not None:
            try:
                raw = self._token.answer(apdu)
            except (Gone, Silent):
                continue
            framed = bytes([FRAME]) + len(raw).to_bytes(2, "big") + raw
            answers.append(Piece(framed, self._token.seconds))
        return answers

    def _next(self) -> bytes | None:
        start = self._waiting.find(FRAME)
        self._waiting = self._waiting[start:] if start >= 0 else b""
        end = 3 + int.from_bytes(self._waiting[1:3], "big")
        if len(self._waiting) < max(end, 3):
            return None
        apdu, self._waiting = self._waiting[3:end], self._waiting[end:]
        return apdu


class CcidLine:
    """A reader with one slot; with `echo` it says every frame it got before it answers."""

    def __init__(self, token: SimulatedSealToken, echo: bool = False, t1: bool = False) -> None:
        """`t1`: the token speaks T=1, so the reader carries its blocks."""
        self._token = token
        self._echo = echo
        self._blocks = T1Side(token.answer) if t1 else None
        self._waiting = b""
        self._rest = NOTHING_TO_FETCH
        self._reports_moves = False
        self._told_present = token.present

    def receive(self, data: bytes) -> list[Piece]:
        self._waiting += data
        answers: list[Piece] = []
        while (raw := self._next()) is not None:
            if self._echo:
                answers.append(Piece(raw))
            answers += self._timed(self._answer(raw))
        return answers

    def _timed(self, said: list[bytes]) -> list[Piece]:
        """A token that takes its time: the reader asks for more each second (T=0)."""
        seconds, self._token.seconds = self._token.seconds, 0.0
        *before, last = [Piece(each) for each in said] or [Piece(b"")]
        if self._blocks is None:
            before += [Piece(bytes([TIME]), 1.0)] * int(seconds)
            seconds -= int(seconds)
        return [*before, Piece(last.data, seconds)] if said else []

    def _next(self) -> bytes | None:
        start = self._waiting.find(bytes([ccid.SYNC, ccid.ACK]))
        if start < 0:
            self._waiting = self._waiting[-1:] if self._waiting.endswith(b"\x03") else b""
            return None
        self._waiting = self._waiting[start:]
        head = self._waiting[2:12]
        end = 13 + (ccid.length(head) if len(head) == ccid.HEADER else 0)
        if len(head) < ccid.HEADER or len(self._waiting) < end:
            return None
        raw, self._waiting = self._waiting[:end], self._waiting[end:]
        return raw

    def _answer(self, raw: bytes) -> list[bytes]:
        if ccid.checksum(raw):
            return [ccid.NAK_FRAME]
        message = ccid.decode(raw[2:-1])
        try:
            said = self._act(message)
        except Silent:
            return []
        except Gone:
            said = [self._say(message, ccid.FAILED, ccid.MUTE)]
        return [*self._moved(), *said]

    def _moved(self) -> list[bytes]:
        """The token came or went since the answer before: told once, where that was asked for."""
        before, self._told_present = self._told_present, self._token.present
        if before is self._token.present or not self._reports_moves:
            return []
        return [bytes([ccid.SLOT_CHANGE, ccid.REMOVED if before else ccid.INSERTED])]

    def _act(self, message: Message) -> list[bytes]:
        match message.type:
            case ccid.ESCAPE:
                return [self._escape(message)]
            case ccid.POWER_ON:
                return [self._power_on(message)]
            case ccid.POWER_OFF:
                self._token.power()
                return [self._say(message)]
            case ccid.SLOT_STATUS:
                return [self._say(message)]
            case ccid.TRANSFER:
                time = [] if self._blocks is not None else [bytes([TIME])]  # T=1 asks by a block
                return [*time, self._transfer(message)]
        return [self._say(message, ccid.FAILED, 0x00)]

    def _escape(self, message: Message) -> bytes:
        if message.data == ccid.REPORT_CARD_MOVES:
            self._reports_moves = True
            return self._say(message)
        if message.data == ccid.FIRMWARE:
            return self._say(message, data=FIRMWARE)
        return self._say(message, ccid.FAILED, 0x0A)

    def _power_on(self, message: Message) -> bytes:
        if not self._token.present:
            raise Gone
        self._token.power(on=True)
        if self._blocks is not None:
            self._blocks.reset()
            return self._say(message, data=t1_side.atr())
        return self._say(message, data=ATR)

    def _transfer(self, message: Message) -> bytes:
        if not self._token.powered:
            raise Gone
        if self._blocks is not None:
            return self._say(message, data=self._blocks.receive(message.data))
        if message.data[:4] != GET_RESPONSE:
            self._rest = self._token.answer(message.data)
        return self._say(message, data=self._part())

    def _part(self) -> bytes:
        """What fits into one answer; 61xx says how much more there is to fetch (T=0)."""
        if len(self._rest) <= LARGEST + 2:
            part, self._rest = self._rest, NOTHING_TO_FETCH
            return part
        part, self._rest = self._rest[:LARGEST], self._rest[LARGEST:]
        left = len(self._rest) - 2
        return part + bytes([0x61, left if left < 0x100 else 0])

    def _say(self, message: Message, failed: int = 0, error: int = 0, data: bytes = b"") -> bytes:
        slot = ABSENT if not self._token.present else ACTIVE if self._token.powered else INACTIVE
        specific = bytes([failed | slot, error, ccid.WHOLE])
        kind = ccid.ANSWER_TO.get(message.type, ccid.STATUS)
        return ccid.frame(Message(kind, message.seq, data, specific))
