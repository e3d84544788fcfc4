"""An overlay becomes a catalogue of its own version, or is refused (PR-1)."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from app.domain.catalogue import Catalogue, Matter, Situation, Step, Way
from app.domain.conduct import asked_for
from app.domain.office_hours import Hours
from app.domain.refining import Maker, Overlay, OwnHours, Rung, by_division, check_reach, refined
from tests.domain.refusals import refuses

COUNTY = Overlay(
    code="510502",
    maker=Maker.COUNTY,
    version="3",
    made_for="training-2026-11",
    title="某区细化目录",
    names={},
    rungs=(),
    situations=(),
    hours={},
    guides={},
)
POLICE = replace(COUNTY, code="13", maker=Maker.DEPARTMENT, version="7", title="某局细化目录")
VISIT = Step(Way.INVESTIGATION, "14", "走访就能弄清。")
CARD, BOOK = "居民身份证（出示原件，不收复印件）", "居民户口簿（出示原件）"
HOURS = OwnHours(Hours(((time(8), time(11)),)), invented=False)


def county(**changes: Any) -> Overlay:
    return replace(COUNTY, **changes)


def own_situation(matter: Matter, *materials: str, code: str = "51") -> Situation:
    rules = matter.situations[0].proofs
    return Situation(code, "本区的情形", materials, rules)


def untouched(made: Catalogue, city: Catalogue, *codes: str) -> bool:
    """Are all matters but these as the city has them?"""
    pairs = zip(made.matters, city.matters, strict=True)
    return all((new == old) != (new.code in codes) for new, old in pairs)


def test_nothing_added_is_the_citys_catalogue_under_another_version(catalogue: Catalogue) -> None:
    made = refined(catalogue, [COUNTY])
    assert made == replace(catalogue, version="training-2026-11+510502.3")
    assert refined(catalogue, []) == catalogue
    assert refined(catalogue, [POLICE, COUNTY]).version == "training-2026-11+13.7+510502.3"


def test_a_name_added_is_caught_wherever_the_proof_is_used(catalogue: Catalogue) -> None:
    made = refined(catalogue, [county(names={"ZM033": ("务工证明", "在职证明")})])
    (proof,) = [each for each in made.proofs() if each.code == "ZM033"]
    assert proof.names == ("就业证明", "就业状况证明", "在职证明", "务工证明")
    using = {
        m.code for m in catalogue.matters for s in m.situations for r in s.proofs
        if r.proof.code == "ZM033"
    }  # fmt: skip
    assert len(using) > 1
    assert untouched(made, catalogue, *using)
    assert asked_for("请提供务工证明", catalogue) is None
    found = asked_for("请提供务工证明", made)
    assert found is not None
    assert found.code == "ZM033"


@pytest.mark.parametrize("name", ["居民身份证", "收入证明", "婚姻状况证明", "工资证明", "務工證明"])
def test_a_name_that_is_an_own_papers_or_another_proofs_is_refused(
    catalogue: Catalogue, name: str
) -> None:
    with refuses("A7-3", "overlay.alias", overlay="某区细化目录", name=name):
        refined(catalogue, [county(names={"ZM033": ("务工证明", name)})])


def test_two_overlays_must_not_share_a_new_name_for_two_proofs(catalogue: Catalogue) -> None:
    police = replace(POLICE, names={"ZM004": ("务工证明",)})
    with refuses("A7-3", "overlay.alias", overlay="某区细化目录", name="务工证明"):
        refined(catalogue, [police, county(names={"ZM033": ("务工证明",)})])
    both = [police, county(names={"ZM004": ("务工证明",)})]
    (proof,) = [each for each in refined(catalogue, both).proofs() if each.code == "ZM004"]
    assert proof.names.count("务工证明") == 1


def test_a_way_is_added_below_all_others(catalogue: Catalogue) -> None:
    made = refined(catalogue, [county(rungs=(Rung("530102", "01", "ZM012", VISIT),))])
    assert untouched(made, catalogue, "530102")
    (old,) = [
        r for r in catalogue.matter("530102").situation("01").proofs if r.proof.code == "ZM012"
    ]
    (new,) = [r for r in made.matter("530102").situation("01").proofs if r.proof.code == "ZM012"]
    assert new == replace(old, ladder=(*old.ladder, VISIT))
    others = [r for r in made.matter("530102").situation("01").proofs if r.proof.code != "ZM012"]
    assert all(rule in catalogue.matter("530102").situation("01").proofs for rule in others)


def test_a_way_is_added_in_its_own_situation_only(catalogue: Catalogue) -> None:
    made = refined(catalogue, [county(rungs=(Rung("110101", "02", "ZM072", VISIT),))])
    city = catalogue.matter("110101")
    assert "ZM072" in {rule.proof.code for rule in city.situation("01").proofs}
    assert made.matter("110101").situation("01") == city.situation("01")
    assert made.matter("110101").situation("02") != city.situation("02")


@pytest.mark.parametrize("way", Way)
def test_nobody_falls_back_on_a_commitment(catalogue: Catalogue, way: Way) -> None:
    step = replace(VISIT, way=way, afterwards="3日内核实", instead="某登记库")
    overlay = county(rungs=(Rung("530102", "01", "ZM012", step),))
    if way in {Way.COMMITMENT, Way.CANCELLED}:
        with refuses("A3-1", "overlay.no-fall-back", proof="ZM012", way=str(way)):
            refined(catalogue, [overlay])
        return
    refined(catalogue, [overlay])


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"rungs": (Rung("999999", "01", "ZM012", VISIT),)}, "999999"),
        ({"rungs": (Rung("530102", "09", "ZM012", VISIT),)}, "09"),
        ({"rungs": (Rung("530102", "01", "ZM072", VISIT),)}, "ZM072"),
        ({"guides": {"999999": "某处"}}, "999999"),
        ({"situations": (("999999", Situation("51", "x", (), ())),)}, "999999"),
        ({"names": {"ZM999": ("某证明",)}}, "ZM999"),
        ({"hours": {"99": HOURS}}, "99"),
    ],
)
def test_what_the_city_does_not_know_is_refused(
    catalogue: Catalogue, changes: dict[str, Any], named: str
) -> None:
    with refuses("A7-1", "overlay.unknown", overlay="某区细化目录", named=named):
        refined(catalogue, [county(**changes)])


def test_a_situation_of_its_own_stands_after_the_citys(catalogue: Catalogue) -> None:
    own = own_situation(catalogue.matter("510101"), CARD)
    made = refined(catalogue, [county(situations=(("510101", own),))])
    assert untouched(made, catalogue, "510101")
    city = catalogue.matter("510101")
    assert made.matter("510101") == replace(city, situations=(*city.situations, own))


@pytest.mark.parametrize("materials", [(CARD, BOOK), (CARD, BOOK, "本人银行卡"), ("本人银行卡",)])
def test_a_situation_that_asks_for_no_less_is_refused(
    catalogue: Catalogue, materials: tuple[str, ...]
) -> None:
    own = own_situation(catalogue.matter("510101"), *materials)
    facts = {"situation": "本区的情形", "matter": "农村低收入人口认定"}
    with refuses("A15-2", "overlay.not-fewer", **facts):
        refined(catalogue, [county(situations=(("510101", own),))])


def test_a_code_is_given_once(catalogue: Catalogue) -> None:
    matter = catalogue.matter("510101")
    first = ("510101", own_situation(matter, CARD))
    for again in (own_situation(matter, CARD, code="01"), own_situation(matter)):
        with refuses("A7-1", "overlay.situation-twice", overlay="某区细化目录", named=again.code):
            refined(catalogue, [county(situations=(first, ("510101", again)))])
    refined(catalogue, [county(situations=(first, ("510101", own_situation(matter, code="52"))))])


def test_what_is_added_loosens_nothing(catalogue: Catalogue) -> None:
    matter = catalogue.matter("510101")
    asks = replace(VISIT, afterwards="事后补交收入证明")
    with refuses("A7-3", "overlay.asks", situation="常住人口", proof="收入证明"):
        refined(catalogue, [county(rungs=(Rung("530102", "01", "ZM012", asks),))])
    stranger = catalogue.matter("140101").situations[0].proofs[0]
    own = replace(own_situation(matter, CARD), proofs=(stranger,))
    facts = {"situation": "本区的情形", "proof": stranger.proof.name}
    with refuses("A7-4", "overlay.proof-added", **facts):
        refined(catalogue, [county(situations=(("510101", own),))])
    bare = replace(matter.situations[0].proofs[0], ladder=())
    own = replace(own_situation(matter, CARD), proofs=(bare,))
    with refuses("A3-1", "ladder.empty", proof=bare.proof.name):
        refined(catalogue, [county(situations=(("510101", own),))])
    unjudged = replace(matter.situations[0].proofs[0].proof, judged=None)
    rule = replace(matter.situations[0].proofs[0], proof=unjudged)
    own = replace(own_situation(matter, CARD), proofs=(rule,))
    with refuses("A2-1", "material.nobody-judged", material=unjudged.name):
        refined(catalogue, [county(situations=(("510101", own),))])


def test_hours_and_guides_are_the_overlays(catalogue: Catalogue) -> None:
    made = refined(catalogue, [county(hours={"53": HOURS}, guides={"530101": "某处取阅"})])
    (unit,) = [each for each in made.units if each.code == "53"]
    assert (unit.hours, unit.hours_invented) == (HOURS.hours, False)
    assert made.matter("530101").unit == made.matter("530102").unit == unit
    assert made.matter("530101").guide == "某处取阅"
    assert made.matter("530102").guide == catalogue.matter("530102").guide
    assert untouched(made, catalogue, "530101", "530102")
    (invented,) = [
        each
        for each in refined(catalogue, [county(hours={"53": replace(HOURS, invented=True)})]).units
        if each.code == "53"
    ]
    assert invented.hours_invented


def test_a_county_keeps_to_its_own_units_and_a_department_to_its_own_matters(
    catalogue: Catalogue,
) -> None:
    for unit, name in (("13", "训练·泸州市公安局"), ("52", "训练·护国镇便民服务中心")):
        with refuses("A7-1", "overlay.not-own", overlay="某区细化目录", unit=name):
            refined(catalogue, [county(hours={unit: HOURS})])
    check_reach(catalogue, county(guides={"130101": "x"}))  # served in its halls too
    for changes in (
        {"guides": {"510101": "x"}},
        {"rungs": (Rung("510101", "01", "ZM072", VISIT),)},
        {"situations": (("510101", Situation("51", "x", (), ())),)},
    ):
        with refuses(
            "A7-1", "overlay.not-own", overlay="某局细化目录", unit="训练·黄舣镇便民服务中心"
        ):
            refined(catalogue, [replace(POLICE, **changes)])  # type: ignore[arg-type]
    with refuses("A7-1", "overlay.not-own", unit="训练·南城街道便民服务中心"):
        refined(catalogue, [replace(POLICE, hours={"53": HOURS})])


def test_a_department_refines_for_those_it_guides(catalogue: Catalogue) -> None:
    health = replace(POLICE, code="15", hours={"31": HOURS}, guides={"310101": "x", "150101": "y"})
    made = refined(catalogue, [health])
    assert made.matter("310101").guide == "x"
    assert made.matter("310101").unit.hours == HOURS.hours
    with refuses("A7-1", "overlay.not-own", unit="训练·泸州第一中学"):
        refined(catalogue, [replace(POLICE, code="15", guides={"320101": "x"})])


@pytest.mark.parametrize("made_for", ["training-2026-10", "training-2026-11+13.7", ""])
def test_an_overlay_made_for_another_version_is_refused(
    catalogue: Catalogue, made_for: str
) -> None:
    facts = {"overlay": "某区细化目录", "made_for": made_for, "version": "training-2026-11"}
    with refuses("A7-1", "overlay.other-version", **facts):
        refined(catalogue, [POLICE, county(made_for=made_for)])


def test_departments_serve_all_halls_and_a_county_its_own(catalogue: Catalogue) -> None:
    health = replace(POLICE, code="15", version="2", title="另一局")
    other = county(code="510503", version="1")
    made = by_division(catalogue, [other, health, COUNTY, POLICE])
    assert {division: each.version for division, each in made.items()} == {
        "": "training-2026-11+13.7+15.2",
        "510502": "training-2026-11+13.7+15.2+510502.3",
        "510503": "training-2026-11+13.7+15.2+510503.1",
    }
    assert by_division(catalogue, []) == {"": catalogue}


def test_two_overlays_for_one_place_are_refused(catalogue: Catalogue) -> None:
    with refuses("A7-1", "overlay.twice", overlay="又一份", named="510502"):
        by_division(catalogue, [COUNTY, county(title="又一份")])
