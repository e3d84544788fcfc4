"""Wording that waits for a lawyer: everything the templates mark with `legal_review`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Waiting:
    """One text of one template that nobody has read as a lawyer."""

    kind: str
    id: str
    text: str


def for_review(letters: Mapping[str, Mapping[str, Any]]) -> tuple[Waiting, ...]:
    """What still has to be read, template by template; its other wordings are read with it."""
    return tuple(
        Waiting(kind, str(row.get("id", "form")), _words(row))
        for kind in sorted(letters)
        for row in _rows(letters[kind])
        if row.get("legal_review")
    )


def _rows(table: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for part in ("notice", "receipt", "blocks"):
        yield from table.get(part, ())
    yield from table.get("commitment", {}).get("sentences", ())
    yield from [table["form"]] if "form" in table else []


def _words(row: Mapping[str, Any]) -> str:
    texts = [str(row[name]) for name in ("text", "text_verify_first", "standard") if name in row]
    return " ".join([*texts, *map(str, row.get("variants", {}).values())])
