"""The office as a service sees it: store, clock, rules, this counter, and who is signed in."""

import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from app.audit import trail
from app.clock import Clock
from app.domain.cases import Case
from app.domain.duties import Act, Role, require
from app.domain.governing import Confirmation, governing
from app.domain.successor import Successor
from app.errors import Refused, Unavailable
from app.reference import Reference, of_division, under
from app.settings import Settings
from app.store import installation, keys, successors
from app.store.database import Store
from app.store.founding import founding, unfinished
from app.store.installation import Installation
from app.store.keys import Custody

NOBODY = "system"
KEPT = "in the trail"
SEALING = (Act.SEAL, Act.VOID)  # the seal's holder may come for these


@dataclass(frozen=True, slots=True)
class Session:
    """An officer who is signed in."""

    officer: str
    name: str
    roles: tuple[str, ...]
    since: str


class Confirmed:
    """What was confirmed at this counter, the oldest first; every copy of the office sees it."""

    def __init__(self, kept: tuple[Confirmation, ...]) -> None:
        self.kept = kept


@dataclass(frozen=True, slots=True)
class Office:
    """Handed to every service; any thread may use it. `run` names this run of the program.

    `shipped` is the law data as the program brought it, with the catalogue of this division;
    `reference` is what governs today.
    """

    settings: Settings
    store: Store
    clock: Clock
    shipped: Reference
    installation: Installation
    custody: Custody
    run: str
    began: int  # monotonic seconds
    name_key: bytes = field(repr=False)  # what unknown names are digested with; not in the store
    confirmed: Confirmed
    session: Session | None = None
    holder: Session | None = None  # who came to set the seal, beside who is signed in

    @property
    def officer(self) -> str:
        return self.session.officer if self.session else NOBODY

    @property
    def reference(self) -> Reference:
        """The law data of today by the PC's clock; an act asks `law` for its own day."""
        return self.law(self.clock.now().date())[0]

    def law(self, on: date) -> tuple[Reference, Successor | None]:
        """Under the pack that governs on a day, and the confirmation it rests on (A25-1).

        Training goes on under the historical measures, marked.
        """
        if self.installation.training:
            return self.shipped, None
        packs, kept = self.shipped.packs, self.confirmed.kept
        pack, basis = governing(self.shipped.pack, packs, kept, on)
        return under(self.shipped, pack.pin), basis

    def law_of(self, case: Case) -> Reference:
        """Under the pack a case is pinned to, whatever governs today."""
        return under(self.shipped, case.pack)

    def now(self) -> str:
        return self.clock.now().isoformat()

    def signed_in(self, session: Session | None) -> "Office":
        """The same office with another person before it."""
        return replace(self, session=session, holder=None)

    def with_holder(self, holder: Session | None) -> "Office":
        """The same person before it, and a holder of the seal beside for this one letter."""
        return replace(self, holder=holder)

    @property
    def sealer(self) -> Session | None:
        """Who sets the seal: the holder who came, else who is signed in."""
        return self.holder or self.session

    def by_itself(self) -> "Office":
        """What the counter does with nobody before it: sending, printing what waits."""
        return self.signed_in(Session(NOBODY, NOBODY, (Role.SYSTEM,), self.now()))

    def line(self, tx: Connection, act: str, subject: str, **facts: str | int) -> int:
        """The trail line of an act."""
        return trail.add(tx, self.clock, self.officer, act, subject, **facts)

    @contextmanager
    def judged(self, act: Act, subject: str) -> Iterator[None]:
        """The officer's duty is asked first; a refusal by any rule is kept in the trail."""
        try:
            who = self.sealer if act in SEALING else self.session
            require(who.roles if who else (), act)
            yield
        except Refused as refusal:
            if KEPT in getattr(refusal, "__notes__", ()):  # by the act inside this one
                raise
            refusal.add_note(KEPT)
            with self.store.write() as tx:
                facts = {"article": refusal.article, "code": refusal.code}
                self.line(tx, "refused", subject, asked=str(act), **facts)
            raise


def found(
    settings: Settings,
    clock: Clock,
    *,
    mode: str,
    division: str,
    terminal: str,
    hall_name: str,
    issuer: str = "",
) -> str:
    """Set the counter up in an empty state folder; answers the recovery key, to be shown once."""
    counter = installation.new(mode, division, terminal, hall_name, issuer or hall_name)
    use_keyring = settings.keyring or not counter.training
    with founding(settings.state):
        opened = keys.create(settings.state, training=counter.training, use_keyring=use_keyring)
        store = Store.create(settings.state, opened.key)
        try:
            with store.write() as tx:
                facts = {"division": division, "terminal": terminal, "founded_as": mode}
                line = trail.add(tx, clock, NOBODY, "installation.found", counter.id, **facts)
                installation.mark(tx, counter, line)
        finally:
            store.close()
    return opened.recovery


def is_founded(settings: Settings) -> bool:
    """False until a first start is through; a store whose key is out of reach counts as founded."""
    return keys.begun(settings.state) and not unfinished(settings.state)


def open_office(settings: Settings, clock: Clock, reference: Reference) -> Office:
    """Open the store with the key from its keeper. Slow (keyring): never on the window's thread."""
    if not is_founded(settings):
        raise Unavailable("store.missing")
    opened = keys.unlock(settings.state)
    store = Store.open(settings.state, opened.key)
    with store.read() as rx:
        counter = installation.load(rx)
        confirmed = Confirmed(tuple(each.confirmation for each in successors.all_kept(rx)))
    if counter is None:
        store.close()
        raise Unavailable("installation.unmarked")
    return Office(
        settings=settings,
        store=store,
        clock=clock,
        shipped=of_division(reference, counter.division),
        installation=counter,
        custody=opened.custody,
        run=secrets.token_hex(8),
        began=int(clock.monotonic()),
        name_key=hmac.digest(opened.key, b"names typed at the sign-in", "sha256"),
        confirmed=confirmed,
    )


def recover(settings: Settings, clock: Clock, text: str) -> Custody:
    """Open the store with the recovery key, then give its key to the keyring of today."""
    key = keys.recover(settings.state, text)
    store = Store.open(settings.state, key)
    try:
        with store.read() as rx:
            counter = installation.load(rx)
        training = counter is not None and counter.training
        use_keyring = settings.keyring or not training
        custody = keys.wrap_anew(settings.state, key, training=training, use_keyring=use_keyring)
        with store.write() as tx:
            trail.add(tx, clock, NOBODY, "store.recover", "store", held_by=custody.held_by)
    finally:
        store.close()
    return custody


def trail_lines(office: Office) -> Iterator[str]:
    """The export of the whole trail; the export itself is an act."""
    counter = office.installation.id
    with office.judged(Act.READ_TRAIL, counter), office.store.write() as tx:
        office.line(tx, "trail.export", counter)
    with office.store.read() as rx:
        yield from trail.lines(rx)
