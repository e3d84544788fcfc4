"""Four times yes, and only that, is a proof; and who counts as a department (A2-1, A2-2, A4-1)."""

from dataclasses import replace
from itertools import product

import pytest

from app.domain.catalogue import Catalogue, Unit
from app.domain.four_questions import Answers, Judged, Verdict, check_listing, verdict
from app.domain.units import KINDS, UnitClass, check_units, class_of
from tests.domain.refusals import refuses

# handed in, not held, third party, one matter
TABLE = {
    "YYYY": "proof",
    "YYYN": "other-material",
    "YYNY": "other-material",
    "YYNN": "other-material",
    "YNYY": "own-paper",
    "YNYN": "own-paper",
    "YNNY": "own-paper",
    "YNNN": "own-paper",
    "NYYY": "other-material",
    "NYYN": "other-material",
    "NYNY": "other-material",
    "NYNN": "other-material",
    "NNYY": "own-paper",
    "NNYN": "own-paper",
    "NNNY": "own-paper",
    "NNNN": "own-paper",
}


def answers(letters: str) -> Answers:
    return Answers(*(letter == "Y" for letter in letters))


def test_all_sixteen_combinations_are_in_the_table() -> None:
    assert set(TABLE) == {"".join(each) for each in product("YN", repeat=4)}


@pytest.mark.parametrize(("letters", "said"), TABLE.items())
def test_only_four_times_yes_is_a_proof(letters: str, said: str) -> None:
    assert verdict(answers(letters)) == said


@pytest.mark.parametrize(
    ("letters", "listed", "material"),
    [
        ("YNYY", Verdict.PROOF, "居民户口簿"),  # an own paper as a cancelled proof
        ("YYYY", Verdict.OTHER_MATERIAL, "婚姻状况证明"),  # a proof in other clothes
        ("YYYY", Verdict.OWN_PAPER, "婚姻状况证明"),
        ("YYNY", Verdict.PROOF, "申请表"),
    ],
)
def test_a_material_listed_as_something_else_is_refused(
    letters: str, listed: Verdict, material: str
) -> None:
    judged = Judged(material, answers(letters), "10001", "2026-11-23", listed)
    found = verdict(judged.answers)
    with refuses(
        "A2-1", "material.listed-wrongly", material=material, found=str(found), listed=str(listed)
    ):
        check_listing(judged)
    check_listing(replace(judged, listed=found))


def test_what_is_not_said_to_be_something_else_is_listed_as_a_proof() -> None:
    check_listing(Judged("婚姻状况证明", answers("YYYY"), "10001", "2026-11-23"))


@pytest.mark.parametrize("missing", [{"editor": ""}, {"on": ""}, {"editor": " "}, {"on": " "}])
def test_answers_that_nobody_gave_count_for_nothing(missing: dict[str, str]) -> None:
    judged = Judged("婚姻状况证明", answers("YYYY"), "10001", "2026-11-23")
    with refuses("A2-1", "material.nobody-judged", material="婚姻状况证明"):
        check_listing(replace(judged, **missing))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("行政机关", UnitClass.ORGAN),
        ("乡镇", UnitClass.ORGAN),
        ("街道", UnitClass.ORGAN),
        ("法律法规授权组织", UnitClass.AUTHORISED),
        ("医院", UnitClass.PUBLIC_SERVICE),
        ("学校", UnitClass.PUBLIC_SERVICE),
        ("供水", UnitClass.PUBLIC_SERVICE),
        ("供电", UnitClass.PUBLIC_SERVICE),
        ("供气", UnitClass.PUBLIC_SERVICE),
        ("其他公共服务", UnitClass.PUBLIC_SERVICE),
    ],
)
def test_each_kind_of_article_four_belongs_to_a_class_of_article_two(
    kind: str, said: UnitClass
) -> None:
    assert class_of(Unit("1", "训练·单位", kind)) is said
    assert len(KINDS) == 10


@pytest.mark.parametrize("kind", ["", "行会"])
def test_a_unit_of_no_kind_is_refused(catalogue: Catalogue, kind: str) -> None:
    unit = replace(catalogue.units[0], kind=kind)
    with refuses("A2-2", "unit.no-kind", unit=unit.name):
        check_units(replace(catalogue, units=(unit, *catalogue.units[1:])))


def test_a_hospital_whose_matters_are_hidden_is_refused(catalogue: Catalogue) -> None:
    check_units(catalogue)
    shown = tuple(matter for matter in catalogue.matters if matter.unit.kind != "医院")
    with refuses("A4-1", "unit.no-matter", unit="训练·泸州市中心医院"):
        check_units(replace(catalogue, matters=shown))
