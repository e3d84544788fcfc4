"""Who may sign a commitment: the person, a guardian, a firm's authorised person (AMB-10)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.codes import read_credit_code
from app.domain.forms import complete
from app.domain.identity import read_number
from app.domain.people import ADULT, Applicant, age, is_minor
from app.errors import Refused


class Capacity(StrEnum):
    """As what somebody signs; there is no agent among them."""

    SELF = "self"
    GUARDIAN = "guardian"
    AUTHORISED = "authorised"


@dataclass(frozen=True, slots=True)
class Power:
    """A firm's power of attorney on file: for whom, how long, and its scan's digest."""

    credit_code: str
    holder: str  # the holder's identity number
    valid_from: date
    valid_until: date
    evidence: str


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm or other organisation that applies."""

    name: str
    credit_code: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Who holds the pen; `basis` is the digest of what shows the guardianship."""

    name: str
    number: str
    capacity: Capacity = Capacity.SELF
    basis: str = ""
    power: Power | None = None


def person_signs(
    applicant: Applicant, signer: Signer, today: date, *, incapable: bool = False
) -> None:
    """The person; for a minor or incapable one a grown-up guardian; nobody else (A8-6, AMB-10)."""
    if incapable or is_minor(applicant, today):
        _guardian(applicant, signer, today)
    elif signer.capacity is not Capacity.SELF or not _same(signer.number, applicant.number):
        raise Refused("A8-6", "commit.not-the-person")


def firm_signs(firm: Firm, signer: Signer, today: date) -> None:
    """Only a person whose power for this firm is on file and good today (A8-6, AMB-10)."""
    if read_credit_code(firm.credit_code).problem:
        raise Refused("A8-6", "commit.firm-unknown", firm=firm.name)
    power = signer.power
    if signer.capacity is not Capacity.AUTHORISED or power is None:
        raise Refused("A8-6", "commit.no-power", firm=firm.name)
    complete("A8-6", "commit.power-not-on-file", evidence=power.evidence)
    if not _same(power.holder, signer.number) or not _same(power.credit_code, firm.credit_code):
        raise Refused("A8-6", "commit.other-power", firm=firm.name)
    if not power.valid_from <= today <= power.valid_until:
        raise Refused("A8-6", "commit.power-not-valid", last=power.valid_until.isoformat())


def _guardian(applicant: Applicant, signer: Signer, today: date) -> None:
    if signer.capacity is not Capacity.GUARDIAN or _same(signer.number, applicant.number):
        raise Refused("A8-6", "commit.needs-guardian")
    complete("A8-6", "commit.guardian-not-shown", basis=signer.basis)
    years = age(read_number(signer.number).birth, today)
    if years is None or years < ADULT:
        raise Refused("A8-6", "commit.guardian-minor")


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and read_number(one).number == read_number(other).number
