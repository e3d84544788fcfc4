"""What can go wrong on the way from a simulated token to its driver, whatever the token says."""

from collections.abc import Sequence
from dataclasses import replace

from hardware.errors import DeviceTrouble
from hardware.simulators.faults import Cable
from hardware.transports.memory import Piece, Talker

GARBAGE = bytes.fromhex("00FF0055")  # neither framing begins like this
SLOW = 2400  # baud
BITS_A_BYTE = 10
LINE_FAULTS = (
    "garbage",  # bytes of nothing before every answer
    "bad-checksum",  # the last byte of every answer is another one
    "cut",  # every answer stops half way
    "slow",  # as a line of 2400 baud
)


class BentLine:
    """Passes everything on, as the fault lets it; "pulled@N": gone behind N bytes of answers."""

    def __init__(self, talker: Talker, fault: str | None = None) -> None:
        self._talker = talker
        self.be(fault)

    @property
    def unplugged(self) -> bool:
        return self._cable.pulled

    def be(self, fault: str | None) -> None:
        """Wrong in this way from now on; None: as it should be."""
        self._fault = fault
        count = (fault or "").removeprefix("pulled@")
        self._cable = Cable(int(count) if count.isdecimal() else None)

    def receive(self, data: bytes) -> Sequence[Piece]:
        return self._cable.carry([self._bent(each) for each in self._talker.receive(data)])

    def _bent(self, piece: Piece) -> Piece:
        raw = piece.data
        match self._fault:
            case "garbage":
                return replace(piece, data=GARBAGE + raw)
            case "bad-checksum":
                return replace(piece, data=raw[:-1] + bytes([raw[-1] ^ 0x5A]))
            case "cut":
                return replace(piece, data=raw[: len(raw) // 2])
            case "slow":
                return replace(piece, after=piece.after + len(raw) * BITS_A_BYTE / SLOW)
        return piece


def is_line_fault(name: str) -> bool:
    word, _, count = name.partition("@")
    return name in LINE_FAULTS or (word == "pulled" and count.isdecimal())


def token_fault(name: str, known: Sequence[str]) -> str:
    """The name of a fault of the token or its line; DeviceTrouble with those there are."""
    if name in known or is_line_fault(name):
        return name
    names = ", ".join((*known, *LINE_FAULTS, "pulled@BYTE"))
    raise DeviceTrouble("simulator.no-fault", fault=name, known=names)
