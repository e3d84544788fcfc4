"""What differs between makes of seal tokens: rows of hardware/profiles/tokens.toml."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal

from hardware.codecs.pin_block import PinHash
from hardware.errors import DeviceRefused

FILE = Path(__file__).parents[1] / "profiles" / "tokens.toml"
STANDARD = "standard"
ALLOWED: dict[str, tuple[Any, ...]] = {
    "pin_hash": ("sm3", "sha1"),
    "apdu": ("extended", "short"),
    "framing": ("", "bare", "ccid"),
    "stop_bits": (1, 2),
    "rts": (True, False),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """One make. `application`, `container` None: look through all of them."""

    pin_hash: PinHash = "sm3"
    application: str | None = None
    container: str | None = None
    tries_command: int = 0x14  # GetPINInfo; 0: it has none
    apdu: Literal["extended", "short"] = "extended"
    framing: Literal["", "bare", "ccid"] = ""  # "": found by asking
    rate: int = 115200
    stop_bits: int = 2
    rts: bool = False
    list_files: int = 0  # EnumFiles; 0: seals are not read from it
    read_file: int = 0


@cache
def profiles() -> dict[str, Profile]:
    """All rows by name; ValueError for a row that cannot be (a fault of the file)."""
    rows = tomllib.loads(FILE.read_text("utf-8"))
    return {name: read(rows[STANDARD] | row) for name, row in rows.items()}


def profile(name: str) -> Profile:
    """By its name; DeviceRefused with those there are."""
    if name not in profiles():
        raise DeviceRefused("token.no-such-profile", name=name, names=", ".join(profiles()))
    return profiles()[name]


def read(row: dict[str, Any]) -> Profile:
    """One row; nothing in it is skipped."""
    known = {field.name for field in fields(Profile)}
    for name, value in row.items():
        if name not in known or value not in ALLOWED.get(name, (value,)):
            raise ValueError(f"{name} = {value!r}")
    return Profile(**row)
