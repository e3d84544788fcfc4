"""Which bodies count as approval departments, and that none of them is left out (Art. 2, 4)."""

from collections.abc import Mapping
from enum import StrEnum

from app.domain.catalogue import Catalogue, Unit
from app.domain.office_hours import Hours
from app.domain.policy import Settings
from app.domain.sectors import Links, check_links, sector_of
from app.errors import Refused


class UnitClass(StrEnum):
    """The three classes of Art. 2."""

    ORGAN = "行政机关"
    AUTHORISED = "法律法规授权组织"
    PUBLIC_SERVICE = "公共服务企事业单位"


# The kinds of Art. 4, and those a catalogue of this city needs beside them.
KINDS: Mapping[str, UnitClass] = {
    "行政机关": UnitClass.ORGAN,
    "乡镇": UnitClass.ORGAN,
    "街道": UnitClass.ORGAN,
    "法律法规授权组织": UnitClass.AUTHORISED,
    "医院": UnitClass.PUBLIC_SERVICE,
    "学校": UnitClass.PUBLIC_SERVICE,
    "供水": UnitClass.PUBLIC_SERVICE,
    "供电": UnitClass.PUBLIC_SERVICE,
    "供气": UnitClass.PUBLIC_SERVICE,
    "其他公共服务": UnitClass.PUBLIC_SERVICE,
}


def class_of(unit: Unit) -> UnitClass:
    """The unit's class of Art. 2; a unit of no kind publishes nothing (A2-2)."""
    found = KINDS.get(unit.kind)
    if found is None:
        raise Refused("A2-2", "unit.no-kind", unit=unit.name)
    return found


def hours_of(unit: Unit, settings: Settings) -> Hours:
    """The unit's own office hours, else those of the pack (A10-1, AMB-03)."""
    return unit.hours or settings.hours


def check_units(catalogue: Catalogue) -> None:
    """Every unit has a kind, a department where Art. 24 wants one, and shows its matters.

    None is hidden (A2-2, A4-1, A24-1).
    """
    serving = {matter.unit.code for matter in catalogue.matters}
    for unit in catalogue.units:
        class_of(unit)
        if unit.code not in serving:
            raise Refused("A4-1", "unit.no-matter", unit=unit.name)
    _check_sectors(catalogue)


def sector_links(catalogue: Catalogue) -> Links:
    """Which department looks after which unit, as the catalogue says (A24-1)."""
    return {unit.code: unit.sector for unit in catalogue.units if unit.sector}


def of_sector(catalogue: Catalogue, department: str) -> tuple[Unit, ...]:
    """What the department sees of the catalogue: the units it guides, in order (A24-1)."""
    codes = sector_of(department, sector_links(catalogue))
    return tuple(unit for unit in catalogue.units if unit.code in codes)


def _check_sectors(catalogue: Catalogue) -> None:
    """The department is an administrative organ that the catalogue knows (A24-1)."""
    check_links(catalogue.units, sector_links(catalogue))
    organs = {unit.code for unit in catalogue.units if class_of(unit) is UnitClass.ORGAN}
    for unit in catalogue.units:
        if unit.sector and unit.sector not in organs:
            raise Refused("A24-1", "sector.unknown", unit=unit.name, department=unit.sector)
