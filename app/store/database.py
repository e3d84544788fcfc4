"""Opens the counter's store, checks it, and gives write() and read()."""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from app import sqlite
from app.errors import Unavailable
from app.store import tables, triggers
from app.store.lock import StoreLock

FILE = "store.db"
LOCK = "store.lock"


class Store:
    """The open store. Every call takes its own connection, so any thread may call."""

    def __init__(self, folder: Path, engine: Engine, lock: StoreLock) -> None:
        self.folder = folder
        self._engine = engine
        self._lock = lock

    @classmethod
    def create(cls, folder: Path, key: bytes) -> "Store":
        """A new store in an empty place; an existing file is never touched."""
        return cls._hold(folder, key, _begin)

    @classmethod
    def open(cls, folder: Path, key: bytes) -> "Store":
        """The existing store: right key, undamaged, brought to this program's schema."""
        return cls._hold(folder, key, _check)

    @classmethod
    def _hold(cls, folder: Path, key: bytes, prepare: Callable[[Engine, Path], None]) -> "Store":
        lock = StoreLock(folder / LOCK).take()
        engine = sqlite.open_engine(folder / FILE, key)
        try:
            prepare(engine, folder)
            sqlite.try_writing(engine)  # said now, not at the first act
        except OperationalError as error:
            engine.dispose()
            lock.release()
            raise Unavailable("place.unusable", name=FILE, why=str(error.orig)) from None
        except BaseException:
            engine.dispose()
            lock.release()
            raise
        return cls(folder, engine, lock)

    def write(self) -> AbstractContextManager[Connection]:
        """One officer's act: all of it is kept, or none."""
        return sqlite.write(self._engine)

    def read(self) -> AbstractContextManager[Connection]:
        """One look at one moment."""
        return sqlite.read(self._engine)

    def close(self) -> None:
        """Fold the write-ahead log into the file, let everything go."""
        if not self._lock.held:
            return
        try:
            # On a full disk the log stays beside the file; the next opening reads both.
            with suppress(OperationalError), self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            self._engine.dispose()
            self._lock.release()


def exists(folder: Path) -> bool:
    """A store was made here once; an empty file is a first start that broke off."""
    file = folder / FILE
    return file.exists() and file.stat().st_size > 0


def _begin(engine: Engine, folder: Path) -> None:
    if exists(folder):
        raise Unavailable("store.already-there")
    (folder / FILE).touch(0o600)
    with sqlite.write(engine) as connection:
        tables.metadata.create_all(connection, checkfirst=False)
        for statement in triggers.statements():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {tables.SCHEMA}")


def _check(engine: Engine, folder: Path) -> None:
    if not exists(folder):
        raise Unavailable("store.missing")
    if not sqlite.readable(engine):
        raise Unavailable("store.wrong-key")
    damage = sqlite.first_damage(engine)
    if damage is not None:
        raise Unavailable("store.damaged", found=damage[:200])
    with engine.connect() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > tables.SCHEMA:
        raise Unavailable("store.newer", version=version, ours=tables.SCHEMA)
    if version < tables.SCHEMA:
        # Alembic costs 0.3 s; only a store that is behind pays.
        from app.store.migrations.upgrade import upgrade

        upgrade(engine, folder / FILE)
