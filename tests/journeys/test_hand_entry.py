"""No card: typed by one officer, vouched for by a second, and marked wherever the case is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from app.commands.opening import TRAINING_OFFICER, TRAINING_PASSWORD, TRAINING_SECOND
from app.services import officers
from app.services.office import open_office
from tests.documents.reading import pages
from tests.journeys.entry_hands import NUMBER, check, choose, fill, open_form, type_in, vouch
from tests.journeys.hall import COMMITS, Hall, open_hall
from tests.journeys.reading import button, every_text
from tests.services.parts import REFERENCE, found
from ui.reception.state import Step, Typing
from ui.theme import Look
from ui.widgets.fields import NoImeField

ON_PAPER = "证件信息由工作人员手工录入（证件损坏），10432录入，10433复核"
MARK = "Typed by hand (10432), vouched for by 10433"


@pytest.fixture
def form(hall: Hall) -> Iterator[Hall]:
    open_form(hall)
    yield hall
    while hall.page.state.typing:
        hall.key(Qt.Key.Key_Escape)


def field(hall: Hall, name: str) -> QLineEdit:
    inner = hall.page.hand.fields[name].inner
    assert isinstance(inner, QLineEdit)
    return inner


def test_a_typed_case_goes_to_the_platform_with_its_mark_on_every_page(hall: Hall) -> None:
    type_in(hall)
    assert hall.says(MARK, hall.page.identity)
    hall.pick(COMMITS)
    hall.make_letter()
    hall.sign()
    hall.seal()
    assert hall.says(MARK, hall.page.identity)
    assert [ON_PAPER in page for page in pages(hall.pdf())] == [True, True]
    hall.wait(hall.received, "received")
    assert hall.differences() == ()
    theirs = hall.theirs().case
    assert theirs is not None
    assert theirs.applicant.hand is not None
    assert theirs.applicant.hand.confirmed_by == "10433"


def test_the_receipt_of_an_applicant_who_does_not_commit_is_marked_too(hall: Hall) -> None:
    type_in(hall)
    hall.pick(COMMITS)
    hall.make_letter()
    hall.hands.click(button(hall.page.applicant, "I do not commit"))
    hall.wait_for(Step.CHECKLIST)
    hall.settle()
    hall.make_letter()
    hall.seal()
    assert all(ON_PAPER in page for page in pages(hall.pdf()))


def test_typed_and_read_a_person_is_one_in_the_ledger_and_only_one_row_is_marked(
    hall: Hall,
) -> None:
    before = hall.find_in_ledger("002X")
    hall.open_workspace(0)
    type_in(hall, number=NUMBER.lower())
    hall.pick(COMMITS)
    hall.make_letter()
    assert hall.find_in_ledger("002X") == before + 1
    ledger = hall.pages.ledger
    texts = [ledger.table.item(line, 2).text() for line in range(ledger.table.rowCount())]
    assert "typed by hand" in texts[0]
    hall.open_workspace(0)


def test_what_is_wrong_is_said_beside_its_field_and_the_keyboard_goes_there(form: Hall) -> None:
    fill(form, number="510502880312002", valid_until="soon")
    choose(form, "reason", "")
    form.key(Qt.Key.Key_F12)
    assert form.page.state.typing is Typing.FIELDS
    assert form.says("Fifteen digits", form.page.hand.fields["number"])
    assert form.says("no day of the calendar", form.page.hand.fields["valid_until"])
    assert form.says("no reason", form.page.hand.fields["reason"])
    assert QApplication.focusWidget() is field(form, "number")
    assert "Fifteen digits" in field(form, "number").accessibleDescription()


def test_the_number_tells_sex_and_birth(form: Hall) -> None:
    field(form, "number").setText(NUMBER)
    assert form.says("女　1988-03-12")
    assert not field(form, "birth").isVisible()
    choose(form, "document", "foreigner-I")
    assert field(form, "birth").isVisible()


def test_chinese_comes_through_the_input_method_and_digits_go_past_it(form: Hall) -> None:
    event = QInputMethodEvent()
    event.setCommitString("阿依努尔·买买提")
    QApplication.sendEvent(field(form, "name"), event)
    assert field(form, "name").text() == "阿依努尔·买买提"
    plain = ("number", "valid_from", "valid_until", "birth")
    assert all(isinstance(field(form, name), NoImeField) for name in plain)


def test_a_wrong_password_says_the_tries_left_and_the_entry_stays(form: Hall) -> None:
    fill(form)
    check(form)
    assert form.page.hand.second.officer.text() == ""
    vouch(form, TRAINING_SECOND, "wrong")
    assert form.says("tries left: 4", form.page.hand.second)
    assert form.page.hand.second.password.text() == ""
    assert QApplication.focusWidget() is form.page.hand.second.password
    vouch(form)
    form.wait_for(Step.MATTER)
    form.key(Qt.Key.Key_Escape)


def test_who_typed_cannot_vouch(form: Hall) -> None:
    fill(form)
    check(form)
    vouch(form, officer=TRAINING_OFFICER)
    assert form.says("cannot vouch", form.page.hand.second)
    assert form.page.state.typing is Typing.SECOND


def test_escape_goes_back_step_by_step_and_forgets_everything_typed(form: Hall) -> None:
    fill(form)
    check(form)
    form.hands.keys("10433", form.page.hand.second.officer, counted=False)
    form.key(Qt.Key.Key_Escape)
    assert form.page.state.typing is Typing.FIELDS
    assert form.page.hand.second.officer.text() == ""
    assert field(form, "name").text() == "王兰"
    form.key(Qt.Key.Key_Escape)
    form.wait_to_say("Put the applicant's identity card on the reader")
    assert form.page.state.draft is None
    open_form(form)
    assert all(not field(form, name).text() for name in ("number", "name", "address", "issuer"))


def test_a_card_put_on_meanwhile_takes_nothing_away_and_f2_reads_it(form: Hall) -> None:
    fill(form)
    form.tell_reader("put wang-lan")
    form.settle()
    assert form.page.state.typing is Typing.FIELDS
    form.key(Qt.Key.Key_F2)
    form.wait_for(Step.MATTER)
    assert not form.says(MARK)
    assert field(form, "name").text() == ""
    form.tell_reader("take")
    form.settle()
    form.key(Qt.Key.Key_Escape)


def test_the_persons_own_card_read_later_takes_no_mark_off(hall: Hall) -> None:
    type_in(hall)
    hall.tell_reader("put wang-lan")
    hall.key(Qt.Key.Key_F2)
    hall.settle()
    person = hall.page.state.applicant
    assert person is not None
    assert (person.source, person.hand is not None) == ("card", True)
    assert hall.says(MARK, hall.page.identity)
    hall.pick(COMMITS)
    hall.make_letter()
    assert hall.case().applicant.hand == person.hand


def test_another_persons_card_before_the_case_has_a_number_is_not_marked(hall: Hall) -> None:
    type_in(hall)
    hall.tell_reader("put ayinur")
    hall.key(Qt.Key.Key_F2)
    hall.settle()
    assert not hall.says(MARK, hall.page.identity)


def test_no_widget_but_the_form_holds_the_whole_number(hall: Hall) -> None:
    type_in(hall)
    assert [text for text in every_text() if NUMBER in text] == []


def test_larger_print_keeps_what_was_typed(opened_hall: Hall) -> None:
    hall = opened_hall
    hall.next_visit()
    open_form(hall)
    fill(hall)
    hall.session.change_look(Look("light", 125))
    hall.wait(lambda: hall.session.pages is not None, "the new look")
    hall.settle()
    assert hall.page.state.typing is Typing.FIELDS
    assert field(hall, "name").text() == "王兰"
    hall.key(Qt.Key.Key_Escape)
    hall.session.change_look(Look("light", 100))
    hall.wait(lambda: hall.session.pages is not None, "the old look")
    hall.settle()


def test_it_works_without_a_reader_and_without_a_platform(
    qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hall")
    (folder / "state").mkdir()
    _with_two_clerks(folder / "state")
    nothing = {"training_devices": ("seal-token",), "platform_url": "http://127.0.0.1:1"}
    with open_hall(folder, **nothing) as hall:
        hall.sign_in()
        type_in(hall)
        hall.pick(COMMITS)
        hall.make_letter()
        assert hall.case().applicant.hand is not None


def _with_two_clerks(state: Path) -> None:
    chosen, clock = found(state)
    counter = open_office(chosen, clock, REFERENCE)
    for officer in (TRAINING_OFFICER, TRAINING_SECOND):
        officers.create_training_officer(counter, officer, "李敏", ("clerk",), TRAINING_PASSWORD)
    counter.store.close()
