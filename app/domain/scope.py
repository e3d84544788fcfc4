"""When the measures do not apply: issued outside the city and not checkable on line (Art. 4)."""

from dataclasses import dataclass
from enum import StrEnum

from app.errors import Refused

OVERSEAS = "overseas"
DIGITS = 6
LIST_KEEPER = "digital-economy-bureau"  # AMB-18


class Scope(StrEnum):
    """In or out of the measures."""

    IN = "in-scope"
    OUT = "out-of-scope"


@dataclass(frozen=True, slots=True)
class Office:
    """An office that issues or receives a paper; `division` is six digits or "overseas".

    It is the place of the office that counts, not of the body it belongs to: a provincial
    organ's branch in Luzhou is inside (AMB-19).
    """

    name: str
    division: str


@dataclass(frozen=True, slots=True)
class CheckableIssuers:
    """The outside issuers whose papers can be checked on line, as the list's keeper says."""

    version: str
    keeper: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class ScopeVerdict:
    """Both answers, what follows, the rule that names the issuer, and who looked."""

    scope: Scope
    outside: bool
    checkable: bool
    basis: str
    clerk: str
    list_version: str


def outside_city(office: Office, city: str) -> bool:
    """Is the office itself outside the city, whose divisions begin so? Overseas is (AMB-19)."""
    division = office.division
    if division == OVERSEAS:
        return True
    if not (division.isascii() and division.isdigit() and len(division) == DIGITS):
        raise Refused("A4-2", "scope.no-place", office=office.name)
    return not division.startswith(city)


def scope_of(*, outside: bool, checkable: bool) -> Scope:
    """Only outside and not checkable is out of scope (A4-2)."""
    return Scope.OUT if outside and not checkable else Scope.IN


def judge(
    issuer: Office, issuers: CheckableIssuers, basis: str, clerk: str, *, city: str
) -> ScopeVerdict:
    """The verdict from the issuer's place and the keeper's list; no hand answers (AMB-18)."""
    if issuers.keeper != LIST_KEEPER:
        raise Refused("A4-2", "scope.not-their-list", keeper=issuers.keeper)
    outside, checkable = outside_city(issuer, city), issuer.name in issuers.names
    scope = scope_of(outside=outside, checkable=checkable)
    return ScopeVerdict(scope, outside, checkable, basis, clerk, issuers.version)


def mark_out_of_scope(verdict: ScopeVerdict) -> ScopeVerdict:
    """The verdict as a mark on the case; refused when either answer says no (A4-2)."""
    if verdict.scope is not Scope.OUT:
        code = "scope.checkable" if verdict.outside else "scope.inside"
        raise Refused("A4-2", code)
    if not verdict.basis.strip():
        raise Refused("A4-2", "scope.no-basis")
    return verdict
