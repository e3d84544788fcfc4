"""Facts that differ from the form, the one notice about them, and its ledger (Art. 15)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.cases import Case, CaseState
from app.domain.catalogue import Catalogue, Way
from app.domain.conduct import refuse_cancelled
from app.domain.forms import complete
from app.domain.ledger import Ledger
from app.domain.people import masked, same_name
from app.errors import Refused

SOURCES = frozenset({Way.DATA_SHARING, Way.INQUIRY, Way.INVESTIGATION})  # those of Art. 15
NAMES = frozenset({"姓名"})  # compared as names: a dot written differently is no difference
BEFORE_DECISION = frozenset({CaseState.OPEN, CaseState.WAITING})


@dataclass(frozen=True, slots=True)
class Row:
    """One field side by side: as filled in, as found (A15-1)."""

    fact: str
    form: str
    source: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A fact that was found to differ: which proof, from where, and when (A15-1)."""

    proof_code: str
    fact: str
    form: str
    source: str
    way: Way
    found_at: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """What is asked for, for which fact, and why that serves the purpose of the proof."""

    fact: str
    material: str
    reason: str


@dataclass(frozen=True, slots=True)
class SupplementNotice:
    """The one notice that lists everything (A15-2)."""

    case_number: str
    items: tuple[Item, ...]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the ledger (A15-3)."""

    case_number: str
    applicant: str  # masked
    number: str  # masked
    proof_code: str
    way: str
    fact: str
    material: str
    reason: str
    asked_by: str
    asked_on: str
    received_on: str = ""
    outcome: str = ""


def side_by_side(form: Mapping[str, str], source: Mapping[str, str]) -> tuple[Row, ...]:
    """Every field both know, in the form's order; what the source does not say differs not."""
    return tuple(
        Row(fact, form[fact], source[fact], _differs(fact, form[fact], source[fact]))
        for fact in form
        if fact in source
    )


def mismatches(
    rows: Collection[Row], *, proof_code: str, way: Way, at: datetime
) -> tuple[Mismatch, ...]:
    """What differs; only what the department itself found counts (A15-1)."""
    if way not in SOURCES:
        raise Refused("A15-1", "supplement.source", way=str(way))
    return tuple(
        Mismatch(proof_code, row.fact, row.form, row.source, way, at) for row in rows if row.differs
    )


def notice(
    case: Case,
    items: tuple[Item, ...],
    found: Collection[Mismatch],
    earlier: Collection[SupplementNotice],
    catalogue: Catalogue,
    *,
    by: str,
    at: datetime,
) -> SupplementNotice:
    """The notice, before the decision: each item for a fact found to differ since the last one."""
    if case.state not in BEFORE_DECISION:
        raise Refused("A15-2", "supplement.after-decision", state=str(case.state))
    complete("A15-2", "supplement.empty", items=items, by=by)
    for item in items:
        _may_ask(item, found, earlier, catalogue)
    return SupplementNotice(case.number, items, by, at)


def lines(case: Case, sent: SupplementNotice, found: Collection[Mismatch]) -> tuple[Line, ...]:
    """What the notice leaves in the ledger, a line for each item, the person masked (A15-3)."""
    by_fact = {one.fact: one for one in found}
    return tuple(_line(case, sent, item, by_fact[item.fact]) for item in sent.items)


def keep(ledger: Ledger[Line], line: Line, *, at: datetime) -> Ledger[Line]:
    """A line more, with everything that must stand in it (A15-3)."""
    complete(
        "A15-3",
        "supplement.line",
        case=line.case_number,
        applicant=line.applicant,
        proof=line.proof_code,
        way=line.way,
        fact=line.fact,
        material=line.material,
        reason=line.reason,
        asked_by=line.asked_by,
        asked_on=line.asked_on,
    )
    return ledger.add(line, by=line.asked_by, at=at)


def masked_name(name: str) -> str:
    """The family name's first character, the rest hidden."""
    return name[:1] + "*" * len(name[1:])


def _line(case: Case, sent: SupplementNotice, item: Item, found: Mismatch) -> Line:
    return Line(
        case.number,
        masked_name(case.applicant.name),
        masked(case.applicant.number),
        found.proof_code,
        str(found.way),
        item.fact,
        item.material,
        item.reason,
        sent.by,
        sent.at.date().isoformat(),
    )


def _may_ask(
    item: Item,
    found: Collection[Mismatch],
    earlier: Collection[SupplementNotice],
    catalogue: Catalogue,
) -> None:
    complete("A15-2", "supplement.item", fact=item.fact, material=item.material, reason=item.reason)
    refuse_cancelled(item.material, catalogue)
    refuse_cancelled(item.reason, catalogue)
    about = [one for one in found if one.fact == item.fact]
    if not about:
        raise Refused("A15-2", "supplement.not-linked", fact=item.fact)
    last = max((one.at for one in earlier), default=None)
    if last is not None and any(one.found_at <= last for one in about):
        raise Refused("A15-2", "supplement.second-notice", fact=item.fact)


def _differs(fact: str, form: str, source: str) -> bool:
    if fact in NAMES:
        return same_name(form, source) == "different"
    return form.strip() != source.strip()
