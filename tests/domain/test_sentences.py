"""Every refusal of the rules has a sentence and a remedy that use only facts it carries."""

import ast
import re
from pathlib import Path

import pytest

from app.problems import PROBLEMS

ROOM = Path(__file__).parents[2] / "app" / "domain"
FILES = sorted(ROOM.glob("*.py"))
CODE = re.compile(r"[a-z-]+\.[a-z-]+")


def refusals(path: Path) -> list[tuple[str, set[str]]]:
    """Code and facts of every refusal that is written out in the file."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if _refuses(node)]
    return [
        (call.args[1].value, {keyword.arg or "**" for keyword in call.keywords})
        for call in calls
        if isinstance(call, ast.Call)
        and isinstance(call.args[1], ast.Constant)
        and CODE.fullmatch(str(call.args[1].value))
    ]


def _refuses(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Refused", "complete"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_refusal_has_its_words(path: Path) -> None:
    for code, facts in refusals(path):
        assert code in PROBLEMS, code
        used = set(re.findall(r"\{(\w+)\}", "".join(PROBLEMS[code])))
        assert "**" in facts or used <= facts | {"missing"}, code


def test_many_refusals_are_looked_at() -> None:
    assert sum(len(refusals(path)) for path in FILES) > 100
