"""Data typed by hand: a reason, a second officer's password, a mark that nothing takes off."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from app.domain.catalogue import Way
from app.errors import Refused
from app.services import hand_entry, office, reception, sealing, status
from tests.documents.reading import pages
from tests.services.parts import (
    OFFICER,
    PASSWORD,
    SECOND,
    applicant,
    confirmed,
    handwriting,
    matter_with,
    second_officer,
    shown,
    typed,
)

WRONG = "不是这个口令-2026"


def confirm(hall, *, second=SECOND, password=PASSWORD, reason="card-damaged", words="", **changes):
    return hand_entry.confirm(hall.office, typed(**changes), reason, words, second, password)


def open_typed(hall, **changes):
    person = confirmed(hall.office, **changes)
    return reception.open_case(hall.office, person, *matter_with(Way.COMMITMENT))


def refused(act, *args, **named) -> Refused:
    with pytest.raises(Refused) as refusal:
        act(*args, **named)
    return refusal.value


def change_store(hall, change: str) -> None:
    with hall.office.store.write() as tx:
        line = hall.office.line(tx, "test", "test")
        tx.exec_driver_sql(change.format(line=line))


def acts(hall) -> list[dict]:
    from app.audit import trail

    with hall.office.store.read() as rx:
        last = rx.exec_driver_sql("SELECT max(id) FROM trail").scalar_one()
        return [trail.entry(rx, line) for line in range(1, last + 1)]


def test_a_second_officers_password_marks_the_person(hall):
    second_officer(hall.office)
    hand = confirm(hall, reason="other", words="证件在邮寄途中").hand
    assert (hand.reason, hand.words) == ("other", "证件在邮寄途中")
    assert (hand.typed_by, hand.confirmed_by) == (OFFICER, SECOND)
    assert hand.at == hall.office.now()


def test_both_officers_and_the_reason_are_in_the_trail_and_the_person_is_not(hall):
    second_officer(hall.office)
    confirm(hall)
    beside, kept = acts(hall)[-2:]
    assert (beside["act"], beside["officer"]) == ("sign-in.beside", SECOND)
    assert (kept["act"], kept["officer"]) == ("hand-entry.confirm", OFFICER)
    assert (kept["facts"]["reason"], kept["facts"]["confirmed_by"]) == ("card-damaged", SECOND)
    whole = "".join(office.trail_lines(hall.office))
    assert not [each for each in ("51050219880312002X", "张𬭎", PASSWORD) if each in whole]


def test_a_private_code_point_is_its_assigned_character_and_kept_as_typed(hall):
    second_officer(hall.office)
    made = confirm(hall, name="刘\ue863")
    assert (made.name, made.raw_name) == ("刘䶮", "刘\ue863")
    assert hand_entry.faults(hall.office, typed(name="刘\ue000")) == (("name", "hand.character"),)


def test_who_typed_cannot_vouch_and_loses_no_try(hall):
    assert refused(confirm, hall, second=f" {OFFICER} ").code == "hand.same-person"
    second_officer(hall.office)
    assert refused(confirm, hall, password=WRONG).facts["tries_left"] == 4


def test_five_wrong_passwords_lock_the_second_officer_here_and_at_the_sign_in(hall):
    from app.services import officers

    second_officer(hall.office)
    left = [refused(confirm, hall, password=WRONG).facts.get("tries_left") for _ in range(5)]
    assert left == [4, 3, 2, 1, None]
    assert refused(confirm, hall).code == "sign-in.locked"
    assert refused(officers.sign_in, hall.office, SECOND, PASSWORD).code == "sign-in.locked"


def test_tries_at_the_sign_in_count_here_and_the_right_password_forgives_them(hall):
    from app.services import officers

    second_officer(hall.office)
    refused(officers.sign_in, hall.office, SECOND, WRONG)
    assert refused(confirm, hall, password=WRONG).facts["tries_left"] == 3
    confirm(hall)
    assert refused(confirm, hall, password=WRONG).facts["tries_left"] == 4


def test_an_unknown_or_closed_officer_gets_the_same_words(hall):
    assert refused(confirm, hall, second="nobody").code == "sign-in.wrong"


@pytest.mark.parametrize("role", ["clerk", "supervisor"])
def test_a_clerk_or_a_supervisor_vouches(hall, role):
    second_officer(hall.office, (role,))
    assert confirm(hall).hand.confirmed_by == SECOND


@pytest.mark.parametrize("role", ["seal-holder", "administrator", "auditor"])
def test_nobody_else_does(hall, role):
    second_officer(hall.office, (role,))
    refusal = refused(confirm, hall)
    assert (refusal.code, refusal.facts["act"]) == ("duty.missing", "confirm-entry")


def test_without_a_reason_or_with_a_fault_no_password_is_looked_at(hall):
    second_officer(hall.office)
    assert refused(confirm, hall, reason="", password=WRONG).code == "hand.reason"
    assert refused(confirm, hall, number="510502880312002", password=WRONG).code == (
        "number.old-form"
    )
    assert refused(confirm, hall, password=WRONG).facts["tries_left"] == 4


def test_a_typed_case_opens_marked_and_comes_back_so(hall):
    case = open_typed(hall)
    kept = reception.load_case(hall.office, case.number).applicant
    assert (kept.source, kept.hand.confirmed_by) == ("typed", SECOND)
    (row,) = status.ledger(hall.office)
    assert row.case.by_hand
    assert acts(hall)[-1]["facts"]["by_hand"] == "card-damaged"


@pytest.mark.parametrize(
    "changes",
    [
        {"hand": None},
        {"name": "王芳"},
        {"address": "别处"},
        {"number": "510502199001011232"},
    ],
)
def test_what_was_not_vouched_for_opens_no_case(hall, changes):
    person = replace(confirmed(hall.office), **changes)
    refusal = refused(reception.open_case, hall.office, person, *matter_with(Way.COMMITMENT))
    assert refusal.code in ("hand.unconfirmed", "number.check")
    assert status.ledger(hall.office) == ()


@pytest.mark.parametrize(
    "changes", [{"confirmed_by": "10434"}, {"reason": "no-chip"}, {"line": 1}, {"line": 99}]
)
def test_a_mark_the_trail_does_not_tell_opens_no_case(hall, changes):
    person = confirmed(hall.office)
    made_up = replace(person, hand=replace(person.hand, **changes))
    refusal = refused(reception.open_case, hall.office, made_up, *matter_with(Way.COMMITMENT))
    assert refusal.code == "hand.unconfirmed"


def test_a_card_read_later_or_another_persons_takes_no_mark_off(hall):
    case = open_typed(hall)
    read = reception.change_applicant(hall.office, case, applicant())
    assert (read.applicant.source, read.applicant.hand) == ("card", case.applicant.hand)
    other = reception.change_applicant(hall.office, read, applicant(name="王芳"))
    assert other.applicant.hand == case.applicant.hand
    assert reception.load_case(hall.office, case.number) == other


def test_another_typed_person_does_not_take_over_a_marked_case(hall):
    case = open_typed(hall)
    other = confirmed(hall.office, name="王芳")
    assert refused(reception.change_applicant, hall.office, case, other).code == "hand.marked"


def test_a_card_case_becomes_a_marked_one_and_stays_it(hall):
    case = reception.open_case(hall.office, applicant(), *matter_with(Way.COMMITMENT))
    marked = reception.change_applicant(hall.office, case, confirmed(hall.office))
    again = reception.change_applicant(hall.office, marked, applicant())
    assert again.applicant.hand is not None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE cases SET hand = '', trail_id = {line}",
        "UPDATE cases SET hand = '{{}}', trail_id = {line}",
        "UPDATE cases SET body = replace(body, '10433', '10434'), trail_id = {line}",
    ],
)
def test_the_store_itself_keeps_the_mark(hall, change):
    open_typed(hall)
    with pytest.raises(IntegrityError, match="the mark of hand entry stays"):
        change_store(hall, change)


def sealed(hall, token, case):
    facts = {"shown": shown(hall.office, case), "signature": handwriting(hall.clock)}
    return sealing.seal(hall.office, case, **facts, **token.tools())


def test_every_page_of_the_letter_says_so_and_of_the_one_issued_anew(hall, token):
    made = sealed(hall, token, open_typed(hall))
    words = "证件信息由工作人员手工录入（证件损坏），10432录入，10433复核"
    assert [words in page for page in pages(made.pdf)] == [True, True]
    again = sealing.void_and_reissue(
        hall.office, made.case, made.letter.number, "印章不清", **token.tools()
    )
    assert [words in page for page in pages(again.pdf)] == [True, True]


def test_a_receipt_says_so_too(hall, token):
    case = reception.refuse_commitment(hall.office, open_typed(hall))
    made = sealing.seal(hall.office, case, shown=(), signature=None, **token.tools())
    assert made.letter.kind == "receipt"
    assert all("手工录入（证件损坏）" in page for page in pages(made.pdf))


def test_a_letter_after_the_card_was_read_says_that_as_well(hall, token):
    case = reception.change_applicant(hall.office, open_typed(hall), applicant())
    (first, _) = pages(sealed(hall, token, case).pdf)
    assert "证件信息曾由工作人员手工录入（证件损坏），10432录入，10433复核，后已读卡" in first


def test_the_letter_of_a_card_says_nothing_of_it(hall, token):
    case = reception.open_case(hall.office, applicant(), *matter_with(Way.COMMITMENT))
    assert not [page for page in pages(sealed(hall, token, case).pdf) if "手工" in page]
