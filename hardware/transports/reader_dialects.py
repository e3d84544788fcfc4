"""What readers' libraries are like: the rows of hardware/profiles/readers.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "profiles" / "readers.toml"
STYLES = ("sdtapi", "cvr", "termb")
NEEDED = {"style", "told_by", "convention", "good"}
OF_SDTAPI = {"prefix", "ports"}
OF_CONTENT = {"actives", "encoding", "getter_style", "getters", "statuses", "fresh"}
MAY = {
    "without", "ports", "paths", "wide", "issues", "cert_type", "read_tells", "foreigner",
    "foreigner_getters", "new_address",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the driver needs of a row; the worker gets the row itself."""

    name: str
    encoding: str
    fresh: bool
    statuses: dict[str, dict[str, int]]
    cert_type: dict[str, str]


@cache
def rows() -> dict[str, dict[str, Any]]:
    """All rows in their order; ValueError for one that cannot be (a fault of the file)."""
    found = tomllib.loads(FILE.read_text("utf-8"))
    for name, row in found.items():
        check(name, row)
    return found


@cache
def dialects() -> dict[str, Dialect]:
    return {name: _dialect(name, row) for name, row in rows().items()}


def check(name: str, row: dict[str, Any]) -> None:
    """Nothing is missing from a row, and nothing in it is skipped."""
    needed = NEEDED | (OF_SDTAPI if row.get("style") == "sdtapi" else OF_CONTENT)
    if row.get("style") not in STYLES or not needed <= set(row):
        raise ValueError(f"dialect {name}: misses {', '.join(sorted(needed - set(row)))}")
    unknown = set(row) - needed - MAY
    if unknown:
        raise ValueError(f"dialect {name}: unknown {', '.join(sorted(unknown))}")


def _dialect(name: str, row: dict[str, Any]) -> Dialect:
    return Dialect(
        name,
        row.get("encoding", ""),
        bool(row.get("fresh")),
        row.get("statuses", {}),
        row.get("cert_type", {}),
    )
