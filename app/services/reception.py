"""Opening a case, changing its mind before sealing, putting it aside, giving it up."""

import secrets
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from app.domain import ladder, search
from app.domain.cases import Case, CaseState, Move, move
from app.domain.catalogue import Matter, Situation
from app.domain.duties import Act
from app.domain.hand_entry import UNSURE
from app.domain.numbers import case_number
from app.domain.people import Applicant, read_number, still_marked
from app.domain.successor import may_open_under
from app.errors import Refused
from app.services.hand_entry import admit
from app.services.office import Office
from app.services.reasons import good_reason
from app.services.timing import sealing_time
from app.store import cases, comfort
from app.store.comfort import Parked
from app.sync import report


def usage(office: Office) -> dict[str, int]:
    """How much each matter was picked lately; the search itself then needs no store."""
    with office.store.read() as rx:
        picks = comfort.picks(rx)
    return search.weigh(picks, office.clock.now().date())


def find_matter(office: Office, code: str) -> Matter:
    """The matter of that code in the catalogue in force."""
    found = (each for each in office.reference.catalogue.matters if each.code == code)
    matter = next(found, None)
    if matter is None:
        raise Refused("A4-1", "matter.unknown", asked=code)
    return matter


def find_situation(matter: Matter, code: str) -> Situation:
    found = (each for each in matter.situations if each.code == code)
    situation = next(found, None)
    if situation is None:
        raise Refused("A4-1", "matter.unknown", asked=f"{matter.code}/{code}")
    return situation


def open_case(
    office: Office,
    applicant: Applicant,
    matter: Matter,
    situation: Situation,
    *,
    simulated_devices: tuple[str, ...] = (),
) -> Case:
    """Number and trail line in one transaction; the number stays used whatever becomes of it."""
    now, counter = sealing_time(office)[0], office.installation
    law, basis = office.law(now.date())
    with office.judged(Act.OPEN_CASE, matter.code):
        standing = may_open_under(law.pack, now.date(), counter.mode, basis)
        _refuse_simulated(office, applicant, simulated_devices)
        applicant = _with_good_number(applicant)
        admit(office, applicant)
        case = Case(
            id=str(uuid.UUID(bytes=secrets.token_bytes(16), version=4)),
            number="",
            state=CaseState.OPEN,
            mode=counter.mode,
            pack=law.pack.pin,
            catalogue=law.catalogue.version,
            matter_code=matter.code,
            matter_name=matter.name,
            situation_code=situation.code,
            unit_name=matter.unit.name,
            applicant=applicant,
            plans=ladder.plans(matter, situation, on=now.date()),
            opened_at=now.isoformat(),
            officer=office.officer,
            categories=tuple(sorted(matter.categories)),
            exclusions=tuple(sorted(matter.exclusions)),
            simulated_devices=simulated_devices,
        )
        with office.store.write() as tx:
            return _keep_new(office, tx, case, now.year, standing)


def _keep_new(office: Office, tx: Connection, case: Case, year: int, standing: str) -> Case:
    counter = office.installation
    serial = cases.next_serial(tx, counter.counter, year)
    numbered = replace(case, number=case_number(counter.division, counter.terminal, year, serial))
    facts = {"matter": case.matter_code, "pack": standing, "source": case.applicant.source}
    if case.applicant.hand is not None:
        facts["by_hand"] = case.applicant.hand.reason
    cases.add(tx, numbered, _line(office, tx, "case.open", numbered, **facts))
    return numbered


def refuse_commitment(office: Office, case: Case) -> Case:
    """The applicant does not commit: the next way of each ladder is taken (A8-5)."""
    return _replanned(office, case, "commitment.refuse", commitment_refused=True)


def accept_commitment(office: Office, case: Case) -> Case:
    """The applicant thought again before anything was sealed."""
    return _replanned(office, case, "commitment.accept", commitment_refused=False)


def change_matter(office: Office, case: Case, matter: Matter, situation: Situation) -> Case:
    """Wrong matter picked: undone before sealing, under the same number."""
    return _replanned(
        office,
        case,
        "case.change-matter",
        matter_code=matter.code,
        situation_code=situation.code,
        commitment_refused=False,
    )


def change_applicant(office: Office, case: Case, applicant: Applicant) -> Case:
    """Wrong person's card: undone before sealing, under the same number, which keeps its mark."""
    with office.judged(Act.OPEN_CASE, case.number):
        _refuse_simulated(office, applicant, ())
        applicant = still_marked(case.applicant, _with_good_number(applicant))
        admit(office, applicant)
        changed = replace(case, applicant=applicant)
        return _keep_changed(office, case, changed, "case.change-applicant")


def abandon(office: Office, case: Case, reason: str) -> Case:
    """The case ends before sealing, with a reason; the platform is told, the number stays used."""
    with office.judged(Act.ABANDON_CASE, case.number):
        why = good_reason(office, reason)
        with office.store.write() as tx:
            current = _current(tx, case)
            after = replace(current, state=move(current.state, Move.ABANDON))
            report.case_abandoned(tx, office.clock, after, why, office.officer)
            cases.change(tx, after, _line(office, tx, "case.abandon", after, reason=why))
        return after


def reveal_number(office: Office, subject: str, reason: str) -> None:
    """The whole number is about to be shown: by whom, of which case and why (A18-1)."""
    with office.judged(Act.REVEAL_NUMBER, subject):
        why = good_reason(office, reason)
        with office.store.write() as tx:
            office.line(tx, "number.reveal", subject, reason=why)


def load_case(office: Office, number: str) -> Case:
    """The case as it is kept, with its letters."""
    with office.judged(Act.SEE_CASES, number), office.store.read() as rx:
        case = cases.load(rx, number)
        if case is None:
            raise Refused("", "case.unknown", number=number)
        return case


def park(office: Office, label: str, body: Mapping[str, Any]) -> str:
    """Put a screen aside; answers the name it is taken back by."""
    parked = Parked(secrets.token_hex(8), office.now(), label, body)
    with office.judged(Act.OPEN_CASE, parked.id), office.store.write() as tx:
        comfort.park(tx, office.officer, parked)
        office.line(tx, "draft.park", parked.id)
    return parked.id


def parked(office: Office) -> tuple[Parked, ...]:
    """One's own, the newest first."""
    with office.judged(Act.OPEN_CASE, "drafts"), office.store.read() as rx:
        return comfort.parked_by(rx, office.officer)


def recall(office: Office, parked: str) -> Parked:
    with office.judged(Act.OPEN_CASE, parked), office.store.write() as tx:
        found = comfort.take_back(tx, office.officer, parked)
        if found is None:
            raise Refused("", "draft.unknown")
        office.line(tx, "draft.recall", parked)
        return found


def _replanned(office: Office, case: Case, act: str, **changes: Any) -> Case:
    """The ways of today's catalogue and pack, and the case pinned to both."""
    with office.judged(Act.OPEN_CASE, case.number):
        today = sealing_time(office)[0].date()
        law, basis = office.law(today)
        if case.pack != law.pack.pin:
            may_open_under(law.pack, today, case.mode, basis)
        changed = replace(case, **changes, pack=law.pack.pin, catalogue=law.catalogue.version)
        changed = _as_listed(office, changed, today)
        return _keep_changed(office, case, changed, act)


def _as_listed(office: Office, case: Case, today: date) -> Case:
    matter = find_matter(office, case.matter_code)
    situation = find_situation(matter, case.situation_code)
    refused = case.commitment_refused
    return replace(
        case,
        matter_name=matter.name,
        unit_name=matter.unit.name,
        plans=ladder.plans(matter, situation, commitment_refused=refused, on=today),
        categories=tuple(sorted(matter.categories)),
        exclusions=tuple(sorted(matter.exclusions)),
    )


def _keep_changed(office: Office, before: Case, changed: Case, act: str) -> Case:
    with office.store.write() as tx:
        refuse_changed(tx, before)
        move(before.state, Move.CHANGE)
        facts = {"matter": changed.matter_code}
        cases.change(tx, changed, _line(office, tx, act, changed, **facts))
    return changed


def refuse_changed(rx: Connection, case: Case) -> None:
    """Another window or an earlier click was quicker; nothing is written over what it did."""
    if cases.load(rx, case.number) != case:
        raise Refused("", "case.changed", number=case.number)


def _current(tx: Connection, case: Case) -> Case:
    """As it is kept now: the screen's copy may be older."""
    current = cases.load(tx, case.number)
    if current is None:
        raise Refused("", "case.unknown", number=case.number)
    return current


def _line(office: Office, tx: Connection, act: str, case: Case, **facts: str | int) -> int:
    """Simulated devices are written into every line of the case (A13-2)."""
    if case.simulated_devices:
        facts["simulated"] = " ".join(case.simulated_devices)
    return office.line(tx, act, case.number, **facts)


def _with_good_number(applicant: Applicant) -> Applicant:
    """In its one spelling; a number that fails its own check is no person's."""
    found = read_number(applicant.number)
    if found.problem and found.problem != UNSURE:
        raise Refused("A8-6", found.problem)
    return replace(applicant, number=found.number)


def _refuse_simulated(
    office: Office, applicant: Applicant, simulated_devices: tuple[str, ...]
) -> None:
    """Simulated data never passes as real (A13-2)."""
    if not office.installation.training and (applicant.simulated or simulated_devices):
        raise Refused("A13-2", "device.simulated")
