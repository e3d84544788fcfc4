"""Files that ship with the program."""

from pathlib import Path


def path(name: str) -> Path:
    """The file or folder `name` below resources/."""
    return Path(__file__).parent / name
