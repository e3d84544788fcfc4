"""How the sub-commands answer: UTF-8 on standard output, trouble as one line on standard error."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, NoReturn, TextIO

from app.errors import Refused, Unavailable, denied

FAILED = 2
INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """Wrong use is a failure like any other: one JSON line."""

    def error(self, message: str) -> NoReturn:
        remedy = f"See: {self.prog} --help"
        _complain({"error": "usage", "message": message, "remedy": remedy})
        sys.exit(FAILED)

    def print_help(self, file: Any = None) -> None:
        """argparse itself says nothing of help that did not arrive."""
        say_words(self.format_help().rstrip())


def ended(act: Callable[[], int]) -> int:
    """The exit code of a command; whatever stops it is one JSON line, never a traceback."""
    try:
        code = act()
    except SystemExit as end:  # of argparse: help, wrong use
        code = int(end.code or 0)
    except (Refused, Unavailable) as trouble:
        code = fail(trouble)
    except OSError as error:
        code = fail(denied(error))
    except KeyboardInterrupt:
        code = INTERRUPTED
    return heard(code)


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


def say(value: Any) -> None:
    """One JSON object, one line."""
    say_words(json.dumps(value, ensure_ascii=False))


def say_words(text: str) -> None:
    if sys.stdout is None:  # closed, or a window without a terminal
        raise Unavailable("output.lost")
    try:
        _write(sys.stdout, text)
    except OSError:
        raise Unavailable("output.lost") from None


def note(text: str) -> None:
    """Progress and words for the person at the terminal."""
    if sys.stderr is None:
        return  # print() would take the answer's place for it
    with suppress(OSError):
        _write(sys.stderr, text)


def fail(trouble: Refused | Unavailable) -> int:
    """Say what is wrong and what to do; the exit code for it."""
    from app.problems import explain  # most starts have no trouble, and the first frame waits

    message, remedy = (filled(part, trouble.facts) for part in explain(trouble.code))
    _complain({"error": trouble.code, "message": message, "remedy": remedy})
    return FAILED


def filled(sentence: str, facts: Mapping[str, str | int]) -> str:
    """The sentence with its {facts}; a fact that is missing stays as it is written."""
    for name, value in facts.items():
        sentence = sentence.replace("{" + name + "}", str(value))
    return sentence


def _complain(answer: Mapping[str, str]) -> None:
    note(json.dumps(answer, ensure_ascii=False))


def _write(stream: TextIO, text: str) -> None:
    """Also where the terminal's locale is not UTF-8, and for file names that are no text."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    print(text, file=stream, flush=True)
