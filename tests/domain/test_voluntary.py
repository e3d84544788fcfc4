"""A voluntary proof is taken and counted apart; none is ever needed (A3-2, A7-2, AMB-24)."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cases import Case
from app.domain.catalogue import Catalogue, Way
from app.domain.conduct import refuse_cancelled
from app.domain.scope import CheckableIssuers, Office, judge
from app.domain.voluntary import (
    Received,
    Why,
    check_close,
    counted,
    take_out_of_scope,
    take_voluntary,
)
from app.domain.zero_meter import Attempt, Meter, Place, alerts, attempt, meters
from app.errors import Refused
from tests.domain.refusals import refuses

Make = Callable[..., Case]
AT = "2026-11-23T10:00:00+08:00"
NUMBER = "510502-T03-2026-000001"
ISSUERS = CheckableIssuers("1", "digital-economy-bureau", frozenset())
OUT = judge(Office("昆明市某街道办", "530102"), ISSUERS, "某规定第五条", "10432", city="5105")
HERE = judge(Office("泸州市公安局", "510500"), ISSUERS, "某规定第五条", "10432", city="5105")


def income(case_with: Make, catalogue: Catalogue) -> tuple[Case, str]:
    """A case whose one proof is the catalogue's 收入证明."""
    proof = next(each for each in catalogue.proofs() if each.name == "收入证明")
    case = case_with(Way.COMMITMENT)
    return case_of(case, proof.code), proof.code


def case_of(case: Case, code: str) -> Case:
    return replace(case, plans=(replace(case.plans[0], proof_code=code),))


def test_a_voluntary_proof_is_taken_and_settles_nothing(
    case_with: Make, catalogue: Catalogue
) -> None:
    case, code = income(case_with, catalogue)
    said = ("收入由我们核对，无需提供收入证明", "请补充说明婚姻登记的日期")
    taken = take_voluntary(case, code, said, catalogue, "10432", AT)
    assert taken == Received(NUMBER, code, Why.VOLUNTARY, "10432", AT)
    check_close(case, [taken])


def test_what_was_asked_for_is_not_voluntary(case_with: Make, catalogue: Catalogue) -> None:
    case, code = income(case_with, catalogue)
    with refuses("A7-3", "proof.cancelled", proof="收入证明"):
        take_voluntary(case, code, ("请补交工资证明",), catalogue, "10432", AT)
    other = ("请补交婚姻状况证明",)
    assert take_voluntary(case, code, other, catalogue, "10432", AT).why is Why.VOLUNTARY


def test_a_proof_out_of_scope_may_lie_in_the_case_but_only_marked_rightly(
    case_with: Make,
) -> None:
    case = case_with(Way.INQUIRY)
    taken = take_out_of_scope(case, "P1", OUT, "10432", AT)
    assert taken == Received(NUMBER, "P1", Why.OUT_OF_SCOPE, "10432", AT)
    check_close(case, [taken])
    with pytest.raises(Refused, match=r"A4-2 scope\.inside"):
        take_out_of_scope(case, "P1", HERE, "10432", AT)


@pytest.mark.parametrize(
    ("why", "closes"), [("voluntary", True), ("out-of-scope", True), ("demanded", False)]
)
def test_no_case_is_closed_with_a_proof_received(case_with: Make, why: str, closes: bool) -> None:
    case = case_with(Way.INQUIRY)
    received = [Received(NUMBER, "P1", Why(why), "10432", AT)]
    if closes:
        check_close(case, received)
        return
    with pytest.raises(Refused) as refused:
        check_close(case, received)
    assert (refused.value.article, refused.value.code) == ("A3-2", "case.proof-received")
    assert refused.value.facts["proof"] == "证明P1"


def test_another_case_s_papers_do_not_count(case_with: Make) -> None:
    check_close(case_with(Way.INQUIRY), [Received("other", "P1", Why.DEMANDED, "10432", AT)])


def test_a_proof_the_case_does_not_know_is_not_taken(case_with: Make, catalogue: Catalogue) -> None:
    case = case_with(Way.INQUIRY)
    with refuses("A3-2", "case.no-such-proof", proof="P9"):
        take_voluntary(case, "P9", (), catalogue, "10432", AT)
    with refuses("A3-2", "case.no-such-proof", proof="P9"):
        take_out_of_scope(case, "P9", OUT, "10432", AT)


KINDS = st.lists(st.sampled_from(Why), max_size=20)


@given(KINDS)
def test_voluntary_proofs_are_a_figure_of_their_own(kinds: list[Why]) -> None:
    figures = counted(Received(NUMBER, "P1", why, "10432", AT) for why in kinds)
    assert set(figures) == set(Why)
    assert sum(figures.values()) == len(kinds)
    assert figures[Why.VOLUNTARY] == kinds.count(Why.VOLUNTARY)


def test_a_refused_wording_is_an_attempt_with_its_proof(catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        refuse_cancelled("请补交工资证明", catalogue)
    found = attempt(refused.value, unit_code="11", officer="10432", at=AT, place=Place.SUPPLEMENT)
    assert found == Attempt("11", "收入证明", "10432", AT, Place.SUPPLEMENT)


def test_a_refusal_for_another_reason_is_no_attempt() -> None:
    other = Refused("A8-1", "case.open-checks", proofs="x", count=1)
    assert attempt(other, unit_code="11", officer="1", at=AT, place=Place.RECEIPT) is None


def tried(unit: str, place: Place = Place.CHECKLIST) -> Attempt:
    return Attempt(unit, "收入证明", "10432", AT, place)


@pytest.mark.parametrize("place", Place)
def test_any_attempt_at_any_place_alerts(place: Place) -> None:
    found = meters(["11", "12"], [tried("11", place)])
    assert found == (Meter("11", 1, 0), Meter("12", 0, 0))
    assert alerts(found) == (Meter("11", 1, 0),)
    assert len(Place) == 3


def test_a_demanded_proof_alerts_and_a_voluntary_one_does_not() -> None:
    taken = [
        ("11", Received(NUMBER, "P1", Why.VOLUNTARY, "1", AT)),
        ("11", Received(NUMBER, "P1", Why.OUT_OF_SCOPE, "1", AT)),
        ("12", Received(NUMBER, "P1", Why.DEMANDED, "1", AT)),
    ]
    assert meters(["11", "12"], [], taken) == (Meter("11", 0, 0), Meter("12", 0, 1))
    assert alerts(meters(["11", "12"], [], taken)) == (Meter("12", 0, 1),)


UNITS = st.lists(st.sampled_from("ABC"), max_size=8)


@given(UNITS, UNITS)
def test_no_attempt_is_lost_also_of_units_nobody_listed(units: list[str], by: list[str]) -> None:
    found = meters(units, map(tried, by))
    assert sum(meter.attempts for meter in found) == len(by)
    assert {meter.unit_code for meter in alerts(found)} == set(by)
    assert {meter.unit_code for meter in found} == set(units) | set(by)
