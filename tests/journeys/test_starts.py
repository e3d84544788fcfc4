"""The second start, the second program, wrong passwords, and what a crash leaves behind."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.child_process import TREE
from app.commands.crash import FOLDER
from tests.journeys.hall import Hall, open_hall

SECRET = "王兰 51050219880312002X"


def test_a_second_start_shows_no_recovery_key_and_the_cases_are_still_there(
    qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("twice")
    with open_hall(folder) as first:
        first.reach_sign_in()
        assert first.session.recovery is not None
        first.type_sign_in()
        first.wait(lambda: first.session.pages is not None, "signing in")
        first.whole_case()
        number, counter = first.number, first.office.installation.id
    with open_hall(folder) as second:
        second.sign_in()
        assert second.session.recovery is None
        assert second.office.installation.id == counter
        assert second.find_in_ledger(number) == 1
        assert second.case(number).state == "approved"
        second.open_workspace(0)
        second.whole_case("xiong-rare")
        assert second.number > number


def test_a_second_program_on_the_same_data_is_refused_with_a_sentence(opened_hall: Hall) -> None:
    state = opened_hall.counter.settings.state
    done = _run("--state", str(state), "audit", "--export", str(state.parent / "trail.jsonl"))
    said = json.loads(done.stderr.splitlines()[-1])
    assert done.returncode == 2
    assert said["error"] == "store.in-use"
    assert said["remedy"]
    assert str(os.getpid()) in said["message"]


def test_five_wrong_passwords_lock_for_fifteen_minutes_also_after_a_restart(
    qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("locked")
    with open_hall(folder) as first:
        first.reach_sign_in()
        for left in (4, 3, 2, 1):
            first.type_sign_in("wrong")
            first.wait_to_say(f"Name or password is wrong; tries left: {left}.")
        first.type_sign_in("wrong")
        first.wait_to_say("signing in is locked for 15 more minutes")
        first.type_sign_in()
        first.wait(first.counter.sign_in.is_ready, "answered")
        assert first.says("locked for 15 more minutes")
    with open_hall(folder) as second:
        second.reach_sign_in()
        second.type_sign_in()
        second.wait_to_say("signing in is locked for 15 more minutes")
        assert second.session.pages is None


def test_fcitx_is_reached_through_ibus_and_the_sign_in_page_says_so(
    qapp: object, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    with open_hall(tmp_path_factory.mktemp("fcitx")) as hall:
        assert os.environ["QT_IM_MODULE"] == "ibus"
        hall.reach_sign_in()
        hall.wait_to_say("Input method: fcitx is reached through ibus")


def test_a_crash_report_holds_nothing_personal(hall: Hall) -> None:
    def broken() -> None:
        person = SECRET
        raise RuntimeError(f"no such person: {person}")

    folder = hall.counter.settings.state / FOLDER
    before = set(folder.glob("crash-*.txt"))
    page = hall.page
    hall.counter.tasks.run("store", broken, lambda _none: None, page.bug.emit, page)
    hall.wait_to_say("The program made a mistake; the report crash-")
    reports = [file.read_text("utf-8") for file in set(folder.glob("crash-*.txt")) - before]
    assert len(reports) == 1
    assert "RuntimeError" in reports[0]
    assert "broken" in reports[0]
    assert not re.search(r"王兰|\d{17}|no such person", reports[0])
    assert str(Path.home()) + "/" not in reports[0]


def test_the_page_still_works_after_a_crash(hall: Hall) -> None:
    def broken() -> None:
        raise KeyError(SECRET)

    hall.counter.tasks.run("store", broken, lambda _none: None, hall.page.bug.emit, hall.page)
    hall.wait_to_say("The program made a mistake")
    hall.whole_case()
    assert hall.case().state == "approved"


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=TREE,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
