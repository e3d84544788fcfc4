"""Proofs for bodies outside the city: they must be issued, and are written down (Art. 16)."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.forms import complete
from app.domain.ledger import Ledger
from app.errors import Refused

OVERSEAS = "overseas"
# The one ground Art. 16 forbids, in whatever words it comes.
CANCELLED = re.compile(r"取消|废止|清零|[0０零]\s*证明|无证明城|不再(?:开具|出具|办理)")


class Ground(StrEnum):
    """Why a unit may decline; that the proof is cancelled is not among them (A16-1)."""

    NOT_OUR_DUTY = "not-our-duty"
    NO_RECORD = "no-record"
    NOT_TRUE = "not-true"
    NOT_ENTITLED = "not-entitled"
    SECRET = "secret"  # noqa: S105
    INSIDE_THE_CITY = "inside-the-city"


@dataclass(frozen=True, slots=True)
class Demand:
    """Somebody needs a proof elsewhere; the first five are those Art. 16 names (A16-2).

    `division` is where the office sits that receives the paper (AMB-19): a provincial organ's
    branch in the city is inside; overseas is outside.
    """

    applicant: str
    contact: str
    proof_name: str
    use: str
    demanding_unit: str
    division: str
    evidence: str  # digest of what shows that it is demanded


@dataclass(frozen=True, slots=True)
class Issued:
    """A line of the ledger of proofs issued for use outside (A16-2)."""

    demand: Demand
    number: str
    issued_on: date
    issuer: str
    seal_serial: str
    copies: int


@dataclass(frozen=True, slots=True)
class Declined:
    """A demand that was declined on a lawful ground."""

    demand: Demand
    ground: Ground
    reason: str
    by: str


def outside(division: str, city: str) -> bool:
    """Does the receiving office sit outside the city, whose divisions begin so (AMB-19)?

    Refused while nobody knows where it sits.
    """
    if division == OVERSEAS:
        return True
    if not re.fullmatch("[1-9][0-9]{5}", division):
        raise Refused("A16-1", "outward.where", division=division)
    return not division.startswith(city)


def issue(
    ledger: Ledger[Issued], line: Issued, *, by: str, at: datetime, city: str
) -> Ledger[Issued]:
    """The proof goes out and stands in the ledger; never for a body inside the city (A16-1)."""
    check_outside(line.demand, city)
    complete(
        "A16-2",
        "outward.line",
        number=line.number,
        issuer=line.issuer,
        seal=line.seal_serial,
        copies=max(line.copies, 0),
        evidence=line.demand.evidence,
    )
    return ledger.add(line, by=by, at=at)


def decline(demand: Demand, ground: Ground, reason: str, by: str, *, city: str) -> Declined:
    """Refused when the reason, in whatever words, is that the proof is cancelled (A16-1)."""
    check_demand(demand)
    complete("A16-1", "outward.no-reason", reason=reason, by=by)
    if CANCELLED.search(reason):
        raise Refused("A16-1", "outward.because-cancelled")
    if outside(demand.division, city) and ground is Ground.INSIDE_THE_CITY:
        raise Refused("A16-1", "outward.place", unit=demand.demanding_unit)
    return Declined(demand, ground, reason, by)


def check_outside(demand: Demand, city: str) -> None:
    """A whole demand of a body outside the city; refused otherwise (A16-1)."""
    check_demand(demand)
    if not outside(demand.division, city):
        raise Refused("A16-1", "outward.inside", unit=demand.demanding_unit)


def check_demand(demand: Demand) -> None:
    """The five fields of Art. 16, none empty (A16-2)."""
    complete(
        "A16-2",
        "outward.demand",
        applicant=demand.applicant,
        contact=demand.contact,
        proof=demand.proof_name,
        use=demand.use,
        demanding_unit=demand.demanding_unit,
    )
