"""What every form of the measures has in common: nothing that must be said may be left out."""

from app.errors import Refused


def complete(article: str, code: str, **values: object) -> None:
    """Refused with the names of what is empty; blanks are empty, and so is a missing time."""
    missing = [name for name, value in values.items() if _empty(value)]
    if missing:
        raise Refused(article, code, missing=", ".join(missing))


def _empty(value: object) -> bool:
    return not (value.strip() if isinstance(value, str) else value)
