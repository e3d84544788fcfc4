"""The counter is locked by key or by itself; nothing stays in sight, nothing is lost."""

from tests.journeys.hall import Hall
from tests.journeys.reading import every_text
from ui.reception.state import Step


def test_locking_hides_the_visit_and_signing_in_goes_on_with_it(hall: Hall) -> None:
    hall.next_visit()
    hall.read_card("wang-lan")
    hall.pick()
    hall.wait_for(Step.CHECKLIST)
    hall.session.lock()
    hall.wait(lambda: hall.session.pages is None, "locked")
    hall.settle()
    shown = "\n".join(every_text(hall.counter.window))
    assert "王兰" not in shown
    assert "002X" not in shown
    assert any("sign-out" in str(line) for line in hall.trail())
    hall.type_sign_in()
    hall.wait(lambda: hall.session.pages is not None, "signed in again")
    hall.settle()
    assert hall.page.state.step is Step.CHECKLIST
    assert hall.page.state.applicant is not None
    assert hall.page.state.applicant.name == "王兰"
