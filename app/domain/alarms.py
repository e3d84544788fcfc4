"""Signs that proof information was misused: to whom they go, and how they end (Art. 18)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.duties import Act, allowed
from app.domain.forms import complete
from app.domain.review import Person
from app.errors import Refused

CONFERENCE = "joint-conference"  # to its office, where no head of the unit may decide


class Sign(StrEnum):
    """What made somebody look twice."""

    NO_PURPOSE = "no-purpose"
    NOT_OWN_CASE = "not-own-case"
    OVER_LIMIT = "over-limit"
    EXPORT_WITHOUT_REASON = "export-without-reason"
    OUTSIDE_REACH = "outside-reach"


SIGN_OF: Mapping[str, Sign] = {
    "lookup.no-purpose": Sign.NO_PURPOSE,
    "lookup.not-own-case": Sign.NOT_OWN_CASE,
    "lookup.limit": Sign.OVER_LIMIT,
    "export.no-reason": Sign.EXPORT_WITHOUT_REASON,
    "reach.outside": Sign.OUTSIDE_REACH,
}


class Outcome(StrEnum):
    """How an alarm ends; who is to be punished is for the competent organ to say."""

    UNFOUNDED = "unfounded"
    REMINDED = "reminded"
    HANDED_OVER = "handed-over"  # to the competent organ


@dataclass(frozen=True, slots=True)
class Alarm:
    """One sign against one officer; `goes_to` is the head of the unit or the joint conference."""

    number: str
    sign: Sign
    officer: str
    unit: str
    at: datetime
    goes_to: str
    outcome: Outcome | None = None
    words: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None


def raised(
    refusal: Refused, *, number: str, officer: str, unit: str, unit_head: str, at: datetime
) -> Alarm | None:
    """The alarm behind a refusal, None for one of another kind; not to whom it is about (A18-2)."""
    sign = SIGN_OF.get(refusal.code)
    if sign is None:
        return None
    own_head = not unit_head.strip() or unit_head == officer
    return Alarm(number, sign, officer, unit, at, CONFERENCE if own_head else unit_head)


def decide(alarm: Alarm, outcome: Outcome, words: str, who: Person, at: datetime) -> Alarm:
    """An outcome with words, once, by whom it went to; never on one's own alarm (A18-2)."""
    if who.number == alarm.officer:
        raise Refused("A18-2", "alarm.own", number=alarm.number)
    if not _may_decide(alarm, who):
        raise Refused("A18-2", "alarm.not-yours", number=alarm.number)
    if alarm.outcome is not None:
        raise Refused("A18-2", "alarm.decided", number=alarm.number)
    complete("A18-2", "alarm.no-words", words=words)
    return replace(alarm, outcome=outcome, words=words, decided_by=who.number, decided_at=at)


def _may_decide(alarm: Alarm, who: Person) -> bool:
    """The unit's head it went to; the joint conference may decide every alarm."""
    return who.number == alarm.goes_to or allowed(who.roles, Act.HANDLE_ALARMS)
