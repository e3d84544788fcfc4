"""`python -m app demo` from outside: its exit, its summary, its pictures and letters."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.child_process import TREE
from app.codecs.chain import sm3_hex
from tests.formats.demo_summary import check


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """From a path with blanks and Chinese characters, under LANG=C."""
    out = tmp_path_factory.mktemp("demo") / "演 示"
    done = subprocess.run(
        [sys.executable, "-m", "app", "demo", "--out", str(out)],
        cwd=TREE,
        env={**os.environ, "LANG": "C", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return out


@pytest.fixture
def summary(out: Path) -> Any:
    return json.loads((out / "summary.json").read_text("utf-8"))


def test_the_summary_has_every_promised_key(summary: Any) -> None:
    check(summary)


def test_the_platform_agrees_and_every_letter_is_good(summary: Any, out: Path) -> None:
    assert summary["receipt"]["platform_agrees"] is True
    assert summary["mode"] == "training"
    for letter in summary["letters"]:
        assert letter["verdict"] == "good"
        assert sm3_hex((out / letter["file"]).read_bytes()) == letter["sm3"]


def test_the_plain_case_takes_three_actions_and_at_most_25_keys(summary: Any) -> None:
    assert summary["clerk"]["actions"] == 3
    assert 0 < summary["clerk"]["keystrokes"] <= 25


def test_every_step_has_its_picture(out: Path) -> None:
    names = [file.stem for file in sorted((out / "screens").glob("*.png"))]
    assert [int(name.split("-")[0]) for name in names] == list(range(1, len(names) + 1))
    assert len(names) > 12


def test_the_devices_of_the_demo_are_named_for_whoever_wants_to_pull_one(out: Path) -> None:
    devices = json.loads((out / "devices.json").read_text("utf-8"))
    assert set(devices) == {"id-reader", "seal-token"}
    assert all({"pid", "address"} <= set(row) for row in devices.values())


def test_its_letters_are_good_for_the_verify_command_too(summary: Any, out: Path) -> None:
    letters = [str(out / each["file"]) for each in summary["letters"]]
    trust = str(out / "state" / "trust")
    done = subprocess.run(
        [sys.executable, "-m", "app", "verify", "--trust", trust, *letters],
        cwd=TREE,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
