"""Who sees what of whom: role by role, act by act, near and far (A5-1, A24-1)."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.duties import Act, Role
from app.domain.reach import REACHES, Post, Reach, reach_of, reaches, within_reach
from tests.domain.refusals import refuses

# What is not in this table is refused.
TABLE = """
clerk             open-case           own-unit own-hall
clerk             abandon-case        own-unit own-hall
clerk             confirm-entry       own-unit own-hall
clerk             reveal-number       own-unit own-hall
clerk             approve             own-unit own-hall
clerk             print               own-unit own-hall
clerk             see-cases           own-unit own-hall
clerk             sync                own-unit own-hall
clerk             look-up             own-unit own-hall
clerk             check-seals         own-unit own-hall
seal-holder       seal                own-unit own-hall
seal-holder       void                own-unit own-hall
seal-holder       print               own-unit own-hall
seal-holder       see-cases           own-unit own-hall
seal-holder       keep-seals          own-unit own-hall
seal-holder       see-seals           own-unit own-hall
supervisor        see-cases           own-unit own-hall own-sector
supervisor        confirm-entry       own-unit own-hall own-sector
supervisor        reveal-number       own-unit own-hall own-sector
supervisor        read-trail          own-unit own-hall own-sector
supervisor        sync                own-unit own-hall own-sector
supervisor        see-units           own-unit own-hall own-sector
supervisor        allow-look-ups      own-unit own-hall own-sector
supervisor        export-lists        own-unit own-hall own-sector
supervisor        confirm-seals       own-unit own-hall own-sector
supervisor        see-seals           own-unit own-hall own-sector
supervisor        check-seals         own-unit own-hall own-sector
administrator     change-officers     own-hall
administrator     change-settings     own-hall
administrator     enrol               own-hall
administrator     sync                own-hall
administrator     keep-seals          own-hall
administrator     confirm-seals       own-hall
administrator     see-seals           own-hall
auditor           read-trail          own-hall
auditor           see-seals           own-hall
auditor           check-seals         own-hall
catalogue-editor  edit-catalogue      own-unit
catalogue-editor  publish-catalogue   own-unit
legal-reviewer    review-catalogue    whole-city
legal-reviewer    confirm-basis       whole-city
joint-conference  see-units           whole-city
joint-conference  keep-meeting-items  whole-city
joint-conference  set-tasks           whole-city
joint-conference  investigate         whole-city
joint-conference  evaluate            whole-city
joint-conference  propose-interview   whole-city
joint-conference  export-lists        whole-city
joint-conference  handle-alarms       whole-city
system            sync                own-hall
system            print               own-hall
system            enrol               own-hall
"""
ALLOWED = {(role, act): far for role, act, *far in map(str.split, TABLE.strip().splitlines())}
PLACES = {"own-unit": "U1", "own-hall": "U2", "own-sector": "U3", "whole-city": "U4"}
NEAR = list(PLACES)


def post(*roles: str) -> Post:
    return Post(roles, "U1", hall=frozenset({"U2"}), sector=frozenset({"U3"}))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("place", NEAR)
def test_each_role_does_its_acts_as_far_as_the_table_says(role: Role, act: Act, place: str) -> None:
    far = ALLOWED.get((role, act), [])
    if not far:
        with refuses("A18-1", "duty.missing", act=str(act)):
            reach_of(post(role), act, PLACES[place])
        with refuses("A18-1", "duty.missing", act=str(act)):
            within_reach(post(role), act, PLACES.values())
    elif place in far or "whole-city" in far:
        assert str(reach_of(post(role), act, PLACES[place])) in far
        assert PLACES[place] in within_reach(post(role), act, PLACES.values())
    else:
        with refuses("A5-1", "reach.outside", act=str(act), unit=PLACES[place]):
            reach_of(post(role), act, PLACES[place])
        assert PLACES[place] not in within_reach(post(role), act, PLACES.values())


def test_only_the_joint_conference_sees_the_whole_city() -> None:
    seeing = {Act.SEE_UNITS, Act.SEE_CASES, Act.READ_TRAIL, Act.EXPORT}
    for role in Role:
        far = frozenset[Reach]().union(*(reaches([role], act) for act in seeing))
        assert (Reach.CITY in far) is (role is Role.JOINT_CONFERENCE)
    assert not reaches([Role.JOINT_CONFERENCE], Act.SEE_CASES)  # figures, and nobody's case


def test_every_role_has_its_reach_and_the_words_stay() -> None:
    assert set(REACHES) == set(Role)
    assert [str(each) for each in Reach] == NEAR


def test_the_nearest_reason_is_given() -> None:
    everywhere = Post(("supervisor",), "U1", frozenset({"U1", "U2"}), frozenset({"U1", "U2", "U3"}))
    reasons = [reach_of(everywhere, Act.SEE_UNITS, unit) for unit in ("U1", "U2", "U3")]
    assert reasons == [Reach.UNIT, Reach.HALL, Reach.SECTOR]
    assert reach_of(post("joint-conference"), Act.SEE_UNITS, "U1") is Reach.CITY


def test_a_second_role_lends_no_reach_to_an_act_it_does_not_hold() -> None:
    both = post("clerk", "joint-conference")
    assert reach_of(both, Act.SEE_UNITS, "U4") is Reach.CITY
    with refuses("A5-1", "reach.outside", act="see-cases", unit="U4"):
        reach_of(both, Act.SEE_CASES, "U4")
    assert within_reach(both, Act.SEE_CASES, ("U4", "U2", "U1")) == ("U2", "U1")


@given(st.sampled_from(list(combinations(Role, 2))), st.sampled_from(Act))
def test_two_roles_reach_as_far_as_both_together(pair: tuple[Role, Role], act: Act) -> None:
    one, other = pair
    assert reaches(pair, act) == reaches([one], act) | reaches([other], act)


def test_without_hall_and_sector_there_is_the_unit() -> None:
    alone = Post(("supervisor",), "U1")
    assert within_reach(alone, Act.SEE_UNITS, PLACES.values()) == ("U1",)


@pytest.mark.parametrize("nothing", ["", " "])
@pytest.mark.parametrize("role", ["supervisor", "joint-conference"])
def test_a_unit_without_a_code_is_nobodys(role: str, nothing: str) -> None:
    lost = Post((role,), nothing, frozenset({nothing}), frozenset({nothing}))
    with refuses("A5-1", "reach.outside", act="see-units", unit=nothing):
        reach_of(lost, Act.SEE_UNITS, nothing)
    assert within_reach(lost, Act.SEE_UNITS, (nothing,)) == ()


@pytest.mark.parametrize("roles", [(), ("root",)])
def test_nobody_and_unknown_roles_reach_nothing(roles: tuple[str, ...]) -> None:
    assert reaches(roles, Act.SEE_UNITS) == frozenset()
    with refuses("A18-1", "duty.missing", act="see-units"):
        reach_of(post(*roles), Act.SEE_UNITS, "U1")
