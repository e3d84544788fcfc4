"""A guide must not set a proof: its materials and its words are checked line by line (Art. 7)."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.catalogue import Catalogue
from app.domain.conduct import Ask, asking
from app.domain.four_questions import Answers, Verdict, check_listing, verdict
from app.errors import Refused

PROOF_WORD = "证明"


@dataclass(frozen=True, slots=True)
class Material:
    """A line of the material list; the four answers are needed where it is called 证明."""

    name: str
    answers: Answers | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide, work rule or normative document on one matter."""

    matter_code: str
    version: str
    title: str
    materials: tuple[Material, ...]
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A line that sets a proof, and why it counts as one."""

    code: str
    line: str
    proof: str


def findings(guide: Guide, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Hidden, new and unjudged proofs of a guide (A7-4)."""
    ask = asking(catalogue)
    hidden = [_hidden(text, ask) for text in (guide.title, *guide.paragraphs)]
    listed = [_in_list(material, ask) for material in guide.materials]
    return tuple(finding for finding in (*hidden, *listed) if finding is not None)


def check_guide(guide: Guide, catalogue: Catalogue) -> None:
    """Refused while a line of the guide sets a proof (A7-4)."""
    for finding in findings(guide, catalogue):
        _refuse(finding)


def check_judged(catalogue: Catalogue) -> None:
    """Every proof is one by the four questions, every own paper none; refused otherwise (A2-1).

    The materials of every situation are held to the same as the lines of a guide (A7-4).
    """
    for proof in catalogue.proofs():
        if proof.judged is None:
            raise Refused("A2-1", "material.nobody-judged", material=proof.name)
        check_listing(proof.judged)
    for judged in catalogue.materials:
        check_listing(judged)
    ask = asking(catalogue)
    answers = {judged.material: judged.answers for judged in catalogue.materials}
    for line in dict.fromkeys(_lines(catalogue)):
        finding = _in_list(Material(line, answers.get(line)), ask)
        if finding is not None:
            _refuse(finding)


def _lines(catalogue: Catalogue) -> Iterator[str]:
    """Materials of all situations, the same one many times."""
    for matter in catalogue.matters:
        for situation in matter.situations:
            yield from situation.materials


def _called_proof(line: str) -> bool:
    return PROOF_WORD in line or "證明" in line


def _refuse(finding: Finding) -> None:
    raise Refused("A7-4", finding.code, line=finding.line, proof=finding.proof)


def _in_list(material: Material, ask: Ask) -> Finding | None:
    return _hidden(material.name, ask) or _new(material)


def _hidden(text: str, ask: Ask) -> Finding | None:
    """A cancelled proof, by name, alias or other wording."""
    proof = ask(text)
    return None if proof is None else Finding("guide.hidden-proof", text, proof.name)


def _new(material: Material) -> Finding | None:
    """A proof the catalogue does not know, or a 证明 that nobody put the four questions to."""
    if material.answers is None:
        unjudged = Finding("guide.not-judged", material.name, material.name)
        return unjudged if _called_proof(material.name) else None
    if verdict(material.answers) is Verdict.PROOF:
        return Finding("guide.new-proof", material.name, material.name)
    return None
