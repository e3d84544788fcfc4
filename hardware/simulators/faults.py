"""What can be wrong with a simulated reader's answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from hardware.errors import DeviceTrouble
from hardware.transports.memory import Piece

READ = ("3001", "3010")
COMMANDS = {"10ff", "11ff", "12ff", "2001", "2002", "3001", "3003", "3005", "3010", "61ff"}
SLOW = 9600  # baud
WRONG_CARD = 0x40  # of no kind that the module knows
# fault: the commands it touches unless told otherwise; none means all
_USUAL: dict[str, tuple[str, ...]] = {
    "bad-checksum": READ,
    "truncated": READ,
    "garbage": (),
    "extra-aa": (),
    "silent": (),
    "slow": (),
    "pulled": READ,
    "wrong-card": READ,
}
_STATUS_USUAL = {0x60: (), 0x66: (), 0x80: ("2001",), 0x81: ("2002",)}
GARBAGE = bytes.fromhex("00FF55AAAA96AAAAAA960500AAAAAA96690005050505")


@dataclass(frozen=True, slots=True)
class Fault:
    """`name` is one of the list or status-NN; `commands` such as ("3001",), empty for every one.

    `byte`: behind so many bytes of its answers the line is gone.
    """

    name: str
    commands: tuple[str, ...]
    status: int | None = None
    byte: int | None = None

    def touches(self, command: str) -> bool:
        return not self.commands or command in self.commands

    def bend(self, answer: bytes) -> bytes:
        """What goes over the line in place of the right answer."""
        match self.name:
            case "bad-checksum":
                return answer[:-1] + bytes([answer[-1] ^ 0x5A])
            case "truncated":
                return answer[: len(answer) // 2]
            case "garbage":
                return GARBAGE + answer
            case "extra-aa":
                return b"\xaa\xaa\xaa" + answer
            case "silent":
                return b""
        return answer


class Cable:
    """Carries so many bytes of the answers, then is pulled out; None: it holds."""

    def __init__(self, count: int | None = None) -> None:
        self._left = count
        self.pulled = False

    def carry(self, pieces: Sequence[Piece]) -> list[Piece]:
        """What comes through."""
        if self._left is None:
            return list(pieces)
        through: list[Piece] = []
        for piece in pieces:
            data = piece.data[: self._left]
            self._left -= len(data)
            self.pulled = self.pulled or len(data) < len(piece.data)
            if data:
                through.append(Piece(data, piece.after))
        return through


def names() -> tuple[str, ...]:
    return (*_USUAL, "pulled@BYTE", "status-NN")


def parse(text: str) -> Fault:
    """NAME or NAME@COMMAND: bad-checksum, silent@2001, status-41; pulled@600 behind that byte."""
    name, _, command = text.partition("@")
    commands = (command.lower(),) if command else None
    if name == "pulled" and command.isdecimal() and command not in COMMANDS:
        return Fault(name, (), byte=int(command))
    if name in _USUAL:
        status = WRONG_CARD if name == "wrong-card" else None
        return Fault(name, _USUAL[name] if commands is None else commands, status)
    try:
        status = int(name.removeprefix("status-"), 16)
    except ValueError:
        status = -1
    if not name.startswith("status-") or not 0 <= status <= 0xFF:
        raise DeviceTrouble("simulator.no-fault", fault=text, known=", ".join(names()))
    usual = _STATUS_USUAL.get(status, READ)
    return Fault(name, usual if commands is None else commands, status)
