"""The limits and habits of this project, held by machine (CONTRIBUTING.md)."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.errors import Unavailable
from ui.pyside_guard import refuse_aborting

TREE = Path(__file__).parent.parent
ROOMS = ("app", "hardware", "ui", "resources", "installer")
LONGEST_FUNCTION = 50
LONGEST_FILE = 500
SIGNALS = 5000
REQUIREMENTS = sorted((TREE / "installer").glob("requirements*.txt"))

# Longer than the limit, each with its reason.
LONG_FUNCTIONS: dict[str, str] = {}
LONG_FILES = {
    "app/problems.py": "a table of sentences, one for each code; nothing to follow",
    "hardware/problems.py": "a table of sentences, one for each code; nothing to follow",
}
# Randomness that is no secret, each with its reason.
RANDOM_ALLOWED: dict[str, str] = {}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def sources(*rooms: str) -> tuple[tuple[str, ast.Module, int], ...]:
    """Path, syntax tree and number of lines of every file of the rooms."""
    files = [path for room in rooms for path in sorted((TREE / room).rglob("*.py"))]
    texts = [(str(path.relative_to(TREE)), path.read_text("utf-8")) for path in files]
    return tuple((name, ast.parse(text), text.count("\n")) for name, text in texts)


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines of the body; the docstring does not count."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_function_is_longer_than_a_screen():
    long = {
        f"{name}:{function.name}": length(function)
        for name, tree, _ in sources(*ROOMS, "tests")
        for function in functions(tree)
        if length(function) > LONGEST_FUNCTION
    }
    assert not {name: lines for name, lines in long.items() if name not in LONG_FUNCTIONS}


def test_no_file_is_longer_than_one_sitting():
    long = {name: lines for name, _, lines in sources(*ROOMS, "tests") if lines > LONGEST_FILE}
    assert not {name: lines for name, lines in long.items() if name not in LONG_FILES}


def test_every_exception_is_still_needed():
    names = {name for name, _, lines in sources(*ROOMS, "tests") if lines > LONGEST_FILE}
    assert set(LONG_FILES) <= names


def test_every_module_says_its_job_in_its_first_line():
    silent = [name for name, tree, _ in sources(*ROOMS, "tests") if not ast.get_docstring(tree)]
    assert not [name for name in silent if not is_empty_package(name)]


def is_empty_package(name: str) -> bool:
    """Empty packages among the tests, and catalogues of data, have no job to say."""
    return name.startswith("tests/") and name.endswith("__init__.py")


def test_no_sentence_is_put_together_before_it_is_translated():
    wrong = [
        f"{name}:{call.lineno}"
        for name, tree, _ in sources("ui", "app")
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and called(call) in {"tr", "translate"}
        and any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in call.args)
    ]
    assert not wrong


def called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_randomness_comes_from_secrets():
    users = [
        name
        for name, tree, _ in sources("app", "hardware", "ui")
        if "random" in imported(tree) and name not in RANDOM_ALLOWED
    ]
    assert not users


def imported(tree: ast.Module) -> set[str]:
    plain = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    taken = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return plain | taken


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_requirements_name_no_address(path):
    text = path.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("    --hash=sha256:", ""), re.MULTILINE)


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_by_digest(path):
    text = re.sub(r"#.*", "", path.read_text("utf-8")).replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip()]
    pinned = re.compile(r"[A-Za-z0-9._-]+==\S+( ;[^-]*)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert lines
    assert [line for line in lines if not pinned.fullmatch(line)] == []


def test_the_check_set_holds_the_run_set_in_the_same_versions():
    run, check = (
        set(re.findall(r"^[A-Za-z0-9._-]+==\S+", path.read_text("utf-8"), re.MULTILINE))
        for path in (
            TREE / "installer" / "requirements.txt",
            TREE / "installer" / "requirements-check.txt",
        )
    )
    assert run <= check


EMIT = f"""
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal(object)
bell, heard = Bell(), []
bell.rung.connect(heard.append)
for number in range({SIGNALS}):
    bell.rung.emit(None if number % 2 else True)
print(len(heard))
"""


def test_python_survives_five_thousand_signals():
    # in a process of its own: a bad pair of versions aborts the interpreter
    done = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, str(SIGNALS)), done.stderr


@pytest.mark.parametrize(
    ("pyside", "python"), [("6.12.0", (3, 11, 2)), ("6.13.1", (3, 10, 0)), ("7.0.0", (3, 11, 9))]
)
def test_a_pyside_that_aborts_this_python_is_refused(pyside, python):
    with pytest.raises(Unavailable) as trouble:
        refuse_aborting(pyside, python)
    assert trouble.value.code == "pyside.aborts"


@pytest.mark.parametrize(("pyside", "python"), [("6.11.3", (3, 11, 2)), ("6.12.0", (3, 12, 1))])
def test_a_pyside_that_fits_is_let_through(pyside, python):
    refuse_aborting(pyside, python)
