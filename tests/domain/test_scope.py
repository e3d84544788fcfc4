"""Out of scope only when issued outside the city and not checkable on line (A4-2)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.scope import (
    CheckableIssuers,
    Office,
    Scope,
    judge,
    mark_out_of_scope,
    outside_city,
    scope_of,
)
from app.errors import Refused
from app.reference import Reference
from tests.domain.refusals import refuses

ISSUERS = CheckableIssuers("2026-3", "digital-economy-bureau", frozenset({"重庆市公安局"}))
CHECKABLE = Office("重庆市公安局", "500103")
OTHER = Office("昆明市某街道办", "530102")
HERE = Office("泸州市公安局", "510500")
CITY = "5105"


@pytest.mark.parametrize(
    ("outside", "checkable", "said"),
    [
        (True, False, "out-of-scope"),
        (True, True, "in-scope"),
        (False, False, "in-scope"),
        (False, True, "in-scope"),
    ],
)
def test_only_outside_and_not_checkable_is_out_of_scope(
    outside: bool, checkable: bool, said: str
) -> None:
    assert scope_of(outside=outside, checkable=checkable) == said


@pytest.mark.parametrize(
    ("office", "outside"),
    [
        (Office("四川省某厅驻泸州办事处", "510502"), False),  # a provincial organ's branch here
        (Office("四川省某厅", "510104"), True),
        (Office("泸县民政局", "510521"), False),
        (Office("自贡市公安局", "510300"), True),
        (Office("某国使馆", "overseas"), True),
    ],
)
def test_the_place_of_the_office_counts_not_of_its_parent(office: Office, outside: bool) -> None:
    assert outside_city(office, CITY) is outside


@pytest.mark.parametrize(
    "division", ["", "5105", "51050212", "五一〇五〇二", "５１０５０２", "海外"]
)
def test_an_office_without_a_place_is_not_judged(division: str) -> None:
    with refuses("A4-2", "scope.no-place", office="某处"):
        outside_city(Office("某处", division), CITY)


def test_the_citys_own_divisions_are_the_packs(reference: Reference) -> None:
    assert reference.pack.settings.city_prefix == CITY
    assert outside_city(HERE, "5103")
    assert not outside_city(Office("自贡市公安局", "510300"), "5103")
    assert judge(HERE, ISSUERS, "某规定第五条", "10432", city="5103").outside


@given(st.integers(110000, 659999))
def test_every_division_is_either_here_or_outside(division: int) -> None:
    assert outside_city(Office("某处", str(division)), CITY) is not (510500 <= division <= 510599)


@pytest.mark.parametrize(
    ("issuer", "scope"), [(OTHER, Scope.OUT), (CHECKABLE, Scope.IN), (HERE, Scope.IN)]
)
def test_the_verdict_comes_from_the_place_and_the_list(issuer: Office, scope: Scope) -> None:
    found = judge(issuer, ISSUERS, "某规定第五条", "10432", city=CITY)
    assert found.scope is scope
    assert (found.clerk, found.basis, found.list_version) == ("10432", "某规定第五条", "2026-3")
    assert (found.outside, found.checkable) == (issuer is not HERE, issuer is CHECKABLE)


def test_a_list_that_a_counter_made_for_itself_is_refused() -> None:
    with refuses("A4-2", "scope.not-their-list", keeper="10432"):
        judge(OTHER, replace(ISSUERS, keeper="10432"), "某规定第五条", "10432", city=CITY)


def test_a_case_is_marked_only_when_both_answers_hold_and_a_rule_is_named() -> None:
    out = judge(OTHER, ISSUERS, "某规定第五条", "10432", city=CITY)
    assert mark_out_of_scope(out) is out
    for issuer, code in ((CHECKABLE, "scope.checkable"), (HERE, "scope.inside")):
        with pytest.raises(Refused) as refused:
            mark_out_of_scope(judge(issuer, ISSUERS, "某规定第五条", "10432", city=CITY))
        assert (refused.value.article, refused.value.code) == ("A4-2", code)
    with pytest.raises(Refused, match=r"A4-2 scope\.no-basis"):
        mark_out_of_scope(replace(out, basis=" "))
