"""The applicant reads, signs or refuses; nobody is ever asked to bring a proof."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea

from app.commands.opening import TRAINING_PIN
from app.domain import approval, conduct
from app.domain.catalogue import Way
from app.domain.commitment import Point, Signature
from app.errors import Refused
from tests.journeys.hall import MOST_PAGES, Hall
from tests.journeys.reading import button, every_text, letter_text
from ui.desk import Pin
from ui.reception.applicant_window import ParagraphView
from ui.reception.state import Step

INVITES = re.compile(
    r"(?:请|须|需|应|应当)(?:您|你|申请人)?(?:另行|自行)?(?:提供|提交|补交|补齐|开具|携带|出具)"
    r"|(?i:\bbring\b(?! the| this| it| you)|hand in|submit the proof)"
)


def to_the_applicant(hall: Hall) -> None:
    hall.read_card()
    hall.pick()
    hall.make_letter()


def refuse(hall: Hall) -> None:
    to_the_applicant(hall)
    hall.hands.click(button(hall.page.applicant, "I do not commit"))
    hall.wait_for(Step.CHECKLIST)
    hall.settle()


def test_who_does_not_commit_gets_the_next_ways(hall: Hall) -> None:
    refuse(hall)
    case = hall.case()
    assert case.commitment_refused
    assert case.plans
    assert Way.COMMITMENT not in {plan.way for plan in case.plans}
    assert hall.says("The applicant does not commit; the department checks by itself.")


def test_who_does_not_commit_gets_a_receipt_and_the_department_checks_first(hall: Hall) -> None:
    refuse(hall)
    hall.make_letter()
    assert hall.page.state.step is Step.SEALING
    assert not hall.page.applicant.isVisible()
    hall.seal()
    case = hall.case()
    assert case.letters[0].kind == "receipt"
    assert approval.open_checks(case)
    assert case.state == "waiting"
    assert case.follow_ups == ()
    with pytest.raises(Refused) as refused:
        approval.may_approve(case)
    assert refused.value.article == "A14-1"
    hall.wait(hall.received, "received")
    assert hall.differences() == ()


def test_no_word_on_the_way_invites_to_bring_a_proof(hall: Hall) -> None:
    def innocent(texts: list[str]) -> None:
        assert [text for text in texts if INVITES.search(text)] == []
        catalogue = hall.office.reference.catalogue
        tables = {plan.proof_name for plan in hall.page.state.plans}
        for text in set(texts) - tables:
            named = text.replace("You need not fetch these proofs:", "无需")
            if "not to be asked for" not in named and "open checks" not in named:
                assert INVITES.search(named) is None or conduct.asked_for(named, catalogue) is None

    to_the_applicant(hall)
    innocent(every_text())
    hall.hands.click(button(hall.page.applicant, "I do not commit"))
    hall.wait_for(Step.CHECKLIST)
    innocent(every_text())
    hall.make_letter()
    hall.seal()
    innocent([*every_text(), letter_text(hall.pdf())])


def test_the_applicant_may_think_again_before_anything_is_sealed(hall: Hall) -> None:
    refuse(hall)
    number = hall.number
    hall.key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    hall.wait_for(Step.CHECKLIST)
    assert not hall.page.state.commitment_refused
    hall.make_letter()
    hall.sign()
    hall.seal()
    assert hall.number == number
    assert not hall.case().commitment_refused
    assert hall.case().state == "approved"


def test_a_paragraph_counts_only_when_all_of_it_was_visible(hall: Hall) -> None:
    to_the_applicant(hall)
    window = hall.page.applicant
    area = window.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    high = area.viewport().height()
    hall.wait(window.looked, "looked")
    views = window.findChildren(ParagraphView)
    whole = {v.paragraph.id for v in views if _wholly_visible(v, area)}
    assert {each.paragraph for each in window.shown} == whole
    assert high > 0
    assert len(whole) < len(views)
    assert not window.understood.isEnabled()


def test_signing_is_open_once_every_paragraph_was_shown_and_not_before(hall: Hall) -> None:
    to_the_applicant(hall)
    window = hall.page.applicant
    views = window.findChildren(ParagraphView)
    for _page in range(MOST_PAGES):
        if window.understood.isEnabled():
            break
        assert {v.paragraph.id for v in views} - {each.paragraph for each in window.shown}
        hall.read_on()
    assert {v.paragraph.id for v in views} == {each.paragraph for each in window.shown}


def test_f12_does_not_seal_while_the_applicant_reads(hall: Hall) -> None:
    to_the_applicant(hall)
    hall.counter.window.activateWindow()  # the clerk clicks back into the own window
    hall.key(Qt.Key.Key_F12, hall.page)
    hall.page.primary()
    hall.settle()
    assert hall.page.state.step is Step.SIGNING
    assert not hall.page.foot.primary.isEnabled()


def test_the_service_refuses_a_signature_without_the_notice(hall: Hall) -> None:
    to_the_applicant(hall)
    stroke = tuple(Point(10.0 + n, 10.0, 0.5, n * 8) for n in range(30))
    signed = Signature((stroke,), 90, 45, hall.office.now())
    hall.settle()
    with pytest.raises(Refused) as refused:
        hall.opened.seal.seal(
            hall.office, hall.case(), (), signed, Pin(TRAINING_PIN), lambda _step: None
        )
    assert refused.value.article == "A8-4"
    assert hall.case().letters == ()


def test_an_empty_pad_is_no_signature(hall: Hall) -> None:
    to_the_applicant(hall)
    hall.read_through()
    hall.hands.click(hall.page.applicant.understood)
    assert not hall.page.applicant.finish.isEnabled()


def _wholly_visible(view: ParagraphView, area: QScrollArea) -> bool:
    top = view.mapTo(area.viewport(), QPoint()).y()
    return top >= 0 and top + view.height() <= area.viewport().height()
