"""A reason is asked for wherever one is kept, and none asks for a cancelled proof or runs on."""

import pytest

from app.errors import Refused
from app.services import printing, reception, sealing
from tests.services.parts import REFERENCE, open_case

PROOF = REFERENCE.catalogue.proofs()[0].name
LETTER = "510502-T03-2026-000001-01"
ASKED = {
    "abandon": lambda hall, why: reception.abandon(hall, open_case(hall), why),
    "reveal": lambda hall, why: reception.reveal_number(hall, "510502-T03-2026-000001", why),
    "reprint": lambda hall, why: printing.reprint(hall, LETTER, None, why),
    "void": lambda hall, why: sealing.void_case(hall, open_case(hall), LETTER, why),
}


@pytest.mark.parametrize("act", ASKED)
@pytest.mark.parametrize("why", ["", " \n", "长" * 501])
def test_no_reason_and_an_endless_one_are_refused(hall, act, why):
    with pytest.raises(Refused, match=r"^reason\.missing"):
        ASKED[act](hall.office, why)


@pytest.mark.parametrize("act", ASKED)
def test_a_reason_that_asks_for_a_cancelled_proof_is_refused(hall, act):
    with pytest.raises(Refused, match=r"proof\.cancelled"):
        ASKED[act](hall.office, f"请申请人先去开具{PROOF}")
