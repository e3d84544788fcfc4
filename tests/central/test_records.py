"""What lies in the platform's database and does not fit: said without a word of it."""

import pytest
from pydantic import ValidationError
from sqlalchemy import insert

from app.central.declined import Declined
from app.central.identity import Caller
from app.central.records import cases, mark, open_records
from app.central.views import case_view
from app.contract.messages import CaseSubmit

NAME, NUMBER = "王晓梅", "510502-T1-2026-000001"


def test_an_error_of_the_contract_does_not_repeat_what_was_sent():
    with pytest.raises(ValidationError) as error:
        CaseSubmit.model_validate({"applicant": {"name": [NAME]}, "number": NAME})
    assert NAME not in str(error.value)


def test_a_record_that_does_not_fit_is_an_answer_and_tells_nothing(tmp_path):
    records = open_records(str(tmp_path / "p.db"))
    mark(records, "training")
    row = {"number": NUMBER, "entity": "case:1", "hall": "510502", "terminal": "510502-T1"}
    row |= {"mode": "training", "state": "approved", "version": 1, "server_seq": 1}
    row |= {"checked_against": "", "body": f'{{"name":"{NAME}"}}'}
    with records.write() as tx:
        tx.execute(insert(cases), [row])
    with pytest.raises(Declined) as declined:
        case_view(records, Caller("510502-T1", "510502", 1), NUMBER)
    assert (declined.value.status, declined.value.error) == (500, "RECORD")
    assert declined.value.__cause__ is None
    assert declined.value.__suppress_context__
    records.close()
