"""The counter is set up once, opened with its own key, and knows how good its clock is."""

import time
from datetime import timedelta

import pytest

from app.clock import SystemClock
from app.errors import Refused, Unavailable
from app.services import office, reception, status, timing
from app.store import installation, keys
from app.store.database import FILE, Store
from tests.services.parts import REFERENCE, found


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


def test_a_set_up_that_broke_off_is_said_and_makes_no_new_key(tmp_path):
    chosen, clock = found(tmp_path)
    key = keys.unlock(tmp_path).key
    (tmp_path / FILE).unlink()
    with pytest.raises(Unavailable, match=r"installation\.unmarked"):
        office.open_office(chosen, clock, REFERENCE)
    Store.open(tmp_path, key).close()


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
    text = office.renew_recovery(hall.office)
    hall.office.store.close()
    custody = office.recover(hall.office.settings, hall.clock, text)
    assert custody.held_by == "file"
    office.open_office(hall.office.settings, hall.clock, REFERENCE).store.close()


def test_an_act_that_changes_nothing_is_kept_all_the_same(hall):
    office.note(hall.office, "number.reveal", "510502-T03-2026-000001", reason="核对证件")
    assert "number.reveal" in list(office.trail_lines(hall.office))[-2]


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
    first, *_, last = reception.find_matters(hall.office, "")
    from app.store import comfort

    for _ in range(3):
        with hall.office.store.write() as tx:
            comfort.count_use(tx, last.code, hall.office.now())
    assert reception.find_matters(hall.office, "")[0] == last
    assert reception.find_matter(hall.office, first.code) == first


def test_an_unknown_matter_is_refused(hall):
    with pytest.raises(Refused, match=r"matter\.unknown"):
        reception.find_matter(hall.office, "none")
    with pytest.raises(Refused, match=r"matter\.unknown"):
        reception.find_situation(reception.find_matters(hall.office, "")[0], "none")
