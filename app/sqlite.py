"""Opens SQLite the one right way, for store and platform: raw key, WAL, synchronous FULL.

The library is sqlcipher3 also without a key: SQLite before 3.51.3 can damage a WAL file, and
Python's own is older (sync 2.2). Transactions are explicit; the engine itself is in AUTOCOMMIT.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.errors import Unavailable

CACHE_KIB = 64 * 1024  # with the default 8 MiB every miss costs a decryption (sync 2.1)
BUSY_MS = 5_000
UNWRITABLE = ("unable to open", "readonly")
OLDEST_SAFE = (3, 51, 3)  # the WAL-reset bug ends here


def open_engine(path: Path, key: bytes | None = None, *, connections: int = 4) -> Engine:
    """A pool on one file. `key` is the raw 256-bit key; None leaves the file plain."""
    if dbapi2.sqlite_version_info < OLDEST_SAFE:
        raise Unavailable("store.sqlite-too-old", version=dbapi2.sqlite_version)
    if key is not None and len(key) != 32:
        raise ValueError("the store key is 32 bytes")
    return create_engine(
        "sqlite://",
        creator=lambda: _connect(path, key),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=connections,
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
    )


def _connect(path: Path, key: bytes | None) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in (
            f"busy_timeout = {BUSY_MS}",
            f"cache_size = -{CACHE_KIB}",
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "trusted_schema = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def write(engine: Engine) -> Iterator[Connection]:
    """One act: all of it is kept, or none."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.exec_driver_sql("COMMIT")
        except OperationalError as error:
            _roll_back(connection)
            if "disk is full" in str(error.orig):
                raise Unavailable("store.full") from None
            raise
        except BaseException:
            _roll_back(connection)
            raise


@contextmanager
def read(engine: Engine) -> Iterator[Connection]:
    """One look: every statement sees the same moment."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        try:
            yield connection
        finally:
            _roll_back(connection)


def _roll_back(connection: Connection) -> None:
    # A full disk may have rolled back by itself; a second ROLLBACK would hide the first trouble.
    if connection.connection.driver_connection.in_transaction:  # type: ignore[union-attr]
        connection.exec_driver_sql("ROLLBACK")


def readable(engine: Engine) -> bool:
    """False when the key does not fit the file, or the file is no database."""
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    except DatabaseError as error:
        return "not a database" not in str(error.orig)
    return True


def try_writing(engine: Engine) -> None:
    """OperationalError for a file that can only be read; BEGIN IMMEDIATE alone lets one pass."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            connection.exec_driver_sql(f"PRAGMA user_version = {int(version)}")
        finally:
            _roll_back(connection)


def first_damage(engine: Engine) -> str | None:
    """What quick_check finds, or None; integrity_check would take a minute at a big store."""
    try:
        with engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    except DatabaseError as error:
        if any(words in str(error.orig) for words in UNWRITABLE):  # no damage: nobody may write
            raise
        return str(error.orig)
    return None if found == "ok" else str(found)
