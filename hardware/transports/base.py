"""The seams: what moves bytes for a driver. Real ports and simulators are both such things."""

from dataclasses import dataclass
from typing import Any, Protocol


class ByteStream(Protocol):
    """A line that carries bytes both ways (serial port, pseudo-terminal)."""

    def write(self, data: bytes) -> None:
        """All of `data`, or NoDevice when the line is gone."""

    def read(self, count: int, timeout: float) -> bytes:
        """At most `count` bytes; fewer when `timeout` seconds ran out; NoDevice when gone."""

    def clear(self) -> None:
        """Drop what waits unread."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What a card answered to one APDU: data and status word."""

    data: bytes
    sw: int


class ApduChannel(Protocol):
    """A line that carries one APDU at a time (PC/SC, CCID or a bare frame over serial)."""

    def transmit(self, apdu: bytes) -> Answer: ...

    def reset(self) -> None:
        """Drop the card's security state (warm reset or power cycle)."""

    def close(self) -> None: ...


class VendorLibrary(Protocol):
    """A maker's library in a process of its own, which can hang or crash without harm."""

    def ask(self, question: dict[str, Any], seconds: float | None = None) -> dict[str, Any]:
        """The worker's answer; NoDevice or BadAnswer library.* when there is none in time."""

    def close(self) -> None:
        """Ended where it runs; may be asked again, then with nothing left of before."""


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """One queue: idle, printing, stopped or unknown; reasons are the spooler's own words.

    `takes_a4` is None where the spooler does not tell which paper the printer has.
    """

    name: str
    is_default: bool
    state: str
    reasons: tuple[str, ...] = ()
    takes_a4: bool | None = None


@dataclass(frozen=True, slots=True)
class JobStatus:
    """One job: waiting, held, printing, done, cancelled, failed, unknown, or not-told.

    unknown: the spooler has no such job (any more); not-told: it never says what becomes of one.
    `printer`: the queue it is in; `pages`: how many came out so far. Both only where told.
    """

    state: str
    reasons: tuple[str, ...] = ()
    printer: str = ""
    pages: int | None = None


class Spooler(Protocol):
    """The system's print service; it takes finished PDF bytes and never scales them."""

    def printers(self) -> tuple[PrinterStatus, ...]: ...

    def submit(self, printer: str, pdf: bytes, copies: int) -> str:
        """Hand over; returns the job's id. The title never holds a name or number."""

    def job(self, job_id: str) -> JobStatus: ...
