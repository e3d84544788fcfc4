"""Papers taken in for a case: another document in a proof's place, a signed letter, evidence."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.cases import Case
from app.domain.catalogue import Way
from app.errors import Refused

LARGEST = 20 << 20  # bytes of one paper
MOST = 100  # papers of one case
STARTS = {
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "application/pdf": b"%PDF-",
}


class Use(StrEnum):
    """What a paper is taken in for."""

    OTHER_MATERIAL = "other-material"  # what the applicant has instead of a proof (way 6)
    SIGNED_LETTER = "signed-letter"  # the paper that was signed by hand
    EVIDENCE = "evidence"  # of a check or a false commitment (A11-1)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a case; its bytes are kept by their digest, its file's name is not kept."""

    use: Use
    proof: str  # the proof's code where it stands for one
    sm3: str
    media_type: str
    size: int
    at: str
    officer: str
    source: str  # camera or file
    simulated: bool


def media_type(data: bytes) -> str:
    """By the first bytes; refused when it is no picture and no PDF, empty, or too large."""
    if len(data) > LARGEST:
        raise Refused("", "paper.too-large", megabytes=LARGEST >> 20)
    for kind, start in STARTS.items():
        if data.startswith(start):
            return kind
    raise Refused("", "paper.not-a-picture")


def uses(case: Case) -> tuple[tuple[Use, str, str], ...]:
    """What can be taken in for it now: use, the proof's code and name where there is one.

    The likeliest comes first: once there is a letter, the one that was signed on paper.
    """
    other = [plan for plan in case.plans if plan.way is Way.OTHER_MATERIAL]
    found = [(Use.SIGNED_LETTER, "", "")] if case.letters else []
    found += [(Use.OTHER_MATERIAL, plan.proof_code, plan.proof_name) for plan in other]
    return (*found, (Use.EVIDENCE, "", ""))


def may_take_in(case: Case, use: Use, proof: str, there: int) -> None:
    """Refused when the case has no place for it, or `there` are as many as one case may have."""
    if (use, proof) not in {(each, code) for each, code, _ in uses(case)}:
        raise Refused("", "paper.no-place", use=use.value)
    if there >= MOST:
        raise Refused("", "paper.too-many", most=MOST)
