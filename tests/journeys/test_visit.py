"""The case from the card to the platform's receipt, through the window, by keyboard."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.approval import may_approve, open_checks
from app.errors import Refused
from tests.journeys.hall import VERIFY_FIRST, Hall
from tests.journeys.reading import button, every_text, letter_text
from ui.reception.state import Step

WHOLE_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
MARKUP = """
document = "citizen"
name = "<b>x</b>"
sex = "2"
ethnic_group = "01"
birth = "19880312"
address = "<img src=/etc/passwd>"
number = "51050219880312002X"
issuer = "泸州市公安局江阳区分局"
from = "20200101"
until = "20400101"
"""


def test_a_case_goes_from_the_card_to_the_platform(hall: Hall) -> None:
    hall.whole_case()
    hall.wait(hall.received, "received")
    hall.wait_to_say("Received by the platform, receipt kept")
    assert hall.case().state == "approved"
    assert hall.differences() == ()


def test_a_case_approved_on_commitment_has_its_follow_up_in_three_days(hall: Hall) -> None:
    hall.whole_case()
    assert {each.proof_code for each in hall.case().follow_ups}
    assert hall.says("To be checked by")


def test_the_finished_letter_is_good_for_our_own_verifier(hall: Hall) -> None:
    hall.whole_case()
    assert hall.opened.seal.verdict(hall.pdf()) == "good"
    assert hall.case().letters[0].sm3


def test_an_excepted_matter_stays_locked_with_its_open_checks_named(hall: Hall) -> None:
    hall.whole_case("ayinur", VERIFY_FIRST)
    case = hall.case()
    approve = button(hall.page.done, "Approve")
    assert case.state == "waiting"
    assert case.follow_ups == ()
    assert approve.isVisible()
    assert not approve.isEnabled()
    names = [plan.proof_name for plan in open_checks(case)]
    assert names
    assert all(hall.says(name, hall.page.done) for name in names)
    assert all(name in approve.accessibleDescription() for name in names)
    with pytest.raises(Refused) as refused:
        may_approve(case)
    assert refused.value.article == "A8-1"


def test_an_approved_case_offers_no_approval(hall: Hall) -> None:
    hall.whole_case()
    assert not button(hall.page.done, "Approve").isVisible()


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ("zhou-expired", "Card expired on 2025-09-01"),
        ("he-notyet", "Valid only from 2099-01-01"),
        ("luo-longterm", "valid until 长期"),
        ("deng-9999", "valid until 9999-12-31"),
        ("chen-chuanqing", "女　81　1995-08-08"),
        ("song-moved", "宋"),
        ("ivan-98", "98"),
    ],
)
def test_what_the_card_says_is_said(hall: Hall, person: str, words: str) -> None:
    hall.read_card(person)
    assert hall.says(words, hall.page.identity)


def test_an_expired_card_bars_no_case(hall: Hall) -> None:
    hall.whole_case("zhou-expired")
    assert hall.case().letters


@pytest.mark.parametrize(
    ("person", "shown", "raw"),
    [("xiong-rare", "熊𬭎", "熊𬭎"), ("liu-private", "刘䶮", "刘\ue863")],
)
def test_a_rare_name_is_its_assigned_character_everywhere_and_kept_as_read(
    hall: Hall, person: str, shown: str, raw: str
) -> None:
    hall.whole_case(person)
    assert hall.says(shown, hall.page.identity)
    assert shown in letter_text(hall.pdf())
    assert "\ue863" not in letter_text(hall.pdf())
    assert hall.case().applicant.raw_name == raw
    assert not [text for text in every_text() if "\ue863" in text]
    hall.wait(hall.received, "received")
    theirs = hall.theirs().model_dump_json()
    assert shown in theirs


@pytest.mark.parametrize("dot", ["·", "•", "・", "．", "‧", ".", " ", ""])
def test_a_name_with_a_dot_is_found_however_the_dot_is_typed(opened_hall: Hall, dot: str) -> None:
    hall = opened_hall
    if not hall.case_of("阿依努尔·买买提"):
        hall.next_visit()
        hall.whole_case("ayinur")
    assert hall.find_in_ledger(f"阿依努尔{dot}买买提")


def test_no_widget_of_any_page_holds_a_whole_number(hall: Hall) -> None:
    def masked() -> None:
        assert [text for text in every_text() if WHOLE_NUMBER.search(text)] == []

    hall.read_card()
    assert hall.says("510502********002X")
    masked()
    hall.pick()
    masked()
    hall.make_letter()
    masked()
    hall.sign()
    masked()
    hall.seal()
    masked()
    for workspace in range(1, 4):
        hall.open_workspace(workspace)
        hall.settle()
        masked()


def test_f4_shows_the_whole_number_only_for_a_reason_and_the_trail_keeps_it(hall: Hall) -> None:
    hall.read_card()
    hall.key(Qt.Key.Key_F4)
    hall.key(Qt.Key.Key_Return, hall.page.reveal.reason)
    assert not hall.says("51050219880312002X")
    hall.hands.keys("compare the card", hall.page.reveal.reason)
    hall.key(Qt.Key.Key_Return, hall.page.reveal.reason)
    hall.wait_to_say("51050219880312002X")
    line = hall.trail()[-1]["entry"]
    assert (line["act"], "compare the card" in str(line)) == ("number.reveal", True)
    assert "51050219880312002X" not in str(line)
    hall.tell_reader("take")
    hall.key(Qt.Key.Key_Escape)
    hall.read_card()
    assert not hall.says("51050219880312002X")


def test_a_name_never_becomes_markup(hall: Hall, tmp_path: Path) -> None:
    card = tmp_path / "markup.toml"
    card.write_text(MARKUP, "utf-8")
    hall.to_seal(str(card))
    assert hall.says("<b>x</b>", hall.page.identity)
    for top in QApplication.topLevelWidgets():
        for shown in top.findChildren(QLabel):
            assert shown.pixmap().width() or shown.textFormat() == Qt.TextFormat.PlainText


def test_enter_does_nothing_that_cannot_be_undone(hall: Hall) -> None:
    hall.to_seal()
    hall.key(Qt.Key.Key_Return)
    assert hall.page.state.step is Step.SEALING
    assert not hall.page.letter.asking
