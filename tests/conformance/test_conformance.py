"""`python -m app conformance` says what is true: ids, functions, tests, who asks, knock-outs."""

import re

import pytest

from app.commands.conformance import ENFORCED, OPEN, requirements
from tests.conformance.callers import TREE, asking
from tests.conformance.forked import Ended, run
from tests.conformance.knock_outs import BY_RULE, KNOCK_OUTS
from tests.conformance.knocking import KnockOut, nothing, resolve

# How many requirements were drawn from each article.
DRAWN = {2: 2, 3: 2, 4: 2, 5: 2, 6: 4, 7: 4, 8: 6, 9: 3, 10: 5, 11: 3, 12: 2, 13: 3, 14: 2}
DRAWN |= {15: 3, 16: 2, 17: 4, 18: 2, 19: 1, 20: 1, 21: 1, 22: 1, 23: 1, 24: 1, 25: 1}
IDS = [f"A{article}-{n}" for article, count in DRAWN.items() for n in range(1, count + 1)] + [
    "PR-1"
]
ROWS = {row["id"]: row for row in requirements()}
FOUR_QUESTIONS = ["tests/domain/test_four_questions.py"]


def test_every_requirement_has_its_row_and_no_other_has():
    assert list(ROWS) == IDS
    assert len(IDS) == 59


@pytest.mark.parametrize("each", IDS)
def test_a_row_claims_what_is_there(each):
    row = ROWS[each]
    assert row["state"] in (ENFORCED, OPEN)
    assert row["says"]
    for rule in row["functions"]:
        resolve(rule)
    for test in row["tests"]:
        file, _, name = test.partition("::")
        text = (TREE / file).read_text("utf-8")
        assert not name or re.search(rf"^def {name}\(", text, re.MULTILINE), test


@pytest.mark.parametrize("each", IDS)
def test_enforced_is_claimed_only_with_rule_test_and_knock_out(each):
    row = ROWS[each]
    if row["state"] == OPEN:
        assert row["missing"], "open, and nobody says what is missing"
        return
    assert row["tests"]
    assert row["functions"]
    assert [rule for rule in row["functions"] if rule not in BY_RULE] == []


@pytest.mark.parametrize("each", IDS)
def test_who_asks_a_rule_is_who_asks_it(each):
    row = ROWS[each]
    assert row["asked_by"] == sorted(asking(row["functions"]))
    assert row["asked_by"] or row["missing"], "nobody asks the rule, and nothing is missing"


def test_no_knock_out_is_of_a_rule_that_nobody_claims():
    claimed = {rule for row in ROWS.values() for rule in row["functions"]}
    assert {each.rule for each in KNOCK_OUTS} == claimed
    assert len(KNOCK_OUTS) == len(BY_RULE)


def test_a_claim_whose_tests_notice_nothing_is_found_out():
    whole = run(lambda: None, FOUR_QUESTIONS)
    assert whole == Ended(whole.passed, ())
    assert whole.passed > 16
    other = KnockOut("app.domain.units:check_units", nothing)
    unnoticed = run(other.damage, ["tests/domain/test_forms.py"])
    assert not unnoticed.noticed
    assert unnoticed.passed > 0


def test_a_claim_whose_tests_notice_is_kept():
    knocked = run(KnockOut("app.domain.four_questions:check_listing").damage, FOUR_QUESTIONS)
    assert knocked.noticed


def test_tests_that_only_crash_prove_nothing():
    crash = KnockOut("app.domain.four_questions:verdict", lambda answers: answers.no_such_thing)
    ended = run(crash.damage, FOUR_QUESTIONS)
    assert ended.red
    assert not ended.noticed


def test_tests_that_are_not_there_are_trouble():
    assert run(lambda: None, ["tests/domain/test_no_such_thing.py"]).trouble
