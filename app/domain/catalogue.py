"""Proof × matter × unit, and the ladder of six ways (Art. 3, 4, 7)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from app.domain.four_questions import Judged
from app.domain.office_hours import Hours


class Way(StrEnum):
    """The six ways that replace a proof; values are those of the outside commands."""

    CANCELLED = "cancelled"
    COMMITMENT = "commitment"
    DATA_SHARING = "data-sharing"
    INQUIRY = "inquiry"
    INVESTIGATION = "investigation"
    OTHER_MATERIAL = "other-material"


@dataclass(frozen=True, slots=True)
class Unit:
    """An approval department (Art. 2); `kind` says hospital, school, water … (A4-1).

    `hours` are its own where they differ from the pack's (AMB-03); invented ones say so.
    """

    code: str
    name: str
    kind: str
    sector: str = ""  # code of the department that guides and supervises it (A24-1)
    division: str = ""  # six digits; where it sits
    hours: Hours | None = None
    hours_invented: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof a matter used to need; `names` are those it may be asked for by (A7-3).

    `judged` holds the answers to the four questions that make it one (A2-1).
    """

    code: str
    name: str
    names: tuple[str, ...]
    issuer: str
    basis: str
    invented: bool = False
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of the ladder: the way, its article, why, and what comes afterwards."""

    way: Way
    article: str
    why: str
    afterwards: str = ""
    instead: str = ""  # the own paper that serves, or the unit or register that is asked
    since: str = ""  # ISO date from which the way is open; empty: with the pack (A3-1)


@dataclass(frozen=True, slots=True)
class ProofRule:
    """One proof with its ordered ways; `content` and `standard` are told before commitment."""

    proof: Proof
    ladder: tuple[Step, ...]
    content: str = ""
    standard: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """A case of a matter that decides which papers are needed."""

    code: str
    name: str
    materials: tuple[str, ...]
    proofs: tuple[ProofRule, ...]


class Credit(StrEnum):
    """An applicant's credit, the best first; a plan checks by it (No. 42)."""

    GOOD = "good"
    ORDINARY = "ordinary"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class CheckRow:
    """For one credit: how many in a hundred are checked, how, and within how many days.

    Days run from the decision; 0 is before it.
    """

    credit: Credit
    committed: int
    others: int
    how: Way
    days: int


@dataclass(frozen=True, slots=True)
class CheckPlan:
    """Who is checked later, by the risk of a matter: one row for each credit (No. 42)."""

    code: str
    name: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """What the applicant came for; `categories` are those of A8-1, `kind` 即办件 or 承诺件.

    `recommended` is the field in which No. 42 wants commitment first; `offline_ok` lets an offline
    hall approve at once (AMB-21); `guide` says where the matter's guide is found.
    """

    code: str
    name: str
    initials: str  # pinyin initials of `name`, lower case
    unit: Unit
    kind: str
    categories: frozenset[str]
    exclusions: frozenset[str]
    situations: tuple[Situation, ...]
    words: tuple[str, ...] = ()
    training: bool = True
    invented: bool = False
    offline_ok: bool = False
    recommended: str = ""
    guide: str = ""
    check_plan: CheckPlan | None = None

    @property
    def verify_first(self) -> bool:
        """Excepted by Luzhou's Art. 8 or by the national exclusions (A8-1, AMB-17)."""
        return bool(self.categories or self.exclusions)

    def situation(self, code: str) -> Situation:
        """The situation with this code; KeyError when the matter has none such."""
        return _by_code(self.situations, code)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A published version of it all."""

    version: str
    title: str
    training: bool
    units: tuple[Unit, ...]
    matters: tuple[Matter, ...]
    materials: tuple[Judged, ...] = ()  # called 证明, and judged to be none (A2-1)

    def matter(self, code: str) -> Matter:
        """The matter with this code; KeyError when the catalogue has none such."""
        return _by_code(self.matters, code)

    def proofs(self) -> tuple[Proof, ...]:
        """Every distinct proof, in the order of first use."""
        rules = (r for m in self.matters for s in m.situations for r in s.proofs)
        return tuple({rule.proof.code: rule.proof for rule in rules}.values())


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


C = TypeVar("C", bound=_Coded)


def _by_code(items: tuple[C, ...], code: str) -> C:
    found = next((item for item in items if item.code == code), None)
    if found is None:
        raise KeyError(code)
    return found
