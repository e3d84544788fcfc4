"""The book of uses: every act of sealing asked for, written down before it is done."""

import json
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import select

from app.audit import checking
from app.domain.seal_custody import Binding
from app.errors import Refused, Unavailable
from app.seal.chains import Anchors
from app.services import office as offices
from app.services import reception, seal_log, seal_registry, sealing
from app.services.seal_log import UseOfSeal, end_unknown
from app.store import seal_log as book
from app.store import tables
from hardware.errors import DeviceTrouble, WrongPin
from tests.services.parts import (
    OFFICER,
    PASSWORD,
    SECOND,
    handwriting,
    open_case,
    second_officer,
    shown,
)

LETTER = "510502-T03-2026-000001-01"


class Crash(BaseException):
    """The power is gone: nothing after it runs."""


def seal(hall, token, case=None, **changes):
    case = case or open_case(hall.office)
    facts = {"shown": shown(hall.office, case), "signature": handwriting(hall.clock)}
    return sealing.seal(hall.office, case, **{**facts, **token.tools(), **changes})


def rows(hall) -> list:
    with hall.office.store.read() as rx:
        columns = [tables.seal_log.c[name] for name in book.Use.__slots__]
        found = rx.execute(select(*columns).order_by(tables.seal_log.c.id))
        return [book.Use(*row) for row in found]


def steps(hall) -> list[str]:
    return [each.step for each in rows(hall)]


def trail(hall) -> list[dict]:
    lines = [json.loads(line)["entry"] for line in offices.trail_lines(hall.office)]
    return [each for each in lines if each["act"] == "seal.use"]


def test_a_sealed_letter_has_three_steps_with_all_that_the_rules_ask_for(hall, token):
    done = seal(hall, token)
    asked, signing, end = rows(hall)
    assert [asked.step, signing.step, end.step] == ["asked", "signing", "done"]
    assert asked.use == signing.use == end.use > 0
    assert (end.officer, end.letter, end.kind) == (OFFICER, LETTER, "commitment")
    assert (end.digest, end.tries_left, end.code) == (done.letter.sm3, None, "")
    assert (end.seal_name, end.token) == (
        "泸州市江阳区政务服务中心训练专用章",
        token.device.serial,
    )
    assert end.simulated == token.device.simulated
    assert int(end.certificate, 16) > 0
    assert len(signing.digest) == 64 != end.digest
    assert "seal-holder" in end.roles
    assert end.at == done.letter.sealed_at
    assert end.trusted is done.letter.trusted_time


def test_the_trail_holds_all_of_it_and_its_export_is_whole(hall, token):
    seal(hall, token)
    lines = list(offices.trail_lines(hall.office))
    assert checking.check(lines).whole
    last, row = trail(hall)[-1], rows(hall)[-1]
    assert last["subject"] == LETTER
    said = last["facts"]
    for name in ("use", "step", "seal", "seal_id", "seal_name", "certificate", "token", "kind",
                 "digest", "roles"):  # fmt: skip
        assert said[name] == getattr(row, name)
    assert (said["moment"], said["trusted"], said["simulated"]) == (
        row.at,
        int(row.trusted),
        int(row.simulated),
    )
    assert last["officer"] == OFFICER


def test_nobody_but_by_the_cases_number_is_named(hall, token):
    case = open_case(hall.office)
    seal(hall, token, case)
    text = str(trail(hall)) + str(rows(hall))
    assert case.applicant.name not in text
    assert case.applicant.number not in text


def test_the_attempt_is_in_the_store_when_the_pin_goes_to_the_token(hall, token):
    seen = []

    class Looking:
        serial, simulated = token.device.serial, token.device.simulated
        certificate, tries_left = token.device.certificate, token.device.tries_left

        @contextmanager
        def logged_in(self, pin):
            seen.append(steps(hall))
            with token.device.logged_in(pin) as signer:
                yield Signing(signer)

    class Signing:
        def __init__(self, signer):
            self.certificate, self._sign = signer.certificate, signer.sign

        def sign(self, digest):
            seen.append(steps(hall))
            return self._sign(digest)

    seal(hall, token, device=Looking())
    assert seen == [["asked"], ["asked", "signing"]]


def test_a_wrong_pin_is_kept_with_the_tries_left_and_without_the_pin(hall, token):
    with pytest.raises(WrongPin) as wrong:
        seal(hall, token, pin="987123")
    end = rows(hall)[-1]
    assert steps(hall) == ["asked", "failed"]
    assert (end.code, end.tries_left) == ("token.wrong-pin", wrong.value.tries_left)
    assert trail(hall)[-1]["facts"]["tries_left"] == wrong.value.tries_left
    assert "987123" not in str(trail(hall))


@pytest.mark.parametrize(
    ("change", "step", "code"),
    [
        ({"signature": None}, "refused", "signature.empty"),
        ({"shown": ()}, "refused", "notice.not-shown"),
    ],
)
def test_a_refusal_is_one_row_with_its_code(hall, token, change, step, code):
    with pytest.raises(Refused):
        seal(hall, token, **change)
    (end,) = rows(hall)
    assert (end.step, end.code, end.letter) == (step, code, LETTER)
    assert end.token == token.device.serial


def test_a_letter_that_our_check_does_not_pass_failed(hall, token):
    with pytest.raises(Unavailable):
        seal(hall, token, anchors=Anchors())
    assert steps(hall) == ["asked", "signing", "failed"]
    assert rows(hall)[-1].code == "seal.letter-not-good"


def test_a_token_that_is_gone_is_a_failure_by_its_code(hall, token):
    token.simulated.fault = "pulled"
    with pytest.raises(DeviceTrouble) as trouble:
        seal(hall, token)
    assert rows(hall)[-1].step == "failed"
    assert rows(hall)[-1].code == trouble.value.code


def test_who_has_not_the_duty_is_in_the_book_too(hall, token):
    case = open_case(hall.office)
    clerk = hall.office.signed_in(offices.Session("7", "王芳", ("clerk",), hall.office.now()))
    with pytest.raises(Refused, match=r"duty\.missing"):
        seal(replace(hall, office=clerk), token, case)
    (end,) = rows(hall)
    assert (end.officer, end.step, end.code) == ("7", "refused", "duty.missing")
    assert not token.simulated.logged_in


def test_a_seal_holder_who_is_not_entered_does_not_reach_the_token(hall, token):
    case = open_case(hall.office)
    session = offices.Session("10440", "周洁", ("clerk", "seal-holder"), hall.office.now())
    asked = token.simulated.pin_asked
    with pytest.raises(Refused, match=r"custody\.not-bound"):
        seal(replace(hall, office=hall.office.signed_in(session)), token, case)
    assert token.simulated.pin_asked == asked
    assert rows(hall)[-1].code == "custody.not-bound"
    assert reception.load_case(hall.office, case.number).letters == ()


def test_the_seals_holder_beside_a_clerk_without_the_duty_seals_and_both_are_named(hall, token):
    holder = offices.Session("10440", "周洁", ("seal-holder",), hall.office.now())
    clerk = offices.Session("10450", "赵静", ("clerk",), hall.office.now())
    second_officer(hall.office, ("supervisor", "seal-holder"))
    digest = UseOfSeal(hall.office, open_case(hall.office), token.seal)._now.seal
    binding = Binding(SECOND, (SECOND,))
    seal_registry.bind(hall.office, digest, binding, SECOND, PASSWORD)
    case = open_case(hall.office)
    at = hall.office.signed_in(clerk)
    for one in (None, holder):
        with pytest.raises(Refused):
            seal(replace(hall, office=at.with_holder(one)), token, case)
    came = replace(holder, officer=SECOND)
    done = seal(replace(hall, office=at.with_holder(came)), token, case)
    assert (rows(hall)[-1].officer, rows(hall)[-1].roles) == (SECOND, "seal-holder")
    assert (trail(hall)[-1]["officer"], trail(hall)[-1]["facts"]["by"]) == ("10450", SECOND)
    assert done.case.state == "approved"
    assert at.with_holder(came).signed_in(clerk).holder is None


def test_a_letter_issued_anew_is_a_use_of_its_own(hall, token):
    done = seal(hall, token)
    arguments = (hall.office, done.case, done.letter.number, "打印损坏")
    again = sealing.void_and_reissue(*arguments, **token.tools())
    ends = [each for each in rows(hall) if each.step == "done"]
    assert [each.letter[-2:] for each in ends] == ["01", "02"]
    assert ends[1].digest == again.letter.sm3
    assert ends[0].use != ends[1].use
    with hall.office.store.read() as rx:
        assert book.counts(rx)[(ends[0].seal, "done")] == 2


def test_a_use_that_broke_off_has_an_unknown_end_at_the_next_start(hall, token):
    case = open_case(hall.office)

    class Dying:
        serial, simulated = token.device.serial, token.device.simulated
        certificate, tries_left = token.device.certificate, token.device.tries_left

        @contextmanager
        def logged_in(self, pin):
            with token.device.logged_in(pin) as signer:
                signer.sign(bytes(32))
                raise Crash

    with pytest.raises(Crash):
        seal(hall, token, case, device=Dying())
    assert steps(hall) == ["asked"]
    by_itself = hall.office.by_itself()
    assert end_unknown(by_itself) == 1
    assert end_unknown(by_itself) == 0
    end = rows(hall)[-1]
    assert (end.step, end.officer, end.letter) == ("unknown", OFFICER, LETTER)
    assert trail(hall)[-1]["officer"] == "system"
    with hall.office.store.read() as rx:
        assert book.unresolved(rx) == (LETTER,)
    reception.abandon(hall.office, case, "用印中断")
    with hall.office.store.read() as rx:
        assert book.unresolved(rx) == ()


def test_a_pin_that_was_not_given_is_cancelled(hall, token):
    case = open_case(hall.office)
    use = UseOfSeal(hall.office, case, token.seal)
    use.know(token.device)
    use.cancelled()
    (end,) = seal_log.uses(hall.office)
    assert (end.step, end.letter, end.digest) == ("cancelled", LETTER, "")
    assert end.token == token.device.serial


def test_a_withdrawn_seal_is_refused_and_what_it_sealed_stays_good(hall, token):
    from app.seal.checking import check_pdf
    from tests.services.parts import AT

    done = seal(hall, token)
    second_officer(hall.office, ("supervisor",))
    digest = rows(hall)[-1].seal
    seal_registry.withdraw(hall.office, digest, "换章", SECOND, PASSWORD)
    with pytest.raises(Refused, match=r"custody\.withdrawn"):
        seal(hall, token)
    assert rows(hall)[-1].code == "custody.withdrawn"
    assert check_pdf(done.pdf, anchors=token.anchors, at=AT).verdict == "good"


def test_an_unreadable_certificate_has_no_number():
    assert seal_log._certificate_number(b"rubbish") == ""
