"""Wrong PIN, token pulled, token away: said with the remedy, nothing kept, then it works."""

from PySide6.QtCore import Qt

from app.commands import kept_token
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
    hall.wait_to_say("The PIN is wrong; PIN tries left: 9.")
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


def test_at_the_last_try_the_clerk_must_say_that_he_means_it(hall: Hall) -> None:
    hall.to_seal()
    hall.tell_token("fault last-try")
    hall.ask_pin()
    letter = hall.page.letter
    assert letter.insist.isVisible()
    assert letter.insist.hasFocus()
    hall.give_pin()
    hall.wait_to_say("Only one try is left. Make sure of the PIN")
    assert hall.case().state == "open"
    hall.key(Qt.Key.Key_Space, letter.insist)
    hall.key(Qt.Key.Key_Return, letter.pin)
    hall.wait_for(Step.DONE)
    hall.tell_token("fault")
    assert hall.case().state == "approved"


def test_another_token_than_the_one_used_so_far_must_be_picked(hall: Hall) -> None:
    hall.to_seal()
    kept_token.keep(hall.office.settings.state, kept_token.Known("KX-0815", "00" * 32))
    hall.key(Qt.Key.Key_F12)
    hall.wait_to_say("The token KX-0815, used so far, is not plugged in.")
    tokens = hall.page.letter.tokens
    hall.key(Qt.Key.Key_Return, tokens)  # Enter alone takes none
    hall.key(Qt.Key.Key_F12)
    assert tokens.isVisible()
    assert not hall.page.letter.pin.isVisible()
    hall.key(Qt.Key.Key_Down, tokens)
    hall.key(Qt.Key.Key_Return, tokens)
    hall.wait_for_pin()
    hall.give_pin()
    hall.wait_for(Step.DONE)
    kept = kept_token.load(hall.office.settings.state)
    assert kept is not None
    assert kept.serial == "TRAINING-0001"


def test_a_token_that_does_not_count_its_tries_says_so(hall: Hall) -> None:
    hall.to_seal()
    hall.tell_token("fault tries-untold")
    hall.ask_pin()
    hall.wait_to_say("the token does not say how many tries are left")
    hall.tell_token("fault")
