"""The store opens with its key only, keeps an act whole, refuses a change without a trail line."""

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from app.audit import trail
from app.clock import SystemClock
from app.errors import Unavailable
from app.store import tables
from app.store.database import FILE, Store

KEY = bytes(range(32))


def officer(line: int, name: str = "李敏") -> dict[str, object]:
    return {
        "id": "u1",
        "name": name,
        "roles": "clerk",
        "verifier": "x",
        "training": True,
        "active": True,
        "trail_id": line,
    }


@pytest.fixture
def store(tmp_path):
    store = Store.create(tmp_path, KEY)
    yield store
    store.close()


def add_line(tx) -> int:
    return trail.add(tx, SystemClock(), "u1", "test", "u1")


def test_an_act_without_a_trail_line_is_not_kept(store):
    with pytest.raises(IntegrityError), store.write() as tx:
        tx.execute(insert(tables.officers), officer(1))
    with store.read() as rx:
        assert rx.execute(select(tables.officers)).all() == []


def test_a_change_needs_a_new_trail_line(store):
    with store.write() as tx:
        tx.execute(insert(tables.officers), officer(add_line(tx)))
    with pytest.raises(IntegrityError, match="no trail line"), store.write() as tx:
        tx.execute(update(tables.officers).values(name="王芳"))
    with store.write() as tx:
        tx.execute(update(tables.officers).values(name="王芳", trail_id=add_line(tx)))


def test_an_old_trail_line_cannot_cover_a_new_row(store):
    with store.write() as tx:
        first = add_line(tx)
        add_line(tx)
        with pytest.raises(IntegrityError, match="no trail line"):
            tx.execute(insert(tables.officers), officer(first))


def test_the_trail_cannot_be_changed_or_cut(store):
    with store.write() as tx:
        add_line(tx)
    for statement in ("UPDATE trail SET officer = 'x'", "DELETE FROM trail"):
        with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
            tx.exec_driver_sql(statement)


def test_a_wrong_key_is_said_and_prints_nothing(store, tmp_path, capfd):
    store.close()
    with pytest.raises(Unavailable) as trouble:
        Store.open(tmp_path, bytes(32))
    assert trouble.value.code == "store.wrong-key"
    assert capfd.readouterr().err == ""
    Store.open(tmp_path, KEY).close()


def test_nothing_readable_lies_in_the_files(store, tmp_path):
    with store.write() as tx:
        tx.execute(insert(tables.officers), officer(add_line(tx), "标记字样"))
    for file in tmp_path.iterdir():
        assert "标记字样".encode() not in file.read_bytes()
        assert b"CREATE TABLE" not in file.read_bytes()


def test_the_settings_of_the_file_are_the_safe_ones(store):
    with store.read() as rx:
        values = [
            rx.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "cache_size")
        ]
    assert values == ["wal", 2, 1, -65536]


def test_a_new_store_never_overwrites_one(store, tmp_path):
    store.close()
    with pytest.raises(Unavailable) as trouble:
        Store.create(tmp_path, bytes(32))
    assert trouble.value.code == "store.already-there"


def test_a_flipped_bit_is_found_at_the_start(store, tmp_path):
    with store.write() as tx:
        for _ in range(50):
            add_line(tx)
    store.close()
    data = bytearray((tmp_path / FILE).read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 + 100] ^= 1
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(Unavailable) as trouble:
        Store.open(tmp_path, KEY)
    assert trouble.value.code == "store.damaged"


def test_a_store_of_a_newer_program_is_left_alone(store, tmp_path):
    with store.write() as tx:
        tx.exec_driver_sql("PRAGMA user_version = 999")
    store.close()
    with pytest.raises(Unavailable) as trouble:
        Store.open(tmp_path, KEY)
    assert trouble.value.code == "store.newer"


def test_closing_folds_the_log_into_the_file(store, tmp_path):
    with store.write() as tx:
        add_line(tx)
    store.close()
    wal = tmp_path / (FILE + "-wal")
    assert not wal.exists() or wal.stat().st_size == 0
