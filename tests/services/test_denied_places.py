"""Folders, files and disks that cannot be used are said in one line, with exit code 2."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.services.parts import found

TREE = Path(__file__).parents[2]
NOBODY = 65534


def run(*words, as_nobody=False):
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if as_nobody else {}
    done = subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=TREE,
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        **who,
    )
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout
    return json.loads(done.stderr.splitlines()[-1])


def nobody_reaches(file):
    """Whether every folder above a file lets others through."""
    return all(folder.stat().st_mode & 0o001 for folder in file.parents)


@pytest.fixture
def place():
    """Nobody's: rights do not hold root back."""
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    if not nobody_reaches(Path(sys.executable).resolve()):
        pytest.skip("this Python lies where only root may look")
    folder = Path(tempfile.mkdtemp(prefix="denied-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("words", [("demo", "--out"), ("--start-probe", "--state"),
                                   ("audit", "--export", "x", "--state")], ids=str)  # fmt: skip
def test_a_file_in_the_folders_place_is_said(tmp_path, words):
    (tmp_path / "file").write_text("")
    said = run("app", *words, tmp_path / "file")
    assert (said["error"], "file" in said["message"]) == ("place.unusable", True)


def test_a_folder_that_cannot_be_written_is_said(place):
    place.chmod(0o555)
    assert run("app", "demo", "--out", place / "x", as_nobody=True)["error"] == "place.unusable"
    assert run("app", "demo", "--out", place, as_nobody=True)["error"] == "place.unusable"


def test_a_state_folder_that_cannot_be_read_is_said(place):
    place.chmod(0o000)
    for words in (("--start-probe",), ("audit", "--export", "x")):
        said = run("app", "--state", place, *words, as_nobody=True)
        assert said["error"] == "place.unusable"


def test_a_store_that_cannot_be_written_is_said(place):
    found(place)
    for name in place.iterdir():
        name.chmod(0o666)
    (place / "store.db").chmod(0o444)
    place.chmod(0o555)
    said = run("app", "--state", place, "audit", "--export", "/dev/null", as_nobody=True)
    assert (said["error"], place.name in said["message"]) == ("place.unusable", True)


@pytest.mark.parametrize("act", ["migrate", "serve"])
def test_a_platform_database_that_cannot_be_written_is_said(place, act):
    database = place / "p.db"
    marked = [sys.executable, "-m", "app.central", "migrate", "--mode", "training"]
    subprocess.run([*marked, "--database", str(database)], cwd=TREE, check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    database.chmod(0o444)
    words = ("app.central", act, "--mode", "training", "--database", database, "--port", "0")
    if act == "serve":
        assert run(*words, as_nobody=True)["error"] == "central.database-unusable"
    place.chmod(0o555)
    assert run(*words, as_nobody=True)["error"] == "central.database-unusable"
    database.unlink()
    assert run(*words, as_nobody=True)["error"] == "central.database-unusable"


def test_a_full_disk_at_the_first_start_is_named(tmp_path):
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", tmp_path], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no right to mount a small disk")
    try:
        assert run("app", "demo", "--out", tmp_path / "out")["error"] == "store.full"
    finally:
        subprocess.run(["umount", tmp_path], check=True)
