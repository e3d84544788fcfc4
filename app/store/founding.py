"""A first start is whole or it never was: what one that broke off left behind is cleared away.

Nobody could open such a store yet, and its recovery key was never shown. A store that was finished
once is never touched here, whatever of it is missing.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import Unavailable
from app.store import database, keys
from app.store.lock import StoreLock

UNFINISHED = "store.unfinished"  # there from before the key is made until all is kept
LOCK = "store.founding"
MADE = (keys.FILE, keys.FALLBACK, database.FILE, database.FILE + "-wal", database.FILE + "-shm")


def unfinished(folder: Path) -> bool:
    return (folder / UNFINISHED).exists()


@contextmanager
def founding(folder: Path) -> Iterator[None]:
    """For key, store and mark together; one process at a time."""
    with StoreLock(folder / LOCK):
        try:
            if keys.begun(folder) and not unfinished(folder):
                raise Unavailable("keys.already-there")
            with _whole_or_nothing(folder):
                yield
        finally:
            with suppress(PermissionError):  # Windows removes no open file
                (folder / LOCK).unlink()


@contextmanager
def _whole_or_nothing(folder: Path) -> Iterator[None]:
    _clear(folder)
    (folder / UNFINISHED).touch(0o600)
    try:
        yield
    except BaseException:
        _clear(folder)
        raise
    finally:
        (folder / UNFINISHED).unlink()


def _clear(folder: Path) -> None:
    for name in MADE:
        (folder / name).unlink(missing_ok=True)
