"""The case from the card to the platform's receipt, through the window, by keyboard."""

from tests.journeys.hall import VERIFY_FIRST, Hall, every_text


def test_a_case_goes_from_the_card_to_the_platform(hall: Hall) -> None:
    hall.whole_case()
    hall.wait(hall.received, "received")
    assert hall.case().state == "approved"
    assert hall.differences() == ()


def test_the_finished_letter_is_good_for_our_own_verifier(hall: Hall) -> None:
    hall.whole_case()
    assert hall.opened.seal.verdict(hall.pdf()) == "good"


def test_an_excepted_matter_stays_locked_with_its_open_checks_named(hall: Hall) -> None:
    hall.whole_case("ayinur", VERIFY_FIRST)
    assert hall.case().state == "waiting"
