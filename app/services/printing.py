"""Printing what is kept: every copy has its number, and one that may be out is never sent again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from app.documents.preview import page_count
from app.domain.duties import Act
from app.errors import Refused, Unavailable
from app.services.office import Office
from app.services.reasons import good_reason
from app.store import letters
from app.store.letters import Print

WAITING = "waiting"  # nobody has it: sent as soon as there is a printer
HANDING_OVER = "handing-over"  # the program ended in between: a person looks at the printer
PRINTING = "printing"  # the print service has it; app/services/paper_trail.py follows it
DONE = "done"
CANCELLED = "cancelled"
FAILED = "failed"
UNKNOWN = "unknown"  # the print service no longer knows it: a person looks at the printer
HANDED_OVER = "handed-over"  # to a print service that never tells what becomes of a letter
GIVEN_UP = "given-up"
UNSURE = (HANDING_OVER, UNKNOWN)

NOT_ACCEPTING = "not-accepting-jobs"
# What the print service certainly did not take goes out later, or is for a person to print again.
NOT_TAKEN: Mapping[str, str] = {"print.away": WAITING, "print.not-taken": GIVEN_UP}


class Queue(Protocol):
    """One printer as the spooler describes it."""

    @property
    def name(self) -> str: ...
    @property
    def is_default(self) -> bool: ...
    @property
    def reasons(self) -> tuple[str, ...]: ...
    @property
    def takes_a4(self) -> bool | None: ...


class Spooler(Protocol):
    """The system's print service; hardware's own has the same methods."""

    def printers(self) -> Sequence[Queue]: ...

    def submit(self, printer: str, pdf: bytes, copies: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Printed:
    """One copy: its number and what became of it (waiting or printing)."""

    letter: str
    copy: int
    printer: str
    state: str


def print_letter(
    office: Office, number: str, spooler: Spooler | None, copies: int = 1
) -> tuple[Printed, ...]:
    """The first copies, as one job; printing again is `reprint`. Without a printer they wait."""
    with office.judged(Act.PRINT, number):
        with office.store.read() as rx:
            if letters.next_copy(rx, number) > 1:
                raise Refused("", "print.again", number=number)
        return _print(office, number, spooler, copies, "letter.print", "")


def reprint(office: Office, number: str, spooler: Spooler | None, reason: str) -> Printed:
    """A further copy, recorded with its reason and number."""
    with office.judged(Act.PRINT, number):
        why = good_reason(office, reason)
        return _print(office, number, spooler, 1, "letter.reprint", why)[0]


def print_waiting(office: Office, spooler: Spooler) -> tuple[Printed, ...]:
    """Hand over what waited for a printer; each copy once. The counter does it by itself."""
    with office.judged(Act.PRINT, WAITING), office.store.read() as rx:
        waiting = letters.prints_in(rx, WAITING)
    by_letter = [tuple(rows) for _, rows in groupby(waiting, lambda row: row.letter)]
    return tuple(copy for rows in by_letter for copy in _hand_over(office, rows, spooler))


def unconfirmed(office: Office) -> tuple[Print, ...]:
    """Copies of which nobody knows whether they came out; never sent by themselves."""
    with office.judged(Act.PRINT, HANDING_OVER), office.store.read() as rx:
        return letters.prints_in(rx, *UNSURE)


def resolve(office: Office, copy: Print, *, came_out: bool) -> None:
    """A person looked at the printer: the copy is there, or it is given up and may be reprinted."""
    with office.judged(Act.PRINT, copy.letter):
        mark(office, (copy,), DONE if came_out else GIVEN_UP, seen="yes")


def prints_of(office: Office, number: str) -> tuple[Print, ...]:
    with office.judged(Act.SEE_CASES, number), office.store.read() as rx:
        return letters.prints_of(rx, number)


def load_pdf(office: Office, number: str) -> bytes:
    """The sealed bytes, for the screen and for a file the officer asks for."""
    with office.judged(Act.SEE_CASES, number):
        return _pdf(office, number)


def print_sheet(office: Office, pdf: bytes, spooler: Spooler) -> str:
    """A sheet that is no letter: no copies are counted and nothing waits; answers the printer."""
    printer = _printer(office, spooler)
    if not printer:
        raise Unavailable("print.no-printer")
    try:
        spooler.submit(printer, pdf, 1)
    except Unavailable as trouble:
        raise Unavailable("print.sheet-unsure", printer=printer) from trouble
    return printer


def mark(office: Office, rows: Sequence[Print], state: str, **facts: str) -> None:
    """The copies of one job are now so; each has its line in the trail."""
    kept = {name: value for name, value in facts.items() if name in Print.__slots__}
    with office.store.write() as tx:
        for row in rows:
            line = office.line(tx, "print.state", row.letter, copy=row.copy, state=state, **facts)
            letters.change_print(tx, row.id, line, state=state, **kept)


def _pdf(office: Office, number: str) -> bytes:
    with office.store.read() as rx:
        found = letters.pdf(rx, number)
    if found is None:
        raise Refused("", "letter.not-valid", number=number)
    return found


def _print(
    office: Office, number: str, spooler: Spooler | None, copies: int, act: str, reason: str
) -> tuple[Printed, ...]:
    pages = page_count(_pdf(office, number))
    with office.store.write() as tx:
        first = letters.next_copy(tx, number)
        for copy in range(first, first + copies):
            facts: dict[str, str | int] = {"copy": copy} | ({"reason": reason} if reason else {})
            line = office.line(tx, act, number, **facts)
            letters.add_print(tx, number, copy, office.now(), office.officer, pages, line)
        rows = letters.prints_of(tx, number)[-copies:]
    return _hand_over(office, rows, spooler)


def _hand_over(
    office: Office, rows: Sequence[Print], spooler: Spooler | None
) -> tuple[Printed, ...]:
    """Marked before and after, so that an end of the program in between is seen."""
    printer = _printer(office, spooler) if spooler is not None else ""
    if spooler is None or not printer:
        return tuple(Printed(row.letter, row.copy, "", WAITING) for row in rows)
    pdf = _pdf(office, rows[0].letter)
    mark(office, rows, HANDING_OVER, printer=printer)
    try:
        job = spooler.submit(printer, pdf, len(rows))
    except Exception as trouble:
        code = trouble.code if isinstance(trouble, Unavailable) else ""
        mark(office, rows, NOT_TAKEN.get(code, HANDING_OVER), failed="yes")
        raise
    mark(office, rows, PRINTING, job=job)
    return tuple(Printed(row.letter, row.copy, printer, PRINTING) for row in rows)


def _printer(office: Office, spooler: Spooler) -> str:
    """The one in the settings, else the system's default; none is said as an empty name."""
    try:
        queues = spooler.printers()
    except Unavailable:
        return ""
    wanted = office.settings.printer
    fitting = [q for q in queues if q.name == wanted or (not wanted and q.is_default)]
    open_ones = [queue for queue in fitting if NOT_ACCEPTING not in queue.reasons]
    if not open_ones:
        return ""
    if open_ones[0].takes_a4 is False:
        raise Unavailable("print.no-a4", printer=open_ones[0].name)
    return open_ones[0].name
