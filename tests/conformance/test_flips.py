"""The flips themselves: each changes one thing, and what nobody notices is said."""

from collections import Counter
from datetime import date, timedelta

import pytest

from tests.conformance.flipping import EQUIVALENT, survivors, wanted
from tests.conformance.flips import Flip, all_flips, changed

FLIPS = {flip.name: flip for flip in all_flips()}


@pytest.mark.parametrize(
    ("value", "others"),
    [
        (True, [False]),
        (3, [4]),
        ("2020-01-18", ["2020-01-17"]),
        ("09:00", ["09:01"]),
        ("甲", ["x"]),
        ("(甲|乙)", ["((?!)|乙)", "(甲|(?!))"]),
        (date(9999, 12, 31), [date(9999, 12, 30)]),
        (timedelta(days=1), [timedelta(days=2)]),
        (timedelta(minutes=1), [timedelta(minutes=2)]),
        ((1, 2), [(2, 2), (1, 3)]),
        ({65313: 65}, [{}]),
        (frozenset("a"), [frozenset()]),
        ({"a": 1, "b": 2}, [{"b": 2}, {"a": 2, "b": 2}, {"a": 1}, {"a": 1, "b": 1}]),
    ],
)
def test_one_thing_is_changed_at_a_time(value, others):
    found = [other for _label, other in changed(value)]
    assert all(other in found for other in others)
    assert value not in found


def test_every_table_and_both_packs_are_flipped():
    tables = Counter(name.partition(":")[0] for name in FLIPS)
    assert tables["cases.MOVES"] > 18
    assert tables["luzhou-2019-36.toml"] > 50
    assert tables["national.toml"] > 100
    assert set(EQUIVALENT) <= set(FLIPS)


def test_a_flip_that_its_tests_notice_does_not_survive():
    noticed = FLIPS["units.KINDS: without 医院"]
    assert list(survivors([noticed], 1)) == []


def test_a_flip_that_nobody_notices_is_said():
    flip = FLIPS["units.KINDS: without 医院"]
    nobody = Flip(flip.name, flip.damage, ("tests/domain/test_forms.py",))
    (said,) = survivors([nobody], 1)
    assert said.startswith("units.KINDS: without 医院: ")


def test_words_choose_the_flips():
    assert wanted("cases.MOVES: without", [])
    assert wanted("cases.MOVES: without", ["MOVES"])
    assert not wanted("cases.MOVES: without", ["MOVES", "-cases"])
    assert not wanted("cases.MOVES: without", ["KINDS"])
