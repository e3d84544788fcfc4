"""A proof brought all the same: taken if voluntary, never needed, counted apart (Art. 3)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.cases import Case
from app.domain.catalogue import Catalogue
from app.domain.conduct import asked_for
from app.domain.scope import ScopeVerdict, mark_out_of_scope
from app.errors import Refused


class Why(StrEnum):
    """Why a proof lies in a case; "demanded" is what must never be."""

    VOLUNTARY = "voluntary"  # AMB-24
    OUT_OF_SCOPE = "out-of-scope"  # A4-2
    DEMANDED = "demanded"


@dataclass(frozen=True, slots=True)
class Received:
    """A proof that lies in a case."""

    case_number: str
    proof_code: str
    why: Why
    officer: str
    at: str


def take_voluntary(
    case: Case, proof_code: str, said: Iterable[str], catalogue: Catalogue, officer: str, at: str
) -> Received:
    """A proof the applicant brought unasked; `said` are the texts given out in this case.

    Its plan stays as it is: the proof settles nothing and nothing waits for it (AMB-24).
    """
    _one_of(case, proof_code)
    for text in said:
        proof = asked_for(text, catalogue)
        if proof is not None and proof.code == proof_code:
            raise Refused("A7-3", "proof.cancelled", proof=proof.name)
    return Received(case.number, proof_code, Why.VOLUNTARY, officer, at)


def take_out_of_scope(
    case: Case, proof_code: str, verdict: ScopeVerdict, officer: str, at: str
) -> Received:
    """A proof the measures do not reach; refused unless it was marked so rightly (A4-2)."""
    _one_of(case, proof_code)
    mark_out_of_scope(verdict)
    return Received(case.number, proof_code, Why.OUT_OF_SCOPE, officer, at)


def check_close(case: Case, received: Iterable[Received]) -> None:
    """Refused when the case rests on a proof received (A3-2)."""
    for each in received:
        if each.case_number == case.number and each.why is Why.DEMANDED:
            raise Refused("A3-2", "case.proof-received", proof=_one_of(case, each.proof_code))


def counted(received: Iterable[Received]) -> Mapping[Why, int]:
    """How many of each kind; voluntary ones are a figure of their own (AMB-24)."""
    found = Counter(each.why for each in received)
    return {why: found[why] for why in Why}


def _one_of(case: Case, proof_code: str) -> str:
    """The proof's name; refused when the case knows no such proof."""
    names = {plan.proof_code: plan.proof_name for plan in case.plans}
    if proof_code not in names:
        raise Refused("A3-2", "case.no-such-proof", proof=proof_code)
    return names[proof_code]
