"""Brings an older store to this schema: room checked, copy made, all steps or none (sync 2.5)."""

import shutil
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from app import sqlite
from app.errors import Unavailable
from app.store import tables

ROOM = 2.2  # times the file: the copy, and the log while the steps run


def upgrade(engine: Engine, file: Path) -> None:
    """To tables.SCHEMA; the copy (same key) stays until the new store has passed its check."""
    needed = int(file.stat().st_size * ROOM)
    if shutil.disk_usage(file.parent).free < needed:
        raise Unavailable("store.no-room-to-upgrade", needed_mb=needed // 1_000_000 + 1)
    copy = file.with_suffix(".before-upgrade")
    copy.unlink(missing_ok=True)
    with engine.connect() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(copy),))
    with sqlite.write(engine) as tx:
        move(tx, str(tables.SCHEMA))
    damage = sqlite.first_damage(engine)
    if damage is not None:
        raise Unavailable("store.damaged", found=damage[:200])
    copy.unlink()


def move(tx: Connection, target: str) -> None:
    """Up or down to a revision ("base" is the empty store), inside the caller's transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = tx
    version = tx.exec_driver_sql("PRAGMA user_version").scalar_one()
    command.stamp(config, str(version) if version else "base")
    up = target != "base" and int(target) > version
    (command.upgrade if up else command.downgrade)(config, target)
    tx.exec_driver_sql("DROP TABLE alembic_version")  # user_version alone says where we are
    tx.exec_driver_sql(f"PRAGMA user_version = {0 if target == 'base' else int(target)}")
