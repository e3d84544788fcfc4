"""Which department guides which hospital, school and utility of the catalogue (A24-1)."""

from dataclasses import replace

import pytest

from app.domain.catalogue import Catalogue, Unit
from app.domain.units import UnitClass, check_units, class_of, of_sector, sector_links
from tests.domain.refusals import refuses

# unit → its department, each written here a second time
LINKS = {"31": "15", "32": "14", "33": "14", "34": "14", "41": "20", "42": "27", "43": "20"}


def with_unit(catalogue: Catalogue, code: str, **changes: str) -> Catalogue:
    units = (replace(u, **changes) if u.code == code else u for u in catalogue.units)  # type: ignore[arg-type]
    return replace(catalogue, units=tuple(units))


def test_every_public_service_unit_names_its_department(catalogue: Catalogue) -> None:
    assert sector_links(catalogue) == LINKS
    serving = {u.code for u in catalogue.units if class_of(u) is UnitClass.PUBLIC_SERVICE}
    assert serving == LINKS.keys()
    check_units(catalogue)


@pytest.mark.parametrize("code", LINKS)
def test_none_of_them_may_lack_it_or_name_itself(catalogue: Catalogue, code: str) -> None:
    name = next(unit.name for unit in catalogue.units if unit.code == code)
    for sector in ("", " ", code):
        with refuses("A24-1", "sector.no-department", unit=name):
            check_units(with_unit(catalogue, code, sector=sector))


def test_the_department_is_an_organ_the_catalogue_knows(catalogue: Catalogue) -> None:
    name = "训练·泸州市中心医院"
    for department in ("99", "32", "18"):  # nobody, a school, an authorised organisation
        with refuses("A24-1", "sector.unknown", unit=name, department=department):
            check_units(with_unit(catalogue, "31", sector=department))
    check_units(with_unit(catalogue, "31", sector="51"))


def test_other_units_need_none_but_must_not_name_nobody(catalogue: Catalogue) -> None:
    check_units(with_unit(catalogue, "18", sector="20"))
    with refuses("A24-1", "sector.unknown", unit="训练·泸州市不动产登记中心", department="99"):
        check_units(with_unit(catalogue, "18", sector="99"))
    assert Unit("1", "训练·单位", "行政机关").sector == ""


@pytest.mark.parametrize("department", [*LINKS.values(), "11", "31"])
def test_a_department_sees_the_units_it_guides_and_no_others(
    catalogue: Catalogue, department: str
) -> None:
    seen = [unit.code for unit in of_sector(catalogue, department)]
    assert seen == [unit for unit, its in LINKS.items() if its == department]


# where each unit sits, written here a second time
SITS = {
    "510500": "12 13 15 16 17 18 19 20 21 22 23 27 31 32 34 41 42 43",
    "510502": "11 14 24 25 33 51 53",
    "510503": "26 52",
}


def test_every_unit_sits_in_a_division_of_the_city(catalogue: Catalogue) -> None:
    sits: dict[str, list[str]] = {}
    for unit in catalogue.units:
        sits.setdefault(unit.division, []).append(unit.code)
    assert {division: " ".join(sorted(codes)) for division, codes in sits.items()} == SITS
