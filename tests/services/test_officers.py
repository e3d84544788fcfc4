"""Signing in: one message for all failures, a lock-out that neither restart nor clock lifts."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from app.audit import checking
from app.clock import FixedClock
from app.errors import Refused
from app.services import office, officers
from app.store import officers as kept
from tests.services.parts import AT, OFFICER, PASSWORD, REFERENCE, found

WRONG = "不是这个口令-2026"


def refused(act, *args) -> Refused:
    with pytest.raises(Refused) as refusal:
        act(*args)
    return refusal.value


def lock(hall) -> None:
    for left in (4, 3, 2, 1):
        assert refused(officers.sign_in, hall.office, OFFICER, WRONG).facts["tries_left"] == left
    assert refused(officers.sign_in, hall.office, OFFICER, WRONG).code == "sign-in.locked"


def restarted(hall, clock=None):
    hall.office.store.close()
    chosen = hall.office.settings
    return replace(hall, office=office.open_office(chosen, clock or hall.clock, REFERENCE))


def test_the_right_password_opens_a_session(hall):
    session = officers.sign_in(hall.office, f" {OFFICER} ", PASSWORD)
    assert (session.officer, session.name) == (OFFICER, "李敏")
    assert "clerk" in session.roles


def test_a_new_counter_has_no_account(tmp_path):
    chosen, clock = found(tmp_path)
    hall = office.open_office(chosen, clock, REFERENCE)
    assert not officers.has_officers(hall)
    hall.store.close()


def test_five_wrong_passwords_lock_for_fifteen_minutes(hall):
    lock(hall)
    assert refused(officers.sign_in, hall.office, OFFICER, PASSWORD).code == "sign-in.locked"
    hall.clock.pass_time(timedelta(minutes=14))
    assert refused(officers.sign_in, hall.office, OFFICER, PASSWORD).facts["minutes"] == 1
    hall.clock.pass_time(timedelta(minutes=2))
    assert officers.sign_in(hall.office, OFFICER, PASSWORD).officer == OFFICER


def test_after_the_lock_there_are_five_new_tries(hall):
    lock(hall)
    hall.clock.pass_time(timedelta(minutes=16))
    assert refused(officers.sign_in, hall.office, OFFICER, WRONG).facts["tries_left"] == 4


def test_setting_the_clock_lifts_no_lock(hall):
    lock(hall)
    hall.clock.at += timedelta(days=400)
    assert refused(officers.sign_in, hall.office, OFFICER, PASSWORD).code == "sign-in.locked"


def test_restarting_lifts_no_lock_and_the_time_counts_on(hall):
    lock(hall)
    again = restarted(hall, FixedClock(AT + timedelta(days=3)))
    assert refused(officers.sign_in, again.office, OFFICER, PASSWORD).code == "sign-in.locked"
    again.office.clock.pass_time(timedelta(minutes=15))
    assert officers.sign_in(again.office, OFFICER, PASSWORD).officer == OFFICER
    again.office.store.close()


def test_tries_are_counted_over_a_restart(hall):
    for _ in range(4):
        refused(officers.sign_in, hall.office, OFFICER, WRONG)
    again = restarted(hall)
    assert refused(officers.sign_in, again.office, OFFICER, WRONG).code == "sign-in.locked"
    again.office.store.close()


def test_an_unknown_officer_gets_the_same_words_and_the_same_time(hall):
    officers.sign_in(hall.office, OFFICER, PASSWORD)
    began = time.perf_counter()
    known = refused(officers.sign_in, hall.office, OFFICER, WRONG)
    middle = time.perf_counter()
    unknown = refused(officers.sign_in, hall.office, "nobody", WRONG)
    spans = middle - began, time.perf_counter() - middle
    assert (known.code, known.facts) == (unknown.code, unknown.facts)
    assert min(spans) > max(spans) / 4


def test_what_was_typed_as_a_name_does_not_reach_the_trail(hall):
    refused(officers.sign_in, hall.office, PASSWORD, "")
    lines = list(office.trail_lines(hall.office))
    assert PASSWORD not in "".join(lines)
    assert "sign-in.refused" in "".join(lines)
    assert checking.check(lines).whole


def locked_names(hall) -> list[str]:
    with hall.office.store.read() as rx:
        return list(rx.exec_driver_sql("SELECT officer FROM lock_outs").scalars())


def test_what_was_typed_as_a_name_does_not_stay_in_the_store(hall):
    refused(officers.sign_in, hall.office, PASSWORD, "")
    (kept,) = locked_names(hall)
    assert PASSWORD not in kept
    again = restarted(hall)
    assert refused(officers.sign_in, again.office, PASSWORD, "").facts["tries_left"] == 3
    officers.sign_in(again.office, OFFICER, PASSWORD)
    assert len(locked_names(again)) == 1
    again.clock.pass_time(timedelta(days=2))
    officers.sign_in(again.office, OFFICER, PASSWORD)
    assert locked_names(again) == []
    again.office.store.close()


def test_an_unknown_name_is_locked_as_a_known_one_is(hall):
    for left in (4, 3, 2, 1):
        assert refused(officers.sign_in, hall.office, "nobody", "").facts["tries_left"] == left
    assert refused(officers.sign_in, hall.office, "nobody", "").code == "sign-in.locked"
    officers.sign_in(hall.office, OFFICER, PASSWORD)
    again = restarted(hall)
    assert refused(officers.sign_in, again.office, "nobody", "").code == "sign-in.locked"
    again.office.store.close()


def test_a_password_is_changed_with_the_old_one_only(hall):
    new = "另一个很长的口令 9"
    assert refused(officers.change_password, hall.office, WRONG, new).code == "sign-in.wrong"
    officers.change_password(hall.office, PASSWORD, new)
    assert refused(officers.sign_in, hall.office, OFFICER, PASSWORD).code == "sign-in.wrong"
    assert officers.sign_in(hall.office, OFFICER, new).officer == OFFICER


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("短", "password.length"),
        ("x" * 200, "password.length"),
        ("aaaaaaaaaaaa", "password.easy"),
        (f"{OFFICER}-liminmin", "password.easy"),
        ("李敏李敏 abcdefg", "password.easy"),
    ],
)
def test_easy_passwords_are_refused(hall, password, code):
    assert refused(officers.change_password, hall.office, PASSWORD, password).code == code


def test_a_closed_account_cannot_sign_in(hall):
    officers.create_officer(hall.office, "9", "王芳", ("administrator",), PASSWORD)
    officers.close_officer(hall.office, OFFICER)
    assert refused(officers.sign_in, hall.office, OFFICER, PASSWORD).code == "sign-in.wrong"


def test_only_an_administrator_makes_officers(hall):
    clerk = hall.office.signed_in(office.Session("7", "王芳", ("clerk",), hall.office.now()))
    made = ("8", "赵强", ("clerk",), "一个很长的口令 88")
    assert refused(officers.create_officer, clerk, *made).code == "duty.missing"
    officers.create_officer(hall.office, *made)
    assert officers.sign_in(hall.office, "8", made[3]).name == "赵强"
    assert refused(officers.create_officer, hall.office, *made).code == "officer.known"


def test_the_last_administrator_stays(hall):
    assert refused(officers.close_officer, hall.office, OFFICER).code == "officer.last"
    assert officers.list_officers(hall.office)[0].active


def test_the_first_account_of_a_new_counter_is_an_administrators(tmp_path):
    chosen, clock = found(tmp_path)
    hall = office.open_office(chosen, clock, REFERENCE)
    made = ("8", "赵强", ("clerk",), PASSWORD)
    assert refused(officers.create_officer, hall, *made).code == "officer.first"
    officers.create_officer(hall, "7", "王芳", ("administrator",), PASSWORD)
    assert refused(officers.create_officer, hall, *made).code == "duty.missing"
    hall.store.close()


@pytest.mark.parametrize(
    ("number", "roles", "code"),
    [
        ("system", ("clerk",), "officer.number"),
        ("", ("clerk",), "officer.number"),
        ("8\n", ("clerk",), "officer.number"),
        ("8", (), "officer.roles"),
        ("8", ("system",), "officer.roles"),
        ("8", ("root",), "officer.roles"),
    ],
)
def test_no_account_has_an_odd_number_or_the_counters_own_role(hall, number, roles, code):
    made = (number, "赵强", roles, PASSWORD)
    assert refused(officers.create_officer, hall.office, *made).code == code


def test_the_verifier_is_argon2id_and_not_shown(hall):
    (account,) = officers.list_officers(hall.office)
    with hall.office.store.read() as rx:
        known = kept.load(rx, account.id)
    assert known.verifier.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert known.verifier not in repr(known)
    assert not hasattr(account, "verifier")


def test_a_live_counter_takes_no_training_account(hall):
    live = replace(hall.office, installation=replace(hall.office.installation, mode="live"))
    made = ("9", "训练", ("clerk",), "x")
    assert refused(officers.create_training_officer, live, *made).code == "officer.training-only"
