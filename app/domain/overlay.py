"""A county's or department's own catalogue may refine the city's, never loosen it (PR-1)."""

from collections.abc import Iterator

from app.domain.catalogue import Catalogue, Matter, Proof, ProofRule, Situation, Way
from app.domain.conduct import asked_for
from app.errors import Refused


def loosened(city: Catalogue, overlay: Catalogue) -> tuple[Refused, ...]:
    """Every place where `overlay` loosens A7, A8-1 or A15-2, each as the refusal it deserves.

    A matter the overlay leaves out stays as the city has it. A situation of its own is measured
    against all situations of the city's matter.
    """
    own = {matter.code: matter for matter in city.matters}
    found: list[Refused] = []
    for matter in overlay.matters:
        found += _asking(city, matter, own.get(matter.code))
        if matter.code in own:
            found += _gate(own[matter.code], matter)
            for situation in matter.situations:
                found += _situation(own[matter.code], situation)
    return (*found, *_aliases(city, overlay))


def check_overlay(city: Catalogue, overlay: Catalogue) -> None:
    """Refused at the first place where the overlay loosens the city's catalogue."""
    for refusal in loosened(city, overlay):
        raise refusal


def _gate(city: Matter, matter: Matter) -> Iterator[Refused]:
    """A tag of the verify-first gate is gone (A8-1)."""
    for tag in sorted(
        (city.categories - matter.categories) | (city.exclusions - matter.exclusions)
    ):
        yield Refused("A8-1", "overlay.category-dropped", matter=matter.name, category=tag)


def _situation(city: Matter, situation: Situation) -> Iterator[Refused]:
    base = [each for each in city.situations if each.code == situation.code]
    known = base or list(city.situations)
    yield from _proofs(known, situation)
    if base:
        yield from _dropped(base[0], situation)
    yield from _materials(known, situation)


def _proofs(known: list[Situation], situation: Situation) -> Iterator[Refused]:
    """A proof is set anew (A7-4), or what the city cancelled comes back by another way (A7-1)."""
    rules = [rule for each in known for rule in each.proofs]
    for rule in situation.proofs:
        same = [each for each in rules if each.proof.code == rule.proof.code]
        facts = {"situation": situation.name, "proof": rule.proof.name}
        if not same:
            yield Refused("A7-4", "overlay.proof-added", **facts)
        elif all(map(_cancelled, same)) and not _cancelled(rule):
            yield Refused("A7-1", "overlay.proof-back", **facts)


def _dropped(city: Situation, situation: Situation) -> Iterator[Refused]:
    """A proof the city struck out is no longer struck out (A7-1)."""
    kept = {rule.proof.code for rule in situation.proofs}
    for rule in city.proofs:
        if rule.proof.code not in kept:
            facts = {"situation": situation.name, "proof": rule.proof.name}
            yield Refused("A7-1", "overlay.proof-dropped", **facts)


def _materials(known: list[Situation], situation: Situation) -> Iterator[Refused]:
    """A material more than the city asks for is a requirement in disguise (A15-2)."""
    asked = {material for each in known for material in each.materials}
    for material in situation.materials:
        if material not in asked:
            facts = {"situation": situation.name, "material": material}
            yield Refused("A15-2", "overlay.material-added", **facts)


def _asking(city: Catalogue, matter: Matter, own: Matter | None) -> Iterator[Refused]:
    """New materials or steps that ask for what the city cancelled, by whatever name (A7-3)."""
    said = {text for situation in own.situations for text in _words(situation)} if own else set()
    for situation in matter.situations:
        for text in _words(situation):
            proof = None if text in said else asked_for(text, city)
            if proof is not None:
                yield Refused("A7-3", "overlay.asks", situation=situation.name, proof=proof.name)


def _words(situation: Situation) -> Iterator[str]:
    """All that the situation tells an applicant to bring or to expect."""
    yield from situation.materials
    for step in (step for rule in situation.proofs for step in rule.ladder):
        yield from (step.instead, step.afterwards)


def _aliases(city: Catalogue, overlay: Catalogue) -> Iterator[Refused]:
    """A proof loses a name by which it must not be asked for (A7-3)."""
    own = {proof.code: proof for proof in overlay.proofs()}
    for proof in city.proofs():
        if proof.code in own and not _names(proof) <= _names(own[proof.code]):
            yield Refused("A7-3", "overlay.name-dropped", proof=proof.name)


def _names(proof: Proof) -> set[str]:
    return {proof.name, *proof.names}


def _cancelled(rule: ProofRule) -> bool:
    return bool(rule.ladder) and rule.ladder[0].way is Way.CANCELLED
