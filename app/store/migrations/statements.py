"""The frozen statements of a revision: they lie beside it, each ended by two semicolons."""

from pathlib import Path

ENDED = ";;\n"


def of(revision: str) -> list[str]:
    """`revision`: the revision's own file."""
    text = Path(revision).with_suffix(".sql").read_text("utf-8")
    return [part.strip() for part in text.split(ENDED) if part.strip()]
