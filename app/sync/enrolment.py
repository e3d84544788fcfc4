"""Becoming a counter of a platform: a one-time code for a key of our own making."""

import json
import re
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from app.contract.json import dumps
from app.contract.messages import EnrolReply, EnrolRequest
from app.contract.signature import enrolment_proof, from_base64, to_base64
from app.contract.version import PROTOCOL
from app.errors import Refused, Unavailable
from app.sync import outbox, state
from app.sync.answers import message
from app.sync.client import Identity, PlatformClient

ALG = "ed25519"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the platform made of us, and the key that only we have."""

    url: str
    terminal: str  # DIVISION-STATION
    division: str
    station: str
    hall: str
    epoch: int
    mode: str
    platform_key: bytes
    server_time: str
    pack: str
    catalogue: str
    calendar: str
    counter_key: Ed25519PrivateKey


def enrol(client: PlatformClient, code: str, *, mode: str = "") -> Enrolment:
    """Exchange the code; Refused when it is not accepted, or `mode` is given and another."""
    digits = read_code(code)
    key = Ed25519PrivateKey.generate()
    public = to_base64(key.public_key().public_bytes_raw())
    request = EnrolRequest(
        protocol=PROTOCOL,
        code=digits,
        alg=ALG,
        public_key=public,
        proof=to_base64(key.sign(enrolment_proof(digits, ALG, public))),
    )
    theirs = mode_of(client)
    if mode and theirs != mode:  # said before the code is spent
        raise Refused("A13-2", "sync.other-mode", ours=mode, theirs=theirs)
    answer = client.plain("POST", "/v1/enrol", dumps(request.model_dump(mode="json")))
    if answer.status == 403:
        raise Refused("", "sync.code-refused")
    reply = message(answer, EnrolReply)
    client.become(Identity(reply.terminal, key))
    return _enrolment(client.url, reply, key)


def mode_of(client: PlatformClient) -> str:
    """training or live, as the platform says."""
    answer = client.plain("GET", "/health")
    found = answer.value() if answer.status == 200 else {}
    theirs = str(found.get("mode", "")) if isinstance(found, dict) else ""
    if theirs not in ("training", "live"):
        raise Unavailable("sync.not-a-platform", status=answer.status)
    return theirs


def _enrolment(url: str, reply: EnrolReply, key: Ed25519PrivateKey) -> Enrolment:
    return Enrolment(
        url=url,
        terminal=reply.terminal,
        division=reply.division,
        station=reply.station,
        hall=reply.hall,
        epoch=reply.epoch,
        mode=reply.mode,
        platform_key=from_base64(reply.platform_key.public_key),
        server_time=reply.server_time,
        pack=reply.pack,
        catalogue=reply.catalogue,
        calendar=reply.calendar,
        counter_key=key,
    )


def read_code(text: str) -> str:
    """Twenty digits out of what was typed or piped: bare, grouped, or enrol-code's own line."""
    text = text.strip()
    if text.startswith("{"):
        try:
            text = str(json.loads(text)["code"])
        except (ValueError, KeyError, TypeError):
            raise Refused("", "sync.code-form") from None
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"[0-9]{20}", digits):
        raise Refused("", "sync.code-form")
    return digits


def keep(tx: Connection, made: Enrolment) -> None:
    """Into the encrypted store; what is not through yet goes on in the new epoch's chain."""
    outbox.open_epoch(tx, made.epoch)
    state.put(
        tx,
        platform_url=made.url,
        terminal=made.terminal,
        hall=made.hall,
        platform_mode=made.mode,
        platform_key=to_base64(made.platform_key),
        counter_key=made.counter_key.private_bytes_raw().hex(),
        cursor=0,
    )
    state.forget(tx, "stopped")


def identity(rx: Connection) -> Identity:
    """Who we are at the platform; Unavailable before enrolment."""
    terminal, key = state.get(rx, "terminal"), state.get(rx, "counter_key")
    if not terminal or not key:
        raise Unavailable("sync.not-enrolled")
    return Identity(terminal, Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key)))


def enrolled_at(rx: Connection) -> str:
    """The platform's address; empty before enrolment."""
    return state.get(rx, "platform_url")
