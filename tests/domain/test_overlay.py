"""An overlay may refine; every way of loosening the city's catalogue is found (PR-1)."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.catalogue import Catalogue, Matter, Proof, ProofRule, Situation, Step, Unit, Way
from app.domain.overlay import check_overlay, loosened
from app.errors import Refused

UNIT = Unit("11", "训练·民政局", "行政机关")
INCOME = Proof("P1", "收入证明", ("工资证明",), "单位", "依据")
MARRIED = Proof("P2", "婚姻状况证明", ("单身证明",), "民政", "依据")
CANCELLED = Step(Way.CANCELLED, "7", "已取消")
SHARED = Step(Way.DATA_SHARING, "13", "库里有", instead="社保库")
VISIT = Step(Way.INVESTIGATION, "14", "自己去看")
CARD = "居民身份证（出示原件，不收复印件）"
BOOK = "居民户口簿（出示原件）"
FIRST = Situation("01", "首次", (CARD,), (ProofRule(INCOME, (SHARED,)),))
SECOND = Situation("02", "复核", (CARD, BOOK), (ProofRule(MARRIED, (CANCELLED,)),))
MATTER = Matter(
    code="110101",
    name="低保",
    initials="db",
    unit=UNIT,
    kind="承诺件",
    categories=frozenset({"fiscal-funds"}),
    exclusions=frozenset({"ecology"}),
    situations=(FIRST, SECOND),
)
CITY = Catalogue("1", "市", True, (UNIT,), (MATTER,))


def overlay(*situations: Situation, **changes: Any) -> Catalogue:
    matter = replace(MATTER, situations=situations or MATTER.situations, **changes)
    return replace(CITY, version="区-1", matters=(matter,))


def said(found: Catalogue) -> list[tuple[str, str]]:
    return [(each.article, each.code) for each in loosened(CITY, found)]


@pytest.mark.parametrize(
    "refined",
    [
        CITY,
        replace(CITY, matters=()),  # what is left out stays as the city has it
        overlay(replace(FIRST, proofs=(ProofRule(INCOME, (SHARED, VISIT)),))),
        overlay(replace(FIRST, proofs=(ProofRule(INCOME, (CANCELLED,)),))),
        overlay(replace(FIRST, materials=())),
        overlay(categories=frozenset({"fiscal-funds", "environment"})),
        overlay(Situation("03", "异地", (BOOK,), (ProofRule(INCOME, (VISIT,)),))),
        replace(CITY, matters=(replace(MATTER, code="110199", categories=frozenset()),)),
        overlay(replace(FIRST, proofs=(ProofRule(replace(INCOME, names=("工资证明", "薪金证明")),
                                                 (SHARED,)),))),
    ],
)  # fmt: skip
def test_refining_is_allowed(refined: Catalogue) -> None:
    assert said(refined) == []
    check_overlay(CITY, refined)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (overlay(categories=frozenset()), [("A8-1", "overlay.category-dropped")]),
        (overlay(exclusions=frozenset({"finance"})), [("A8-1", "overlay.category-dropped")]),
        (
            overlay(categories=frozenset(), exclusions=frozenset()),
            [("A8-1", "overlay.category-dropped")] * 2,
        ),
        (overlay(replace(FIRST, proofs=())), [("A7-1", "overlay.proof-dropped")]),
        (
            overlay(replace(FIRST, proofs=(*FIRST.proofs, ProofRule(MARRIED, (VISIT,))))),
            [("A7-4", "overlay.proof-added")],
        ),
        (
            overlay(replace(SECOND, proofs=(ProofRule(MARRIED, (SHARED,)),))),
            [("A7-1", "overlay.proof-back")],
        ),
        (
            overlay(replace(SECOND, proofs=(ProofRule(MARRIED, ()),))),
            [("A7-1", "overlay.proof-back")],
        ),
        (
            overlay(Situation("03", "异地", (), (ProofRule(MARRIED, (VISIT, CANCELLED)),))),
            [("A7-1", "overlay.proof-back")],
        ),
        (overlay(replace(FIRST, materials=(CARD, BOOK))), [("A15-2", "overlay.material-added")]),
        (
            overlay(Situation("03", "异地", ("本人银行卡",), ())),
            [("A15-2", "overlay.material-added")],
        ),
        (
            overlay(replace(FIRST, materials=("单位出具的工资证明",))),
            [("A7-3", "overlay.asks"), ("A15-2", "overlay.material-added")],
        ),
        (
            overlay(replace(FIRST, proofs=(ProofRule(INCOME, (
                replace(SHARED, instead="请带单身证明"),)),))),
            [("A7-3", "overlay.asks")],
        ),
        (
            overlay(replace(FIRST, proofs=(ProofRule(INCOME, (
                replace(SHARED, afterwards="事后补交收入证明"),)),))),
            [("A7-3", "overlay.asks")],
        ),
        (
            overlay(replace(FIRST, proofs=(ProofRule(replace(INCOME, names=()), (SHARED,)),))),
            [("A7-3", "overlay.name-dropped")],
        ),
        (
            replace(CITY, matters=(replace(MATTER, code="110199", situations=(
                replace(FIRST, materials=("收入证明",)),)),)),
            [("A7-3", "overlay.asks")],
        ),
    ],
)  # fmt: skip
def test_loosening_is_refused_with_its_article(
    found: Catalogue, expected: list[tuple[str, str]]
) -> None:
    assert said(found) == expected
    with pytest.raises(Refused) as refused:
        check_overlay(CITY, found)
    assert (refused.value.article, refused.value.code) == expected[0]


def test_the_refusal_names_what_and_where() -> None:
    (found,) = loosened(CITY, overlay(categories=frozenset()))
    assert dict(found.facts) == {"matter": "低保", "category": "fiscal-funds"}
    (found,) = loosened(CITY, overlay(replace(FIRST, materials=(CARD, BOOK))))
    assert dict(found.facts) == {"situation": "首次", "material": BOOK}
    (found,) = loosened(CITY, overlay(replace(FIRST, proofs=())))
    assert dict(found.facts) == {"situation": "首次", "proof": "收入证明"}
    added = replace(FIRST, proofs=(*FIRST.proofs, ProofRule(MARRIED, (VISIT,))))
    (found,) = loosened(CITY, overlay(added))
    assert dict(found.facts) == {"situation": "首次", "proof": "婚姻状况证明"}
    back = replace(SECOND, proofs=(ProofRule(MARRIED, (SHARED,)),))
    (found,) = loosened(CITY, overlay(back))
    assert dict(found.facts) == {"situation": "复核", "proof": "婚姻状况证明"}
    asking = replace(SHARED, instead="请带单身证明")
    (found,) = loosened(CITY, overlay(replace(FIRST, proofs=(ProofRule(INCOME, (asking,)),))))
    assert dict(found.facts) == {"situation": "首次", "proof": "婚姻状况证明"}
    nameless = ProofRule(replace(INCOME, names=()), (SHARED,))
    (found,) = loosened(CITY, overlay(replace(FIRST, proofs=(nameless,))))
    assert dict(found.facts) == {"proof": "收入证明"}


def test_what_the_city_says_itself_is_not_the_overlays_doing() -> None:
    asking = replace(FIRST, proofs=(ProofRule(INCOME, (replace(SHARED, instead="单身证明"),)),))
    city = replace(CITY, matters=(replace(MATTER, situations=(asking, SECOND)),))
    assert loosened(city, city) == ()
    moved = replace(SECOND, code="03", proofs=asking.proofs)
    assert loosened(city, replace(city, matters=(replace(MATTER, situations=(moved,)),))) == ()
    assert said(overlay(asking)) == [("A7-3", "overlay.asks")]


def test_the_shipped_catalogue_refines_itself(catalogue: Catalogue) -> None:
    check_overlay(catalogue, catalogue)
