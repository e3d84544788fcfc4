"""Which department guides and supervises a hospital, a school, a utility (Art. 24)."""

from collections.abc import Iterable, Mapping

from app.domain.catalogue import Unit
from app.errors import Refused

# The kinds Art. 24 names, and the others of Art. 4 that are like them.
SUPERVISED = frozenset({"医院", "学校", "供水", "供电", "供气", "其他公共服务"})

Links = Mapping[str, str]  # a unit's code: the code of its sector's department


def check_links(units: Iterable[Unit], links: Links) -> None:
    """Every hospital, school or utility has a department, and not itself (A24-1)."""
    for unit in units:
        department = links.get(unit.code, "").strip()
        if unit.kind in SUPERVISED and department in {"", unit.code}:
            raise Refused("A24-1", "sector.no-department", unit=unit.name)


def sector_of(department: str, links: Links) -> frozenset[str]:
    """The codes of the units a department looks after: its people's sector view (A24-1)."""
    return frozenset(unit for unit, its in links.items() if its == department)
