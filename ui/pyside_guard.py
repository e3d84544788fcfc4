"""Refuses a PySide6 that would abort the interpreter in the middle of a case."""

from app.errors import Unavailable

# From 6.12.0 on, each signal takes a reference of True or None that Python before 3.12 counts
# down to nothing: after about 560 signals the process is gone. ui.md 2.1; the pin is 6.11.3.
FIRST_BAD_PYSIDE = (6, 12)
FIRST_GOOD_PYTHON = (3, 12)


def refuse_aborting(pyside: str, python: tuple[int, ...]) -> None:
    """Raise Unavailable for a pair of versions known to abort."""
    major, minor = (int(part) for part in pyside.split(".")[:2])
    if (major, minor) >= FIRST_BAD_PYSIDE and python[:2] < FIRST_GOOD_PYTHON:
        raise Unavailable("pyside.aborts", version=pyside, python=".".join(map(str, python[:3])))
