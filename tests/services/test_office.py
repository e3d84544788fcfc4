"""The counter is set up once, opened with its own key, and knows how good its clock is."""

import subprocess
import sys
import time
from datetime import timedelta

import pytest

from app import settings
from app.clock import SystemClock
from app.domain import search
from app.errors import Refused, Unavailable
from app.services import office, officers, reception, recovery, status, timing
from app.store import comfort, installation, keys
from app.store.database import FILE
from tests.services.parts import PASSWORD, REFERENCE, found


def test_a_counter_is_set_up_once(tmp_path):
    found(tmp_path)
    with pytest.raises(Unavailable, match=r"keys\.already-there"):
        found(tmp_path)


def test_a_live_counter_without_a_keyring_is_not_set_up(tmp_path):
    with pytest.raises(Unavailable, match=r"keys\.no-keyring"):
        found(tmp_path, "live")
    assert list(tmp_path.iterdir()) == []


def test_there_is_no_office_before_the_set_up(tmp_path):
    chosen, clock = found(tmp_path)
    for file in tmp_path.iterdir():
        file.unlink()
    with pytest.raises(Unavailable, match=r"store\.missing"):
        office.open_office(chosen, clock, REFERENCE)


def test_a_store_that_is_gone_gets_no_new_key(tmp_path):
    chosen, clock = found(tmp_path)
    (tmp_path / FILE).unlink()
    assert office.is_founded(chosen)
    with pytest.raises(Unavailable, match=r"keys\.already-there"):
        found(tmp_path)
    with pytest.raises(Unavailable, match=r"store\.missing"):
        office.open_office(chosen, clock, REFERENCE)


@pytest.mark.parametrize("broken_at", ["keys.create", "Store.create", "installation.mark"])
def test_a_set_up_that_broke_off_begins_anew(tmp_path, broken_at):
    script = (
        "import os, sys; from pathlib import Path\n"
        "from app.services import office\n"
        "from tests.services.parts import found\n"
        f"place, name = '{broken_at}'.split('.')\n"
        "real = getattr(getattr(office, place), name)\n"
        "def end(*given, **named):\n"
        "    real(*given, **named)\n"
        "    os._exit(9)\n"
        "setattr(getattr(office, place), name, end)\n"
        "found(Path(sys.argv[1]))\n"
    )
    died = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert died.returncode == 9
    assert not office.is_founded(settings.Settings(state=tmp_path))
    chosen, clock = found(tmp_path)
    hall = office.open_office(chosen, clock, REFERENCE)
    assert hall.installation.training
    hall.store.close()


def test_a_training_counter_never_becomes_a_live_one(hall):
    live = installation.new("live", "510502", "T03", "大厅", "大厅")
    with (
        pytest.raises(Unavailable, match=r"installation\.other-mode"),
        hall.office.store.write() as tx,
    ):
        installation.correct(tx, live, hall.office.line(tx, "x", "x"))
    with pytest.raises(ValueError, match="mode"):
        installation.new("demo", "510502", "T03", "大厅", "大厅")


def test_a_new_recovery_key_opens_the_store(hall):
    text = recovery.renew(hall.office)
    hall.office.store.close()
    custody = office.recover(hall.office.settings, hall.clock, text)
    assert custody.held_by == "file"
    office.open_office(hall.office.settings, hall.clock, REFERENCE).store.close()


def test_only_an_administrator_renews_the_recovery_key(hall):
    officers.create_officer(hall.office, "1001", "王芳", ("administrator",), PASSWORD)
    clerk = office.Session("1002", "赵强", ("clerk", "seal-holder"), hall.office.now())
    for nobody in (None, clerk):
        with pytest.raises(Refused, match=r"A18-1 duty\.missing"):
            recovery.renew(hall.office.signed_in(nobody))
    before = recovery.renew(hall.office)
    after = recovery.renew(hall.office)
    with pytest.raises(Unavailable, match=r"keys\.recovery-wrong"):
        keys.recover(hall.office.settings.state, before)
    assert keys.recover(hall.office.settings.state, after)


def test_offline_the_time_is_the_pcs_and_not_trusted(hall):
    at, trusted = timing.sealing_time(hall.office)
    assert (at, trusted) == (hall.clock.now(), False)


def test_in_touch_the_time_is_the_platforms(hall):
    theirs = hall.clock.now() + timedelta(seconds=95)
    timing.note_contact(hall.office, theirs.isoformat())
    assert timing.sealing_time(hall.office) == (theirs, True)
    assert status.counter(hall.office).clock_offset_s == 95


def test_setting_the_pcs_clock_moves_no_trusted_time(hall):
    theirs = hall.clock.now()
    timing.note_contact(hall.office, theirs.isoformat())
    hall.clock.pass_time(timedelta(minutes=2))
    hall.clock.at += timedelta(days=400)
    assert timing.sealing_time(hall.office) == (theirs + timedelta(minutes=2), True)


def test_time_goes_on_while_the_pc_sleeps():
    began = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert began <= SystemClock().monotonic() <= time.clock_gettime(time.CLOCK_BOOTTIME)


def test_after_a_while_the_known_offset_is_used_and_marked(hall):
    timing.note_contact(hall.office, (hall.clock.now() - timedelta(minutes=5)).isoformat())
    hall.clock.pass_time(timedelta(minutes=16))
    at, trusted = timing.sealing_time(hall.office)
    assert (at, trusted) == (hall.clock.now() - timedelta(minutes=5), False)


def test_what_is_picked_often_comes_first(hall):
    catalogue = hall.office.reference.catalogue
    first, *_, last = search.find(catalogue, "", reception.usage(hall.office))
    for _ in range(3):
        with hall.office.store.write() as tx:
            comfort.count_use(tx, last.code, hall.office.now())
    assert search.find(catalogue, "", reception.usage(hall.office))[0] == last
    assert reception.find_matter(hall.office, first.code) == first


def test_an_unknown_matter_is_refused(hall):
    with pytest.raises(Refused, match=r"matter\.unknown"):
        reception.find_matter(hall.office, "none")
    with pytest.raises(Refused, match=r"matter\.unknown"):
        reception.find_situation(hall.office.reference.catalogue.matters[0], "none")
