"""Before the seal everything is undone under the same number; after it void and re-issue."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.journeys.hall import COMMITS, VERIFY_FIRST, Hall
from tests.journeys.reading import button
from ui.reception.state import Step

REASON = "print damaged"


def give_reason(hall: Hall) -> None:
    fields = hall.page.done.findChildren(QLineEdit)
    hall.hands.keys(REASON, fields[0], counted=False)


def reissue(hall: Hall) -> None:
    give_reason(hall)
    hall.hands.click(button(hall.page.done, "Void and re-issue"))
    hall.wait_for_pin()


def test_another_matter_before_the_seal_keeps_the_number(hall: Hall) -> None:
    hall.read_card()
    hall.pick(COMMITS)
    hall.make_letter()
    number = hall.number
    hall.key(Qt.Key.Key_Escape, hall.page.applicant)
    hall.wait_for(Step.CHECKLIST)
    hall.key(Qt.Key.Key_F3)
    hall.wait_for(Step.MATTER)
    hall.pick(VERIFY_FIRST)
    hall.make_letter()
    assert hall.number == number
    assert hall.case().matter_code == VERIFY_FIRST
    acts = [row["entry"]["act"] for row in hall.trail() if row["entry"]["subject"] == number]
    assert acts == ["case.open", "case.change-matter"]


def test_another_person_before_the_seal_keeps_the_number(hall: Hall) -> None:
    hall.read_card("wang-lan")
    hall.pick()
    hall.make_letter()
    number = hall.number
    hall.key(Qt.Key.Key_Escape, hall.page.applicant)
    hall.wait_for(Step.CHECKLIST)
    hall.tell_reader("take")
    hall.tell_reader("put xiong-rare")
    hall.key(Qt.Key.Key_F2)
    hall.wait(lambda: hall.says("熊𬭎", hall.page.identity), "the other person")
    hall.make_letter()
    hall.sign()
    hall.seal()
    assert hall.number == number
    assert hall.case().applicant.name == "熊𬭎"
    hall.wait(hall.received, "received")
    assert hall.differences() == ()


def test_a_signature_taken_back_is_asked_for_again_after_reading_anew(hall: Hall) -> None:
    hall.to_seal()
    hall.key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    hall.wait_for(Step.CHECKLIST)
    assert hall.page.state.signature is None
    hall.make_letter()
    assert hall.page.state.step is Step.SIGNING
    assert not hall.page.applicant.understood.isEnabled()


def test_giving_up_before_the_seal_is_told_to_the_platform_and_the_number_stays_used(
    hall: Hall,
) -> None:
    hall.to_seal()
    given_up = hall.number
    while hall.page.state.step is not Step.APPLICANT:
        hall.key(Qt.Key.Key_Escape)
    hall.settle()
    assert hall.case(given_up).state == "abandoned"
    assert hall.theirs(given_up).state == "abandoned"
    hall.tell_reader("take")
    hall.whole_case("zhou-expired")
    assert hall.number > given_up


def test_nothing_is_undone_after_the_seal(hall: Hall) -> None:
    hall.whole_case()
    hall.key(Qt.Key.Key_Escape)
    hall.key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert hall.page.state.step is Step.DONE
    assert hall.case().state == "approved"


def test_a_letter_made_anew_keeps_both_and_the_platform_knows_the_first_is_void(
    hall: Hall,
) -> None:
    hall.whole_case()
    reissue(hall)
    hall.give_pin()
    hall.wait_for(Step.DONE)
    hall.settle()
    first, second = hall.case().letters
    assert (first.voided_because, first.replaced_by) == (REASON, second.number)
    assert second.voided_because == ""
    assert hall.case().state == "approved"
    hall.wait(hall.received, "received")
    theirs = {each.letter.number: each for each in hall.theirs().letters}
    assert theirs[first.number].voided_because == REASON
    assert theirs[first.number].replaced_by == second.number
    assert theirs[second.number].voided_because == ""
    assert hall.differences() == ()


def test_thinking_better_of_it_leaves_the_letter_valid(hall: Hall) -> None:
    hall.whole_case()
    reissue(hall)
    hall.key(Qt.Key.Key_Escape)
    assert hall.page.state.step is Step.DONE
    assert [each.voided_because for each in hall.case().letters] == [""]


def test_voiding_needs_a_reason(hall: Hall) -> None:
    hall.whole_case()
    assert not button(hall.page.done, "Void and re-issue").isEnabled()
    assert not button(hall.page.done, "Void letter and case").isEnabled()
    assert hall.says("Give a reason first; then the letter can be voided.")
    reason = hall.page.done.findChild(QLineEdit)
    hall.hands.keys("torn", reason)
    assert button(hall.page.done, "Void and re-issue").isEnabled()
    assert not hall.says("Give a reason first; then the letter can be voided.")
    reason.clear()
    assert hall.says("Give a reason first; then the letter can be voided.")


def test_a_voided_case_is_void_at_the_platform_too(hall: Hall) -> None:
    hall.whole_case()
    hall.wait(hall.received, "received")
    give_reason(hall)
    hall.hands.click(button(hall.page.done, "Void letter and case"))
    hall.wait_to_say("Letter and case are void")
    hall.wait(hall.received, "received")
    assert hall.case().state == "voided"
    assert hall.theirs().state == "voided"
    assert hall.differences() == ()


def test_a_reason_that_asks_for_a_cancelled_proof_is_refused(hall: Hall) -> None:
    hall.whole_case()
    hall.page.done.findChildren(QLineEdit)[0].setText("请重新提交无犯罪记录证明")
    hall.hands.click(button(hall.page.done, "Void letter and case"))
    hall.wait_to_say("（Art. 7）")
    assert hall.case().state == "approved"


def test_escape_at_the_pin_puts_only_the_pin_away(hall: Hall) -> None:
    hall.to_seal()
    hall.ask_pin()
    assert not hall.page.letter.replay.isVisible()
    hall.key(Qt.Key.Key_Escape)
    assert hall.page.state.step is Step.SEALING
    assert hall.page.state.signature is not None
    assert hall.page.letter.replay.isVisible()
    hall.seal()
