"""Wrong PIN, token pulled, token away: said with the remedy, nothing kept, then it works."""

from PySide6.QtCore import Qt

from app.services import status
from tests.journeys.hall import Hall
from ui.reception.state import Step


def kept(hall: Hall) -> tuple[int, int]:
    """Letters of the case, and operations ever saved for the platform."""
    return len(hall.case().letters), status.counter(hall.office).saved


def test_a_wrong_pin_is_said_with_the_tries_left_and_nothing_is_kept(hall: Hall) -> None:
    hall.to_seal()
    before = kept(hall)
    hall.ask_pin()
    hall.give_pin("000000")
    hall.wait_to_say("The PIN is wrong; 9 tries are left.")
    hall.wait_for_pin()
    assert hall.page.letter.pin.text() == ""
    assert hall.case().state == "open"
    assert kept(hall) == before
    hall.give_pin()
    hall.wait_for(Step.DONE)
    assert hall.case().state == "approved"


def test_what_failed_is_in_the_trail_by_its_code_without_the_pin(hall: Hall) -> None:
    hall.to_seal()
    hall.ask_pin()
    hall.give_pin("987123")
    hall.wait_to_say("The PIN is wrong")
    hall.wait_for_pin()
    failed = [str(row["entry"]) for row in hall.trail() if row["entry"]["act"] == "failed"]
    assert "token.wrong-pin" in failed[-1]
    assert "987123" not in "".join(str(row) for row in hall.trail())
    hall.give_pin()
    hall.wait_for(Step.DONE)


def test_a_token_pulled_between_pin_and_signature_leaves_no_letter(hall: Hall) -> None:
    hall.to_seal()
    before = kept(hall)
    hall.ask_pin()
    hall.tell_token("take")
    hall.give_pin()
    hall.wait_to_say("The seal token does not answer. Plug the token out and in")
    assert not hall.says("Sealed")
    assert hall.page.state.step is Step.SEALING
    assert kept(hall) == before
    assert hall.case().state == "open"
    hall.tell_token("put")
    hall.seal()
    assert hall.opened.seal.verdict(hall.pdf()) == "good"


def test_without_a_token_the_pin_is_not_even_asked(hall: Hall) -> None:
    hall.to_seal()
    hall.tell_token("take")
    hall.key(Qt.Key.Key_F12)
    hall.wait_to_say("The seal token does not answer. Plug the token out and in")
    hall.tell_token("put")
    assert not hall.page.letter.asking
    hall.seal()
