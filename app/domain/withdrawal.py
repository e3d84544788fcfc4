"""Taking a commitment back, or never giving one: the other ways go on (No. 42, AMB-25)."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.cases import MOVES, Case, Letter, Move, move
from app.domain.catalogue import Matter, Way
from app.domain.forms import complete
from app.domain.ladder import plans
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The case as it goes on, and the letters that are void and kept."""

    case: Case
    void: tuple[Letter, ...]


def go_on_without(case: Case, matter: Matter, on: date) -> Case:
    """Whoever will not or cannot commit is helped by the ways that are left (AMB-25)."""
    situation = matter.situation(case.situation_code)
    others = plans(matter, situation, commitment_refused=True, on=on)
    return replace(case, commitment_refused=True, plans=others)


def withdraw(case: Case, matter: Matter, reason: str, on: date) -> Withdrawn:
    """The applicant takes the commitment back before the decision, with a reason (No. 42).

    A waiting case keeps its place in the line; a receipt follows.
    """
    complete("No.42", "withdrawal.no-reason", reason=reason)
    if (case.state, Move.WITHDRAW) not in MOVES:
        raise Refused("No.42", "withdrawal.too-late", state=str(case.state))
    if all(plan.way is not Way.COMMITMENT for plan in case.plans):
        raise Refused("No.42", "withdrawal.nothing", case=case.number)
    letters = tuple(_void(letter, reason) for letter in case.letters)
    void = tuple(letter for letter in letters if letter not in case.letters)
    after = replace(case, state=move(case.state, Move.WITHDRAW), letters=letters)
    return Withdrawn(go_on_without(after, matter, on), void)


def _void(letter: Letter, reason: str) -> Letter:
    """A commitment letter that still holds is void from now on; others stay as they are."""
    if letter.kind != "commitment" or letter.voided_because:
        return letter
    return replace(letter, voided_because=reason)
