"""Another look in the middle of a day."""

from PySide6.QtWidgets import QApplication

from tests.journeys.hall import Hall
from ui.reception.applicant_window import ApplicantWindow
from ui.reception.state import Step
from ui.theme import Look


def _change(hall: Hall, look: Look) -> None:
    hall.session.change_look(look)
    hall.wait(lambda: hall.session.pages is not None, "the new look")
    hall.settle()


def test_the_visit_goes_on_in_the_new_look(hall: Hall) -> None:
    hall.read_card()
    hall.pick()
    _change(hall, Look("dark", 125))
    assert hall.page.state.step is Step.CHECKLIST
    _change(hall, Look())
    assert hall.page.state.step is Step.CHECKLIST


def test_after_a_new_look_the_counter_can_be_locked_and_opened_again(hall: Hall) -> None:
    _change(hall, Look("dark", 100))
    hall.session.lock()
    assert hall.session.pages is None
    hall.type_sign_in()
    hall.wait(lambda: hall.session.pages is not None, "signing in again")
    _change(hall, Look())


def test_only_one_page_for_the_applicant_stays_after_a_new_look(hall: Hall) -> None:
    _change(hall, Look("dark", 100))
    _change(hall, Look())
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, ApplicantWindow)]
    assert windows == [hall.page.applicant]
