"""Writes the samples of the store and its key file; by hand, once a released schema.

The sample of a trail's export is written where there is none.
"""

import json
import shutil
import sqlite3
import tempfile
from datetime import date
from pathlib import Path

from app import sqlite
from app.domain.catalogue import Way
from app.domain.governing import Confirmation
from app.domain.successor import Successor
from app.services import office, reception
from app.store import keys, successors, tables
from app.store.database import FILE
from tests.services.parts import confirmed, matter_with, open_case, opened

HERE = Path(__file__).parent
NAME = f"store-{tables.SCHEMA}"
CONFIRMED = Confirmation(
    Successor("luzhou-2019-36", "national", "联席会议纪要", "20001", date(2026, 11, 23)), "1"
)


def main() -> None:
    """One training counter as text: an abandoned, an open and a typed case, a confirmation."""
    folder = Path(tempfile.mkdtemp())
    hall, _ = opened(folder)
    reception.abandon(hall, open_case(hall), "申请人离开")
    open_case(hall, name="阿依努尔·买买提", raw_name="阿依努尔•买买提")
    reception.open_case(hall, confirmed(hall), *matter_with(Way.COMMITMENT))
    with hall.store.write() as tx:
        line = hall.line(tx, "basis.confirm", CONFIRMED.pin)
        successors.add(tx, CONFIRMED, hall.now(), line)
    trail, export = list(office.trail_lines(hall)), HERE / "audit-export.jsonl"
    if not export.exists():
        export.write_text("\n".join(trail) + "\n", "utf-8")
    key = keys.unlock(folder).key
    hall.store.close()
    text = "\n".join([*_dump(folder, key), f"PRAGMA user_version = {tables.SCHEMA};"])
    (HERE / f"{NAME}.sql").write_text(text + "\n", "utf-8")
    _keys(folder, key)
    shutil.rmtree(folder)


def _dump(folder: Path, key: bytes) -> list[str]:
    """The store's own statements; SQLCipher writes them into a plain file for SQLite to dump."""
    plain = folder / "plain.db"
    engine = sqlite.open_engine(folder / FILE, key)
    with engine.connect() as connection:
        connection.exec_driver_sql("ATTACH ? AS plain KEY ''", (str(plain),))
        connection.exec_driver_sql("SELECT sqlcipher_export('plain')")
    engine.dispose()
    return list(sqlite3.connect(plain).iterdump())


def _keys(folder: Path, key: bytes) -> None:
    """The key file with both secrets beside it: throw-away ones, of this sample only."""
    recovery = keys.renew_recovery(folder, key)
    sample = {
        "keys": json.loads((folder / keys.FILE).read_text()),
        "secret": (folder / keys.FALLBACK).read_text(),
        "recovery": recovery,
        "key": key.hex(),
    }
    (HERE / f"{NAME}.keys.json").write_text(json.dumps(sample, indent=1) + "\n", "ascii")


if __name__ == "__main__":
    main()
