"""One process holds the store, and no dead one keeps it (G15)."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import Unavailable
from app.store.database import FILE, LOCK, Store

KEY = bytes(range(32))
HOLD = """
import sys
from pathlib import Path
from app.store.database import Store
store = Store.open(Path(sys.argv[1]), bytes(range(32)))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path):
    Store.create(tmp_path, KEY).close()
    return tmp_path


@pytest.fixture
def first(folder):
    """A first program that holds the store."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.communicate()


def opens(folder: Path) -> bool:
    """False when the store is in another's hands."""
    try:
        Store.open(folder, KEY).close()
    except Unavailable as trouble:
        return trouble.code != "store.in-use"
    return True


def test_a_second_and_a_third_start_are_refused_and_take_nothing_away(folder, first):
    assert not opens(folder)
    assert not opens(folder)
    assert first.poll() is None


def test_the_refusal_names_the_holder_and_never_opens_the_file(folder, first):
    with pytest.raises(Unavailable) as trouble:
        Store.open(folder, KEY)
    assert trouble.value.facts["pid"] == str(first.pid)
    opened = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert str(folder / FILE) not in opened


def test_a_killed_holder_stops_nobody(folder, first):
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert opens(folder)


def test_a_lock_file_with_a_living_strangers_pid_gives_way(folder):
    (folder / LOCK).write_text("1\n")
    assert opens(folder)


def test_a_folder_copied_with_its_lock_opens_elsewhere(folder, first, tmp_path_factory):
    copy = tmp_path_factory.mktemp("copy")
    for name in (FILE, LOCK):
        (copy / name).write_bytes((folder / name).read_bytes())
    assert opens(copy)
