"""The steps lead to exactly the tables of this program, and back to nothing."""

import pytest

from app import sqlite
from app.store import tables
from app.store.database import FILE, Store
from app.store.migrations.upgrade import move

KEY = bytes(range(32))
SHAPE = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"


@pytest.fixture
def engine(tmp_path):
    engine = sqlite.open_engine(tmp_path / "old.db", KEY)
    yield engine
    engine.dispose()


def shape(connection) -> dict[str, str]:
    return {name: "".join(sql.split()) for name, sql in connection.exec_driver_sql(SHAPE)}


def move_and_break(engine) -> None:
    with sqlite.write(engine) as tx:
        move(tx, str(tables.SCHEMA))
        _ = 1 / 0


def test_the_steps_lead_to_the_tables_of_this_program(engine, tmp_path):
    """Fails when tables or triggers changed and no step was written for it."""
    store = Store.create(tmp_path, KEY)
    with sqlite.write(engine) as tx:
        move(tx, str(tables.SCHEMA))
    with store.read() as ours, sqlite.read(engine) as theirs:
        assert shape(theirs) == shape(ours)
    store.close()


def test_every_step_goes_up_and_down(engine):
    for number in range(1, tables.SCHEMA + 1):
        with sqlite.write(engine) as tx:
            move(tx, str(number))
            before = shape(tx)
            move(tx, str(number - 1) if number > 1 else "base")
            move(tx, str(number))
            assert shape(tx) == before


def test_a_step_that_fails_half_way_leaves_nothing(engine):
    with pytest.raises(ZeroDivisionError):
        move_and_break(engine)
    with sqlite.read(engine) as rx:
        assert shape(rx) == {}
        assert rx.exec_driver_sql("PRAGMA user_version").scalar_one() == 0


def test_an_older_store_is_brought_forward_when_opened(tmp_path):
    engine = sqlite.open_engine(tmp_path / FILE, KEY)
    with sqlite.write(engine) as tx:
        tx.exec_driver_sql("CREATE TABLE early (only INTEGER)")
        tx.exec_driver_sql("DROP TABLE early")
    engine.dispose()
    Store.open(tmp_path, KEY).close()
    assert not (tmp_path / "store.before-upgrade").exists()
