"""The case and its letters in the words of the wire; the one file that a change of either moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import ValidationError

from app.codecs.letter_check import check_digest
from app.contract.messages import (
    ApplicantBody,
    CaseAbandon,
    CaseSubmit,
    FollowUpBody,
    HandBody,
    LetterBody,
    LetterVoid,
    PassedOver,
    PlanBody,
)
from app.domain.cases import Case, FollowUp, Letter, Plan
from app.domain.people import Applicant, HandEntry
from app.errors import Refused


@contextmanager
def _within_bounds() -> Iterator[None]:
    """A value longer than the wire carries is named before anything is kept; never its text."""
    try:
        yield
    except ValidationError as error:
        field = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        raise Refused("A8-6", "sync.field", field=field) from None


@_within_bounds()
def case_submit(case: Case, letter: Letter) -> dict[str, Any]:
    """Body of case.submit."""
    body = CaseSubmit(
        number=case.number,
        state=case.state.value,  # type: ignore[arg-type]  # checked by the model
        mode=case.mode,  # type: ignore[arg-type]
        pack=case.pack,
        catalogue=case.catalogue,
        matter=case.matter_code,
        matter_name=case.matter_name,
        situation=case.situation_code,
        unit_name=case.unit_name,
        applicant=_applicant(case.applicant),
        plans=[_plan(each) for each in case.plans],
        categories=sorted(case.categories),
        exclusions=sorted(case.exclusions),
        checked=sorted(case.checked),
        commitment_refused=case.commitment_refused,
        opened_at=case.opened_at,
        decided_at=case.decided_at,
        officer=case.officer,
        follow_ups=[_follow_up(each) for each in case.follow_ups],
        letter=_letter(letter),
        simulated_devices=list(case.simulated_devices),
    )
    return body.model_dump(mode="json")


@_within_bounds()
def letter_void(
    case: Case, old: Letter, reason: str, voided_at: str, replacement: Letter | None
) -> dict[str, Any]:
    """Body of letter.void."""
    return LetterVoid(
        number=case.number,
        letter=old.number,
        reason=reason,
        voided_at=voided_at,
        replacement=None if replacement is None else _letter(replacement),
    ).model_dump(mode="json")


@_within_bounds()
def case_abandon(case: Case, reason: str, at: str) -> dict[str, Any]:
    """Body of case.abandon: nothing personal, only that the number is used."""
    return CaseAbandon(
        number=case.number,
        mode=case.mode,  # type: ignore[arg-type]
        matter=case.matter_code,
        reason=reason,
        opened_at=case.opened_at,
        abandoned_at=at,
    ).model_dump(mode="json")


def _applicant(person: Applicant) -> ApplicantBody:
    return ApplicantBody(
        name=person.name,  # raw_name stays here: the wire carries assigned characters
        sex=person.sex,
        ethnic_group=person.ethnic_group,
        birth=person.birth,
        address=person.address,
        number=person.number,
        document=person.document,
        issuer=person.issuer,
        valid_from=person.valid_from,
        valid_until=person.valid_until,
        source=person.source,  # type: ignore[arg-type]
        simulated=person.simulated,
        hand=None if person.hand is None else _hand(person.hand),
    )


def _hand(entry: HandEntry) -> HandBody:
    return HandBody(
        reason=entry.reason,  # type: ignore[arg-type]  # checked by the model
        words=entry.words,
        typed_by=entry.typed_by,
        confirmed_by=entry.confirmed_by,
        at=entry.at,
    )


def _plan(plan: Plan) -> PlanBody:
    return PlanBody(
        proof=plan.proof_code,
        name=plan.proof_name,
        way=plan.way.value,
        article=plan.step.article,
        why=plan.step.why,
        afterwards=plan.step.afterwards,
        instead=plan.step.instead,
        passed_over=[PassedOver(way=way.value, code=code) for way, code in plan.passed_over],
    )


def _follow_up(check: FollowUp) -> FollowUpBody:
    return FollowUpBody(
        proof=check.proof_code,
        due=check.due,
        provisional=check.provisional,
        afterwards=check.afterwards,
    )


def _letter(letter: Letter) -> LetterBody:
    return LetterBody(
        number=letter.number,
        kind=letter.kind,  # type: ignore[arg-type]
        sm3=letter.sm3,
        sealed_at=letter.sealed_at,
        trusted_time=letter.trusted_time,
        check=check_digest(letter.number, letter.check_code),
    )
