"""What became of copies the print service has: asked until the end, also after a fresh start."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from app.domain.duties import Act
from app.errors import Unavailable
from app.services import printing
from app.services.office import Office
from app.store import letters
from app.store.letters import Print

# The print service's last word on a job: what its copies are from then on.
ENDS: Mapping[str, str] = {
    "done": printing.DONE,
    "cancelled": printing.CANCELLED,
    "failed": printing.FAILED,
    "unknown": printing.UNKNOWN,
    "not-told": printing.HANDED_OVER,
}
AWAY = "away"  # the print service does not answer now; it is asked again


class Job(Protocol):
    """What the print service says of one job; `pages` is None where it does not count."""

    @property
    def state(self) -> str: ...
    @property
    def reasons(self) -> tuple[str, ...]: ...
    @property
    def pages(self) -> int | None: ...


class Follower(Protocol):
    """The print service, asked for a job that it took."""

    def job(self, printer: str, job: str) -> Job: ...


@dataclass(frozen=True, slots=True)
class Followed:
    """The copies of one letter that went as one job, as the print service sees them now."""

    letter: str
    copies: tuple[int, ...]
    printer: str
    state: str  # the print service's word, or AWAY
    reasons: tuple[str, ...] = ()
    pages: int | None = None

    @property
    def ended(self) -> bool:
        return self.state in ENDS


@dataclass(frozen=True, slots=True)
class Count:
    """Copies of one state: how many, of how many pages, and how many of these came out."""

    state: str
    copies: int
    pages: int
    pages_out: int | None


def follow(office: Office, service: Follower) -> tuple[Followed, ...]:
    """Ask for every job that has not ended; what ended is kept. Nothing is ever sent again here."""
    with office.judged(Act.PRINT, printing.PRINTING), office.store.read() as rx:
        rows = letters.prints_under_way(rx, printing.PRINTING)
    jobs = [
        tuple(each) for _, each in groupby(rows, lambda row: (row.letter, row.printer, row.job))
    ]
    return tuple(_follow(office, service, copies) for copies in jobs)


def counts(prints: Sequence[Print]) -> tuple[Count, ...]:
    """The copies of a case by their states."""
    return tuple(_counted(prints, state) for state in sorted({each.state for each in prints}))


def _counted(prints: Sequence[Print], state: str) -> Count:
    of_it = [each for each in prints if each.state == state]
    told = [each.pages_out for each in of_it if each.pages_out is not None]
    out = sum(told) if len(told) == len(of_it) else None
    return Count(state, len(of_it), sum(each.pages for each in of_it), out)


def _follow(office: Office, service: Follower, rows: tuple[Print, ...]) -> Followed:
    numbers, printer = tuple(row.copy for row in rows), rows[0].printer
    try:
        job = service.job(printer, rows[0].job)
    except Unavailable:
        return Followed(rows[0].letter, numbers, printer, AWAY)
    if job.state in ENDS:
        _end(office, rows, job)
    return Followed(rows[0].letter, numbers, printer, job.state, job.reasons, job.pages)


def _end(office: Office, rows: tuple[Print, ...], job: Job) -> None:
    state, reasons = ENDS[job.state], " ".join(job.reasons)
    with office.store.write() as tx:
        for row, out in zip(rows, _shares(rows, job.pages), strict=True):
            facts: dict[str, str | int] = {"pages": row.pages}
            kept: dict[str, str | int] = {"state": state}
            if out is not None:
                facts["pages_out"] = kept["pages_out"] = out
            if reasons:
                facts["reasons"] = reasons
            line = office.line(tx, "print.state", row.letter, copy=row.copy, state=state, **facts)
            letters.change_print(tx, row.id, line, **kept)


def _shares(rows: tuple[Print, ...], told: int | None) -> Iterator[int | None]:
    """The job's pages dealt out to its copies in their order; one too many shows on the last.

    A queue without a driver counts each copy as one sheet: that says nothing of its pages.
    """
    rest = told if told is not None and (told > len(rows) or rows[0].pages == 1) else None
    for row in rows:
        share = rest if rest is None or row is rows[-1] else min(row.pages, rest)
        rest = None if rest is None or share is None else rest - share
        yield share
