"""The store's key: random, wrapped twice (AES-256-GCM), by a keyring secret and a recovery key.

An existing store never gets a new key: whatever the keyring answers, a store that is there is
opened with the key it was made with, or not at all.
"""

import base64
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app import private_file
from app.errors import Unavailable
from app.store import database, recovery_key
from app.store.keyring_call import Answer, ask

FILE = "store.keys"
FALLBACK = "store.secret"  # training without a keyring only
FORMAT = 1
CIPHER = "AES-256-GCM"
TROUBLES = {
    "none": "keys.no-keyring",
    "locked": "keys.keyring-locked",
    "no-default-collection": "keys.no-default-collection",
    "forgets": "keys.keyring-forgets",
    "silent": "keys.keyring-silent",
    "failed": "keys.keyring-failed",
}


@dataclass(frozen=True, slots=True)
class Custody:
    """Who keeps the secret: a keyring backend by its name, or a file, and then why."""

    held_by: str  # "keyring" or "file"
    backend: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The key and who keeps it; `recovery` is the text to show once, empty when none was made."""

    key: bytes
    custody: Custody
    recovery: str = ""

    def __repr__(self) -> str:
        return f"Opened({self.custody})"


def begun(folder: Path) -> bool:
    """True when a key was made here; then only unlock() or recover() may follow."""
    return (folder / FILE).exists() or database.exists(folder)


def create(folder: Path, *, training: bool, use_keyring: bool = True) -> Opened:
    """A first start: make the key and both wraps. Refused where a key or a store is."""
    if begun(folder):
        raise Unavailable("keys.already-there")
    key, secret = secrets.token_bytes(32), secrets.token_hex(32)
    store, text = secrets.token_hex(8), recovery_key.make()
    entry = f"{store}-{secrets.token_hex(4)}"
    custody = _hand_over(folder, entry, secret, training, use_keyring)
    record = {"format": FORMAT, "cipher": CIPHER, "store": store}
    record |= {"by_recovery": _wrap(key, recovery_key.read(text), store, "recovery")}
    _keep(folder, record | _held(custody, entry, key, secret, store))
    return Opened(key, custody, text)


def unlock(folder: Path) -> Opened:
    """The key of the existing store, by the secret that was put away at its first start."""
    record = _record(folder)
    secret = _secret(folder, record)
    key = _unwrap(record["by_secret"], secret.encode("ascii"), record["store"], "secret")
    if key is None:
        raise Unavailable("keys.keyring-wrong", backend=record["backend"])
    return Opened(key, custody(folder))


def recover(folder: Path, text: str) -> bytes:
    """The key by the recovery key; nothing is changed yet."""
    record = _record(folder)
    key = _unwrap(record["by_recovery"], recovery_key.read(text), record["store"], "recovery")
    if key is None:
        raise Unavailable("keys.recovery-wrong")
    return key


def wrap_anew(folder: Path, key: bytes, *, training: bool, use_keyring: bool = True) -> Custody:
    """The store's own key, proved by opening it, given to the keyring of today."""
    record = _record(folder)
    secret, entry = secrets.token_hex(32), f"{record['store']}-{secrets.token_hex(4)}"
    custody = _hand_over(folder, entry, secret, training, use_keyring)
    _keep(folder, record | _held(custody, entry, key, secret, record["store"]))
    return custody


def renew_recovery(folder: Path, key: bytes) -> str:
    """A new recovery key for the open store; the old paper is worthless from now on."""
    record, text = _record(folder), recovery_key.make()
    wrapped = _wrap(key, recovery_key.read(text), record["store"], "recovery")
    _keep(folder, record | {"by_recovery": wrapped})
    return text


def custody(folder: Path) -> Custody:
    """What the status page shows; asks no keyring."""
    record = _record(folder)
    return Custody(record["held_by"], record["backend"], record["why"])


def _hand_over(folder: Path, entry: str, secret: str, training: bool, use_keyring: bool) -> Custody:
    """Put the secret into the keyring and read it back; a file instead only in training."""
    answer = ask("keep", entry, secret) if use_keyring else Answer("none", trouble="none")
    if not answer.trouble:
        return Custody("keyring", answer.backend)
    code = TROUBLES[answer.trouble]
    if not training:
        raise Unavailable(code, backend=answer.backend)
    private_file.write(folder / FALLBACK, secret)
    return Custody("file", "file", code)


def _secret(folder: Path, record: dict[str, Any]) -> str:
    if record["held_by"] == "file":
        try:
            return (folder / FALLBACK).read_text("ascii").strip()
        except OSError:
            raise Unavailable("keys.secret-file-missing", file=FALLBACK) from None
    answer = ask("read", record["entry"])
    if answer.backend and answer.backend != record["backend"]:
        raise Unavailable("keys.keyring-changed", old=record["backend"], new=answer.backend)
    if answer.trouble:
        raise Unavailable(TROUBLES[answer.trouble], backend=record["backend"])
    if not answer.secret:
        raise Unavailable("keys.keyring-empty", backend=record["backend"])
    return answer.secret


def _held(custody: Custody, entry: str, key: bytes, secret: str, store: str) -> dict[str, Any]:
    wrapped = _wrap(key, secret.encode("ascii"), store, "secret")
    held = {"held_by": custody.held_by, "backend": custody.backend, "why": custody.why}
    return held | {"entry": entry, "by_secret": wrapped}


def _cipher(secret: bytes, store: str, purpose: str) -> AESGCM:
    """Both secrets are random and long, so a plain derivation is enough; the purpose parts them."""
    info = f"zero-proof-counter {purpose}".encode("ascii")
    return AESGCM(HKDF(SHA256(), 32, salt=store.encode("ascii"), info=info).derive(secret))


def _wrap(key: bytes, secret: bytes, store: str, purpose: str) -> str:
    nonce = secrets.token_bytes(12)
    sealed = _cipher(secret, store, purpose).encrypt(nonce, key, store.encode("ascii"))
    return base64.b64encode(nonce + sealed).decode("ascii")


def _unwrap(wrapped: str, secret: bytes, store: str, purpose: str) -> bytes | None:
    data = base64.b64decode(wrapped)
    try:
        cipher = _cipher(secret, store, purpose)
        return cipher.decrypt(data[:12], data[12:], store.encode("ascii"))
    except InvalidTag:
        return None


def _record(folder: Path) -> dict[str, Any]:
    try:
        record = json.loads((folder / FILE).read_text("ascii"))
    except FileNotFoundError:
        raise Unavailable("keys.file-missing", file=FILE) from None
    except ValueError:
        raise Unavailable("keys.file-unreadable", file=FILE) from None
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise Unavailable("keys.file-unreadable", file=FILE)
    return record


def _keep(folder: Path, record: dict[str, Any]) -> None:
    private_file.write(folder / FILE, json.dumps(record, indent=1))
