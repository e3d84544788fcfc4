"""Printing what is kept: every copy has its number, and one that may be out is never sent again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.duties import Act
from app.errors import Refused, Unavailable
from app.services.office import Office
from app.services.reasons import good_reason
from app.store import letters
from app.store.letters import Print

WAITING = "waiting"  # nobody has it: sent as soon as there is a printer
HANDING_OVER = "handing-over"  # the program ended in between: a person looks at the printer
PRINTING = "printing"
GIVEN_UP = "given-up"


class Queue(Protocol):
    """One printer as the spooler describes it."""

    @property
    def name(self) -> str: ...
    @property
    def is_default(self) -> bool: ...


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
    """The first copies; printing again is `reprint`. Without a printer they wait."""
    with office.judged(Act.PRINT, number):
        with office.store.read() as rx:
            if letters.next_copy(rx, number) > 1:
                raise Refused("", "print.again", number=number)
        return tuple(_print(office, number, spooler, "letter.print", "") for _copy in range(copies))


def reprint(office: Office, number: str, spooler: Spooler | None, reason: str) -> Printed:
    """A further copy, recorded with its reason and number."""
    with office.judged(Act.PRINT, number):
        why = good_reason(office, reason)
        return _print(office, number, spooler, "letter.reprint", why)


def print_waiting(office: Office, spooler: Spooler) -> tuple[Printed, ...]:
    """Hand over what waited for a printer; each copy once. The counter does it by itself."""
    with office.judged(Act.PRINT, WAITING), office.store.read() as rx:
        waiting = letters.prints_in(rx, WAITING)
    return tuple(_hand_over(office, each, spooler) for each in waiting)


def unconfirmed(office: Office) -> tuple[Print, ...]:
    """Copies of which nobody knows whether the printer has them; never sent by themselves."""
    with office.judged(Act.PRINT, HANDING_OVER), office.store.read() as rx:
        return letters.prints_in(rx, HANDING_OVER)


def resolve(office: Office, copy: Print, *, came_out: bool) -> None:
    """A person looked at the printer: the copy is there, or it is given up and may be reprinted."""
    with office.judged(Act.PRINT, copy.letter):
        _mark(office, copy, PRINTING if came_out else GIVEN_UP)


def prints_of(office: Office, number: str) -> tuple[Print, ...]:
    with office.judged(Act.SEE_CASES, number), office.store.read() as rx:
        return letters.prints_of(rx, number)


def load_pdf(office: Office, number: str) -> bytes:
    """The sealed bytes, for the screen and for a file the officer asks for."""
    with office.judged(Act.SEE_CASES, number):
        return _pdf(office, number)


def _pdf(office: Office, number: str) -> bytes:
    with office.store.read() as rx:
        found = letters.pdf(rx, number)
    if found is None:
        raise Refused("", "letter.not-valid", number=number)
    return found


def _print(office: Office, number: str, spooler: Spooler | None, act: str, reason: str) -> Printed:
    _pdf(office, number)
    with office.store.write() as tx:
        copy = letters.next_copy(tx, number)
        facts: dict[str, str | int] = {"copy": copy} | ({"reason": reason} if reason else {})
        line = office.line(tx, act, number, **facts)
        letters.add_print(tx, number, copy, office.now(), office.officer, "", line)
        row = letters.prints_of(tx, number)[-1]
    if spooler is None:
        return Printed(number, copy, "", WAITING)
    return _hand_over(office, row, spooler)


def _hand_over(office: Office, row: Print, spooler: Spooler) -> Printed:
    """Marked before and after, so that an end of the program in between is seen."""
    try:
        printer = _printer(office, spooler)
    except Unavailable:
        printer = ""
    if not printer:
        return Printed(row.letter, row.copy, "", WAITING)
    pdf = _pdf(office, row.letter)
    _mark(office, row, HANDING_OVER, printer=printer)
    try:
        job = spooler.submit(printer, pdf, 1)
    except Exception:
        _mark(office, row, HANDING_OVER, failed="yes")
        raise
    _mark(office, row, PRINTING, job=job)
    return Printed(row.letter, row.copy, printer, PRINTING)


def _mark(office: Office, row: Print, state: str, failed: str = "", **facts: str) -> None:
    with office.store.write() as tx:
        said = facts | ({"failed": failed} if failed else {})
        line = office.line(tx, "print.state", row.letter, copy=row.copy, state=state, **said)
        letters.change_print(tx, row.id, line, state=state, **facts)


def _printer(office: Office, spooler: Spooler) -> str:
    """The one in the settings, else the system's default; none is said as an empty name."""
    queues = spooler.printers()
    wanted = office.settings.printer
    fitting = [q.name for q in queues if q.name == wanted or (not wanted and q.is_default)]
    return fitting[0] if fitting else ""
