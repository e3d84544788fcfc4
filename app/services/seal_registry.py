"""The registry of this counter's seals: registered, renewed, bound and withdrawn by two persons."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.clock import CHINA
from app.codecs.chain import sm3_hex
from app.domain import seal_custody
from app.domain.duties import Act, allowed, require
from app.domain.seal_custody import ARTICLE, Binding, KeptSeal
from app.errors import Refused, Unavailable
from app.seal.signing import readable
from app.services import officers
from app.services.drawing import imprint_of
from app.services.office import NOBODY, Office, Session
from app.services.reasons import good_reason
from app.services.seal_log import SHOWN
from app.store import officers as accounts
from app.store import seal_log, seals
from app.store.officers import Officer
from app.store.seal_log import Use
from app.store.seals import Entry

__all__ = ["Entry", "Registry", "Use", "bind", "may_see", "read", "register", "renew", "withdraw"]

REGISTER, RENEW, BIND, WITHDRAW = "register", "renew", "bind", "withdraw"
NOT_BOUND = Binding("", ())


@dataclass(frozen=True, slots=True)
class Registry:
    """What the settings page shows. `file`: this counter's own seal, None where it has none.

    `remark`: what is amiss with its picture.
    `counts`: by digest and end of use. `able`: officers who can be entered, as (number, name).
    """

    file: KeptSeal | None
    remark: Unavailable | None
    kept: tuple[KeptSeal, ...]
    history: tuple[Entry, ...]
    uses: tuple[Use, ...]
    counts: dict[tuple[str, str], int]
    names: dict[str, str]
    able: tuple[str, ...]
    may_ask: bool


def may_see(office: Office) -> bool:
    """Asks no store and leaves no line: the page is not shown to others."""
    return allowed(office.session.roles if office.session else (), Act.SEE_SEALS)


def read(office: Office, seal: bytes) -> Registry:
    """Everything about seals here; Refused duty.missing without the duty."""
    with office.judged(Act.SEE_SEALS, "seals"), office.store.read() as rx:
        known = accounts.listed(rx)
        return Registry(
            file=_of_file(office, seal) if seal else None,
            remark=_remark(seal) if seal else None,
            kept=seals.all_kept(rx),
            history=seals.history(rx),
            uses=seal_log.ends(rx, SHOWN),
            counts=seal_log.counts(rx),
            names={each.id: each.name for each in known},
            able=tuple(each.id for each in known if _can_seal(each)),
            may_ask=allowed(office.session.roles if office.session else (), Act.KEEP_SEALS),
        )


def permit(office: Office, seal: bytes, kind: str) -> KeptSeal:
    """Refused unless who sets the seal may set this one on such a letter."""
    with office.store.read() as rx:
        kept = seals.of_file(rx, sm3_hex(seal))
    return seal_custody.may_set(kept, office.sealer.officer if office.sealer else NOBODY, kind)


def register(office: Office, seal: bytes, binding: Binding, second: str, password: str) -> KeptSeal:
    """The counter's seal, for the first time."""
    with office.judged(Act.KEEP_SEALS, sm3_hex(seal)):
        new = replace(_of_file(office, seal), binding=_bound(office, binding))
        seal_custody.registered(new, _known(office))
        made = _confirmed(office, new, second, password)
        with office.store.write() as tx:
            _keep(office, tx, REGISTER, seal_custody.registered(made, seals.all_kept(tx)))
    return made


def renew(
    office: Office, seal: bytes, old: str, binding: Binding, second: str, password: str
) -> KeptSeal:
    """The counter's new seal in the place of the one with digest `old`, which goes out of use."""
    with office.judged(Act.KEEP_SEALS, sm3_hex(seal)):
        new = replace(_of_file(office, seal), binding=_bound(office, binding))
        seal_custody.renewed(_one(office, old), new, _known(office))
        signed = _confirmed(office, new, second, password)
        with office.store.write() as tx:
            before = _found(seals.of_file(tx, old))
            gone, made = seal_custody.renewed(before, signed, seals.all_kept(tx))
            _keep(office, tx, RENEW, gone)
            _keep(office, tx, RENEW, made)
    return made


def bind(office: Office, digest: str, binding: Binding, second: str, password: str) -> KeptSeal:
    """Another keeper, other officers or kinds of letter."""

    def changed(kept: KeptSeal) -> KeptSeal:
        seal_custody.in_use(kept)
        return replace(kept, binding=_bound(office, binding))

    return _changed(office, BIND, digest, changed, second, password)


def withdraw(office: Office, digest: str, reason: str, second: str, password: str) -> KeptSeal:
    """Out of use for good; what was sealed with it stays good."""

    def changed(kept: KeptSeal) -> KeptSeal:
        return seal_custody.withdrawn(kept, good_reason(office, reason))

    return _changed(office, WITHDRAW, digest, changed, second, password)


def call_holder(office: Office, officer: str, password: str) -> Session:
    """The seal's holder signs in beside the clerk for one letter; `permit` says if it fits."""
    seal_custody.two_persons(office.officer, officer)
    return officers.sign_in_beside(office, officer, password)


def install_training(office: Office, seal: bytes) -> None:
    """A training hall's first seal, by the installation itself: nobody asked, nobody confirmed."""
    if not office.installation.training or not seal or _known(office):
        return
    with office.store.read() as rx:
        holders = tuple(each.id for each in accounts.listed(rx) if _can_seal(each))
    if not holders:
        return
    with suppress(Refused), office.store.write() as tx:  # sealing says what is wrong with the file
        made = replace(_of_file(office, seal), binding=Binding(holders[0], holders))
        _keep(office, tx, REGISTER, replace(made, registered_by=NOBODY, confirmed_by=NOBODY))


def _changed(
    office: Office,
    act: str,
    digest: str,
    change: Callable[[KeptSeal], KeptSeal],
    second: str,
    password: str,
) -> KeptSeal:
    with office.judged(Act.KEEP_SEALS, digest):
        change(_one(office, digest))
        signed = _confirmed(office, _one(office, digest), second, password)
        with office.store.write() as tx:
            kept = change(_found(seals.of_file(tx, digest)))
            persons = {"registered_by": signed.registered_by, "confirmed_by": signed.confirmed_by}
            made = replace(kept, at=signed.at, **persons)  # type: ignore[arg-type]
            _keep(office, tx, act, made)
    return made


def _confirmed(office: Office, asked: KeptSeal, second: str, password: str) -> KeptSeal:
    """With both persons' marks; the second one's password is checked last and forgotten."""
    seal_custody.two_persons(office.officer, second)
    other = officers.sign_in_beside(office, second, password)
    require(other.roles, Act.CONFIRM_SEALS)
    persons = {"registered_by": office.officer, "confirmed_by": other.officer}
    return replace(asked, at=office.now(), **persons)  # type: ignore[arg-type]


def _bound(office: Office, binding: Binding) -> Binding:
    """Those entered have an account in use; those who set the seal hold that duty."""
    made = seal_custody.bound(binding)
    with office.store.read() as rx:
        known = {each.id: each for each in accounts.listed(rx)}
    for officer in (made.keeper, *made.officers):
        if officer not in known or not known[officer].active:
            raise Refused(ARTICLE, "custody.unknown-officer", officer=officer)
    for officer in made.officers:
        if not _can_seal(known[officer]):
            raise Refused(ARTICLE, "custody.no-duty", officer=officer)
    return made


def _can_seal(account: Officer) -> bool:
    return account.active and allowed(account.roles, Act.SEAL)


def _keep(office: Office, tx: Connection, act: str, kept: KeptSeal) -> None:
    facts = {
        "seal_id": kept.seal_id,
        "name": kept.name,
        "state": str(kept.state),
        "keeper": kept.binding.keeper,
        "officers": " ".join(kept.binding.officers),
        "kinds": " ".join(kept.binding.kinds),
        "valid_until": kept.valid_until,
        "registered_by": kept.registered_by,
        "confirmed_by": kept.confirmed_by,
        "replaces": kept.replaces,
        "reason": kept.reason,
    }
    line = office.line(tx, f"seal.{act}", kept.digest, **facts)
    seals.add(tx, act, kept, line)


def _known(office: Office) -> tuple[KeptSeal, ...]:
    with office.store.read() as rx:
        return seals.all_kept(rx)


def _one(office: Office, digest: str) -> KeptSeal:
    with office.store.read() as rx:
        return _found(seals.of_file(rx, digest))


def _found(kept: KeptSeal | None) -> KeptSeal:
    if kept is None:
        raise Refused(ARTICLE, "custody.not-registered")
    return kept


def _remark(seal: bytes) -> Unavailable | None:
    """Said where seals are kept, long before one is to be set."""
    try:
        return imprint_of(seal)[1].remark
    except Unavailable as trouble:
        return trouble


def _of_file(office: Office, seal: bytes) -> KeptSeal:
    """What the seal's own file says; nobody is bound to it yet."""
    found = readable(seal)
    return KeptSeal(
        digest=sm3_hex(seal),
        seal_id=found.seal_id,
        name=found.name,
        maker=found.maker,
        valid_from=found.valid_from.astimezone(CHINA).isoformat(),
        valid_until=found.valid_until.astimezone(CHINA).isoformat(),
        training=office.installation.training,
        binding=NOT_BOUND,
        registered_by="",
        confirmed_by="",
        at=office.now(),
    )
