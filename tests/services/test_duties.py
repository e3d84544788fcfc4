"""Nothing is read, drawn, sent or printed for nobody: deny by default, and the trail says so."""

from contextlib import suppress

import pytest

from app.errors import Refused
from app.services import drawing, office, officers, printing, reception, status
from tests.services.parts import open_case

READS = {
    "load_case": lambda hall, case: reception.load_case(hall, case.number),
    "where": lambda hall, case: status.where(hall, case.number),
    "ledger": lambda hall, case: status.ledger(hall),
    "park": lambda hall, case: reception.park(hall, "x", {}),
    "parked": lambda hall, case: reception.parked(hall),
    "recall": lambda hall, case: reception.recall(hall, "x"),
    "notice": lambda hall, case: drawing.notice_for(hall, case),
    "draft": lambda hall, case: drawing.compose_draft(hall, case),
    "pdf": lambda hall, case: printing.load_pdf(hall, case.number + "-01"),
    "prints": lambda hall, case: printing.prints_of(hall, case.number + "-01"),
    "unconfirmed": lambda hall, case: printing.unconfirmed(hall),
    "waiting": lambda hall, case: printing.print_waiting(hall, None),
    "officers": lambda hall, case: officers.list_officers(hall),
    "trail": lambda hall, case: list(office.trail_lines(hall)),
    "status": lambda hall, case: status.counter(hall),
}
BY_ITSELF = {"status", "unconfirmed", "waiting"}


def refusals(hall) -> int:
    with hall.office.store.read() as rx:
        return rx.exec_driver_sql("SELECT count(*) FROM trail WHERE act = 'refused'").scalar_one()


@pytest.mark.parametrize("name", READS)
def test_nobody_gets_nothing_and_the_refusal_is_kept_once(hall, name):
    case = open_case(hall.office)
    before = refusals(hall)
    with pytest.raises(Refused, match=r"duty\.missing"):
        READS[name](hall.office.signed_in(None), case)
    assert refusals(hall) == before + 1


@pytest.mark.parametrize("name", READS)
def test_the_counter_by_itself_sends_and_prints_and_sees_no_case(hall, name):
    case = open_case(hall.office)
    if name in BY_ITSELF:
        READS[name](hall.office.by_itself(), case)
    else:
        with pytest.raises(Refused, match=r"duty\.missing"):
            READS[name](hall.office.by_itself(), case)


def test_a_refusal_inside_an_act_is_kept_once(hall):
    before = refusals(hall)
    with suppress(Refused):
        status.where(hall.office, "510502-T03-2026-999999")
    assert refusals(hall) == before + 1
