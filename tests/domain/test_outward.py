"""Proofs for bodies outside the city must be issued and are written down (Art. 16)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.ledger import Ledger
from app.domain.outward import Declined, Demand, Ground, Issued, decline, issue, outside
from tests.domain.refusals import refuses
from tests.domain.spans import REFERENCE, at

DEMAND = Demand(
    "阿依努尔·买买提", "13800000000", "婚姻状况证明", "购房", "训练·某市房管局", "500103", "5f" * 32
)
LINE = Issued(DEMAND, "泸江民证〔2026〕1号", date(2026, 11, 23), "训练·江阳区民政局", "S01", 1)
CITY = "5105"
INSIDE = replace(DEMAND, division="510502", demanding_unit="训练·龙马潭区某局")


def issued(line: Issued) -> Ledger[Issued]:
    return issue(Ledger(), line, by="10432", at=at(23, 10), city=CITY)


@pytest.mark.parametrize(
    ("division", "said"),
    [
        ("500103", True),
        ("510104", True),  # the province's capital
        ("510600", True),
        ("510502", False),
        ("510500", False),  # a provincial organ's branch in the city
        ("510521", False),
        ("overseas", True),
    ],
)
def test_outside_is_where_the_receiving_office_sits(division: str, said: bool) -> None:
    assert outside(division, CITY) == said


@pytest.mark.parametrize("division", ["", "5001", "abcdef", "0500103", "５００１０３"])
def test_an_unknown_place_is_asked_for(division: str) -> None:
    with refuses("A16-1", "outward.where", division=division):
        outside(division, CITY)


def test_a_proof_for_outside_is_issued_and_stands_in_the_ledger() -> None:
    [entry] = issued(LINE).entries
    assert (entry.line, entry.by, entry.at) == (LINE, "10432", at(23, 10))
    issued(replace(LINE, demand=replace(DEMAND, division="overseas")))


def test_no_proof_is_issued_for_a_body_inside_the_city() -> None:
    with refuses("A16-1", "outward.inside", unit="训练·龙马潭区某局"):
        issued(replace(LINE, demand=INSIDE))


def test_the_city_is_the_one_its_pack_names() -> None:
    assert REFERENCE.pack.settings.city_prefix == CITY
    assert outside("510502", "5103")
    assert not outside("510304", "5103")
    issue(Ledger(), replace(LINE, demand=INSIDE), by="10432", at=at(23, 10), city="5103")
    with refuses("A16-1", "outward.place", unit=INSIDE.demanding_unit):
        decline(INSIDE, Ground.INSIDE_THE_CITY, "由该局自行核实", "10432", city="5103")


FIVE = {
    "applicant": "applicant",
    "contact": "contact",
    "proof": "proof_name",
    "use": "use",
    "demanding_unit": "demanding_unit",
}


@pytest.mark.parametrize("missing", FIVE)
def test_none_of_the_five_fields_may_be_empty(missing: str) -> None:
    changes: dict[str, Any] = {FIVE[missing]: " "}
    demand = replace(DEMAND, **changes)
    with refuses("A16-2", "outward.demand", missing=missing):
        issued(replace(LINE, demand=demand))
    with refuses("A16-2", "outward.demand", missing=missing):
        decline(demand, Ground.NO_RECORD, "没有登记", "10432", city=CITY)


@pytest.mark.parametrize(
    ("missing", "changes"),
    [
        ("number", {"number": ""}),
        ("issuer", {"issuer": ""}),
        ("seal", {"seal_serial": ""}),
        ("copies", {"copies": 0}),
        ("copies", {"copies": -1}),
        ("evidence", {"demand": replace(DEMAND, evidence="")}),
    ],
)
def test_the_ledger_knows_number_issuer_seal_copies_and_evidence(
    missing: str, changes: dict[str, Any]
) -> None:
    with refuses("A16-2", "outward.line", missing=missing):
        issued(replace(LINE, **changes))


def test_that_a_proof_is_cancelled_is_no_ground_for_declining() -> None:
    assert {str(ground) for ground in Ground} == {
        "not-our-duty",
        "no-record",
        "not-true",
        "not-entitled",
        "secret",
        "inside-the-city",
    }


@pytest.mark.parametrize(
    "reason",
    [
        "该证明已取消",
        "证明事项已经废止",
        "已清零",
        "我市是0证明城市",
        "我市是“零 证明”城市",
        "我市是０证明城市",
        "我市是无证明城市",
        "我单位不再开具",
        "不再出具此类证明",
        "该业务不再办理",
    ],
)
def test_nor_is_it_in_other_words(reason: str) -> None:
    for ground in Ground:
        with refuses("A16-1", "outward.because-cancelled"):
            decline(DEMAND, ground, reason, "10432", city=CITY)


@pytest.mark.parametrize("ground", [g for g in Ground if g is not Ground.INSIDE_THE_CITY])
@pytest.mark.parametrize("demand", [DEMAND, INSIDE])
def test_a_lawful_ground_declines(ground: Ground, demand: Demand) -> None:
    kept = decline(demand, ground, "查无证明记录", "10432", city=CITY)
    assert kept == Declined(demand, ground, "查无证明记录", "10432")


def test_inside_the_city_is_said_only_of_what_is_inside() -> None:
    decline(INSIDE, Ground.INSIDE_THE_CITY, "由该局自行核实", "10432", city=CITY)
    with refuses("A16-1", "outward.place", unit=DEMAND.demanding_unit):
        decline(DEMAND, Ground.INSIDE_THE_CITY, "由该局自行核实", "10432", city=CITY)


@pytest.mark.parametrize(("reason", "by", "missing"), [("", "10432", "reason"), ("x", " ", "by")])
def test_declining_needs_words_and_a_name(reason: str, by: str, missing: str) -> None:
    with refuses("A16-1", "outward.no-reason", missing=missing):
        decline(DEMAND, Ground.NO_RECORD, reason, by, city=CITY)
