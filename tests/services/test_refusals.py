"""Whatever the system denies a command is said: never a traceback, never the code for "one bad"."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TREE = Path(__file__).parents[2]
SEAL = TREE / "tests" / "formats" / "app-verify-root.cer"


def run(*words, out=subprocess.PIPE, given="", **env):
    done = subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=TREE,
        stdout=out,
        stderr=subprocess.PIPE,
        input=given,
        text=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | env,
    )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    return done


def told(done):
    (line,) = done.stderr.splitlines()
    said = json.loads(line)
    assert said["message"]
    assert said["remedy"]
    return said


PRINTING = [
    ("app", "verify", "none.pdf", "--json"),
    ("app", "verify", "none.pdf"),
    ("app", "--help"),
    ("app", "audit", TREE / "tests" / "formats" / "audit-export.jsonl"),
    ("hardware", "--help"),
    ("hardware", "list", "--port", "/dev/no-such-line"),
    ("app.central", "--help"),
]


@pytest.mark.parametrize("words", PRINTING, ids=str)
def test_an_answer_that_finds_no_room_is_a_failure_with_a_reason(words):
    with open("/dev/full", "w") as full:
        assert run(*words, out=full).returncode == 2


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("program", ["app", "hardware", "app.central"])
def test_help_that_is_lost_is_said_whether_python_buffers_or_not(program, unbuffered):
    with open("/dev/full", "w") as full:
        done = run(program, "--help", out=full, PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, told(done)["error"]) == (2, "output.lost")


@pytest.mark.parametrize(
    "words",
    [
        "app --help",
        "app audit tests/formats/audit-export.jsonl",
        "hardware --help",
        "hardware list",
        "app.central --help",
    ],
)
def test_a_closed_output_is_a_failure_with_a_reason(words):
    done = in_shell(f"{words} >&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert told(done)["error"] == "output.lost"


@pytest.mark.parametrize("words", ["app --no-such-option", "hardware read", "app.central nothing"])
def test_what_goes_wrong_never_comes_on_the_output_where_there_is_no_place_for_it(words):
    done = in_shell(f"{words} 2>&-")
    assert (done.returncode, done.stdout) == (2, "")


def in_shell(words):
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m {words}', sys.executable],
        cwd=TREE, capture_output=True, text=True, timeout=60, check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("words", PRINTING, ids=str)
def test_an_answer_that_nobody_reads_is_a_failure(words):
    with subprocess.Popen(["true"], stdin=subprocess.PIPE) as nobody:
        nobody.wait()
        assert run(*words, out=nobody.stdin).returncode == 2


def test_an_answer_that_is_lost_is_said(tmp_path):
    with open("/dev/full", "w") as full:
        assert told(run("app", "audit", PRINTING[3][2], out=full))["error"] == "output.lost"
        done = run("app", "--state", tmp_path / "s", "--start-probe", out=full)
        assert (done.returncode, json.loads(done.stderr.splitlines()[-1])["error"]) == (
            2,
            "output.lost",
        )
        done = run("app.central", "migrate", "--mode", "training", "--database", tmp_path / "p",
                   out=full)  # fmt: skip
        assert (done.returncode, told(done)["error"]) == (2, "output.lost")
        done = run("app.central", "--mode", "training", "--database", tmp_path / "q", "--port", "0",
                   out=full)  # fmt: skip
        assert (done.returncode, told(done)["error"]) == (2, "output.lost")


@pytest.mark.parametrize(
    "words",
    [
        ("app", "--no-such-option"),
        ("app", "verify"),
        ("app", "verify", "--at", "yesterday", "x"),
        ("app", "demo"),
        ("app", "--state"),
        ("app", "no-such-command"),
        ("app.central",),
        ("app.central", "no-such-act", "--database", "x"),
        ("app.central", "--database", "x", "--port", "many"),
        ("hardware",),
        ("hardware", "read"),
    ],
    ids=str,
)
def test_wrong_use_is_one_line(words):
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert told(done)["error"] == "usage"
