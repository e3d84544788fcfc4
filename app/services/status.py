"""Where every case is, truthfully, and what the status page says about this counter."""

from dataclasses import dataclass

from app.domain.duties import Act
from app.services import printing, time_stamps
from app.services.office import Office
from app.services.reception import load_case
from app.store import cases, letters, officers, seal_log
from app.store.cases import CaseRow
from app.sync import outbox, report, state


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A case in a list. where: here, sent, received, trouble, or empty: nothing to be sent."""

    case: CaseRow
    where: str


@dataclass(frozen=True, slots=True)
class Counter:
    """The facts of the status page; `key_why` is a code of app/problems.py or empty."""

    mode: str
    division: str
    terminal: str
    hall_name: str
    key_held_by: str
    key_backend: str
    key_why: str
    encrypted: bool
    cases: dict[str, int]
    outbox: dict[str, int]
    saved: int
    prints_waiting: int
    prints_unconfirmed: int
    last_contact: str
    clock_offset_s: int
    platform_url: str
    accounts: int  # closed ones too: none on a new counter only
    broken_off: tuple[str, ...]  # letters whose sealing ended nobody knows how
    unstamped: int  # letters whose time stamp is still fetched
    unstamped_why: str  # a code of app/problems.py, of the last try


def ledger(office: Office, text: str = "", limit: int = cases.MOST) -> tuple[LedgerRow, ...]:
    """The newest first; `text` finds by name, number, end of number or case number."""
    with office.judged(Act.SEE_CASES, "ledger"), office.store.read() as rx:
        return tuple(
            LedgerRow(row, outbox.whereabouts(rx, f"case:{row.id}"))
            for row in cases.find(rx, text, limit)
        )


def where(office: Office, number: str) -> str:
    """One case: here, sent, received or trouble."""
    case = load_case(office, number)
    with office.store.read() as rx:
        return outbox.whereabouts(rx, report.entity_of(case))


def counter(office: Office) -> Counter:
    """What the status page shows; every operation ever saved is in exactly one place."""
    unstamped = sorted(time_stamps.waiting(office), key=lambda each: each.asked)
    with office.judged(Act.SYNC, office.installation.id), office.store.read() as rx:
        sending = outbox.counts(rx)
        encrypted = rx.exec_driver_sql("PRAGMA cipher_status").scalar_one_or_none()
        return Counter(
            mode=office.installation.mode,
            division=office.installation.division,
            terminal=office.installation.terminal,
            hall_name=office.installation.hall_name,
            key_held_by=office.custody.held_by,
            key_backend=office.custody.backend,
            key_why=office.custody.why,
            encrypted=str(encrypted) == "1",
            cases=cases.counts(rx),
            outbox=sending,
            saved=sum(sending.values()),
            prints_waiting=len(letters.prints_in(rx, printing.WAITING)),
            prints_unconfirmed=len(letters.prints_in(rx, *printing.UNSURE)),
            last_contact=state.get(rx, "contact_at"),
            clock_offset_s=int(state.get(rx, "clock_offset_ms", "0")) // 1000,
            platform_url=office.settings.platform_url,
            accounts=officers.count(rx),
            broken_off=seal_log.unresolved(rx),
            unstamped=len(unstamped),
            unstamped_why=unstamped[-1].unstamped.why if unstamped else "",
        )
