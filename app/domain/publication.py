"""The list of proofs as it is made public: versions, levels, and what changed (Art. 7)."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.catalogue import Catalogue, Matter, ProofRule, Way
from app.domain.ladder import check_catalogue
from app.domain.review import Change
from app.domain.units import check_units
from app.errors import Refused

Key = tuple[str, str, str]  # unit, matter, proof


class Level(StrEnum):
    """Who compiles the list (A7-1)."""

    CITY = "city"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Item:
    """One proof of one matter of one unit, with what the public must be told of it.

    The four fields after the codes are those of Art. 44 of Order 722.
    """

    unit_code: str
    matter_code: str
    proof_code: str
    proof_name: str
    basis: str
    demanding_unit: str
    issuing_unit: str
    guide: str
    rules: tuple[tuple[str, ProofRule], ...]  # by situation

    @property
    def key(self) -> Key:
        """What makes the item one of its own (AMB-30)."""
        return self.unit_code, self.matter_code, self.proof_code


@dataclass(frozen=True, slots=True)
class Publication:
    """A published version of a list."""

    version: str
    level: Level
    publisher: str
    published_on: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a version changes against the one before."""

    new: tuple[Key, ...]
    changed: tuple[Key, ...]
    gone: tuple[Key, ...]


def items(catalogue: Catalogue) -> tuple[Item, ...]:
    """Every proof × matter × unit."""
    return tuple(item for matter in catalogue.matters for item in _items_of(matter))


def commitment_list(catalogue: Catalogue) -> tuple[Matter, ...]:
    """The matters open to commitment, those of the fields No. 42 puts first ahead (No. 42)."""
    offered = [matter for matter in catalogue.matters if _offers_commitment(matter)]
    return tuple(sorted(offered, key=lambda matter: not matter.recommended))


def check_item(item: Item) -> None:
    """Refused while a field that must be public is empty (A7-1; Order 722 Art. 44)."""
    for field in ("basis", "demanding_unit", "issuing_unit", "guide"):
        if not getattr(item, field).strip():
            facts = {"proof": item.proof_name, "matter": item.matter_code, "field": field}
            raise Refused("A7-1", "list.field-missing", **facts)


def publish(
    catalogue: Catalogue,
    change: Change,
    *,
    level: Level,
    publisher: str,
    on: str,
    before: Publication | None = None,
) -> Publication:
    """The list of a reviewed catalogue, whole and under a version of its own (A7-1)."""
    if not change.live:
        raise Refused("A6-1", "list.not-reviewed", change=change.id)
    if before is not None and before.version == catalogue.version:
        raise Refused("A7-1", "list.same-version", version=catalogue.version)
    check_units(catalogue)
    check_catalogue(catalogue)
    found = items(catalogue)
    for item in found:
        check_item(item)
    return Publication(catalogue.version, level, publisher, on, found)


def difference(old: Publication | None, new: Publication) -> Difference:
    """New, changed and gone items, each in the order of its own list (A7-1)."""
    was = {item.key: item for item in old.items} if old is not None else {}
    now = {item.key: item for item in new.items}
    return Difference(
        tuple(key for key in now if key not in was),
        tuple(key for key, item in now.items() if key in was and was[key] != item),
        tuple(key for key in was if key not in now),
    )


def _offers_commitment(matter: Matter) -> bool:
    """Verify-first matters take a commitment in places, but it opens nothing (AMB-12)."""
    rules = [rule for situation in matter.situations for rule in situation.proofs]
    return not matter.verify_first and any(
        step.way is Way.COMMITMENT for rule in rules for step in rule.ladder
    )


def _items_of(matter: Matter) -> list[Item]:
    rules: dict[str, list[tuple[str, ProofRule]]] = {}
    for situation in matter.situations:
        for rule in situation.proofs:
            rules.setdefault(rule.proof.code, []).append((situation.code, rule))
    return [_item(matter, tuple(found)) for found in rules.values()]


def _item(matter: Matter, rules: tuple[tuple[str, ProofRule], ...]) -> Item:
    proof = rules[0][1].proof
    return Item(
        unit_code=matter.unit.code,
        matter_code=matter.code,
        proof_code=proof.code,
        proof_name=proof.name,
        basis=proof.basis,
        demanding_unit=matter.unit.name,
        issuing_unit=proof.issuer,
        guide=matter.guide,
        rules=rules,
    )
