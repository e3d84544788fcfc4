"""Whose seal it is: refused before the PIN, changed by two persons, all in the book of uses."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.codecs.chain import sm3_hex
from app.commands.opening import TRAINING_OFFICER, TRAINING_PASSWORD, TRAINING_SECOND
from app.domain.seal_custody import Binding
from app.seal.training import TrainingPki
from app.services import officers, seal_log, seal_registry
from app.services.office import Session
from tests.journeys.hall import Hall, open_hall
from tests.ui import walk
from tests.ui.whole import HIGH, WIDE, faults
from ui.reception.state import Step
from ui.settings.seals_panel import SealsPanel
from ui.settings.view import SettingsView
from ui.theme import Look

SETTINGS, HOLDER = 2, "10444"
RETURN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


def open_seals(hall: Hall) -> SealsPanel:
    hall.open_workspace(SETTINGS)
    hall.settle()
    return hall.pages.settings.seals


def vouch(hall: Hall, officer: str = TRAINING_SECOND, password: str = TRAINING_PASSWORD) -> None:
    box = hall.pages.settings.seals.form.second
    box.officer.clear()
    hall.hands.keys(officer, box.officer, counted=False)
    hall.hands.keys(password, box.password, counted=False)
    hall.key(RETURN, box.password)
    hall.settle()


def last_use(hall: Hall) -> str:
    use = seal_log.uses(hall.office)[0]
    return f"{use.step} {use.code}".strip()


def bind(hall: Hall, **changes: object) -> None:
    """As two persons at the settings page would."""
    (kept,) = (each for each in _kept(hall) if each.state == "registered")
    parts = {"keeper": TRAINING_OFFICER, "officers": (TRAINING_OFFICER,), **changes}
    binding = Binding(**parts)  # type: ignore[arg-type]
    second = (TRAINING_SECOND, TRAINING_PASSWORD)
    seal_registry.bind(hall.office, kept.digest, binding, *second)


def _kept(hall: Hall) -> tuple[seal_registry.KeptSeal, ...]:
    return seal_registry.read(hall.office, hall.opened.seal.file).kept


def test_a_training_halls_seal_is_registered_from_the_start_and_its_uses_are_listed(
    hall: Hall,
) -> None:
    hall.whole_case()
    number = hall.number
    panel = open_seals(hall)
    hall.wait_to_say("Registered and in use")
    hall.wait_to_say("by the installation itself (training)")
    first = panel.uses.item(0).text()
    assert f"{number}-01" in first
    assert "● sealed" in first
    assert "(simulated)" in first
    assert not panel.buttons[seal_registry.REGISTER].isVisible()
    assert panel.buttons[seal_registry.WITHDRAW].isVisible()


@pytest.mark.usefixtures("bound")
def test_a_kind_of_letter_the_seal_is_not_for_is_refused_before_the_pin(hall: Hall) -> None:
    hall.to_seal()
    bind(hall, kinds=("receipt",))
    hall.key(Qt.Key.Key_F12)
    hall.wait_to_say("is not for this kind of letter")
    assert not hall.page.letter.asking
    assert last_use(hall) == "refused custody.other-kind"
    bind(hall)
    hall.seal()
    assert last_use(hall) == "done"


@pytest.fixture
def bound(hall: Hall) -> Iterator[None]:
    """Afterwards the seal is the training officer's again."""
    yield
    bind(hall)


@pytest.fixture(autouse=True, scope="module")
def holder(opened_hall: Hall) -> None:
    """A third officer, who does nothing but seal."""
    office, roles = opened_hall.office, ("seal-holder",)
    officers.create_training_officer(office, HOLDER, "周洁", roles, TRAINING_PASSWORD)


def call(hall: Hall, officer: str, password: str = TRAINING_PASSWORD) -> None:
    box = hall.page.letter.holder
    box.officer.clear()
    hall.hands.keys(officer, box.officer, counted=False)
    hall.hands.keys(password, box.password, counted=False)
    hall.key(RETURN, box.password)
    hall.settle()


@pytest.mark.usefixtures("bound")
def test_the_seals_holder_comes_and_signs_in_for_one_letter(hall: Hall) -> None:
    bind(hall, keeper=HOLDER, officers=(HOLDER,))
    hall.to_seal()
    hall.key(Qt.Key.Key_F12)
    hall.wait_to_say(f"Officer {TRAINING_OFFICER} is not entered among those who may set this seal")
    assert QApplication.focusWidget() is hall.page.letter.holder.officer
    assert last_use(hall) == "refused custody.not-bound"

    call(hall, HOLDER, "wrong")
    hall.wait_to_say("wrong")
    call(hall, TRAINING_SECOND)  # signs in, and has not the duty
    hall.wait_to_say("Your roles do not include this act")
    assert not hall.page.letter.pin.isVisible()
    call(hall, HOLDER)
    hall.wait_for_pin()
    hall.give_pin("000000")
    hall.wait_to_say("The PIN is wrong")
    hall.wait_for_pin()
    hall.give_pin()
    hall.wait_for(Step.DONE)
    hall.settle()
    use = seal_log.uses(hall.office)[0]
    assert (use.step, use.officer, use.roles) == ("done", HOLDER, "seal-holder")
    line = [each["entry"] for each in hall.trail() if each["entry"]["act"] == "letter.seal"][-1]
    assert (line["officer"], line["facts"]["sealed_by"]) == (TRAINING_OFFICER, HOLDER)


@pytest.mark.usefixtures("bound")
def test_the_holder_came_for_that_letter_only(hall: Hall) -> None:
    bind(hall, keeper=HOLDER, officers=(HOLDER,))
    hall.to_seal()
    hall.key(Qt.Key.Key_F12)
    hall.wait_to_say(f"Officer {TRAINING_OFFICER} is not entered")
    hall.key(Qt.Key.Key_Escape)
    hall.settle()
    assert not hall.page.letter.asking
    assert last_use(hall) == "cancelled"
    bind(hall)
    hall.seal()


def test_a_pin_put_away_is_in_the_book(hall: Hall) -> None:
    hall.to_seal()
    hall.ask_pin()
    hall.key(Qt.Key.Key_Escape)
    hall.settle()
    assert last_use(hall) == "cancelled"
    assert hall.page.state.step is Step.SEALING
    hall.seal()


@pytest.mark.usefixtures("bound")
def test_two_persons_change_it_with_the_keyboard_alone(hall: Hall) -> None:
    panel = open_seals(hall)
    button = panel.buttons[seal_registry.BIND]
    button.setFocus()
    hall.key(RETURN, button)
    keeper = panel.form.keeper.inner
    assert QApplication.focusWidget() is keeper
    keeper.clear()
    hall.hands.keys(TRAINING_SECOND, keeper, counted=False)
    hall.key(SPACE, panel.form.kinds["receipt"])
    hall.key(RETURN, keeper)
    assert QApplication.focusWidget() is panel.form.second.officer

    vouch(hall, TRAINING_OFFICER)
    hall.wait_to_say("Whoever asks for it cannot confirm it.")
    vouch(hall, password="wrong")  # noqa: S106
    hall.wait(lambda: panel.form.second.password.hasFocus(), "asked again")
    assert _kept(hall)[0].binding.keeper == TRAINING_OFFICER
    vouch(hall)
    hall.wait_to_say("Done and kept on the record.")
    hall.settle()
    kept = _kept(hall)[0]
    assert kept.binding == Binding(TRAINING_SECOND, (TRAINING_OFFICER,), ("commitment",))
    assert (kept.registered_by, kept.confirmed_by) == (TRAINING_OFFICER, TRAINING_SECOND)
    hall.wait_to_say(f"{TRAINING_SECOND} 王芳")


def test_esc_leads_from_the_second_officer_to_the_fields_and_out(hall: Hall) -> None:
    panel = open_seals(hall)
    button = panel.buttons[seal_registry.BIND]
    hall.key(RETURN, button)
    hall.key(RETURN, panel.form.keeper.inner)
    hall.hands.keys("secret", panel.form.second.password, counted=False)
    hall.key(Qt.Key.Key_Escape, panel.form.second.password)
    assert not panel.form.second.isVisible()
    assert panel.form.second.password.text() == ""
    hall.key(Qt.Key.Key_Escape, panel.form.keeper.inner)
    assert not panel.form.isVisible()
    assert QApplication.focusWidget() is button


def test_who_may_not_see_seals_is_shown_none(hall: Hall) -> None:
    clerk = hall.office.signed_in(Session("10450", "赵静", ("clerk",), hall.office.now()))
    view = SettingsView(replace(hall.page.desk, office=clerk))
    view.refresh()
    hall.settle()
    assert "seals" not in vars(view)
    assert not [line for line in hall.trail() if line["entry"]["officer"] == "10450"]


@pytest.fixture
def own_hall(qapp: object, tmp_path: object) -> object:
    with open_hall(tmp_path) as made:  # type: ignore[arg-type]
        made.sign_in()
        yield made


def test_a_withdrawn_seal_seals_no_more_and_its_letters_stay_good(own_hall: Hall) -> None:
    hall = own_hall
    hall.whole_case()
    sealed = hall.pdf()
    panel = open_seals(hall)
    hall.key(RETURN, panel.buttons[seal_registry.WITHDRAW])
    reason = panel.form.reason.inner
    reason.setText("训练结束，印章停用")  # keyClicks takes ASCII only
    hall.key(RETURN, reason)
    vouch(hall)
    hall.wait_to_say("Withdrawn; it seals nothing any more")
    assert not any(each.isVisible() for each in panel.buttons.values())
    hall.next_visit()
    hall.to_seal()
    hall.key(Qt.Key.Key_F12)
    hall.wait_to_say("was withdrawn on")
    assert not hall.page.letter.asking
    assert last_use(hall) == "refused custody.withdrawn"
    assert hall.opened.seal.verdict(sealed) == "good"


def test_a_new_seal_in_its_place_is_refused_until_two_persons_enter_it_as_the_renewed_one(
    qapp: object, tmp_path: Path, pki: TrainingPki
) -> None:
    with open_hall(tmp_path) as made:
        made.sign_in()
        before = made.opened.seal.file
    (tmp_path / "state" / "hall" / "hall.esl").write_bytes(pki.seal.read_bytes())
    with open_hall(tmp_path) as hall:
        hall.sign_in()
        hall.to_seal()
        hall.key(Qt.Key.Key_F12)
        hall.wait_to_say("The seal of this counter is not registered.")
        assert not hall.page.letter.asking
        panel = open_seals(hall)
        assert not panel.buttons[seal_registry.REGISTER].isVisible()
        hall.key(RETURN, panel.buttons[seal_registry.RENEW])
        hall.key(RETURN, panel.form.keeper.inner)
        vouch(hall)
        hall.wait_to_say("Registered and in use")
        hall.settle()
        new = next(each for each in _kept(hall) if each.state == "registered")
        assert (new.digest, new.replaces) == (sm3_hex(pki.seal.read_bytes()), sm3_hex(before))
        hall.wait_to_say("replaced")
        hall.open_workspace(0)
        hall.key(Qt.Key.Key_F12)  # this seal's list does not name the hall's token
        hall.wait_to_say("it may have been renewed")
        assert not hall.page.letter.asking


def test_panel_and_form_are_whole_in_every_look(qapp: object, tmp_path: object) -> None:
    bad = []
    with open_hall(tmp_path, language="zh_CN") as made:  # type: ignore[arg-type]
        made.sign_in()
        for look in (Look("light", 100), Look("dark", 150), Look("light", 200), Look("dark", 200)):
            walk.change_look(made, look)
            panel = open_seals(made)
            made.counter.window.resize(WIDE, HIGH)
            bad += [f"{look} panel: {each}" for each in faults(made.pages.settings)]
            for act in (seal_registry.BIND, seal_registry.WITHDRAW):
                panel.begin(act)
                bad += [f"{look} {act}: {each}" for each in faults(made.pages.settings)]
                panel.form.go_on()
                bad += [f"{look} {act} second: {each}" for each in faults(made.pages.settings)]
                panel.form.forget()
    assert not bad, "\n".join(bad)
