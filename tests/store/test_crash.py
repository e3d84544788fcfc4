"""Whatever ends the program, what was acknowledged is there and the tables agree."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.audit import checking, trail
from app.clock import SystemClock
from app.errors import Unavailable
from app.store import letters, tables
from app.store.database import Store

KEY = bytes(range(32))
KILLS = 10
COUNTED = (tables.trail, tables.officers, tables.blobs)
WRITER = """
import sys
from pathlib import Path
from app.audit import trail
from app.clock import SystemClock
from app.store import letters, officers
from app.store.database import Store
store = Store.open(Path(sys.argv[1]), bytes(range(32)))
n = int(sys.argv[2])
while True:
    n += 1
    with store.write() as tx:
        line = trail.add(tx, SystemClock(), "u1", "officer.create", f"u{n}")
        officers.add(tx, officers.Officer(f"u{n}", "李敏", ("clerk",), "x", True), line)
        letters.keep_blob(tx, str(n).encode() * 500)
    print(n, flush=True)
"""


def counts(store: Store) -> list[int]:
    with store.read() as rx:
        return [rx.execute(select(func.count()).select_from(each)).scalar_one() for each in COUNTED]


def run_and_kill(folder: Path, done: int, after: int) -> int:
    """The last act that was acknowledged before SIGKILL."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(done)], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    for _ in range(after):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    told = process.communicate()[0].split(b"\n")
    return int(told[-2]) if len(told) > 1 else done + after


def test_ten_kills_lose_nothing_that_was_acknowledged(tmp_path):
    Store.create(tmp_path, KEY).close()
    done = 0
    for kill in range(KILLS):
        acknowledged = run_and_kill(tmp_path, done, after=5 + 7 * kill)
        store = Store.open(tmp_path, KEY)
        found = counts(store)
        with store.read() as rx:
            assert checking.check(trail.lines(rx)).whole
        store.close()
        assert len(set(found)) == 1
        assert found[0] in (acknowledged, acknowledged + 1)
        done = found[0]


@pytest.fixture
def small_disk(tmp_path):
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("a small disk needs root and mount")
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a tmpfs is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(store: Store) -> int:
    """Acts kept until the disk was full."""
    for kept in range(10_000):
        try:
            with store.write() as tx:
                trail.add(tx, SystemClock(), "u1", "letter.seal", "x")
                letters.keep_blob(tx, os.urandom(60_000))
        except Unavailable as full:
            return kept if full.code == "store.full" else -1
    return -1


def test_a_full_disk_is_said_and_keeps_every_act_whole(small_disk):
    store = Store.create(small_disk, KEY)
    kept = fill(store)
    assert kept > 0
    trails, _, blobs = counts(store)
    assert trails == blobs == kept
    store.close()
    again = Store.open(small_disk, KEY)
    assert counts(again)[0] == kept
    again.close()


def test_threads_write_side_by_side_without_a_gap(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    store = Store.create(tmp_path, KEY)

    def act(_: int) -> None:
        with store.write() as tx:
            trail.add(tx, SystemClock(), "u1", "act", "x")

    with ThreadPoolExecutor(6) as lanes:
        list(lanes.map(act, range(60)))
    with store.read() as rx:
        finding = checking.check(trail.lines(rx))
    assert (finding.whole, finding.lines) == (True, 60)
    store.close()
