"""What was taken out of a package, and which version of it that was."""

import tarfile
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fetched:
    """The members asked for, each as a file of its own."""

    version: str
    files: dict[str, Path]


def take_out(archive: tarfile.TarFile, members: AbstractSet[str], folder: Path) -> dict[str, Path]:
    """Write just `members` into `folder`, under their plain names."""
    files: dict[str, Path] = {}
    for entry in archive:
        name = entry.name.removeprefix("./")
        if name not in members or (content := archive.extractfile(entry)) is None:
            continue
        files[name] = folder / Path(name).name
        files[name].write_bytes(content.read())
        if len(files) == len(members):
            break
    return files
