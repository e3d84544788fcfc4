"""Folders of data that ship signed: nothing is read from one that is not as it was signed.

A folder holds TOML for people, `compiled.json` with the same content and the digest of each file,
and `compiled.json.sig` over it. Reading checks the signature and every digest, and parses JSON
only: it is some twenty times quicker than TOML.
"""

import base64
import json
import tomllib
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.codecs.chain import sm3_hex
from app.errors import Refused

COMPILED, SIGNATURE = "compiled.json", "compiled.json.sig"
LABEL = b"zero-proof signed data 1\n"  # an Ed25519 key may sign other things too
MOST_BYTES = 8_000_000

Content = dict[str, Any]


def compile_folder(folder: Path) -> bytes:
    """The bytes of `compiled.json` for the TOML files that lie there now."""
    files = {}
    for path in _sources(folder):
        data = _bytes(path)
        files[path.name] = {"sm3": sm3_hex(data), "content": tomllib.loads(data.decode("utf-8"))}
    record = {"folder": folder.name, "files": files}
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1, default=str)
    return text.encode("utf-8") + b"\n"


def signed_message(compiled: bytes) -> bytes:
    """What the key signs."""
    return LABEL + compiled


def read_folder(folder: Path, key: bytes, article: str) -> dict[str, Content]:
    """Content by file name; Refused when a file was altered, added or taken away."""
    compiled = _bytes(folder / COMPILED)
    _check_signature(folder, compiled, key, article)
    record = json.loads(compiled)
    if record["folder"] != folder.name:
        raise Refused(article, "reference.altered", file=f"{folder.name}/{COMPILED}")
    files: dict[str, dict[str, Any]] = record["files"]
    found = {path.name: path for path in _sources(folder)}
    for name in sorted(files.keys() | found.keys()):
        known = name in files and name in found
        if not known or sm3_hex(_bytes(found[name])) != files[name]["sm3"]:
            raise Refused(article, "reference.altered", file=f"{folder.name}/{name}")
    return {name: file["content"] for name, file in files.items()}


def _check_signature(folder: Path, compiled: bytes, key: bytes, article: str) -> None:
    path = folder / SIGNATURE
    if not path.exists():
        raise Refused(article, "reference.unsigned", file=f"{folder.name}/{COMPILED}")
    try:
        signature = base64.b64decode(_bytes(path).strip(), validate=True)
        Ed25519PublicKey.from_public_bytes(key).verify(signature, signed_message(compiled))
    except (ValueError, InvalidSignature):
        raise Refused(article, "reference.altered", file=f"{folder.name}/{COMPILED}") from None


def _sources(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _bytes(path: Path) -> bytes:
    """The file's bytes; an absent or enormous file is named, not read."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        data = b""
    if not data or len(data) > MOST_BYTES:
        name = f"{path.parent.name}/{path.name}"
        raise Refused("A25-1", "reference.unreadable", file=name)
    return data
