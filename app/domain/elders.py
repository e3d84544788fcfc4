"""Is it the elder's own will? Asked before a commitment counts (Elderly Law 55)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.forms import complete
from app.domain.people import Applicant, age
from app.errors import Refused

ELDER = 60  # years (Elderly Law 2)
# Personal relations and major property (A8-1's tags): where others press old people most.
ASKED_IN = frozenset({"personal-relations", "major-property"})


@dataclass(frozen=True, slots=True)
class OwnWill:
    """The question was put to the applicant alone: by whom, when, and the answer."""

    own_will: bool
    asked_by: str
    at: datetime


def must_be_asked(applicant: Applicant, categories: Collection[str], on: date) -> bool:
    """From 60 on in such matters; where the birth is not known, to be on the safe side."""
    years = age(applicant.birth, on)
    return not ASKED_IN.isdisjoint(categories) and (years is None or years >= ELDER)


def check_own_will(
    applicant: Applicant, categories: Collection[str], signed: datetime, answer: OwnWill | None
) -> None:
    """Refused unless it was asked before the signature, and the answer was yes (Elderly Law 55)."""
    if not must_be_asked(applicant, categories, signed.date()):
        return
    if answer is None:
        raise Refused("Elderly.55", "elder.not-asked")
    complete("Elderly.55", "elder.nobody", asked_by=answer.asked_by)
    if answer.at > signed:
        raise Refused("Elderly.55", "elder.asked-late")
    if not answer.own_will:
        raise Refused("Elderly.55", "elder.not-own-will")
