"""Writes the samples of the store and its key file; by hand, once a released schema.

The sample of a trail's export is written where there is none.
"""

import json
import shutil
import sqlite3
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from app import sqlite
from app.domain.catalogue import Way
from app.domain.governing import Confirmation
from app.domain.seal_custody import Binding, KeptSeal
from app.domain.successor import Successor
from app.services import office, reception
from app.services.office import Office
from app.store import keys, seal_log, seals, successors, tables
from app.store.database import FILE
from app.store.seal_log import Use
from tests.services.parts import confirmed, matter_with, open_case, opened

HERE = Path(__file__).parent
NAME = f"store-{tables.SCHEMA}"
CONFIRMED = Confirmation(
    Successor("luzhou-2019-36", "national", "联席会议纪要", "20001", date(2026, 11, 23)), "1"
)


SEAL = KeptSeal(
    digest="5e" * 32,
    seal_id="XL0001",
    name="训练区政务服务中心训练专用章",
    maker="TRAINING",
    valid_from="2026-11-23T00:00:00+08:00",
    valid_until="2029-11-23T00:00:00+08:00",
    training=True,
    binding=Binding("10432", ("10432",), ("commitment", "receipt")),
    registered_by="system",
    confirmed_by="system",
    at="2026-11-23T09:00:00+08:00",
)
USE = Use(
    use=1,
    step="asked",
    at="2026-11-23T09:05:00+08:00",
    trusted=False,
    officer="10432",
    roles="clerk seal-holder",
    seal=SEAL.digest,
    seal_id=SEAL.seal_id,
    seal_name=SEAL.name,
    certificate="2a",
    token="TRAINING-0001",  # noqa: S106
    simulated=True,
    letter="510502-T03-2026-000002-01",
    kind="commitment",
)


def main() -> None:
    """One training counter as text: three cases, a confirmation, a seal and its uses."""
    folder = Path(tempfile.mkdtemp())
    hall, _ = opened(folder)
    reception.abandon(hall, open_case(hall), "申请人离开")
    open_case(hall, name="阿依努尔·买买提", raw_name="阿依努尔•买买提")
    reception.open_case(hall, confirmed(hall), *matter_with(Way.COMMITMENT))
    with hall.store.write() as tx:
        line = hall.line(tx, "basis.confirm", CONFIRMED.pin)
        successors.add(tx, CONFIRMED, hall.now(), line)
    _seal_and_a_use(hall)
    trail, export = list(office.trail_lines(hall)), HERE / "audit-export.jsonl"
    if not export.exists():
        export.write_text("\n".join(trail) + "\n", "utf-8")
    key = keys.unlock(folder).key
    hall.store.close()
    text = "\n".join([*_dump(folder, key), f"PRAGMA user_version = {tables.SCHEMA};"])
    (HERE / f"{NAME}.sql").write_text(text + "\n", "utf-8")
    _keys(folder, key)
    shutil.rmtree(folder)


def _seal_and_a_use(hall: Office) -> None:
    """A registered seal, a use of it that was done and one that broke off."""
    with hall.store.write() as tx:
        seals.add(tx, "register", SEAL, hall.line(tx, "seal.register", SEAL.digest))
        for place, step in ((1, "asked"), (1, "done"), (2, "asked")):
            line = hall.line(tx, "seal.use", USE.letter, step=step)
            seal_log.add(tx, replace(USE, use=place, step=step), line)


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
