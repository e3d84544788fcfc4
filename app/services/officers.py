"""Signing in and passwords: argon2id, one message and one time for all failures, lock-out."""

import hmac
import re
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.duties import Act, Role
from app.errors import Refused
from app.services.office import NOBODY, Office, Session
from app.store import officers
from app.store.officers import LockOut, Officer

ARTICLE = "A18-1"
LONGEST_NAME = 64
NUMBER = r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}"  # of an officer
SHORTEST, LONGEST = 10, 128  # characters of a password
UNKNOWN = (
    "unknown"  # what the trail says: a password typed into the wrong field must not land there
)


@dataclass(frozen=True, slots=True)
class Account:
    """An officer as an administrator sees one."""

    id: str
    name: str
    roles: tuple[str, ...]
    training: bool
    active: bool


def sign_in(office: Office, officer: str, password: str) -> Session:
    """The session, or Refused sign-in.wrong (tries_left) or sign-in.locked (minutes)."""
    known = _verified(office, officer, password)
    session = Session(known.id, known.name, known.roles, office.now())
    with office.store.write() as tx:
        officers.forgive(tx, known.id)
        officers.forget_old(tx, office.run, office.began, int(office.clock.monotonic()))
        office.signed_in(session).line(tx, "sign-in", known.id)
    return session


def sign_in_beside(office: Office, officer: str, password: str) -> Session:
    """A second officer vouches beside the one who is signed in; tries count as at the sign-in."""
    if officer.strip() == office.officer:
        raise Refused("", "hand.same-person")
    known = _verified(office, officer, password)
    session = Session(known.id, known.name, known.roles, office.now())
    with office.store.write() as tx:
        officers.forgive(tx, known.id)
        office.signed_in(session).line(tx, "sign-in.beside", known.id, beside=office.officer)
    return session


def _verified(office: Office, officer: str, password: str) -> Officer:
    """Whose password it is; the try is counted before, and stays counted until forgiven."""
    typed = officer.strip()[:LONGEST_NAME]
    tries = office.reference.pack.settings.lockout_tries
    with office.store.read() as rx:
        known = officers.load(rx, typed)
    counted = _counted_as(office, typed, known)
    claimed = _claim_try(office, counted, known, tries)
    right = _fits(known.verifier if known else _nobodys_verifier(), password)
    if known is None or not known.active or not right:
        raise _refusal(office, known, max(tries - claimed.failures, 0))
    return known


def sign_out(office: Office) -> None:
    with office.store.write() as tx:
        office.line(tx, "sign-out", office.officer)


def change_password(office: Office, old: str, new: str) -> None:
    """One's own; the old one is asked like at the sign-in."""
    session = sign_in(office, office.officer, old)
    with office.store.read() as rx:
        known = officers.load(rx, session.officer)
    if known is None:
        raise Refused(ARTICLE, "sign-in.wrong", tries_left=0)
    verifier = _verifier(new, known.id, known.name)
    with office.store.write() as tx:
        line = office.line(tx, "password.change", known.id)
        officers.change(tx, replace(known, verifier=verifier), line)


def create_officer(
    office: Office, officer: str, name: str, roles: tuple[str, ...], password: str
) -> Account:
    """By an administrator; the very first, one themselves, by whoever sets a new counter up."""
    with office.judged(Act.CHANGE_OFFICERS, officer) if has_officers(office) else nullcontext():
        _refuse_odd(office, officer, roles)
        verifier = _verifier(password, officer, name)
        return _keep_new(office, Officer(officer, name, roles, verifier, training=False))


def create_training_officer(
    office: Office, officer: str, name: str, roles: tuple[str, ...], password: str
) -> None:
    """Only in a training installation; any password will do there."""
    if not office.installation.training:
        raise Refused(ARTICLE, "officer.training-only")
    _keep_new(office, Officer(officer, name, roles, _hasher().hash(password), training=True))


def _refuse_odd(office: Office, officer: str, roles: tuple[str, ...]) -> None:
    """A number as people type it, roles of people, and first of all an administrator."""
    if officer == NOBODY or not re.fullmatch(NUMBER, officer):
        raise Refused(ARTICLE, "officer.number", most=LONGEST_NAME)
    if not roles or not set(roles) <= set(Role) - {Role.SYSTEM}:
        raise Refused(ARTICLE, "officer.roles")
    if not has_officers(office) and Role.ADMINISTRATOR not in roles:
        raise Refused(ARTICLE, "officer.first")


def close_officer(office: Office, officer: str) -> Account:
    """The account stays for the record and cannot sign in any more; one administrator is left."""
    with office.judged(Act.CHANGE_OFFICERS, officer), office.store.write() as tx:
        known = officers.load(tx, officer)
        if known is None:
            raise Refused(ARTICLE, "officer.unknown", officer=officer)
        closed = replace(known, active=False)
        officers.change(tx, closed, office.line(tx, "officer.close", officer))
        if not any(each.active and _administers(each) for each in officers.listed(tx)):
            raise Refused(ARTICLE, "officer.last")
        return _account(closed)


def list_officers(office: Office) -> tuple[Account, ...]:
    with office.judged(Act.CHANGE_OFFICERS, "officers"), office.store.read() as rx:
        return tuple(_account(each) for each in officers.listed(rx))


def _account(known: Officer) -> Account:
    return Account(known.id, known.name, known.roles, known.training, known.active)


def _administers(known: Officer) -> bool:
    return Role.ADMINISTRATOR in known.roles


def has_administrator(office: Office) -> bool:
    """One who can sign in; a training hall has none."""
    with office.store.read() as rx:
        return any(each.active and _administers(each) for each in officers.listed(rx))


def has_officers(office: Office) -> bool:
    """False on a new counter, until whoever sets it up has made the first account."""
    with office.store.read() as rx:
        return officers.count(rx) > 0


def _keep_new(office: Office, made: Officer) -> Account:
    with office.store.write() as tx:
        if officers.load(tx, made.id) is not None:
            raise Refused(ARTICLE, "officer.known", officer=made.id)
        roles = " ".join(made.roles)
        line = office.line(tx, "officer.create", made.id, roles=roles, training=made.training)
        officers.add(tx, made, line)
    return _account(made)


def _counted_as(office: Office, typed: str, known: Officer | None) -> str:
    """An unknown name by a digest only: it may be a password typed into the wrong field."""
    if known is not None:
        return known.id
    return hmac.new(office.name_key, typed.encode("utf-8", "replace"), "sha256").hexdigest()


def _claim_try(office: Office, counted: str, known: Officer | None, tries: int) -> LockOut:
    """Counted before the password is looked at: ending the program half way wins no try."""
    now = int(office.clock.monotonic())
    minutes = office.reference.pack.settings.lockout_minutes
    with office.store.write() as tx:
        before = officers.lock_out(tx, counted).at(office.run, office.began, now)
        if not before.seconds_left:
            failures = before.failures + 1
            locked = minutes * 60 if failures >= tries else 0
            claimed = replace(before, failures=failures, seconds_left=locked)
            officers.keep_lock_out(tx, claimed)
            return claimed
        officers.keep_lock_out(tx, before)
        office.line(tx, "sign-in.refused", known.id if known else UNKNOWN, locked=1)
    raise Refused(ARTICLE, "sign-in.locked", minutes=-(-before.seconds_left // 60))


def _refusal(office: Office, known: Officer | None, left: int) -> Refused:
    with office.store.write() as tx:
        office.line(tx, "sign-in.refused", known.id if known else UNKNOWN, tries_left=left)
    if left:
        return Refused(ARTICLE, "sign-in.wrong", tries_left=left)
    minutes = office.reference.pack.settings.lockout_minutes
    return Refused(ARTICLE, "sign-in.locked", minutes=minutes)


@cache
def _hasher() -> PasswordHasher:
    """argon2id, 64 MiB, three rounds, one lane: about 0.15 s here (sync 4.1)."""
    return PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)


def _nobodys_verifier() -> str:
    """The same work for an unknown officer; no password is known to fit it."""
    return (
        "$argon2id$v=19$m=65536,t=3,p=1$"
        "VGhpc0lzTm9ib2R5c1NhbHQ$8J2m5Yk0tQm0n1pQ3v9n7s2oWcXh4ZqkF6yUeRrTtLA"
    )


def _fits(verifier: str, password: str) -> bool:
    try:
        return _hasher().verify(verifier, password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False


def _verifier(password: str, officer: str, name: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        raise Refused(ARTICLE, "password.length", least=SHORTEST, most=LONGEST)
    inside = [
        word for word in (officer, name) if len(word) > 1 and word.casefold() in password.casefold()
    ]
    if inside or len(set(password)) < SHORTEST // 2:
        raise Refused(ARTICLE, "password.easy")
    return _hasher().hash(password)
