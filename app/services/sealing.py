"""Seals a case's letter and decides the case; voids and re-issues; each in one transaction."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from app.domain import approval, commitment
from app.domain.cases import Case, Letter, Move, move
from app.domain.commitment import Shown, Signature
from app.domain.days import day_of
from app.domain.duties import Act, require
from app.errors import Refused, Unavailable
from app.seal.chains import Anchors
from app.seal.report import FileReport
from app.seal.signer import SealDevice
from app.services import seal_registry, time_stamps
from app.services.drawing import compose_draft, kind_of, notice_for, promise_for
from app.services.making import Committed, Made, Progress, Tools, Watch, make
from app.services.office import Office
from app.services.reasons import good_reason
from app.services.reception import load_case, refuse_changed
from app.services.seal_log import using
from app.services.timing import sealing_time
from app.store import cases, comfort, letters, values
from app.sync import report as outgoing

__all__ = ["Sealed", "compose_draft", "notice_for", "seal", "void_and_reissue", "void_case"]

SEALING_DEVICE = "seal-token"  # among simulated devices


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is kept now. `seconds`: how long each step took."""

    case: Case
    letter: Letter
    pdf: bytes = field(repr=False)
    report: FileReport
    seconds: tuple[tuple[str, float], ...]


def seal(
    office: Office,
    case: Case,
    *,
    shown: tuple[Shown, ...],
    signature: Signature | None,
    pin: str,
    device: SealDevice,
    seal: bytes,
    anchors: Anchors,
    progress: Progress = lambda step: None,
) -> Sealed:
    """Seal the letter of an open case; approve at once when nothing bars it (A8-1, A8-2, A8-3)."""
    with using(office, case, seal) as use, _noted(office, Act.SEAL, case.number):
        use.know(device)
        refuse_simulated(office, device)
        seal_registry.permit(office, seal, kind_of(case))
        committed = _committed(office, case, shown, signature)
        _refuse_unsigned(case, committed)
        _refuse_stale(office, case)
        at, trusted = sealing_time(office)
        marked = _with_token(case, device)
        decided = _decided(office, marked, committed, at)
        watch = Watch(office.clock, progress)
        tools = Tools(use.watched(device), pin, seal, anchors)
        made = make(office, marked, committed, tools, at, trusted, watch)
        watch.next("keep")
        with office.store.write() as tx:
            refuse_changed(tx, case)
            _keep_first(office, tx, decided, made, committed)
            use.done(tx, made.letter.sm3)
    return _sealed(office, made, watch)


def void_and_reissue(
    office: Office,
    case: Case,
    number: str,
    reason: str,
    *,
    pin: str,
    device: SealDevice,
    seal: bytes,
    anchors: Anchors,
    progress: Progress = lambda step: None,
) -> Sealed:
    """A damaged or faulty letter: a new one over the same commitment; both stay in the store."""
    with using(office, case, seal) as use, _noted(office, Act.VOID, number):
        use.know(device)
        refuse_simulated(office, device)
        seal_registry.permit(office, seal, kind_of(case))
        old = _to_be_voided(office, case, number, reason)
        move(case.state, Move.REISSUE)
        _refuse_stale(office, case)
        with office.store.read() as rx:
            committed = values.read(Committed, letters.commitment(rx, number))
        _refuse_other_words(office, case, committed)
        at, trusted = sealing_time(office)
        marked, watch = _with_token(case, device), Watch(office.clock, progress)
        tools = Tools(use.watched(device), pin, seal, anchors)
        made = make(office, marked, committed, tools, at, trusted, watch)
        watch.next("keep")
        with office.store.write() as tx:
            refuse_changed(tx, case)
            _keep_next(office, tx, marked, old, reason.strip(), made, committed)
            use.done(tx, made.letter.sm3)
    return _sealed(office, made, watch)


def void_case(office: Office, case: Case, number: str, reason: str) -> Case:
    """Wrong person or matter after sealing: the letter is void, and the case with it."""
    with _noted(office, Act.VOID, number):
        old, why = _to_be_voided(office, case, number, reason), reason.strip()
        after = replace(case, state=move(case.state, Move.VOID))
        with office.store.write() as tx:
            refuse_changed(tx, case)
            line = office.line(tx, "letter.void", number, reason=why)
            letters.void(tx, number, why, "", line)
            cases.change(tx, after, line)
            outgoing.letter_voided(tx, office.clock, after, old, why, None, office.officer)
    return load_case(office, case.number)


def may_ask(office: Office, case: Case, seal: bytes) -> None:
    """Before the PIN: Refused unless this officer may set this seal on this letter."""
    with office.judged(Act.SEAL, case.number):
        seal_registry.permit(office, seal, kind_of(case))


def refuse_simulated(office: Office, device: SealDevice) -> None:
    """What a simulated token signs never passes as sealed (A13-2)."""
    if device.simulated and not office.installation.training:
        raise Refused("A13-2", "device.simulated")


def _with_token(case: Case, device: SealDevice) -> Case:
    """A simulated token is on the record, also one plugged in after the case was opened."""
    if not device.simulated:
        return case
    return replace(case, simulated_devices=tuple(sorted({*case.simulated_devices, SEALING_DEVICE})))


def _keep_first(
    office: Office, tx: Connection, case: Case, made: Made, committed: Committed
) -> None:
    line = _letter_line(office, tx, "letter.seal", case, made)
    _add_letter(tx, case, made, committed, line)
    cases.change(tx, case, line)
    comfort.count_use(tx, case.matter_code, office.now())
    outgoing.case_submitted(tx, office.clock, case, made.letter, office.officer)


def _keep_next(
    office: Office,
    tx: Connection,
    case: Case,
    old: Letter,
    reason: str,
    made: Made,
    committed: Committed,
) -> None:
    line = office.line(tx, "letter.void", old.number, reason=reason)
    letters.void(tx, old.number, reason, made.letter.number, line)
    line = _letter_line(office, tx, "letter.reissue", case, made)
    _add_letter(tx, case, made, committed, line)
    cases.change(tx, case, line)
    outgoing.letter_voided(tx, office.clock, case, old, reason, made.letter, office.officer)


def _add_letter(tx: Connection, case: Case, made: Made, committed: Committed, line: int) -> None:
    letters.keep_blob(tx, made.pdf, made.letter.sm3)
    letters.add(
        tx,
        case.id,
        made.letter,
        line,
        commitment=values.written(committed),
        report=json.dumps(made.report.as_json(), ensure_ascii=False),
    )


def _letter_line(office: Office, tx: Connection, act: str, case: Case, made: Made) -> int:
    facts = {"sm3": made.letter.sm3, "state": str(case.state), "matter": case.matter_code}
    if made.unstamped:
        facts["no_time_stamp"] = made.unstamped.why
    if case.simulated_devices:
        facts["simulated"] = " ".join(case.simulated_devices)
    if office.holder:
        facts["sealed_by"] = office.holder.officer
    return office.line(tx, act, made.letter.number, **facts)


def _committed(
    office: Office, case: Case, shown: tuple[Shown, ...], signature: Signature | None
) -> Committed:
    return Committed(notice_for(office, case), shown, signature, promise_for(office, case))


def _refuse_other_words(office: Office, case: Case, committed: Committed) -> None:
    """A signature stands under the words it was given for, and never under others (A8-4)."""
    if committed != _committed(office, case, committed.shown, committed.signature):
        raise Refused("A8-4", "letter.words-changed", number=case.number)


def _decided(office: Office, case: Case, committed: Committed, at: datetime) -> Case:
    """The case as it stands once its letter is sealed; the days run from the signature (A8-3)."""
    if approval.open_checks(case):
        return replace(case, state=move(case.state, Move.SEAL_AND_WAIT))
    require(office.session.roles if office.session else (), Act.APPROVE)
    signed = day_of(committed.signature.signed_at) if committed.signature else at.date()
    law = office.law_of(case)  # its own, also when another one governs today
    days = law.pack.settings.follow_up_days
    follow_ups = approval.follow_ups(case, signed, law.calendar, days)
    state = move(case.state, Move.SEAL_AND_APPROVE)
    return replace(case, state=state, decided_at=at.isoformat(), follow_ups=follow_ups)


def _refuse_unsigned(case: Case, committed: Committed) -> None:
    if kind_of(case) == "commitment":
        if committed.signature is None:
            raise Refused("A8-6", "signature.empty")
        commitment.accept(committed.notice, committed.shown, committed.signature)


def _to_be_voided(office: Office, case: Case, number: str, reason: str) -> Letter:
    """The letter, when it is the valid one and there is a reason."""
    good_reason(office, reason)
    old = next((letter for letter in case.letters if letter.number == number), None)
    if old is None or old.voided_because:
        raise Refused("", "letter.not-valid", number=number)
    return old


def _refuse_stale(office: Office, case: Case) -> None:
    with office.store.read() as rx:
        refuse_changed(rx, case)


def _sealed(office: Office, made: Made, watch: Watch) -> Sealed:
    seconds = watch.seconds()
    if made.unstamped:
        time_stamps.wait_for(office, made.letter.number, made.unstamped)
    kept = load_case(office, made.letter.case_number)
    return Sealed(kept, made.letter, made.pdf, made.report, seconds)


@contextmanager
def _noted(office: Office, act: Act, subject: str) -> Iterator[None]:
    """Refusals are kept by `judged`; a token or disk that failed is kept here, by its code only."""
    with office.judged(act, subject):
        try:
            yield
        except Refused:
            raise
        except Exception as trouble:
            code = str(getattr(trouble, "code", type(trouble).__name__))
            with suppress(Unavailable), office.store.write() as tx:  # the disk may be what failed
                office.line(tx, "failed", subject, asked=str(act), code=code)
            raise
