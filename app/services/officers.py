"""Signing in and passwords: argon2id, one message and one time for all failures, lock-out."""

import hmac
from contextlib import nullcontext
from dataclasses import replace
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.duties import Act
from app.errors import Refused
from app.services.office import Office, Session
from app.store import officers
from app.store.officers import LockOut, Officer

ARTICLE = "A18-1"
LONGEST_NAME = 64
SHORTEST, LONGEST = 10, 128  # characters of a password
UNKNOWN = (
    "unknown"  # what the trail says: a password typed into the wrong field must not land there
)


def sign_in(office: Office, officer: str, password: str) -> Session:
    """The session, or Refused sign-in.wrong (tries_left) or sign-in.locked (minutes)."""
    typed = officer.strip()[:LONGEST_NAME]
    tries = office.reference.pack.settings.lockout_tries
    with office.store.read() as rx:
        known = officers.load(rx, typed)
    counted = _counted_as(office, typed, known)
    claimed = _claim_try(office, counted, known, tries)
    right = _fits(known.verifier if known else _nobodys_verifier(), password)
    if known is None or not known.active or not right:
        raise _refusal(office, known, max(tries - claimed.failures, 0))
    session = Session(known.id, known.name, known.roles, office.now())
    with office.store.write() as tx:
        officers.forgive(tx, counted)
        officers.forget_old(tx, office.run, office.began, int(office.clock.monotonic()))
        office.signed_in(session).line(tx, "sign-in", known.id)
    return session


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
) -> None:
    """By an administrator; the very first one of a new live counter by whoever sets it up."""
    with office.store.read() as rx:
        first = officers.count(rx) == 0
    with nullcontext() if first else office.judged(Act.CHANGE_OFFICERS, officer):
        verifier = _verifier(password, officer, name)
        _keep_new(office, Officer(officer, name, roles, verifier, training=False))


def create_training_officer(
    office: Office, officer: str, name: str, roles: tuple[str, ...], password: str
) -> None:
    """Only in a training installation; any password will do there."""
    if not office.installation.training:
        raise Refused(ARTICLE, "officer.training-only")
    _keep_new(office, Officer(officer, name, roles, _hasher().hash(password), training=True))


def close_officer(office: Office, officer: str) -> None:
    """The account stays for the record and cannot sign in any more."""
    with office.judged(Act.CHANGE_OFFICERS, officer), office.store.write() as tx:
        known = officers.load(tx, officer)
        if known is None:
            raise Refused(ARTICLE, "officer.unknown", officer=officer)
        officers.change(tx, replace(known, active=False), office.line(tx, "officer.close", officer))


def list_officers(office: Office) -> tuple[Officer, ...]:
    with office.store.read() as rx:
        return officers.listed(rx)


def _keep_new(office: Office, made: Officer) -> None:
    with office.store.write() as tx:
        if officers.load(tx, made.id) is not None:
            raise Refused(ARTICLE, "officer.known", officer=made.id)
        roles = " ".join(made.roles)
        line = office.line(tx, "officer.create", made.id, roles=roles, training=made.training)
        officers.add(tx, made, line)


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
