"""What an operation does to the platform's cases and letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from app.central import successors
from app.central.identity import Caller
from app.central.reading import read_case
from app.central.records import blobs, cases, letters
from app.central.rules import Rules
from app.codecs.canonical import canonical
from app.contract.messages import CaseAbandon, CaseSubmit, LetterBody, LetterVoid, Operation
from app.domain.cases import CaseState, Move, move
from app.domain.governing import Confirmation
from app.errors import Refused

Body = CaseSubmit | LetterVoid | CaseAbandon


@dataclass(frozen=True, slots=True)
class Act:
    """One operation whose body is in order."""

    op: Operation
    body: Body
    caller: Caller
    at: str


class Desk:
    """The cases a batch touches; loaded together, written together."""

    def __init__(self, tx: Connection, rules: Rules, hall: str) -> None:
        self._tx, self._rules, self._hall = tx, rules, hall
        self._confirmed: tuple[Confirmation, ...] = ()
        self._cases: dict[str, dict[str, Any]] = {}
        self._numbers: set[str] = set()
        self._have: set[str] = set()
        self._new: list[dict[str, Any]] = []
        self._changed: dict[str, dict[str, Any]] = {}
        self._new_letters: list[dict[str, Any]] = []

    def load(self, batch: Sequence[Operation], entities: set[str]) -> None:
        """Everything the batch may need, in a few questions."""
        if self._rules.mode == "live":
            self._confirmed = successors.kept(self._tx)
        numbers = {str((op.body or {}).get("number", ""))[:60] for op in batch}
        wanted = cases.c.entity.in_(entities) | cases.c.number.in_(numbers)
        for row in self._tx.execute(select(cases).where(wanted)).mappings():
            self._numbers.add(row["number"])
            if row["hall"] == self._hall:
                self._cases[row["entity"]] = dict(row)
        names = {name.removeprefix("sm3:") for op in batch for name in op.blobs}
        whole = (blobs.c.hall == self._hall) & blobs.c.done.is_(True)
        rows = self._tx.execute(select(blobs.c.sm3).where(whole, blobs.c.sm3.in_(names)))
        self._have = {row.sm3 for row in rows}

    def version(self, entity: str) -> int:
        """0 for what is not here, or not this hall's."""
        case = self._cases.get(entity)
        return 0 if case is None else int(case["version"])

    def is_duplicate(self, act: Act) -> bool:
        """The same case again under another op_id."""
        case = self._cases.get(act.op.entity)
        return case is not None and case["body"] != "" and case["body"] == _body_text(act)

    def missing_blobs(self, op: Operation) -> set[str]:
        """Attachments that have not arrived whole."""
        return {name for name in op.blobs if name.removeprefix("sm3:") not in self._have}

    def lacks_catalogue(self, act: Act) -> bool:
        """Without its catalogue a case cannot be judged yet."""
        return isinstance(act.body, CaseSubmit) and self._rules.waits_for(act.body.catalogue)

    def apply(self, act: Act, place: int) -> int:
        """Do it; gives the entity's new version. Refused leaves everything as it was."""
        match act.body:
            case CaseSubmit():
                return self._submit(act, act.body, place)
            case LetterVoid():
                return self._void(act, act.body, place)
            case CaseAbandon():
                return self._abandon(act, act.body, place)

    def _submit(self, act: Act, body: CaseSubmit, place: int) -> int:
        self._must_be_new(act.op.entity, body.number)
        case = read_case(body, act.op.entity)
        self._rules.check(case, act.caller.terminal, self._confirmed)
        self._check_letter(act.op, body.number, body.letter)
        self._open(act, body.number, body.state, place, _body_text(act), body.catalogue)
        self._add_letter(body.number, body.letter)
        return 1

    def _abandon(self, act: Act, body: CaseAbandon, place: int) -> int:
        known = self._cases.get(act.op.entity)
        if known is not None:
            move(CaseState(known["state"]), Move.ABANDON)  # refused: it is sealed, void it
        self._must_be_new(act.op.entity, body.number)
        self._rules.check_number(body.number, act.caller.terminal)
        if body.mode != self._rules.mode:
            raise Refused("A13-2", "platform.training-on-live", mode=self._rules.mode)
        self._open(act, body.number, CaseState.ABANDONED.value, place, "", "")
        return 1

    def _void(self, act: Act, body: LetterVoid, place: int) -> int:
        case = self._cases.get(act.op.entity)
        if case is None or case["number"] != body.number:
            raise Refused("", "platform.no-such-case")
        after = move(
            CaseState(case["state"]), Move.VOID if body.replacement is None else Move.REISSUE
        )
        self._flush_letters()
        self._must_stand(body)
        if body.replacement is not None:
            self._check_letter(act.op, body.number, body.replacement)
            self._must_be_unused(body.replacement.number)
            self._add_letter(body.number, body.replacement)
        self._strike(body)
        case |= {"state": after.value, "version": case["version"] + 1, "server_seq": place}
        self._changed[act.op.entity] = case
        return int(case["version"])

    def _must_be_new(self, entity: str, number: str) -> None:
        if entity in self._cases or number in self._numbers:
            raise Refused("", "platform.number-used")

    def _must_stand(self, body: LetterVoid) -> None:
        row = self._tx.execute(
            select(letters).where(
                letters.c.number == body.letter, letters.c.case_number == body.number
            )
        ).first()
        if row is None:
            raise Refused("", "platform.no-such-letter")
        if row.voided_because:
            raise Refused("", "platform.letter-void-already")

    def _must_be_unused(self, number: str) -> None:
        if self._tx.execute(select(letters.c.number).where(letters.c.number == number)).first():
            raise Refused("", "platform.number-used")

    def _check_letter(self, op: Operation, number: str, letter: LetterBody) -> None:
        """Its number is the case's, and its bytes are here: blobs were checked on arrival."""
        if not letter.number.startswith(f"{number}-"):
            raise Refused("", "platform.number")
        if f"sm3:{letter.sm3}" not in op.blobs:
            raise Refused("A8-6", "platform.letter-bytes")

    def _open(self, act: Act, number: str, state: str, place: int, body: str, checked: str) -> None:
        row: dict[str, Any] = {"number": number, "entity": act.op.entity, "hall": self._hall}
        row |= {"terminal": act.caller.terminal, "mode": self._rules.mode, "state": state}
        row |= {"version": 1, "server_seq": place, "checked_against": checked, "body": body}
        self._cases[act.op.entity] = row
        self._numbers.add(number)
        self._new.append(row)

    def _add_letter(self, number: str, letter: LetterBody) -> None:
        row = {"number": letter.number, "case_number": number, "body": _text(letter)}
        self._new_letters.append(row | {"voided_because": "", "replaced_by": ""})

    def _strike(self, body: LetterVoid) -> None:
        by = "" if body.replacement is None else body.replacement.number
        self._tx.execute(
            update(letters)
            .where(letters.c.number == body.letter)
            .values(voided_because=body.reason, replaced_by=by)
        )

    def _flush_letters(self) -> None:
        if self._new_letters:
            self._tx.execute(insert(letters), self._new_letters)
            self._new_letters = []

    def keep(self) -> None:
        """Write what changed."""
        if self._new:
            self._tx.execute(insert(cases), self._new)
        new = {row["entity"] for row in self._new}
        rows = [
            {
                "key": row["number"],
                **{name: row[name] for name in ("state", "version", "server_seq")},
            }
            for entity, row in self._changed.items()
            if entity not in new
        ]
        if rows:
            self._tx.execute(update(cases).where(cases.c.number == bindparam("key")), rows)
        self._flush_letters()


def _body_text(act: Act) -> str:
    """The body as it came; its model is strict, so nothing in it was read otherwise."""
    return canonical(act.op.body).decode()


def _text(letter: LetterBody) -> str:
    return canonical(letter.model_dump(mode="json")).decode()
