"""How the sub-commands answer: UTF-8 on standard output, trouble as one line on standard error."""

import io
import json
import sys
from collections.abc import Mapping
from typing import Any, TextIO

from app.errors import Refused, Unavailable
from app.problems import explain

FAILED = 2


def say(value: Any) -> None:
    """One JSON object, one line."""
    _write(sys.stdout, json.dumps(value, ensure_ascii=False))


def say_words(text: str) -> None:
    _write(sys.stdout, text)


def note(text: str) -> None:
    """Progress and words for the person at the terminal."""
    _write(sys.stderr, text)


def fail(trouble: Refused | Unavailable) -> int:
    """Say what is wrong and what to do; the exit code for it."""
    message, remedy = (filled(part, trouble.facts) for part in explain(trouble.code))
    answer = {"error": trouble.code, "message": message, "remedy": remedy}
    _write(sys.stderr, json.dumps(answer, ensure_ascii=False))
    return FAILED


def filled(sentence: str, facts: Mapping[str, str | int]) -> str:
    """The sentence with its {facts}; a fact that is missing stays as it is written."""
    for name, value in facts.items():
        sentence = sentence.replace("{" + name + "}", str(value))
    return sentence


def _write(stream: TextIO, text: str) -> None:
    """Also where the terminal's locale is not UTF-8, and for file names that are no text."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    print(text, file=stream, flush=True)
