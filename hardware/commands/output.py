"""How the commands answer: one JSON object a line, failures with message and remedy."""

import argparse
import json
import os
import sys
from contextlib import suppress
from typing import Any

from hardware.errors import DeviceTrouble
from hardware.problems import explain

FAILED = 2
LONGEST = 3600  # seconds that may be waited for anything


def emit(value: dict[str, Any]) -> None:
    """One line on standard output, at once."""
    say(json.dumps(value, ensure_ascii=False))


def say(words: str) -> None:
    """Lines on standard output; DeviceTrouble output.lost where they do not arrive."""
    if sys.stdout is None:
        raise DeviceTrouble("output.lost")
    try:
        print(words, flush=True)
    except OSError:
        raise DeviceTrouble("output.lost") from None


def heard(code: int) -> int:
    """FAILED when what was printed did not arrive: a pipe that nobody reads, a full disk."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            code = FAILED
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code


def fail(trouble: DeviceTrouble) -> int:
    """The trouble as one line on standard error; returns the exit code."""
    sentence, remedy = in_words(trouble)
    print_failure(trouble.code, sentence, remedy, **trouble.facts)
    return FAILED


def in_words(trouble: DeviceTrouble) -> tuple[str, str]:
    """What is wrong and what to do, with all facts."""
    facts = {"code": trouble.code, **trouble.facts}
    sentence, remedy = explain(trouble.code)
    return _filled(sentence, facts), _filled(remedy, facts)


def note(words: str) -> None:
    """For the person at the terminal."""
    if sys.stderr is None:
        return  # print() would take the answer's place for it
    with suppress(OSError):
        print(words, file=sys.stderr, flush=True)


def seconds(text: str) -> float:
    """An option's time: above nothing, and with an end."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= LONGEST:
        raise argparse.ArgumentTypeError(f"seconds above 0, at most {LONGEST}: {text}")
    return value


def print_failure(code: str, message: str, remedy: str, **facts: str | int) -> None:
    line = {"error": code, "message": message, "remedy": remedy, **facts}
    note(json.dumps(line, ensure_ascii=False))


def _filled(sentence: str, facts: dict[str, str | int]) -> str:
    for name, value in facts.items():
        sentence = sentence.replace("{" + name + "}", str(value))
    return sentence
