"""The register of breaches that somebody may be held liable for: four kinds (Art. 19)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.complaints import Complaint, ComplaintState
from app.domain.forms import complete
from app.domain.inquiries import Inquiry
from app.domain.ledger import Ledger
from app.errors import Refused


class Kind(StrEnum):
    """The kinds of Art. 19, in its order."""

    ASKED_FOR_CANCELLED = "asked-for-cancelled"
    ADDED_A_PROOF = "added-a-proof"
    NO_ASSISTANCE = "no-assistance"
    OTHER = "other"


class Place(StrEnum):
    """Where an attempt to ask for a cancelled proof was blocked (A7-3, A7-4)."""

    CHECKLIST = "checklist"
    NOTICE = "notice"
    RECEIPT = "receipt"
    GUIDE = "guide"


KIND_OF: Mapping[Place, Kind] = {
    Place.CHECKLIST: Kind.ASKED_FOR_CANCELLED,
    Place.NOTICE: Kind.ASKED_FOR_CANCELLED,
    Place.RECEIPT: Kind.ASKED_FOR_CANCELLED,
    Place.GUIDE: Kind.ADDED_A_PROOF,  # a guide asks everybody
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt the program blocked: who, what, where, when; kept also when nothing follows."""

    id: str
    place: Place
    proof_code: str
    officer: str
    unit: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Breach:
    """A line of the register; `evidence` are links to attempts, inquiries, complaints, files."""

    kind: Kind
    unit: str
    evidence: tuple[str, ...]
    person: str = ""
    what: str = ""


def of_attempt(attempt: Attempt) -> Breach:
    """A blocked attempt as a line (A19-1)."""
    link = f"attempt:{attempt.id}"
    return Breach(KIND_OF[attempt.place], attempt.unit, (link,), attempt.officer)


def of_inquiry(inquiry: Inquiry) -> Breach:
    """An answer that came late or not at all as a line (A19-1); refused for one in time."""
    if not inquiry.late:
        raise Refused("A19-1", "breach.in-time", id=inquiry.id)
    return Breach(Kind.NO_ASSISTANCE, inquiry.asked, (f"inquiry:{inquiry.id}",))


def of_complaint(complaint: Complaint, kind: Kind, what: str = "") -> Breach:
    """A complaint that was looked into and is right, as a line (A19-1); "other" says what."""
    if complaint.state is not ComplaintState.CLOSED or not complaint.founded:
        raise Refused("A19-1", "breach.not-founded", number=complaint.number)
    link = f"complaint:{complaint.number}"
    return Breach(kind, complaint.unit, (link,), complaint.person, what)


def enter(register: Ledger[Breach], breach: Breach, *, by: str, at: datetime) -> Ledger[Breach]:
    """A line with its evidence; "other" says what it is (A19-1)."""
    what = breach.kind is not Kind.OTHER or breach.what
    complete("A19-1", "breach.incomplete", unit=breach.unit, evidence=breach.evidence, what=what)
    return register.add(breach, by=by, at=at)
