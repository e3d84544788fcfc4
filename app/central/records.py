"""The platform's tables and the marking of an empty database as training or live."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    event,
    inspect,
    select,
)

from app import sqlite
from app.contract.messages import Mode
from app.errors import Unavailable

SCHEMA = 1
DATABASE_BUSY_RETRY = 5  # seconds a counter is asked to wait
DISK_FULL_RETRY = 60  # somebody has to make room

metadata = MetaData()
platform = Table(
    "platform",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("schema", Integer, nullable=False),
    Column("mode", String, nullable=False),
    Column("secret", LargeBinary, nullable=False),  # makes nonces and digests of codes
    Column("signing_key", LargeBinary, nullable=False),  # Ed25519, for receipts
)
codes = Table(
    "codes",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("terminal", String, nullable=False),
    Column("hall", String, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("used", Boolean, nullable=False),
)
terminals = Table(
    "terminals",
    metadata,
    Column("terminal", String, primary_key=True),
    Column("hall", String, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("alg", String, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("enrolled_at", String, nullable=False),
    Column("revoked_at", String, nullable=False),
)
nonces = Table(
    "nonces",
    metadata,
    Column("nonce", String, primary_key=True),
    Column("expires", BigInteger, nullable=False, index=True),
)
chains = Table(
    "chains",
    metadata,
    Column("terminal", String, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("next_seq", BigInteger, nullable=False),
    Column("head", String(64), nullable=False),
)
ops = Table(
    "ops",
    metadata,
    Column("op_id", String(36), primary_key=True),
    Column("terminal", String, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("type", String, nullable=False),
    Column("entity", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("at_wall", String, nullable=False),
    Column("received_at", String, nullable=False),
    Column("operation", Text, nullable=False),  # canonical; empty while its body is withheld
    Column("status", String, nullable=False),
    Column("code", String),
    Column("version", Integer, nullable=False),
    Column("server_seq", BigInteger, nullable=False),
    Index("ops_in_order", "terminal", "epoch", "seq", unique=True),
    Index("ops_of_entity", "entity", "seq"),
)
cases = Table(
    "cases",
    metadata,
    Column("number", String, primary_key=True),
    Column("entity", String, nullable=False, unique=True),
    Column("hall", String, nullable=False),
    Column("terminal", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("state", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("server_seq", BigInteger, nullable=False),
    Column(
        "checked_against", String, nullable=False
    ),  # catalogue version; empty: none came with it
    Column("body", Text, nullable=False),  # the case as submitted; empty if abandoned unsent
    Index("cases_changed", "hall", "server_seq"),
)
letters = Table(
    "letters",
    metadata,
    Column("number", String, primary_key=True),
    Column("case_number", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("voided_because", String, nullable=False),
    Column("replaced_by", String, nullable=False),
)
leaves = Table(
    "leaves",
    metadata,
    Column("position", BigInteger, primary_key=True),
    Column("hash", String(64), nullable=False),
)
log_head = Table(
    "log_head",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("peaks", Text, nullable=False),  # roots of the whole subtrees, largest first
)
blobs = Table(
    "blobs",
    metadata,
    Column("hall", String, primary_key=True),
    Column("sm3", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("received", BigInteger, nullable=False),
    Column("done", Boolean, nullable=False),
)
blob_chunks = Table(
    "blob_chunks",
    metadata,
    Column("hall", String, primary_key=True),
    Column("sm3", String(64), primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
refusals = Table(
    "refusals",  # of the public page: how many a day, nothing of who or what
    metadata,
    Column("day", String(10), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("times", BigInteger, nullable=False),
)
successors = Table(
    "successors",  # what the city confirmed to follow ended measures; the last one counts (A25-1)
    metadata,
    Column("id", Integer, primary_key=True),
    Column("after", String, nullable=False),
    Column("pack", String, nullable=False),
    Column("version", String, nullable=False),
    Column("basis", Text, nullable=False),
    Column("confirmed_by", String, nullable=False),
    Column("confirmed_on", String(10), nullable=False),
    Column("at", String, nullable=False),
)
for _verb in ("UPDATE", "DELETE"):
    event.listen(
        successors,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER successors_no_{_verb.lower()} BEFORE {_verb} ON successors "
            "BEGIN SELECT RAISE(ABORT, 'successors is append-only'); END"
        ),
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """What `migrate` wrote once: the mode and the platform's own secrets."""

    mode: Mode
    secret: bytes
    signing_key: Ed25519PrivateKey


class Records:
    """The open database."""

    def __init__(self, engine: Engine, *, encrypted: bool) -> None:
        self._engine = engine
        self.encrypted = encrypted

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """All of it is kept, or none."""
        with sqlite.write(self._engine) as tx:
            yield tx

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One moment."""
        with sqlite.read(self._engine) as rx:
            yield rx

    def try_writing(self) -> None:
        """OperationalError for a database that can only be read."""
        sqlite.try_writing(self._engine)

    def close(self) -> None:
        self._engine.dispose()


def open_records(url: str, key: bytes | None = None) -> Records:
    """The database at `url`: sqlite:///PATH or a plain path."""
    path = url.removeprefix("sqlite:///") if url.startswith("sqlite:///") else url
    if "://" in path:
        raise Unavailable("central.database-kind")
    if not Path(path).absolute().parent.is_dir():
        raise Unavailable("central.database-folder")
    engine = sqlite.open_engine(Path(path), key)
    if not sqlite.readable(engine):
        engine.dispose()
        raise Unavailable("central.database-key")
    return Records(engine, encrypted=key is not None)


def mark(records: Records, mode: Mode) -> bool:
    """Make the tables and mark an empty database; False when it carries this mark already."""
    with records.write() as tx:
        if inspect(tx).has_table("platform"):
            found = tx.execute(select(platform.c.mode)).scalar_one()
            if found != mode:
                raise Unavailable("central.marked-otherwise", mode=found)
            return False
        _refuse_plain(records, mode)
        metadata.create_all(tx)
        key = Ed25519PrivateKey.generate().private_bytes_raw()
        row = {"only": 1, "schema": SCHEMA, "mode": mode}
        tx.execute(platform.insert().values(secret=secrets.token_bytes(32), signing_key=key, **row))
        tx.execute(log_head.insert().values(only=1, size=0, peaks=""))
    return True


def read_mark(records: Records) -> Mark:
    """Unavailable with the remedy when nobody has said training or live."""
    with records.read() as rx:
        if not inspect(rx).has_table("platform"):
            raise Unavailable("central.unmarked")
        row = rx.execute(select(platform)).one()
    if row.schema != SCHEMA:
        raise Unavailable("central.schema", version=row.schema, ours=SCHEMA)
    _refuse_plain(records, row.mode)
    key = Ed25519PrivateKey.from_private_bytes(row.signing_key)
    return Mark(cast(Mode, row.mode), row.secret, key)


def _refuse_plain(records: Records, mode: str) -> None:
    """Real people's cases lie in an encrypted file only."""
    if mode == "live" and not records.encrypted:
        raise Unavailable("central.plain-live")
