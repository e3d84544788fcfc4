"""Plays a trace: answers what it was asked in the recording as it was answered then.

The same question again gets the next answer recorded for it; after the last the first comes again.
A question that is not in the trace stays unanswered on a line and unknown to a card.
"""

from collections.abc import Iterator, Sequence

from hardware.codecs.trace import ATR, IN, OUT, Trace
from hardware.codecs.trace import Piece as Recorded
from hardware.errors import BadAnswer
from hardware.transports.base import Answer
from hardware.transports.memory import Piece

VERIFY_PIN = bytes.fromhex("8018")  # its data is another one each time
UNKNOWN = bytes.fromhex("6D00")
PLAIN_ATR = bytes.fromhex("3B800181")  # where the trace has none
FRAME = 0x12
HEARD_CAP = 0x2000
STATUS = 2


class Answers:
    """What was answered to each question, in the order of the recording."""

    def __init__(self, trace: Trace) -> None:
        self._answers: dict[bytes, list[list[Recorded]]] = {}
        self._next: dict[bytes, int] = {}
        for question, answer in _exchanges(trace.pieces):
            self._answers.setdefault(_key(question.data), []).append([question, *answer])

    def known(self, heard: bytes) -> bytes | None:
        """The question that `heard` ends with; the longest one."""
        found = [question for question in self._answers if heard.endswith(question)]
        return max(found, key=len, default=None)

    def to(self, question: bytes) -> list[Piece] | None:
        """The next answer, each piece as long after the one before as it was then."""
        key = _key(question)
        if key not in self._answers:
            return None
        recorded = self._answers[key]
        place = self._next.get(key, 0)
        self._next[key] = (place + 1) % len(recorded)
        before, *answer = recorded[place]
        pieces = []
        for piece in answer:
            pieces.append(Piece(piece.data, max(0.0, piece.at - before.at)))
            before = piece
        return pieces


class PlayedLine:
    """The reader module's end of a line."""

    def __init__(self, trace: Trace) -> None:
        self._answers = Answers(trace)
        self._heard = b""

    def receive(self, data: bytes) -> Sequence[Piece]:
        self._heard = (self._heard + data)[-HEARD_CAP:]
        question = self._answers.known(self._heard)
        if question is None:
            return []
        self._heard = b""
        return self._answers.to(question) or []


class PlayedCard:
    """A card or token, one APDU at a time: for a virtual reader, or as a channel itself."""

    def __init__(self, trace: Trace) -> None:
        self._answers = Answers(trace)
        self._atr = next((p.data for p in trace.pieces if p.way == ATR), PLAIN_ATR)

    @property
    def atr(self) -> bytes:
        return self._atr

    def power(self) -> None:
        """A recording forgets nothing."""

    def answer(self, apdu: bytes) -> bytes:
        pieces = self._answers.to(apdu)
        return UNKNOWN if pieces is None else b"".join(piece.data for piece in pieces)

    def delay(self, apdu: bytes, size: int) -> float:
        """As fast as it goes."""
        return 0.0


class PlayedChannel:
    """A played card as a driver's channel."""

    def __init__(self, card: PlayedCard) -> None:
        self._card = card

    def transmit(self, apdu: bytes) -> Answer:
        said = self._card.answer(apdu)
        if len(said) < STATUS:
            raise BadAnswer("pcsc.silent")
        return Answer(said[:-2], int.from_bytes(said[-2:], "big"))

    def atr(self) -> bytes:
        return self._card.atr

    def reset(self) -> None:
        self._card.power()

    def close(self) -> None:
        """Nothing is open."""


class PlayedToken:
    """A played token in the bare frame: 12, length, APDU; the same back."""

    def __init__(self, trace: Trace) -> None:
        self._card = PlayedCard(trace)
        self._heard = b""

    def receive(self, data: bytes) -> Sequence[Piece]:
        self._heard = (self._heard + data)[-HEARD_CAP:]
        return list(self._said())

    def _said(self) -> Iterator[Piece]:
        while (start := self._heard.find(FRAME)) >= 0:
            end = start + 3 + int.from_bytes(self._heard[start + 1 : start + 3], "big")
            if len(self._heard) < max(end, start + 3):
                return
            apdu, self._heard = self._heard[start + 3 : end], self._heard[end:]
            said = self._card.answer(apdu)
            yield Piece(bytes([FRAME]) + len(said).to_bytes(2, "big") + said)


def _exchanges(pieces: Sequence[Recorded]) -> Iterator[tuple[Recorded, list[Recorded]]]:
    """Each question with what came until the next."""
    question: Recorded | None = None
    answer: list[Recorded] = []
    for piece in pieces:
        if piece.way == OUT:
            if question is not None:
                yield question, answer
            question, answer = piece, []
        elif piece.way == IN:
            answer.append(piece)
    if question is not None:
        yield question, answer


def _key(question: bytes) -> bytes:
    return question[:4] if question.startswith(VERIFY_PIN) else question
