"""Which of the six ways replaces a proof here and now (Art. 3, 8, 14)."""

from collections.abc import Collection
from datetime import date

from app.domain.cases import Plan
from app.domain.catalogue import Catalogue, Matter, ProofRule, Situation, Step, Way
from app.errors import Refused

# Art. 14: when nothing else serves, the department looks for itself; it never asks for the proof.
LAST_RESORT = Step(
    Way.INVESTIGATION, "14", "前面的办法都用不上，由审批部门自行调查核实，不让申请人去开证明。"
)


def plan(
    rule: ProofRule,
    *,
    excepted: bool,
    commitment_refused: bool,
    barred: bool = False,
    on: date | None = None,
    failed: Collection[Way] = (),
) -> Plan:
    """The first rung that is open; `failed` are ways already tried that gave nothing (A14-1)."""
    passed: list[tuple[Way, str]] = []
    for step in rule.ladder:
        reason = _closed(step, excepted, commitment_refused, barred, on, failed)
        if not reason:
            return Plan(rule.proof.code, rule.proof.name, step, tuple(passed))
        passed.append((step.way, reason))
    return Plan(rule.proof.code, rule.proof.name, LAST_RESORT, tuple(passed))


def plans(
    matter: Matter,
    situation: Situation,
    *,
    commitment_refused: bool = False,
    barred: bool = False,
    on: date | None = None,
) -> tuple[Plan, ...]:
    """One plan for every proof the situation used to need."""
    return tuple(
        plan(
            rule,
            excepted=matter.verify_first,
            commitment_refused=commitment_refused,
            barred=barred,
            on=on,
        )
        for rule in situation.proofs
    )


def check_rule(rule: ProofRule) -> None:
    """A proof may be published only with a way for everybody, told in full (A3-1, A8-4)."""
    facts = {"proof": rule.proof.name}
    if not rule.ladder:
        raise Refused("A3-1", "ladder.empty", **facts)
    if rule.ladder[-1].way is Way.COMMITMENT:
        raise Refused("A3-1", "ladder.no-fall-back", **facts)
    if any(_asks_for_it(rule, step) for step in rule.ladder):
        raise Refused("A3-1", "ladder.asks-for-proof", **facts)
    if any(s.way is Way.COMMITMENT and not s.afterwards for s in rule.ladder):
        raise Refused("A8-3", "ladder.no-check-after", **facts)
    if _commits(rule) and not (rule.content and rule.standard):
        raise Refused("A8-4", "ladder.nothing-to-tell", **facts)


def check_catalogue(catalogue: Catalogue) -> None:
    """Every rule of every matter may be published."""
    for matter in catalogue.matters:
        for situation in matter.situations:
            for rule in situation.proofs:
                check_rule(rule)


def _closed(
    step: Step,
    excepted: bool,
    commitment_refused: bool,
    barred: bool,
    on: date | None,
    failed: Collection[Way],
) -> str:
    if on is not None and step.since and on < date.fromisoformat(step.since):
        return "not-in-force"
    if step.way in failed:
        return "gave-nothing"
    if step.way is not Way.COMMITMENT:
        return ""
    reasons = ((excepted, "excepted"), (barred, "barred"), (commitment_refused, "refused"))
    return next((reason for holds, reason in reasons if holds), "")


def _commits(rule: ProofRule) -> bool:
    return any(step.way is Way.COMMITMENT for step in rule.ladder)


def _asks_for_it(rule: ProofRule, step: Step) -> bool:
    return step.way is Way.OTHER_MATERIAL and step.instead in {
        "",
        rule.proof.name,
        *rule.proof.names,
    }
