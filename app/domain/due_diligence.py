"""When nobody is blamed for an applicant's false commitment: five conditions (Art. 20)."""

from dataclasses import dataclass

from app.domain.false_commitment import Finding, Review
from app.domain.forms import complete
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Box:
    """One condition: does it hold, and which documents show it."""

    holds: bool
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The five conditions of Art. 20, in its order."""

    direction: Box  # (1) fits the direction of the reform, acted responsibly
    law: Box  # (2) broke no ban and no duty of the law
    procedure: Box  # (3) the decision's procedure was lawful
    supervision: Box  # (4) supervised during and after as required, neglected nothing
    diligence: Box  # (5) diligent, gained nothing for oneself, unit or group

    def boxes(self) -> tuple[tuple[str, Box], ...]:
        return (
            ("direction", self.direction),
            ("law", self.law),
            ("procedure", self.procedure),
            ("supervision", self.supervision),
            ("diligence", self.diligence),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """Exempt from a negative appraisal, or the conditions that do not hold."""

    exempt: bool
    missing: tuple[str, ...]
    reviewer: str


def appraise(sheet: Sheet, review: Review, reviewer: str) -> Verdict:
    """All five, each with its evidence, and only about a false commitment (A20-1)."""
    if review.finding is not Finding.FALSE:
        raise Refused("A20-1", "diligence.no-finding", case=review.case_number)
    complete("A20-1", "diligence.nobody", reviewer=reviewer)
    for name, box in sheet.boxes():
        if box.holds and not box.evidence:
            raise Refused("A20-1", "diligence.no-evidence", condition=name)
    missing = tuple(name for name, box in sheet.boxes() if not box.holds)
    return Verdict(not missing, missing, reviewer)
