"""How readers of the card service carry frames: the rows of hardware/profiles/card_readers.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hardware.errors import DeviceRefused

FILE = Path(__file__).parents[1] / "profiles" / "card_readers.toml"


@dataclass(frozen=True, slots=True)
class PseudoApdu:
    """Frames in a command APDU that the reader does not hand on to a card."""

    name: str
    header: bytes
    more: int
    chunk: int
    fetch: bytes
    poll: bool
    le: bool


@dataclass(frozen=True, slots=True)
class ControlCode:
    """Frames in a control command to the reader."""

    name: str
    function: int
    prefix: bytes


CarrierProfile = PseudoApdu | ControlCode


@cache
def reader_profiles() -> dict[str, CarrierProfile]:
    """All rows by name; ValueError for a row that cannot be (a fault of the file)."""
    rows = tomllib.loads(FILE.read_text("utf-8"))
    return {name: read(name, row) for name, row in rows.items()}


def reader_profile(name: str) -> CarrierProfile:
    """By its name; DeviceRefused with those there are."""
    found = reader_profiles().get(name)
    if found is None:
        known = ", ".join(reader_profiles())
        raise DeviceRefused("id-reader.no-such-profile", name=name, names=known)
    return found


def read(name: str, row: dict[str, Any]) -> CarrierProfile:
    """One row; nothing in it is skipped."""
    fields = dict(row)
    try:
        kind = fields.pop("kind")
        made = {"apdu": _pseudo_apdu, "control": _control_code}[kind](name, fields)
        if fields:
            raise ValueError(f"unknown: {', '.join(fields)}")
    except (KeyError, TypeError, ValueError) as trouble:
        raise ValueError(f"profile {name}: {trouble}") from trouble
    return made


def _pseudo_apdu(name: str, fields: dict[str, Any]) -> CarrierProfile:
    header, fetch = bytes.fromhex(fields.pop("header")), bytes.fromhex(fields.pop("fetch"))
    more, chunk = int(fields.pop("more"), 16), fields.pop("chunk")
    if len(header) != 4 or len(fetch) != 4 or not 1 <= chunk <= 255 or not 0 <= more <= 255:
        raise ValueError("header, fetch, more or chunk is not possible")
    poll, le = bool(fields.pop("poll")), bool(fields.pop("le"))
    return PseudoApdu(name, header, more, chunk, fetch, poll, le)


def _control_code(name: str, fields: dict[str, Any]) -> CarrierProfile:
    return ControlCode(name, int(fields.pop("function")), bytes.fromhex(fields.pop("prefix")))
