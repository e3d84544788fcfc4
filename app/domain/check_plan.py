"""Who is checked later under a matter's plan: by risk and credit, drawn fairly (No. 42 [2020]).

The checks of Art. 8 within three days are not these: they are made for every commitment.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise

from app.domain.catalogue import Catalogue, CheckPlan, CheckRow, Credit, Matter, Way
from app.domain.forms import complete
from app.errors import Refused

CHECKS = frozenset({Way.DATA_SHARING, Way.INQUIRY, Way.INVESTIGATION})  # what a department can do
ALL = 100  # per cent
DIGEST_BITS = 256


@dataclass(frozen=True, slots=True)
class Handled:
    """A decided case as the draw sees it."""

    case_number: str
    credit: Credit
    committed: bool
    decided_on: date


@dataclass(frozen=True, slots=True)
class Drawn:
    """A case that is to be checked: how, and by which day."""

    case_number: str
    how: Way
    due: date


def row_for(plan: CheckPlan, credit: Credit) -> CheckRow:
    """The plan's row for this credit; a checked plan has one for each."""
    return next(row for row in plan.rows if row.credit is credit)


def share(plan: CheckPlan, credit: Credit, *, committed: bool) -> int:
    """How many in a hundred are checked; 0 is free of check (No. 42)."""
    row = row_for(plan, credit)
    return row.committed if committed else row.others


def lot(seed: str, case_number: str) -> int:
    """The case's lot, 0 to 99: the same for everybody who knows the seed."""
    complete("No.42", "check-plan.no-seed", seed=seed, case=case_number)
    digest = sha256(f"{seed}\n{case_number}".encode()).digest()
    return int.from_bytes(digest) * ALL >> DIGEST_BITS


def draw(plan: CheckPlan, cases: Iterable[Handled], seed: str) -> tuple[Drawn, ...]:
    """The cases to be checked, in the order given; one's lot does not hang on the others."""
    found = []
    for case in cases:
        if lot(seed, case.case_number) < share(plan, case.credit, committed=case.committed):
            row = row_for(plan, case.credit)
            due = case.decided_on + timedelta(days=row.days)
            found.append(Drawn(case.case_number, row.how, due))
    return tuple(found)


def check_plan(plan: CheckPlan) -> None:
    """Refused unless each credit has its row, and nobody is worse off for committing (No. 42)."""
    if sorted(row.credit for row in plan.rows) != sorted(Credit):
        raise Refused("No.42", "check-plan.credits", plan=plan.name)
    for row in plan.rows:
        if not 0 <= row.committed <= ALL or not 0 <= row.others <= ALL or row.days < 0:
            raise Refused("No.42", "check-plan.numbers", plan=plan.name)
        if row.how not in CHECKS:
            raise Refused("No.42", "check-plan.how", plan=plan.name, way=str(row.how))
        if row.committed > row.others:
            raise Refused("No.42", "check-plan.worse", plan=plan.name, share=row.committed)
    _check_order(plan)


def check_matter(matter: Matter) -> None:
    """The matter has a plan, and verify-first stays verify-first in all it says (A8-1)."""
    plan = matter.check_plan
    if plan is None:
        raise Refused("No.42", "check-plan.missing", matter=matter.name)
    check_plan(plan)
    if matter.verify_first:
        if any((row.committed, row.others, row.days) != (ALL, ALL, 0) for row in plan.rows):
            raise Refused("A8-1", "check-plan.verify-first", matter=matter.name)
        if matter.offline_ok:
            raise Refused("A8-1", "matter.offline", matter=matter.name)
        if matter.recommended:
            raise Refused("A8-1", "matter.recommended", matter=matter.name)


def check_plans(catalogue: Catalogue) -> None:
    """Every matter of the catalogue."""
    for matter in catalogue.matters:
        check_matter(matter)


def _check_order(plan: CheckPlan) -> None:
    """Better credit is never checked more than worse (No. 42)."""
    for better, worse in pairwise(row_for(plan, credit) for credit in Credit):
        if better.committed > worse.committed or better.others > worse.others:
            raise Refused("No.42", "check-plan.credit-order", plan=plan.name)
