"""The mutation run itself: what it changes, how it counts, when its list is out of date."""

import tomllib

import pytest

from tests.mutation.__main__ import SLICE
from tests.mutation.equivalents import Equivalent, listed
from tests.mutation.judgement import Judgement, Seen, judge
from tests.mutation.mutants import Mutant
from tests.mutation.report import text
from tests.mutation.workplace import TREE, lay, modules, undecorated

ROW = Equivalent("days", "read_day", "a + b", "a - b", "b is nothing")


def mutant(verdict: str, module: str = "days", function: str = "read_day") -> Mutant:
    return Mutant("app.domain.days.x_read_day__mutmut_1", module, function, verdict)


def judged(*verdicts: str, rows: tuple[Equivalent, ...] = ()) -> Judgement:
    found = [mutant(verdict) for verdict in verdicts]
    return judge(found, [Seen(one, "a + b", "a - b") for one in found], rows)


def test_a_time_limit_kills_and_a_mutant_no_test_enters_survives() -> None:
    count = judged("killed", "timeout", "survived", "no tests", "segfault").count()
    assert (count.mutants, count.killed, count.timeouts, count.survived) == (5, 2, 1, 3)
    assert count.percent == 40.0


def test_a_listed_mutant_is_explained_and_still_counts_as_not_killed() -> None:
    judgement = judged("survived", rows=(ROW,))
    assert (judgement.survivors, judgement.stale) == ([], [])
    count = judgement.count("days")
    assert (count.equivalent, count.survived, count.percent) == (1, 0, 0.0)


def test_a_row_whose_mutant_is_killed_or_gone_is_out_of_date() -> None:
    what = "days read_day: a + b → a - b"
    assert judged("killed", rows=(ROW,)).stale == [f"a test kills it: {what}"]
    assert judge([], [], [ROW]).stale == [f"no such mutant any more: {what}"]
    elsewhere = Seen(mutant("survived", function="day_of"), "a + b", "a - b")
    assert judge([elsewhere.mutant], [elsewhere], [ROW]).survivors == [elsewhere]


def test_the_report_names_counts_survivors_and_reasons() -> None:
    found = [mutant("killed"), mutant("survived"), mutant("timeout", "score", "score")]
    seen = [Seen(found[1], "x | y", "x & y")]
    written = text(judge(found, seen, []), seconds=90)
    assert "| days | 2 | 1 | 0 | 0 | 1 | 50.0 |\n" in written
    assert "| score | 1 | 1 | 1 | 0 | 0 | 100.0 |\n" in written
    assert "| all | 3 | 2 | 1 | 0 | 1 | 66.7 |\n" in written
    assert "| days | read_day | `x \\| y` | `x & y` | survived |\n" in written
    assert "## Equivalent" not in written
    explained = text(judged("survived", rows=(ROW,)), seconds=90)
    assert "| days | read_day | `a + b` | `a - b` | b is nothing |\n" in explained
    assert "## Survived" not in explained


def test_a_decorated_method_is_laid_open_and_does_the_same() -> None:
    source = (
        "class A:\n    @property\n    def one(self):\n        return 1\n\n"
        "    @staticmethod\n    def two():\n        return 2\n"
    )
    changed = undecorated(source)
    assert "@property" not in changed
    assert "@staticmethod" in changed
    made: dict[str, type] = {}
    exec(changed, made)  # noqa: S102  the text is ours
    assert (made["A"]().one, made["A"].two()) == (1, 2)
    assert changed.count("\n") == source.count("\n")


def test_the_copy_mutates_what_was_chosen_and_nothing_of_the_tree(tmp_path) -> None:
    lay(tmp_path, ["review"], ["tests/domain/test_review.py"])
    settings = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    assert settings["only_mutate"] == ["app/domain/review.py"]
    assert "live = property(live)" in (tmp_path / "app/domain/review.py").read_text("utf-8")
    assert "    @property\n" in (TREE / "app/domain/review.py").read_text("utf-8")


@pytest.mark.parametrize("module", SLICE)
def test_the_short_run_has_its_tests_by_name(module: str) -> None:
    assert module in modules()
    assert (TREE / "tests" / "domain" / f"test_{module}.py").exists()


def test_every_listed_mutant_has_a_reason_and_a_module() -> None:
    assert {row.module for row in listed(modules())} <= set(modules())
    assert [row for row in listed(modules()) if len(row.reason) < 20] == []
