"""The case, its states and the moves allowed between them (Art. 8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.catalogue import Step, Way
from app.domain.people import Applicant
from app.errors import Refused


class CaseState(StrEnum):
    """open: nothing sealed yet. waiting: sealed, verify-first checks open (A8-1)."""

    OPEN = "open"
    ABANDONED = "abandoned"
    WAITING = "waiting"
    APPROVED = "approved"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Plan:
    """One proof of this case and the way that replaces it here."""

    proof_code: str
    proof_name: str
    step: Step
    passed_over: tuple[tuple[Way, str], ...] = ()  # ways not taken, with the reason's code

    @property
    def way(self) -> Way:
        return self.step.way


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A check after approval on commitment (A8-3); `due` is provisional in an unknown year."""

    proof_code: str
    due: str
    provisional: bool
    afterwards: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A sealed letter. `sm3` is the PDF's digest; `check_code` is random, on paper only."""

    number: str
    case_number: str
    kind: str  # "commitment" or "receipt"
    sm3: str
    sealed_at: str
    trusted_time: bool
    check_code: str
    voided_because: str = ""
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One visit for one matter, pinned to one policy pack and one catalogue version."""

    id: str  # random UUID
    number: str  # DIVISION-TERMINAL-YEAR-NNNNNN
    state: CaseState
    mode: str  # "training" or "live"
    pack: str
    catalogue: str
    matter_code: str
    matter_name: str
    situation_code: str
    unit_name: str
    applicant: Applicant
    plans: tuple[Plan, ...]
    opened_at: str
    officer: str
    categories: tuple[str, ...] = ()
    commitment_refused: bool = False
    decided_at: str = ""
    follow_ups: tuple[FollowUp, ...] = ()
    letters: tuple[Letter, ...] = ()
    simulated_devices: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()  # national exclusions, a tag set of their own (AMB-17)
    checked: tuple[str, ...] = ()  # proof codes verified before approval (A8-1)

    @property
    def verify_first(self) -> bool:
        """Luzhou's six categories or the national exclusions: verify, then approve (A8-1)."""
        return bool(self.categories or self.exclusions)


class Move(StrEnum):
    """What may be done to a case as a whole."""

    CHANGE = "change"  # matter, situation, ways: everything before sealing can be undone
    ABANDON = "abandon"
    SEAL_AND_APPROVE = "seal-and-approve"
    SEAL_AND_WAIT = "seal-and-wait"
    APPROVE = "approve"
    WITHDRAW = "withdraw"  # the commitment is taken back, the case goes on (No. 42)
    REISSUE = "reissue"  # the letter is void, a new one follows; the case stands
    VOID = "void"  # the letter is void and the case with it


MOVES: Mapping[tuple[CaseState, Move], CaseState] = {
    (CaseState.OPEN, Move.CHANGE): CaseState.OPEN,
    (CaseState.OPEN, Move.ABANDON): CaseState.ABANDONED,
    (CaseState.OPEN, Move.WITHDRAW): CaseState.OPEN,
    (CaseState.OPEN, Move.SEAL_AND_APPROVE): CaseState.APPROVED,
    (CaseState.OPEN, Move.SEAL_AND_WAIT): CaseState.WAITING,
    (CaseState.WAITING, Move.APPROVE): CaseState.APPROVED,
    (CaseState.WAITING, Move.WITHDRAW): CaseState.WAITING,
    (CaseState.WAITING, Move.REISSUE): CaseState.WAITING,
    (CaseState.WAITING, Move.VOID): CaseState.VOIDED,
    (CaseState.APPROVED, Move.REISSUE): CaseState.APPROVED,
    (CaseState.APPROVED, Move.VOID): CaseState.VOIDED,
}


def move(state: CaseState, act: Move) -> CaseState:
    """The state after `act`; every pair that is not in the table is refused."""
    after = MOVES.get((state, act))
    if after is None:
        raise Refused("", "case.move", act=str(act), state=str(state))
    return after
