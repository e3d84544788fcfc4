"""Writes a file whole or not at all, for its owner's eyes only."""

import os
from pathlib import Path


def write(target: Path, content: str | bytes) -> None:
    """Over an older one, whoever could read that."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    fresh = target.with_name(target.name + ".new")
    fresh.unlink(missing_ok=True)
    file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(file, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(target)
