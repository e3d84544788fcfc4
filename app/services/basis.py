"""Which measures govern here, what may follow them, and the confirmation of it (A25-1)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.domain import successor
from app.domain.duties import Act, allowed
from app.domain.governing import Confirmation
from app.domain.policy import Pack, standing
from app.domain.review import Person
from app.errors import Refused
from app.reference import under
from app.services.office import Office
from app.services.timing import sealing_time
from app.store import officers, successors

LONGEST = 300  # characters of a basis


@dataclass(frozen=True, slots=True)
class Past:
    """One confirmation as it was kept; `number` is empty when its pack no longer ships."""

    pin: str
    number: str
    basis: str
    officer: str
    name: str
    on: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What governs today. `refusal`: why no new case can be opened; None when one can."""

    pack: Pack
    standing: str
    on: date
    training: bool
    refusal: Refused | None
    confirmed: tuple[Past, ...]  # the newest first
    choices: tuple[Pack, ...]  # what the officer who asks may confirm; empty for all others


def read(office: Office) -> Standing:
    """For the settings page: which measures an office works under is no secret."""
    today = sealing_time(office)[0].date()
    law, _ = office.law(today)
    with office.store.read() as rx:
        past = tuple(_past(office, rx, each) for each in reversed(successors.all_kept(rx)))
    return Standing(
        pack=law.pack,
        standing=standing(law.pack, today),
        on=today,
        training=office.installation.training,
        refusal=refusal(office, today),
        confirmed=past,
        choices=_choices(office),
    )


def confirm(office: Office, pin: str, basis: str) -> Confirmation:
    """An officer of the joint conference's office says what follows, from today on (AMB-29).

    Kept at this counter. The platform is not told: the wire has no operation for it, and one
    counter does not speak for the city; the platform has a confirmation of its own.
    """
    with office.judged(Act.CONFIRM_BASIS, pin):
        if office.installation.training:
            raise Refused("A25-1", "basis.training")
        if len(basis) > LONGEST:
            raise Refused("A25-1", "basis.long", most=LONGEST)
        new = under(office.shipped, pin).pack
        who = Person(office.officer, office.session.roles if office.session else ())
        today = sealing_time(office)[0].date()
        said = successor.confirm(_before(office, new), new, basis, who, today)
        return _keep(office, Confirmation(said, new.version))


def _keep(office: Office, made: Confirmation) -> Confirmation:
    said = made.successor
    with office.store.write() as tx:
        facts = {"after": said.after, "basis": said.basis, "from": said.confirmed_on.isoformat()}
        line = office.line(tx, "basis.confirm", made.pin, **facts)
        successors.add(tx, made, office.now(), line)
        kept = successors.all_kept(tx)
    office.confirmed.kept = tuple(each.confirmation for each in kept)
    return made


def _before(office: Office, new: Pack) -> Pack:
    """What the pack follows, as it ships; the city's own measures when it follows nothing known."""
    packs = office.shipped.packs.values()
    return next((each for each in packs if each.id == new.follows), office.shipped.pack)


def _choices(office: Office) -> tuple[Pack, ...]:
    roles = office.session.roles if office.session else ()
    if office.installation.training or not allowed(roles, Act.CONFIRM_BASIS):
        return ()
    packs = office.shipped.packs.values()
    known = {each.id for each in packs}
    return tuple(each for each in packs if each.follows in known)


def refusal(office: Office, on: date) -> Refused | None:
    """Why no new case can be opened on a day; asks no store."""
    law, basis = office.law(on)
    try:
        successor.may_open_under(law.pack, on, office.installation.mode, basis)
    except Refused as refused:
        return refused
    return None


def _past(office: Office, rx: Connection, kept: successors.Kept) -> Past:
    said, pin = kept.confirmation.successor, kept.confirmation.pin
    pack, known = office.shipped.packs.get(pin), officers.load(rx, said.confirmed_by)
    return Past(
        pin=pin,
        number=pack.number if pack else "",
        basis=said.basis,
        officer=said.confirmed_by,
        name=known.name if known else "",
        on=said.confirmed_on.isoformat(),
    )
