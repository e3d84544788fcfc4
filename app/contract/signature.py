"""What of a request is signed (RFC 9421), for both ends.

Method, path, query and the body's digest; not the host or scheme, because gateways end TLS. The
platform's nonce stands for the time: counters' clocks are wrong. The algorithm is named.
"""

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import http_sf
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageSigner,
    HTTPMessageVerifier,
    HTTPSignatureAlgorithm,
    HTTPSignatureKeyResolver,
)
from http_message_signatures.algorithms import ED25519

COVERED = ("@method", "@path", "@query")
DIGEST = "content-digest"
TAG = "zero-proof-counter"
LABEL = "counter"
NONCE_HEADER = "Next-Nonce"
MAX_HEADER = 2048
ALGORITHMS: Mapping[str, type[HTTPSignatureAlgorithm]] = {"ed25519": ED25519}  # SM2 will join


class BadSignature(Exception):
    """The request is not what an enrolled counter signed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a request says of itself, not yet believed."""

    terminal: str
    nonce: str
    alg: str


class HeaderLines:
    """Header lines in order, for the signature library."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        self._lines = list(lines)

    def items(self) -> list[tuple[str, str]]:
        return self._lines


@dataclass(frozen=True, slots=True)
class Message:
    """A request as the library wants it."""

    method: str
    url: str
    headers: Any


class _OneKey(HTTPSignatureKeyResolver):
    def __init__(self, public: Any = None, private: Any = None) -> None:
        self._public, self._private = public, private

    def resolve_public_key(self, key_id: str) -> Any:
        return self._public

    def resolve_private_key(self, key_id: str) -> Any:
        return self._private


class _Verifier(HTTPMessageVerifier):
    """Times are not looked at: the nonce is fresh or it is not."""

    def validate_created_and_expires(
        self, sig_input: Any, max_age: timedelta | None = None
    ) -> None:
        return


def sign(
    method: str,
    target: str,
    body: bytes | None,
    *,
    terminal: str,
    key: Ed25519PrivateKey,
    nonce: str,
    created: datetime,
) -> dict[str, str]:
    """The headers that sign a request for `target` (path and query)."""
    headers: dict[str, str] = {}
    signer = HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=_OneKey(private=key))
    signer.sign(
        Message(method, f"http://platform{target}", headers),
        key_id=terminal,
        created=created,
        nonce=nonce,
        label=LABEL,
        tag=TAG,
        covered_component_ids=COVERED,
        body=body,
    )
    return headers


def claim(lines: Iterable[tuple[str, str]]) -> Claim | None:
    """Who the request says it is from, or None when it says nothing sensible."""
    found = [value for name, value in lines if name.lower() == "signature-input"]
    if len(found) != 1 or len(found[0]) > MAX_HEADER:
        return None
    try:
        parsed: Any = http_sf.parse(found[0].encode(), tltype="dictionary")
        params = parsed[LABEL][1]
        terminal, nonce, alg = params["keyid"], params["nonce"], params["alg"]
    except (ValueError, KeyError, TypeError):
        return None
    if not all(isinstance(each, str) for each in (terminal, nonce, alg)):
        return None
    return Claim(terminal, nonce, alg)


def verify(message: Message, body: bytes, *, alg: str, public_key: bytes) -> None:
    """BadSignature unless the key signed `message` with `body`; the nonce is the caller's."""
    algorithm = ALGORITHMS.get(alg)
    if algorithm is None:
        raise BadSignature("unknown algorithm")
    verifier = _Verifier(
        signature_algorithm=algorithm, key_resolver=_OneKey(public=READ_KEY[alg](public_key))
    )
    required = (*COVERED, DIGEST) if body else COVERED
    try:
        found = verifier.verify(
            message, max_age=None, expect_tag=TAG, require_components=required, body=body
        )
    except HTTPMessageSignaturesException as error:
        raise BadSignature(type(error).__name__) from error
    if len(found) != 1:
        raise BadSignature("not one signature")


READ_KEY: Mapping[str, Callable[[bytes], Any]] = {
    "ed25519": Ed25519PublicKey.from_public_bytes,
}


def enrolment_proof(code: str, alg: str, public_key: str) -> bytes:
    """What a new counter signs to show that it holds the private key."""
    return "\n".join(("zero-proof enrolment 1", code, alg, public_key)).encode()


def to_base64(data: bytes) -> str:
    """As keys and signatures are written in messages."""
    return base64.b64encode(data).decode()


def from_base64(text: str) -> bytes:
    """ValueError when it is none."""
    return base64.b64decode(text, validate=True)
