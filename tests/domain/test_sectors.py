"""Hospitals, schools and utilities have a department that looks after them (A24-1)."""

import pytest

from app.domain.catalogue import Unit
from app.domain.duties import Act
from app.domain.reach import Post, Reach, reach_of
from app.domain.sectors import SUPERVISED, check_links, sector_of
from app.domain.units import KINDS, UnitClass
from tests.domain.refusals import refuses

HEALTH = "H0"


def unit(kind: str, code: str = "U1") -> Unit:
    return Unit(code, f"训练·{kind}", kind)


@pytest.mark.parametrize("kind", ["医院", "学校", "供水", "供电", "供气", "其他公共服务"])
def test_each_public_service_has_a_department(kind: str) -> None:
    check_links([unit(kind)], {"U1": HEALTH})
    for links in ({}, {"U1": ""}, {"U1": " "}, {"U1": "U1"}, {"U2": HEALTH}):
        with refuses("A24-1", "sector.no-department", unit=f"训练·{kind}"):
            check_links([unit(kind)], links)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in SUPERVISED])
def test_other_units_need_none(kind: str) -> None:
    check_links([unit(kind)], {})


def test_every_unit_is_looked_at() -> None:
    with refuses("A24-1", "sector.no-department", unit="训练·学校"):
        check_links([unit("医院"), unit("乡镇", "U3"), unit("学校", "U2")], {"U1": HEALTH})


def test_the_kinds_are_known_ones() -> None:
    assert {kind for kind, said in KINDS.items() if said is UnitClass.PUBLIC_SERVICE} == SUPERVISED


def test_a_department_sees_the_units_of_its_sector_and_no_others() -> None:
    links = {"U1": HEALTH, "U2": "E0", "U3": HEALTH}
    assert sector_of(HEALTH, links) == {"U1", "U3"}
    assert sector_of("X0", links) == frozenset()
    post = Post(("supervisor",), HEALTH, sector=sector_of(HEALTH, links))
    assert reach_of(post, Act.SEE_UNITS, "U3") is Reach.SECTOR
    with refuses("A5-1", "reach.outside", unit="U2"):
        reach_of(post, Act.SEE_UNITS, "U2")
