"""Errors into sentences: the English keys of both problems.py, translated for the clerk."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.errors import Refused, Unavailable
from app.problems import explain as explain_office
from hardware.errors import DeviceTrouble
from hardware.problems import explain as explain_device
from ui.fact_words import fact_words


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the screen says: sentence, next step, article where a rule refused, and the code."""

    sentence: str
    remedy: str
    code: str
    article: str = ""

    @property
    def text(self) -> str:
        """All of it on one line."""
        article = f"（{article_word(self.article)}）" if self.article else ""
        return f"{self.sentence}{article} {self.remedy}".strip()


def trouble(error: Exception) -> Trouble | None:
    """None for a bug: that goes to the crash report, not to a sentence."""
    match error:
        case Refused():
            return _trouble(explain_office(error.code), error.facts, error.code, error.article)
        case Unavailable():
            return _trouble(explain_office(error.code), error.facts, error.code)
        case DeviceTrouble():
            return _trouble(explain_device(error.code), error.facts, error.code)
        case _:
            return None


def _trouble(
    words: tuple[str, str], facts: Mapping[str, str | int], code: str, article: str = ""
) -> Trouble:
    sentence, remedy = (_translated(part, {"code": code, **facts}) for part in words)
    return Trouble(sentence, remedy, code, article)


def article_word(article: str) -> str:
    """A8-6 is Article 8 to everybody but us; a rule that is not the measures' has its own name.

    A standard or a policy reading stays as it is.
    """
    translate = QCoreApplication.translate
    if found := re.fullmatch(r"A(\d+)-\d+", article):
        return translate("Article", "Art. {n}").format(n=found[1])
    others = {
        "No.42": translate("Article", "No. 42 [2020] of the State Council's office"),
        "PIPL.21": translate("Article", "Personal Information Protection Law, Art. 21"),
        "Elderly.55": translate("Article", "Law on the Rights of the Elderly, Art. 55"),
    }
    return others.get(article, article)


def _translated(key: str, facts: Mapping[str, str | int]) -> str:
    return QCoreApplication.translate("problems", key).format_map(_Facts(facts))


class _Facts(dict[str, str | int]):
    """A fact the sentence names but the error lacks shows as a question mark, never as a crash.

    States, acts and modes are said in the clerk's words.
    """

    def __getitem__(self, name: str) -> str | int:
        value = super().__getitem__(name)
        return fact_words().get(value, value) if isinstance(value, str) else value

    def __missing__(self, key: str) -> str:
        return "?"
