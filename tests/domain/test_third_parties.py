"""A third party gets data only under its contract, and every hand-over is written down (A14-2)."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.ledger import Ledger
from app.domain.third_parties import Contract, HandOver, check_contract, hand_over
from tests.domain.refusals import refuses
from tests.domain.spans import at

PARTY = "训练·某核查公司"
CONTRACT = Contract(
    number="HT-2026-3",
    party=PARTY,
    fields=frozenset({"姓名", "住址"}),
    valid_from=date(2026, 1, 1),
    valid_until=date(2026, 12, 31),
    scan="5f" * 32,
    no_onward=True,
)
CASE = "510502-T03-2026-000001"
MORNING = at(23, 10)


def handed(
    contract: Contract | None = CONTRACT,
    *fields: str,
    party: str = PARTY,
    case: str = CASE,
    proof: str = "P1",
    when: datetime = MORNING,
) -> Ledger[HandOver]:
    return hand_over(
        Ledger(), contract, party, fields, case_number=case, proof_code=proof, by="10433", at=when
    )


def test_every_hand_over_leaves_a_line_without_what_stood_in_the_fields() -> None:
    [entry] = handed(CONTRACT, "姓名", "住址", "姓名").entries
    line = HandOver("HT-2026-3", PARTY, CASE, "P1", ("住址", "姓名"), date(2026, 11, 23))
    assert (entry.line, entry.by, entry.at) == (line, "10433", at(23, 10))


def test_without_a_contract_nothing_is_handed_over() -> None:
    with refuses("A14-2", "third-party.no-contract", party=PARTY):
        handed(None, "住址")


@pytest.mark.parametrize("field", ["number", "party", "fields", "scan"])
def test_a_contract_on_file_is_whole(field: str) -> None:
    empty = replace(CONTRACT, **{field: frozenset() if field == "fields" else " "})  # type: ignore[arg-type]
    with refuses("A14-2", "third-party.contract", missing=field):
        check_contract(empty, PARTY, date(2026, 11, 23))


def test_it_is_with_this_party_and_no_other() -> None:
    assert check_contract(CONTRACT, PARTY, date(2026, 11, 23)) is CONTRACT
    check_contract(replace(CONTRACT, party=f"{PARTY} "), f" {PARTY}", date(2026, 11, 23))
    with refuses("A14-2", "third-party.other-party", party="训练·另一公司"):
        handed(CONTRACT, "住址", party="训练·另一公司")


@pytest.mark.parametrize(
    ("day", "good"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_it_is_in_force_that_day(day: date, good: bool) -> None:
    if good:
        check_contract(CONTRACT, PARTY, day)
        return
    with refuses("A14-2", "third-party.not-in-force", number="HT-2026-3", last="2026-12-31"):
        check_contract(CONTRACT, PARTY, day)


def test_the_day_is_that_of_the_hand_over() -> None:
    with refuses("A14-2", "third-party.not-in-force", number="HT-2026-3"):
        handed(replace(CONTRACT, valid_until=date(2026, 11, 22)), "住址")


def test_it_forbids_handing_on() -> None:
    with refuses("PIPL.21", "third-party.onward", number="HT-2026-3"):
        handed(replace(CONTRACT, no_onward=False), "住址")


def test_only_the_fields_of_the_contract_and_at_least_one() -> None:
    with refuses("A14-2", "third-party.fields", fields="学历, 收入"):
        handed(CONTRACT, "住址", "收入", "学历")
    with refuses("A14-2", "third-party.fields", fields=""):
        handed(CONTRACT)


def test_it_is_for_one_proof_of_one_case() -> None:
    with refuses("A14-2", "third-party.no-case", missing="case"):
        handed(CONTRACT, "住址", case=" ")
    with refuses("A14-2", "third-party.no-case", missing="proof"):
        handed(CONTRACT, "住址", proof="")
