"""Every refusal on the catalogue and its pack has a sentence whose places are filled."""

import ast
import re
from pathlib import Path

import pytest

import app.domain
from app.problems import PROBLEMS

ROOMS = [
    "bar",
    "check_plan",
    "four_questions",
    "guides",
    "national",
    "overlay",
    "refining",
    "publication",
    "review",
    "scope",
    "successor",
    "units",
    "voluntary",
    "zero_meter",
]
FOLDER = Path(app.domain.__file__).parent


@pytest.mark.parametrize("room", ROOMS)
def test_each_refusal_has_its_sentence(room: str) -> None:
    tree = ast.parse((FOLDER / f"{room}.py").read_text("utf-8"))
    codes = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z]+\.[a-z-]+", node.value)
    }
    assert codes - PROBLEMS.keys() == set()
    assert codes or room == "zero_meter"


@pytest.mark.parametrize("room", ROOMS)
def test_each_sentence_is_filled_from_the_facts(room: str) -> None:
    tree = ast.parse((FOLDER / f"{room}.py").read_text("utf-8"))
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Refused"):
            continue
        given = {keyword.arg for keyword in call.keywords}
        if None in given or not isinstance(call.args[1], ast.Constant):
            continue
        code = str(call.args[1].value)
        places = set(re.findall(r"\{(\w+)\}", "".join(PROBLEMS[code])))
        assert places <= given, code
