"""The four questions that tell a proof from an own paper or another material (Art. 2)."""

from dataclasses import dataclass
from enum import StrEnum

from app.errors import Refused


class Verdict(StrEnum):
    """What a material is in the sense of Art. 2."""

    PROOF = "proof"
    OWN_PAPER = "own-paper"
    OTHER_MATERIAL = "other-material"


@dataclass(frozen=True, slots=True)
class Answers:
    """The four answers; all must be yes for a proof (A2-1)."""

    handed_in: bool  # asked for with a permit or public-service matter
    not_held: bool  # the applicant does not have it
    third_party: bool  # an authoritative third party issues it
    one_matter: bool  # written, and evidence of one specific matter


@dataclass(frozen=True, slots=True)
class Judged:
    """A material with its answers, who gave them when, and what the catalogue lists it as."""

    material: str
    answers: Answers
    editor: str
    on: str
    listed: Verdict = Verdict.PROOF


def verdict(answers: Answers) -> Verdict:
    """Four times yes is a proof; what the applicant holds is an own paper (A2-1)."""
    if not answers.not_held:
        return Verdict.OWN_PAPER
    if answers.handed_in and answers.third_party and answers.one_matter:
        return Verdict.PROOF
    return Verdict.OTHER_MATERIAL


def check_listing(judged: Judged) -> None:
    """Refused when the catalogue calls a material something the answers do not say (A2-1)."""
    found = verdict(judged.answers)
    if not (judged.editor.strip() and judged.on.strip()):
        raise Refused("A2-1", "material.nobody-judged", material=judged.material)
    if found is not judged.listed:
        facts = {"material": judged.material, "found": str(found), "listed": str(judged.listed)}
        raise Refused("A2-1", "material.listed-wrongly", **facts)
