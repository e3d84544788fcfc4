"""A live counter refuses, the legal reviewer confirms with the keyboard, the next case opens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.services import office, officers
from tests.journeys.hall import COMMITS, Hall, open_hall
from tests.services.parts import PASSWORD, REFERENCE, applicant, found_live
from tests.ui import walk
from tests.ui.whole import HIGH, WIDE, faults
from ui.reception import state as moments
from ui.reception.state import Step
from ui.theme import Look

NOWHERE = "http://127.0.0.1:1"
CLERK, REVIEWER = "1001", "20001"
SETTINGS = 2
BASIS = "LSF 2026-3"  # keyClicks takes ASCII only


@pytest.fixture
def state(qapp, tmp_path):
    """A live counter's folder with its two accounts."""
    folder = tmp_path / "state"
    folder.mkdir()
    live = office.open_office(found_live(folder), SystemClock(), REFERENCE)
    officers.create_officer(live, CLERK, "王芳", ("administrator", "clerk"), PASSWORD)
    boss = live.signed_in(officers.sign_in(live, CLERK, PASSWORD))
    officers.create_officer(boss, REVIEWER, "周洁", ("legal-reviewer",), PASSWORD)
    live.store.close()
    return tmp_path


@pytest.fixture
def hall(state):
    with open_hall(state, platform_url=NOWHERE) as made:
        made.reach_sign_in()
        made.wait_to_say("confirms what follows it: Settings, Basis of handling")
        yield made


def sign_in(hall: Hall, number: str) -> None:
    if hall.session.pages is not None:
        hall.session.lock()
        hall.settle()
    page = hall.counter.sign_in
    page.officer.setText(number)
    page.password.setText(PASSWORD)
    hall.key(Qt.Key.Key_Return, page.password)
    hall.wait(lambda: hall.session.pages is not None, "signing in")
    hall.settle()


def try_a_case(hall: Hall) -> None:
    """No simulated card at a live counter: the applicant is handed to the page as a reader does."""
    hall.open_workspace(0)
    hall.page.go(moments.with_applicant(hall.page.state, moments.Met(applicant(simulated=False))))
    hall.pick(COMMITS)
    hall.key(Qt.Key.Key_F12)
    hall.settle()


def confirm(hall: Hall) -> None:
    """Keys only: the document, Enter, and the second step, which begins on the way back."""
    form = hall.pages.settings.basis.form
    form.basis.setFocus()
    hall.hands.keys(BASIS, form.basis)
    hall.key(Qt.Key.Key_Return, form.basis)
    assert QApplication.focusWidget() is form.back
    hall.key(Qt.Key.Key_Return, form.back)
    assert QApplication.focusWidget() is form.basis
    hall.key(Qt.Key.Key_Return, form.basis)
    QTest.keyClick(form.back, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.final
    hall.key(Qt.Key.Key_Space, form.final)
    hall.settle()


def open_settings(hall: Hall):
    hall.open_workspace(SETTINGS)
    hall.settle()
    return hall.pages.settings.basis


def test_from_the_refusal_to_the_first_live_case(hall):
    sign_in(hall, CLERK)
    panel = open_settings(hall)
    assert not panel.form.isVisible()  # not this officer's duty
    hall.wait_to_say("Nobody has confirmed what follows.")
    hall.wait_to_say("2022-01-18; read otherwise 2022-01-17; the later one counts")
    try_a_case(hall)
    assert hall.page.state.step is Step.CHECKLIST
    hall.wait_to_say("Settings, Basis of handling")
    hall.wait_to_say("泸市府发〔2019〕36号 was in force from 2020-01-18 to 2022-01-18")

    sign_in(hall, REVIEWER)
    panel = open_settings(hall)
    assert panel.form.isVisible()
    hall.wait_to_say("These rules await legal review")
    hall.key(Qt.Key.Key_Return, panel.form.basis)
    hall.wait_to_say("Type the document and its number first.")
    confirm(hall)
    hall.wait_to_say("In force; new cases are opened under it")
    today = hall.office.clock.now().date().isoformat()
    hall.wait_to_say(f"{today}: 周洁 20001 confirmed 国务院令第722号第四十四条、国办发〔2020〕42号")

    sign_in(hall, CLERK)
    try_a_case(hall)
    case = hall.page.state.case
    assert case is not None
    assert (case.pack, case.mode) == ("national@1", "live")
    (notice,) = (each for each in hall.page.state.notice.paragraphs if each.id == "basis")
    assert "国务院令第722号第四十四条" in notice.text


def test_what_the_rules_refuse_is_said_where_it_was_asked(hall):
    sign_in(hall, REVIEWER)
    panel = open_settings(hall)
    panel.form.confirmed.emit("national@9", BASIS)  # a program changed under the open window
    hall.settle()
    hall.wait_to_say("This program does not hold the pack national@9.")
    assert panel.form.isEnabled()


def test_a_live_counter_without_accounts_names_the_command_that_makes_one(qapp, tmp_path):
    folder = tmp_path / "state"
    folder.mkdir()
    found_live(folder)
    with open_hall(tmp_path, platform_url=NOWHERE) as made:
        made.reach_sign_in()
        made.wait_to_say("python -m app officer add NUMBER NAME --role administrator")


def test_a_counter_with_accounts_does_not(hall):
    assert not hall.says("app officer add")


def test_panel_and_both_steps_are_whole_in_every_look(state):
    bad = []
    with open_hall(state, platform_url=NOWHERE, language="zh_CN") as made:
        made.reach_sign_in()
        sign_in(made, REVIEWER)
        for look in (Look("light", 100), Look("dark", 150), Look("light", 200), Look("dark", 200)):
            walk.change_look(made, look)
            form = open_settings(made).form
            made.counter.window.resize(WIDE, HIGH)
            bad += [f"{look} first: {each}" for each in faults(made.pages.settings)]
            form.basis.setText("泸州市证明事项联席会议纪要〔2026〕3号")
            made.key(Qt.Key.Key_Return, form.basis)
            bad += [f"{look} second: {each}" for each in faults(made.pages.settings)]
            made.key(Qt.Key.Key_Escape, form.back)
            assert QApplication.focusWidget() is form.basis
            assert form.basis.text() == "泸州市证明事项联席会议纪要〔2026〕3号"
    assert not bad, "\n".join(bad)
