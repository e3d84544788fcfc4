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
from tests.services.parts import OFFICER, PASSWORD, found, opened

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
    opened(folder)[0].store.close()
    return folder


def export(state: Path, file: Path):
    words = ("audit", "--state", str(state), "--export", str(file), "--as", OFFICER)
    return app(*words, given=PASSWORD + "\n")


def test_an_export_is_whole_and_an_edited_one_is_not(state, tmp_path):
    file = tmp_path / "trail.jsonl"
    file.write_text("older")
    file.chmod(0o644)
    code, said, _ = export(state, file)
    assert (code, said["whole"], said["lines"]) == (0, True, 4)
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


def test_nobody_exports_the_trail(state, tmp_path):
    file = tmp_path / "trail.jsonl"
    code, _, trouble = app("audit", "--state", str(state), "--export", str(file))
    assert (code, trouble["error"]) == (2, "duty.missing")
    words = ("audit", "--state", str(state), "--export", str(file), "--as", OFFICER)
    assert app(*words, given="x\n")[2]["error"] == "sign-in.wrong"
    assert not file.exists()


def test_the_first_administrator_makes_the_other_accounts(tmp_path):
    found(tmp_path)
    words = ("officer", "--state", str(tmp_path))
    first = (*words, "add", "1001", "王芳", "--role", "administrator")
    assert app(*first, given="x\n")[2]["error"] == "password.length"
    code, said, _ = app(*first, given=PASSWORD + "\n")
    assert (code, said) == (0, json.loads((FORMATS / "app-officer.json").read_text("utf-8")))
    clerk = (*words, "add", "1002", "赵强", "--role", "clerk", "--role", "seal-holder")
    assert app(*clerk, given=PASSWORD + "\n")[2]["error"] == "duty.missing"
    assert app(*clerk, "--as", "1001", given=f"{PASSWORD}\n{PASSWORD}\n")[0] == 0
    code, said, _ = app(*words, "list", "--as", "1001", given=PASSWORD + "\n")
    assert (code, said["officer"], said["roles"]) == (0, "1002", ["clerk", "seal-holder"])
    lawyer = (*words, "add", "20001", "周洁", "--role", "legal-reviewer", "--as", "1001")
    said = app(*lawyer, given=f"{PASSWORD}\n{PASSWORD}\n")[1]
    assert said["roles"] == ["legal-reviewer"]
    code, said, _ = app(*words, "close", "1002", "--as", "1001", given=PASSWORD + "\n")
    assert (code, said["active"]) == (0, False)


def test_an_empty_export_is_not_whole(tmp_path):
    (tmp_path / "empty").write_text("")
    code, said, trouble = app("audit", str(tmp_path / "empty"))
    assert (code, said, trouble["error"]) == (2, {}, "trail.empty")
    assert app("audit", "/dev/zero")[0] == 2


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
    answer = app("audit", "--state", str(tmp_path), "--export", str(tmp_path / "x"))
    assert answer[2]["error"] == "duty.missing"  # the store is open again


def new_key(folder, *words, given=""):
    """Exit code, what was printed, and the key that was shown."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "recover", "--new", "--state", str(folder), *words],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    shown = done.stderr.strip().rpartition(": ")[2] if done.returncode == 0 else ""
    return done.returncode, _object(done.stdout), shown


def test_a_first_start_that_broke_off_before_its_key_was_shown_gets_another(tmp_path):
    found(tmp_path)
    code, said, key = new_key(tmp_path)
    assert (code, said) == (0, json.loads((FORMATS / "app-recover-new.json").read_text("utf-8")))
    (tmp_path / keys.FALLBACK).unlink()
    assert app("recover", "--state", str(tmp_path), given=key + "\n")[0] == 0


def test_later_a_new_recovery_key_is_an_administrators(state):
    assert new_key(state)[0] == 2
    assert new_key(state, "--as", OFFICER, given="x\n")[0] == 2
    assert new_key(state, "--as", OFFICER, given=PASSWORD + "\n")[:2] == (0, {"renewed": True})


def test_a_mistyped_recovery_key_names_its_group(state):
    code, _, trouble = app("recover", "--state", str(state), given="222222-" * 6 + "\n")
    assert code == 2
    assert str(trouble["error"]).startswith("keys.recovery")


def test_the_sample_of_the_audit_has_the_keys_that_are_printed():
    sample = json.loads((FORMATS / "app-audit.json").read_text("utf-8"))
    assert app("audit", str(FORMATS / "audit-export.jsonl"))[1].keys() == sample.keys()


def test_a_counter_with_accounts_is_enrolled_anew_by_an_administrator_only(state, tmp_path):
    from app.platform_process import PlatformProcess

    platform = PlatformProcess(tmp_path / "platform", "training")
    try:
        words = ("enrol", "--state", str(state), "--platform", platform.url)
        code = platform.enrol_code("510502-T03")
        assert app(*words, given=code + "\n")[2]["error"] == "duty.missing"
        done = app(*words, "--as", OFFICER, given=f"{code}\n{PASSWORD}\n")
        assert (done[0], done[1]["terminal"]) == (0, "510502-T03")
    finally:
        platform.stop()
