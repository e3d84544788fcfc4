"""`python -m app.central` from outside: marks, codes, one line when ready, gone with its parent."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests
from sqlalchemy.exc import IntegrityError

from app.central import successors
from app.central.__main__ import _say_why, main
from app.central.records import open_records
from app.central.records import platform as platform_table
from app.central.records import successors as successor_table
from app.clock import SystemClock
from app.errors import Unavailable
from app.platform_process import PlatformProcess

FORMATS = Path(__file__).parents[1] / "formats"
PARENT = """
import sys, time
from pathlib import Path
from app.platform_process import PlatformProcess
made = PlatformProcess(Path(sys.argv[1]), "training")
print(made.pid, made.url, flush=True)
time.sleep(600)
"""


def call(capsys, *arguments):
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, json.loads(out or err)


def test_an_unmarked_database_is_not_served_and_the_remedy_is_said(tmp_path, capsys):
    code, said = call(capsys, "--database", f"sqlite:///{tmp_path}/p.db", "--port", "0")
    assert code == 2
    assert said["error"] == "central.unmarked"
    assert "migrate --mode" in said["remedy"]


def test_a_database_is_marked_once(tmp_path, capsys):
    database = ("--database", str(tmp_path / "p.db"))
    assert call(capsys, "migrate", "--mode", "training", *database)[1]["marked"] is True
    assert call(capsys, *database, "migrate", "--mode", "training")[1]["marked"] is False
    code, said = call(capsys, "migrate", "--mode", "live", *database)
    assert (code, said["error"]) == (2, "central.marked-otherwise")


def test_enrol_code_prints_twenty_digits(tmp_path, capsys):
    database = ("--database", str(tmp_path / "p.db"))
    call(capsys, "migrate", "--mode", "training", *database)
    code, said = call(capsys, "enrol-code", "--terminal", "T03", *database)
    assert code == 0
    assert len(said["code"]) == 20
    assert said["code"].isdigit()
    assert said["terminal"] == "510502-T03"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["migrate"], "central.no-mode"),
        (["enrol-code", "--terminal", "a b"], "central.terminal-name"),
        (["enrol-code", "--terminal", "T1"], "central.unmarked"),
        (["revoke", "--terminal", "T1"], "central.unmarked"),
        (["migrate", "--key-file", "/nonexistent"], "central.key-file"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_remedy(tmp_path, capsys, arguments, error):
    code, said = call(capsys, *arguments, "--database", str(tmp_path / "p.db"))
    assert (code, said["error"]) == (2, error)
    assert said["message"]
    assert said["remedy"]


@pytest.mark.parametrize(
    ("database", "error"),
    [
        ("postgresql://x/y", "central.database-kind"),
        ("/nonexistent/p.db", "central.database-folder"),
        (__file__, "central.database-key"),
    ],
)
def test_a_database_that_is_none_is_said(capsys, database, error):
    code, said = call(capsys, "migrate", "--mode", "training", "--database", database)
    assert (code, said["error"]) == (2, error)


def test_with_a_key_file_the_database_is_encrypted(tmp_path, capsys):
    key = tmp_path / "key"
    key.write_text("ab" * 32)
    database = ("--database", str(tmp_path / "p.db"), "--key-file", str(key))
    assert call(capsys, "migrate", "--mode", "training", *database)[0] == 0
    assert not (tmp_path / "p.db").read_bytes().startswith(b"SQLite format")
    with pytest.raises(Unavailable):
        open_records(str(tmp_path / "p.db"))


def test_a_fact_that_is_missing_does_not_hide_the_trouble(capsys):
    _say_why(Unavailable("central.port"))
    said = json.loads(capsys.readouterr().err)
    assert said["error"] == "central.port"
    assert "{port}" in said["message"] + said["remedy"]


def test_a_live_database_is_never_plain(tmp_path, capsys):
    file = tmp_path / "p.db"
    database = ("--database", str(file))
    for act in (("migrate",), ("serve", "--port", "0")):
        code, said = call(capsys, *act, "--mode", "live", *database)
        assert (code, said["error"]) == (2, "central.plain-live")
        assert "--key-file" in said["remedy"]
    assert call(capsys, "enrol-code", "--terminal", "T1", *database)[1]["error"] == (
        "central.unmarked"
    )
    key = tmp_path / "key"
    key.write_text("ab" * 32)
    sealed = ("--database", str(tmp_path / "sealed.db"), "--key-file", str(key))
    assert call(capsys, "migrate", "--mode", "live", *sealed) == (
        0,
        {"mode": "live", "marked": True},
    )


@pytest.fixture
def live(tmp_path, capsys):
    """The arguments of a live platform's database."""
    key = tmp_path / "key"
    key.write_text("ab" * 32)
    database = ("--database", str(tmp_path / "live.db"), "--key-file", str(key))
    assert call(capsys, "migrate", "--mode", "live", *database)[0] == 0
    return database


def confirmation(*database, pack="national", basis="联席会议纪要〔2026〕3号", by="法制科 周洁"):
    return ("confirm-basis", "--pack", pack, "--basis", basis, "--by", by, *database)


def kept_at(database):
    records = open_records(database[1], bytes.fromhex("ab" * 32))
    with records.read() as rx:
        found = successors.kept(rx)
    records.close()
    return found


def test_the_city_s_confirmation_is_kept_at_the_platform(live, capsys):
    code, said = call(capsys, *confirmation(*live))
    day = SystemClock().now().date()
    (sample,) = (
        json.loads(line)
        for line in (FORMATS / "central-confirm-basis.json").read_text("utf-8").splitlines()
    )
    assert (code, said) == (0, sample | {"from": day.isoformat()})
    call(capsys, *confirmation(*live, pack="national@1", basis="  新的纪要 "))
    first, second = kept_at(live)
    assert (first.pin, first.successor.confirmed_by) == ("national@1", "法制科 周洁")
    assert (second.pin, second.successor.basis) == ("national@1", "新的纪要")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"pack": ""}, "central.confirm-what"),
        ({"by": "  "}, "central.confirm-what"),
        ({"basis": " "}, "pack.no-basis"),
        ({"pack": "national@9"}, "pack.unknown"),
        ({"pack": "luzhou-2019-36"}, "pack.not-its-successor"),
    ],
)
def test_what_is_no_confirmation_is_said_and_not_kept(live, capsys, words, error):
    code, said = call(capsys, *confirmation(*live, **words))
    assert (code, said["error"]) == (2, error)
    assert said["remedy"]
    assert kept_at(live) == ()


def test_a_confirmation_is_never_changed_or_taken_away(live, capsys):
    call(capsys, *confirmation(*live))
    records = open_records(live[1], bytes.fromhex("ab" * 32))
    for act in (successor_table.update().values(basis="x"), successor_table.delete()):
        with pytest.raises(IntegrityError, match="append-only"), records.write() as tx:
            tx.execute(act)
    records.close()
    assert len(kept_at(live)) == 1


def test_a_database_older_than_confirmations_takes_one(live, capsys):
    records = open_records(live[1], bytes.fromhex("ab" * 32))
    with records.write() as tx:
        tx.exec_driver_sql("DROP TABLE successors")
    records.close()
    assert call(capsys, *confirmation(*live))[0] == 0
    assert len(kept_at(live)) == 1


def test_on_a_training_platform_and_an_unmarked_one_nothing_is_confirmed(tmp_path, capsys):
    database = ("--database", str(tmp_path / "p.db"))
    assert call(capsys, *confirmation(*database))[1]["error"] == "central.unmarked"
    call(capsys, "migrate", "--mode", "training", *database)
    assert call(capsys, *confirmation(*database))[1]["error"] == "basis.training"


def test_a_plain_database_marked_live_is_not_served(tmp_path, capsys):
    database = str(tmp_path / "p.db")
    call(capsys, "migrate", "--mode", "training", "--database", database)
    records = open_records(database)
    with records.write() as tx:
        tx.execute(platform_table.update().values(mode="live"))
    records.close()
    code, said = call(capsys, "serve", "--port", "0", "--database", database)
    assert (code, said["error"]) == (2, "central.plain-live")


def test_a_port_in_use_is_said(platform, tmp_path, capsys):
    database = ("--database", str(tmp_path / "p.db"))
    call(capsys, "migrate", "--mode", "training", *database)
    port = platform.url.rsplit(":", 1)[1]
    code, said = call(capsys, *database, "--port", port)
    assert (code, said["error"]) == (2, "central.port")


def test_health_and_status_say_what_it_is(platform):
    assert requests.get(f"{platform.url}/health", timeout=5).json()["mode"] == "training"
    status = requests.get(f"{platform.url}/status", timeout=5).json()
    assert status["encrypted"] is False
    assert tuple(map(int, status["library"].split("."))) >= (3, 51, 3)


def test_the_embedded_platform_ends_with_its_parent(tmp_path):
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    try:
        pid, url = parent.stdout.readline().split()
        assert requests.get(f"{url}/health", timeout=5).status_code == 200
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.communicate()
    end = time.monotonic() + 10
    while _alive(int(pid)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not _alive(int(pid))


def _alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().split()[2] != "Z"


def test_an_embedded_platform_of_the_other_mode_is_refused(tmp_path):
    first = PlatformProcess(tmp_path, "training")
    assert first.url
    first.stop()
    with pytest.raises(Unavailable) as trouble:
        _ = PlatformProcess(tmp_path, "live").url
    assert trouble.value.facts["said"] == "central.marked-otherwise"
