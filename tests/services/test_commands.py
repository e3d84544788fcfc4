"""`app audit` and `app recover` from the outside, with their exit codes and one-line answers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app import settings
from app.clock import SystemClock
from app.services import office
from app.store import keys
from tests.services.parts import found

FORMATS = Path(__file__).parents[1] / "formats"


def app(*words: str, given: str = "") -> tuple[int, dict[str, object], dict[str, object]]:
    """Exit code, the object on standard output, the object on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *words],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, _object(done.stdout), _object(done.stderr)


def _object(text: str) -> dict[str, object]:
    return json.loads(text.strip().splitlines()[-1]) if text.strip().startswith("{") else {}


@pytest.fixture
def state(tmp_path):
    folder = tmp_path / "状态 state"
    folder.mkdir()
    found(folder)
    return folder


def test_an_export_is_whole_and_an_edited_one_is_not(state, tmp_path):
    file = tmp_path / "trail.jsonl"
    code, said, _ = app("audit", "--state", str(state), "--export", str(file))
    assert (code, said["whole"], said["lines"]) == (0, True, 2)
    assert file.stat().st_mode & 0o077 == 0
    assert app("audit", str(file))[:2] == (0, said)
    file.write_text(file.read_text().replace("installation.found", "installation.lost"))
    code, said, _ = app("audit", str(file))
    assert (code, said["whole"], said["line"], said["code"]) == (1, False, 1, "trail.edited")


def test_a_file_that_is_not_there_is_said(tmp_path):
    code, _, trouble = app("audit", str(tmp_path / "none"))
    assert code == 2
    assert trouble["error"] == "trail.file-unreadable"
    assert trouble["remedy"]


def test_an_export_without_a_counter_is_said(tmp_path):
    code, _, trouble = app("audit", "--state", str(tmp_path), "--export", str(tmp_path / "x"))
    assert (code, trouble["error"]) == (2, "store.missing")


def test_the_recovery_key_on_standard_input_opens_the_store(tmp_path):
    chosen = settings.Settings(state=tmp_path, keyring=False)
    text = office.found(
        chosen, SystemClock(), mode="training", division="510502", terminal="T03", hall_name="大厅"
    )
    (tmp_path / keys.FALLBACK).unlink()
    code, _, trouble = app("audit", "--state", str(tmp_path), "--export", str(tmp_path / "x"))
    assert (code, trouble["error"]) == (2, "keys.secret-file-missing")
    code, said, _ = app("recover", "--state", str(tmp_path), given=text + "\n")
    assert (code, said) == (0, json.loads((FORMATS / "app-recover.json").read_text("utf-8")))
    assert app("audit", "--state", str(tmp_path), "--export", str(tmp_path / "x"))[0] == 0


def test_a_mistyped_recovery_key_names_its_group(state):
    code, _, trouble = app("recover", "--state", str(state), given="222222-" * 6 + "\n")
    assert code == 2
    assert str(trouble["error"]).startswith("keys.recovery")


def test_the_sample_of_the_audit_has_the_keys_that_are_printed():
    sample = json.loads((FORMATS / "app-audit.json").read_text("utf-8"))
    assert app("audit", str(FORMATS / "audit-export.jsonl"))[1].keys() == sample.keys()
