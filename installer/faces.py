"""The faces of resources/fonts/index.toml."""

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import places

INDEX = places.TREE / "resources" / "fonts" / "index.toml"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: what it must be, and the package it is taken from."""

    file: str
    sha256: str
    size: int
    licence: str
    source: str
    package: str
    version: str
    member: str
    converted_from_sha256: str | None = None

    @property
    def origin(self) -> tuple[str, str, str]:
        """Faces of one origin are fetched at once."""
        return self.source, self.package, self.version

    def lies_in(self, folder: Path) -> bool:
        """The very file is there."""
        return self.is_about_in(folder) and digest(folder / self.file) == self.sha256

    def is_about_in(self, folder: Path) -> bool:
        """A file of its size is there; quick, for every start."""
        path = folder / self.file
        return path.is_file() and path.stat().st_size == self.size


def listed() -> Sequence[Face]:
    """All of them."""
    index = tomllib.loads(INDEX.read_text(encoding="utf-8"))
    return tuple(Face(**entry) for entry in index["font"])


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
