"""The wire's case as the rules know it, and what is kept as the wire knows it."""

from typing import TypeVar

from pydantic import ValidationError

from app.central.declined import Declined
from app.contract.json import loads
from app.contract.messages import ApplicantBody, CaseSubmit, Message, PlanBody
from app.domain.cases import Case, CaseState, FollowUp, Plan
from app.domain.catalogue import Step, Way
from app.domain.people import Applicant, HandEntry
from app.errors import Refused

M = TypeVar("M", bound=Message)


def kept(model: type[M], text: str) -> M:
    """A record of the database; one that does not fit is declined without a word of it."""
    try:
        return model.model_validate(loads(text.encode()))
    except ValidationError:
        raise Declined(500, "RECORD") from None


def read_case(body: CaseSubmit, entity: str) -> Case:
    """The domain's case; Refused when a way is none of the six."""
    return Case(
        id=entity.removeprefix("case:"),
        number=body.number,
        state=CaseState(body.state),
        mode=body.mode,
        pack=body.pack,
        catalogue=body.catalogue,
        matter_code=body.matter,
        matter_name=body.matter_name,
        situation_code=body.situation,
        unit_name=body.unit_name,
        applicant=_applicant(body.applicant),
        plans=tuple(_plan(each) for each in body.plans),
        opened_at=body.opened_at,
        officer=body.officer,
        categories=tuple(body.categories),
        exclusions=tuple(body.exclusions),
        checked=tuple(body.checked),
        commitment_refused=body.commitment_refused,
        decided_at=body.decided_at,
        follow_ups=tuple(
            FollowUp(each.proof, each.due, each.provisional, each.afterwards)
            for each in body.follow_ups
        ),
        simulated_devices=tuple(body.simulated_devices),
    )


def _applicant(person: ApplicantBody) -> Applicant:
    told = person.model_dump(exclude={"hand"})
    hand = None if person.hand is None else HandEntry(**person.hand.model_dump())
    return Applicant(raw_name=person.name, hand=hand, **told)


def _plan(plan: PlanBody) -> Plan:
    passed = tuple((_way(each.way), each.code) for each in plan.passed_over)
    step = Step(_way(plan.way), plan.article, plan.why, plan.afterwards, plan.instead)
    return Plan(plan.proof, plan.name, step, passed)


def _way(word: str) -> Way:
    try:
        return Way(word)
    except ValueError:
        raise Refused("A3-1", "platform.way") from None
