"""`python -m app enrol` against a real platform, and the lines of `python -m app.central`."""

import io
import json
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.central.__main__ import main as central
from app.settings import load
from app.store import installation, keys
from app.store.database import Store
from app.sync import enrolment
from tests.sync.kit import code_for, new_station

FORMATS = Path(__file__).parent.parent / "formats"


def shape(value):
    """Names and kinds; the values differ from run to run."""
    return {name: type(each).__name__ for name, each in value.items()}


def sample(name):
    return json.loads((FORMATS / f"{name}.json").read_text("utf-8"))


@pytest.fixture
def state(tmp_path):
    (tmp_path / "settings.toml").write_text("keyring = false\n")
    (tmp_path / "settings.toml").chmod(0o600)
    return tmp_path


def enrol(monkeypatch, capsys, state, url, code):
    monkeypatch.setattr(sys, "stdin", io.StringIO(code + "\n"))
    exit_code = main(["--state", str(state), "enrol", "--platform", url])
    return exit_code, *capsys.readouterr()


def test_a_first_start_is_founded_and_enrolled_and_the_code_stands_nowhere(
    platform, state, monkeypatch, capsys
):
    terminal = new_station()
    code = code_for(platform, terminal)
    done, out, err = enrol(monkeypatch, capsys, state, platform.url, code)
    assert done == 0, err
    assert shape(json.loads(out)) == shape(sample("app-enrol"))
    assert "Recovery key" in err
    assert code not in out + err
    assert load(state).platform_url == platform.url
    store = Store.open(state, keys.unlock(state).key)
    with store.read() as rx:
        assert enrolment.identity(rx).terminal == terminal
        assert installation.load(rx).counter == terminal
    store.close()


def test_the_recovery_key_is_shown_once_the_counter_is_enrolled_and_only_then(
    platform, state, monkeypatch, capsys
):
    done, _, err = enrol(monkeypatch, capsys, state, platform.url, "1" * 20)
    assert (done, json.loads(err)["error"]) == (2, "sync.code-refused")
    code = code_for(platform, new_station())
    done, _, err = enrol(monkeypatch, capsys, state, platform.url, code)
    assert done == 0
    shown = err.rsplit(" ", 1)[-1]
    assert keys.recover(state, shown) == keys.unlock(state).key
    code = code_for(platform, new_station())
    done, _, err = enrol(monkeypatch, capsys, state, platform.url, code)
    assert (done, err) == (0, "")


def test_a_used_code_is_refused_with_the_remedy(platform, state, monkeypatch, capsys):
    code = code_for(platform, new_station())
    assert enrol(monkeypatch, capsys, state, platform.url, code)[0] == 0
    done, _, err = enrol(monkeypatch, capsys, state, platform.url, code)
    assert done == 2
    assert json.loads(err)["error"] == "sync.code-refused"


@pytest.mark.parametrize(
    ("url", "code", "error"),
    [
        ("http://platform.example", "1" * 20, "sync.plain-http"),
        ("http://127.0.0.1:9", "1" * 20, "sync.enrol-unreachable"),
        ("http://127.0.0.1:9", "12", "sync.code-form"),
    ],
)
def test_what_cannot_be_enrolled_is_said(state, monkeypatch, capsys, url, code, error):
    done, _, err = enrol(monkeypatch, capsys, state, url, code)
    assert (done, json.loads(err.splitlines()[-1])["error"]) == (2, error)


def test_the_platforms_lines_are_those_of_the_samples(platform, tmp_path, capsys):
    database = ("--database", str(tmp_path / "p.db"))
    for name, arguments in (
        ("central-migrate", ["migrate", "--mode", "training"]),
        ("central-enrol-code", ["enrol-code", "--terminal", "T01"]),
    ):
        assert central([*arguments, *database]) == 0
        assert shape(json.loads(capsys.readouterr().out)) == shape(sample(name))
    assert central(["revoke", "--terminal", "T01", *database]) == 2
    assert shape(json.loads(capsys.readouterr().err)) == shape(sample("central-refused"))
    assert shape(sample("central-listening")) == {"listening": "str", "mode": "str"}
