"""What an error names is said in Chinese: acts, roles, moves, sources, and other rules' names."""

import ast
import re
from enum import StrEnum
from pathlib import Path

import pytest

from app.domain.cases import CaseState, Move
from app.domain.duties import Act, Role
from app.domain.investigations import Finding
from app.domain.sources import Source
from tests.ui.test_translations import messages
from ui.fact_words import fact_words
from ui.problems import article_word

DOMAIN = Path(__file__).parents[2] / "app" / "domain"
CHINESE = {(context, source): said for context, source, said in messages()}
NAMED: list[type[StrEnum]] = [Act, Role, Move, CaseState, Source, Finding]


@pytest.mark.parametrize("kind", NAMED)
def test_everything_an_error_may_name_has_its_word_in_chinese(kind: type[StrEnum]) -> None:
    for value in kind:
        word = fact_words().get(value, "")
        assert re.search("[\u4e00-\u9fff]", CHINESE.get(("Fact", word), "")), value


def test_acts_and_roles_are_told_apart() -> None:
    for kind in (Act, Role):
        words = [CHINESE["Fact", fact_words()[value]] for value in kind]
        assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("article", "said"),
    [
        ("A8-6", "第{n}条"),
        ("No.42", "国办发〔2020〕42号"),
        ("PIPL.21", "个人信息保护法第二十一条"),
        ("Elderly.55", "老年人权益保障法第五十五条"),
    ],
)
def test_a_rule_is_named_as_its_text_is(article: str, said: str) -> None:
    word = (
        re.sub(r"\d+(?=$)", "{n}", article_word(article))
        if article == "A8-6"
        else (article_word(article))
    )
    assert CHINESE["Article", word] == said


def test_every_rule_named_has_a_name() -> None:
    cited = set()
    for file in DOMAIN.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
                "Refused",
                "complete",
            }:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    cited.add(str(first.value))
    others = {each for each in cited if not re.fullmatch(r"(A\d+-\d+)?", each)}
    assert others >= {"No.42", "PIPL.21", "Elderly.55"}
    assert {each for each in others if article_word(each) == each} <= {"AMB-11"}
