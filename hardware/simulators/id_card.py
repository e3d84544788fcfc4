"""A reader module without a device, right to the byte (facts: idcard 1.2 to 1.8)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hardware.simulators.faults import SLOW, Cable, Fault
from hardware.simulators.knobs import Rule, chosen
from hardware.simulators.person import Person
from hardware.transports.memory import Piece

START = b"\xaa\xaa\xaa\x96\x69"
NO_CARD, FRESH, FOUND, SELECTED, DONE = "no card", "fresh", "found", "selected", "done"
SAM_ID = bytes.fromhex("0500 0300 14533301 4E61BC00 15CD5B07")
FIND_ANSWER = bytes(4)
CHIP_SERIAL = bytes(8)
CARD_SERIAL = bytes(range(0x10, 0x20))
RATES = {0: 115200, 1: 57600, 2: 38400, 3: 19200, 4: 9600}
CHUNK = 64  # bytes sent at a time on a paced line
LONGEST_REQUEST = 0x0910
BITS_A_BYTE = 10  # 8N1


@dataclass(frozen=True, slots=True)
class Knobs:
    """How the simulated reader behaves."""

    fault: Fault | None = None
    delay: float = 0.0  # seconds before each answer
    delays: Sequence[Rule] = ()  # before those to single commands
    statuses: Sequence[Rule] = ()  # said in place of the answer to single commands
    rate: int = 0  # line pace in baud; 0: as fast as it goes
    reads_in_place: bool = False  # some readers read a lying card again
    sam_id: bytes = SAM_ID


class SimulatedIdCardReader:
    """put_card() and take_card() play the visitor; receive() is the line."""

    def __init__(self, person: Person | None = None, knobs: Knobs | None = None) -> None:
        self.knobs = knobs or Knobs()
        self.set_fault(self.knobs.fault)
        self._waiting = b""
        self._person: Person | None = None
        self.state = NO_CARD
        if person:
            self.put_card(person)

    def put_card(self, person: Person) -> None:
        self._person, self.state = person, FRESH

    def take_card(self) -> None:
        self._person, self.state = None, NO_CARD

    def power_on(self) -> None:
        """Unplugged and plugged in again: half a request is forgotten, a lying card is fresh."""
        self._waiting = b""
        self.state = FRESH if self._person else NO_CARD

    def set_fault(self, fault: Fault | None) -> None:
        self.knobs = replace(self.knobs, fault=fault)
        self._cable = Cable(fault.byte if fault else None)

    @property
    def unplugged(self) -> bool:
        """The fault pulled its cable: nothing more will come."""
        return self._cable.pulled

    def receive(self, data: bytes) -> list[Piece]:
        self._waiting += data
        pieces: list[Piece] = []
        while (request := self._next_request()) is not None:
            command = request[2:4].hex()
            delay = chosen(self.knobs.delays, command)
            answer = self._answer(request)
            usual = self.knobs.delay if delay is None else delay
            pieces += self._paced(answer, usual, self._rate(command))
        return self._cable.carry(pieces)

    def _next_request(self) -> bytes | None:
        """Length, body and checksum of the next request; a length out of range gives b""."""
        start = self._waiting.find(START)
        if start < 0:
            self._waiting = self._waiting[-(len(START) - 1) :]
            return None
        framed = self._waiting[start + len(START) :]
        if len(framed) < 2:
            return None
        length = framed[0] << 8 | framed[1]
        if not 3 <= length <= LONGEST_REQUEST:
            self._waiting = framed[2:]
            return b""
        if len(framed) < 2 + length:
            return None
        self._waiting = framed[2 + length :]
        return framed[: 2 + length]

    def _answer(self, request: bytes) -> bytes:
        command = request[2:4].hex()
        fault = self.knobs.fault
        status, data = self._faulty_status(command) or self._status(request)
        answer = frame(status, data)
        if fault and fault.touches(command):
            return fault.bend(answer)
        return answer

    def _faulty_status(self, command: str) -> tuple[int, bytes] | None:
        fault = self.knobs.fault
        if (said := chosen(self.knobs.statuses, command)) is not None:
            return int(said) & 0xFF, b""
        if fault is None or fault.byte is not None or not fault.touches(command):
            return None
        if fault.name == "pulled":  # the visitor takes the card while it is being read
            self.take_card()
            return 0x41, b""
        return None if fault.status is None else (fault.status, b"")

    def _status(self, request: bytes) -> tuple[int, bytes]:
        if not request:
            return 0x11, b""
        if _xor(request) != 0:
            return 0x10, b""
        body = request[2:-1]
        return self._module(body) or self._card(body[:2].hex(), len(body))

    def _module(self, body: bytes) -> tuple[int, bytes] | None:
        """Commands to the module itself."""
        match body.hex():
            case "10ff":
                self.state = FRESH if self._person else NO_CARD
                return 0x90, b""
            case "11ff":
                return 0x90, b""
            case "12ff":
                return 0x90, self.knobs.sam_id
        if len(body) == 2 and body[0] == 0x60 and body[1] in RATES:
            self.knobs = replace(self.knobs, rate=self.knobs.rate and RATES[body[1]])
            return 0x90, b""
        if len(body) == 3 and body[:2] == b"\x61\xff":
            return (0x90 if 24 <= body[2] <= 255 else 0x21), b""
        return None

    def _card(self, command: str, size: int) -> tuple[int, bytes]:
        """Commands to the card; the table of section 1.8."""
        match command if size == 2 else "":
            case "2001":
                return self._find()
            case "2002":
                return self._select()
            case "3001" | "3010":
                return self._read(command)
            case "3003":
                return self._new_address()
            case "3005":
                return self._numbers()
        return 0x21, b""

    def _find(self) -> tuple[int, bytes]:
        done = self.state == DONE and not self.knobs.reads_in_place
        if self.state == NO_CARD or done:
            return 0x80, b""
        self.state = FOUND
        return 0x9F, FIND_ANSWER

    def _select(self) -> tuple[int, bytes]:
        if self.state not in (FOUND, SELECTED):
            return 0x81, b""
        self.state = SELECTED
        return 0x90, CHIP_SERIAL

    def _read(self, command: str) -> tuple[int, bytes]:
        again = self.state == DONE and self.knobs.reads_in_place
        if self._person is None or not (self.state == SELECTED or again):
            return 0x41, b""
        self.state = DONE
        text, photo = self._person.text(), self._person.photo()
        parts = [text, photo] + ([self._person.fingerprints()] if command == "3010" else [])
        sizes = b"".join(len(part).to_bytes(2, "big") for part in parts)
        return 0x90, sizes + b"".join(parts)

    def _new_address(self) -> tuple[int, bytes]:
        if self._person is None or self.state not in (SELECTED, DONE):
            return 0x41, b""
        address = self._person.new_address_bytes()
        return (0x90, address) if address else (0x91, b"")

    def _numbers(self) -> tuple[int, bytes]:
        if self.state not in (SELECTED, DONE):
            return 0x41, b""
        return 0x90, FIND_ANSWER + CHIP_SERIAL + CARD_SERIAL

    def _rate(self, command: str) -> int:
        fault = self.knobs.fault
        slow = fault is not None and fault.name == "slow" and fault.touches(command)
        return SLOW if slow else self.knobs.rate

    def _paced(self, answer: bytes, delay: float, rate: int) -> list[Piece]:
        if not rate or not answer:
            return [Piece(answer, delay)] if answer else []
        chunks = [answer[i : i + CHUNK] for i in range(0, len(answer), CHUNK)]
        spans = [len(chunk) * BITS_A_BYTE / rate for chunk in chunks]
        spans[0] += delay
        return [Piece(chunk, span) for chunk, span in zip(chunks, spans, strict=True)]


def frame(status: int, data: bytes = b"") -> bytes:
    """An answer: 00 00, the status, the data, between length and checksum."""
    body = bytes([0, 0, status]) + data
    checked = (len(body) + 1).to_bytes(2, "big") + body
    return START + checked + bytes([_xor(checked)])


def _xor(data: bytes) -> int:
    value = 0
    for byte in data:
        value ^= byte
    return value
