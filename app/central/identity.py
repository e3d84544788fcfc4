"""Who is calling: one-time codes, counters' keys, nonces that serve once."""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from app.central.declined import Declined
from app.central.log import platform_key
from app.central.records import Mark, Records, codes, nonces, terminals
from app.clock import Clock
from app.contract.messages import EnrolReply, EnrolRequest
from app.contract.signature import (
    ALGORITHMS,
    BadSignature,
    Claim,
    HeaderLines,
    Message,
    claim,
    enrolment_proof,
    from_base64,
    verify,
)

CODE_DIGITS = 20
CODE_LIFE = timedelta(minutes=15)
NONCE_LIFE = 15 * 60
RANDOM, EXPIRY, MAC = 12, 5, 16  # bytes of a nonce


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request as it came: the target exactly as sent."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Caller:
    """An enrolled counter whose signature was good."""

    terminal: str
    hall: str
    epoch: int


@dataclass(frozen=True, slots=True)
class References:
    """Versions of the law data the platform works with."""

    pack: str = ""
    catalogue: str = ""
    calendar: str = ""


class Door:
    """Lets in who is enrolled."""

    def __init__(self, records: Records, mark: Mark, clock: Clock) -> None:
        self._records, self._mark, self._clock = records, mark, clock

    def nonce(self, terminal: str) -> str:
        """A fresh nonce for one counter; nothing is kept until it is used."""
        expires = self._seconds() + NONCE_LIFE
        plain = secrets.token_bytes(RANDOM) + expires.to_bytes(EXPIRY, "big")
        return urlsafe_b64encode(plain + self._mac(plain, terminal)).decode()

    def admit(self, incoming: Incoming) -> Caller:
        """Declined 401 unless signed by an enrolled counter with a nonce of ours, once."""
        said = claim(incoming.headers)
        if said is None:
            raise Declined(401, "UNSIGNED")
        nonce = self._ours(said)
        caller = self._check(said, incoming)
        self._use(nonce)
        return caller

    def _check(self, said: Claim, incoming: Incoming) -> Caller:
        with self._records.read() as rx:
            row = rx.execute(select(terminals).where(terminals.c.terminal == said.terminal)).first()
        if row is None or row.alg != said.alg:
            raise Declined(401, "SIGNATURE")
        url = f"http://platform{incoming.target}"
        message = Message(incoming.method, url, HeaderLines(incoming.headers))
        try:
            verify(message, incoming.body, alg=row.alg, public_key=row.public_key)
        except BadSignature:
            raise Declined(401, "SIGNATURE") from None
        if row.revoked_at:
            raise Declined(401, "REVOKED")
        return Caller(row.terminal, row.hall, row.epoch)

    def _ours(self, said: Claim) -> bytes:
        """The nonce's own bytes: base64 has more than one spelling of them."""
        try:
            raw = urlsafe_b64decode(said.nonce.encode("ascii"))
        except ValueError:
            raise Declined(401, "NONCE") from None
        plain, mac = raw[: RANDOM + EXPIRY], raw[RANDOM + EXPIRY :]
        if not hmac.compare_digest(mac, self._mac(plain, said.terminal)):
            raise Declined(401, "NONCE")
        if _expiry(plain) < self._seconds():
            raise Declined(401, "NONCE")
        return plain

    def _use(self, nonce: bytes) -> None:
        with self._records.write() as tx:
            made = insert(nonces).values(nonce=nonce.hex(), expires=_expiry(nonce))
            if tx.execute(made.on_conflict_do_nothing()).rowcount != 1:
                raise Declined(401, "NONCE")
            if nonce[0] == 0:  # one in 256 clears away what has expired
                tx.execute(delete(nonces).where(nonces.c.expires < self._seconds()))

    def _mac(self, plain: bytes, terminal: str) -> bytes:
        return hmac.digest(self._mark.secret, plain + terminal.encode(), sha256)[:MAC]

    def _seconds(self) -> int:
        return int(self._clock.now().timestamp())

    def enrol(self, request: EnrolRequest, references: References) -> EnrolReply:
        """Exchange a code for a place; every failure looks the same."""
        if request.alg not in ALGORITHMS or not _proves(request):
            raise Declined(403, "CODE")
        now = self._clock.now()
        with self._records.write() as tx:
            terminal, hall = self._spend(tx, request.code)
            epoch = _enter(tx, terminal, hall, request, now.isoformat())
        division, station = terminal.split("-", 1)
        return EnrolReply(
            server_time=now.isoformat(),
            terminal=terminal,
            division=division,
            station=station,
            hall=hall,
            epoch=epoch,
            mode=self._mark.mode,
            platform_key=platform_key(self._mark.signing_key),
            pack=references.pack,
            catalogue=references.catalogue,
            calendar=references.calendar,
        )

    def _spend(self, tx: Connection, code: str) -> tuple[str, str]:
        fits = (codes.c.digest == code_digest(self._mark, code)) & codes.c.used.is_(False)
        row = tx.execute(select(codes).where(fits, codes.c.expires > self._seconds())).first()
        if row is None:
            raise Declined(403, "CODE")
        tx.execute(update(codes).where(codes.c.digest == row.digest).values(used=True))
        return row.terminal, row.hall


def _expiry(nonce: bytes) -> int:
    return int.from_bytes(nonce[RANDOM:], "big")


def _proves(request: EnrolRequest) -> bool:
    proof = enrolment_proof(request.code, request.alg, request.public_key)
    try:
        key = Ed25519PublicKey.from_public_bytes(from_base64(request.public_key))
        key.verify(from_base64(request.proof), proof)
    except (InvalidSignature, ValueError):
        return False
    return True


def _enter(tx: Connection, terminal: str, hall: str, request: EnrolRequest, at: str) -> int:
    """A counter enrolled again starts a new epoch; the old key is worth nothing from now on."""
    before = tx.execute(select(terminals.c.epoch).where(terminals.c.terminal == terminal)).scalar()
    values = {
        "hall": hall,
        "epoch": (before or 0) + 1,
        "alg": request.alg,
        "public_key": from_base64(request.public_key),
        "enrolled_at": at,
        "revoked_at": "",
    }
    row = insert(terminals).values(terminal=terminal, **values)
    tx.execute(row.on_conflict_do_update(index_elements=["terminal"], set_=values))
    return (before or 0) + 1


def make_code(records: Records, mark: Mark, clock: Clock, terminal: str, hall: str) -> str:
    """A new one-time code; only its digest is kept."""
    code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
    expires = int((clock.now() + CODE_LIFE).timestamp())
    with records.write() as tx:
        row = {"terminal": terminal, "hall": hall, "expires": expires, "used": False}
        tx.execute(codes.insert().values(digest=code_digest(mark, code), **row))
    return code


def code_digest(mark: Mark, code: str) -> str:
    """Keyed, so that a stolen table is no list of codes."""
    return hmac.digest(mark.secret, b"code" + code.encode(), sha256).hex()


def revoke(records: Records, clock: Clock, terminal: str) -> bool:
    """A lost counter: its key is refused from now on. False when there is none of that name."""
    at = clock.now().isoformat()
    with records.write() as tx:
        done = tx.execute(
            update(terminals).where(terminals.c.terminal == terminal).values(revoked_at=at)
        )
    return done.rowcount == 1
