"""Signs of misuse go to somebody else than whom they are about, and end with an outcome (A18-2)."""

from dataclasses import replace

import pytest

from app.domain.alarms import CONFERENCE, SIGN_OF, Alarm, Outcome, Sign, decide, raised
from app.domain.duties import Role
from app.domain.review import Person
from app.errors import Refused
from tests.domain.refusals import refuses
from tests.domain.spans import at

HEAD = Person("10400", ("supervisor",))
OFFICE = Person("30002", ("joint-conference",))
ALARM = Alarm("YJ-1", Sign.NOT_OWN_CASE, "10432", "U1", at(23, 10), "10400")


def alarm(code: str, head: str = "10400") -> Alarm | None:
    refusal = Refused("A18-1", code)
    return raised(refusal, number="YJ-1", officer="10432", unit="U1", unit_head=head, at=at(23, 10))


@pytest.mark.parametrize(
    ("code", "sign"),
    [
        ("lookup.no-purpose", "no-purpose"),
        ("lookup.not-own-case", "not-own-case"),
        ("lookup.limit", "over-limit"),
        ("export.no-reason", "export-without-reason"),
        ("reach.outside", "outside-reach"),
    ],
)
def test_a_refused_look_raises_an_alarm_with_the_units_head(code: str, sign: str) -> None:
    assert alarm(code) == replace(ALARM, sign=Sign(sign))


def test_other_refusals_raise_none_and_every_sign_has_its_refusal() -> None:
    assert alarm("duty.missing") is None
    assert sorted(SIGN_OF.values()) == sorted(Sign)
    assert (ALARM.outcome, ALARM.words, ALARM.decided_by, ALARM.decided_at) == (None, "", "", None)


@pytest.mark.parametrize("head", ["10432", "", " "])
def test_about_the_head_or_without_one_it_goes_to_the_joint_conference(head: str) -> None:
    assert alarm("lookup.limit", head) == replace(
        ALARM, sign=Sign.OVER_LIMIT, goes_to="joint-conference"
    )
    assert str(Role.JOINT_CONFERENCE) == CONFERENCE


@pytest.mark.parametrize("word", ["unfounded", "reminded", "handed-over"])
@pytest.mark.parametrize("who", [HEAD, OFFICE])
def test_it_ends_with_an_outcome_and_words(word: str, who: Person) -> None:
    done = decide(ALARM, Outcome(word), "已谈话", who, at(24, 9))
    assert done == replace(
        ALARM,
        outcome=Outcome(word),
        words="已谈话",
        decided_by=who.number,
        decided_at=at(24, 9),
    )
    assert len(Outcome) == 3
    with refuses("A18-2", "alarm.decided", number="YJ-1"):
        decide(done, Outcome.UNFOUNDED, "再议", OFFICE, at(24, 10))


def test_an_outcome_needs_words() -> None:
    with refuses("A18-2", "alarm.no-words", missing="words"):
        decide(ALARM, Outcome.REMINDED, " ", HEAD, at(24, 9))


@pytest.mark.parametrize("roles", [("clerk",), ("supervisor",), ("joint-conference",)])
def test_nobody_decides_on_their_own(roles: tuple[str, ...]) -> None:
    for goes_to in ("10432", "10400", CONFERENCE):
        with refuses("A18-2", "alarm.own", number="YJ-1"):
            decide(
                replace(ALARM, goes_to=goes_to),
                Outcome.UNFOUNDED,
                "无事",
                Person("10432", roles),
                at(24),
            )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.JOINT_CONFERENCE])
def test_nobody_else_decides(role: Role) -> None:
    with refuses("A18-2", "alarm.not-yours", number="YJ-1"):
        decide(ALARM, Outcome.UNFOUNDED, "无事", Person("10499", (role,)), at(24))
    at_conference = replace(ALARM, goes_to=CONFERENCE)
    with refuses("A18-2", "alarm.not-yours", number="YJ-1"):
        decide(at_conference, Outcome.UNFOUNDED, "无事", HEAD, at(24))
