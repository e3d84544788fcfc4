"""A third party that checks for the department: under a contract, and no more data (Art. 14)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.forms import complete
from app.domain.ledger import Ledger
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract on file: with whom, for which fields, how long; `scan` is its digest.

    `no_onward`: the party hands nothing on to anybody (Personal Information Protection Law 21).
    """

    number: str
    party: str
    fields: frozenset[str]
    valid_from: date
    valid_until: date
    scan: str
    no_onward: bool


@dataclass(frozen=True, slots=True)
class HandOver:
    """What was handed over: which fields of which case; what stood in them is not kept twice."""

    contract: str
    party: str
    case_number: str
    proof_code: str
    fields: tuple[str, ...]
    on: date


def check_contract(contract: Contract | None, party: str, on: date) -> Contract:
    """A contract on file, in force, with this party, and with the ban on handing on (A14-2)."""
    if contract is None:
        raise Refused("A14-2", "third-party.no-contract", party=party)
    complete(
        "A14-2",
        "third-party.contract",
        number=contract.number,
        party=contract.party,
        fields=contract.fields,
        scan=contract.scan,
    )
    if contract.party.strip() != party.strip():
        raise Refused("A14-2", "third-party.other-party", party=party)
    if not contract.valid_from <= on <= contract.valid_until:
        last = contract.valid_until.isoformat()
        raise Refused("A14-2", "third-party.not-in-force", number=contract.number, last=last)
    if not contract.no_onward:
        raise Refused("PIPL.21", "third-party.onward", number=contract.number)
    return contract


def hand_over(
    ledger: Ledger[HandOver],
    contract: Contract | None,
    party: str,
    fields: Collection[str],
    *,
    case_number: str,
    proof_code: str,
    by: str,
    at: datetime,
) -> Ledger[HandOver]:
    """Only fields of the contract's scope, for one proof of one case, and written down (A14-2)."""
    good = check_contract(contract, party, at.date())
    complete("A14-2", "third-party.no-case", case=case_number, proof=proof_code)
    others = ", ".join(sorted(set(fields) - good.fields))
    if others or not fields:
        raise Refused("A14-2", "third-party.fields", fields=others)
    given = tuple(sorted(set(fields)))
    line = HandOver(good.number, good.party, case_number, proof_code, given, at.date())
    return ledger.add(line, by=by, at=at)
