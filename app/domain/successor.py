"""What governs after the measures: a basis that a person confirmed, with its day (Art. 25)."""

from dataclasses import dataclass
from datetime import date

from app.domain.duties import Act, require
from app.domain.national import check_rules
from app.domain.policy import Pack, may_open, standing
from app.domain.review import Person
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Successor:
    """Which pack follows which, on what basis, and who confirmed it when (A25-1)."""

    after: str
    pack: str
    basis: str
    confirmed_by: str
    confirmed_on: date


def confirm(old: Pack, new: Pack, basis: str, who: Person, on: date) -> Successor:
    """A person of the joint conference confirms what follows the old measures (AMB-29)."""
    require(who.roles, Act.CONFIRM_BASIS)
    if not basis.strip():
        raise Refused("A25-1", "pack.no-basis", number=old.number)
    if new.follows != old.id:
        raise Refused("A25-1", "pack.not-its-successor", number=old.number, new=new.number)
    check_rules(new)
    return Successor(old.id, new.id, basis.strip(), who.number, on)


def may_open_under(pack: Pack, on: date, mode: str, confirmed: Successor | None) -> str:
    """The pack's standing; refused for a live case whose basis nobody confirmed by then (A25-1).

    A pack that follows another needs the confirmation from its first day; measures that have
    ended need one to go on. Training is marked and goes on.
    """
    if mode == "training":
        return standing(pack, on)
    good = confirmed is not None and confirmed.confirmed_on <= on
    if pack.follows:
        if confirmed is None or not good or (confirmed.after, confirmed.pack) != _pair(pack):
            raise Refused("A25-1", "pack.not-confirmed", number=pack.number)
        return may_open(pack, on, mode)
    basis = confirmed.basis if confirmed and good and confirmed.after == pack.id else ""
    return may_open(pack, on, mode, successor=basis)


def _pair(pack: Pack) -> tuple[str, str]:
    return pack.follows, pack.id
