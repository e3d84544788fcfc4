"""The published law data that ships with the program, as the platform reads it."""

from app.errors import Refused, Unavailable
from app.reference import Reference, load


def read_law() -> Reference:
    """Unavailable when it was altered: there is nothing to hold a case against."""
    try:
        return load()
    except Refused as altered:
        raise Unavailable(altered.code, **altered.facts) from altered
