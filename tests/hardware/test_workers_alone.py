"""Workers run under a helper that may be an old 32-bit Python: standard library and old syntax."""

import ast
import sys
from pathlib import Path

import pytest

import hardware.workers

FILES = sorted(Path(hardware.workers.__file__).parent.glob("*.py"))
OLDEST = (3, 8)


def imported(tree):
    for each in ast.walk(tree):
        if isinstance(each, ast.Import):
            yield from (name.name for name in each.names)
        elif isinstance(each, ast.ImportFrom):
            yield each.module


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_old_python_understands_a_worker(file):
    tree = ast.parse(file.read_text("utf-8"), feature_version=OLDEST)
    for module in imported(tree):
        first = module.partition(".")[0]
        assert first in sys.stdlib_module_names or module.startswith("hardware.workers"), module


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_annotation_needs_a_newer_python(file):
    """list[int] and X | None are evaluated where a function is made."""
    tree = ast.parse(file.read_text("utf-8"))
    functions = (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef))
    for each in functions:
        given = [*each.args.args, *each.args.kwonlyargs]
        notes = [one.annotation for one in given] + [each.returns]
        for note in (one for one in notes if one is not None):
            for part in ast.walk(note):
                assert not isinstance(part, ast.BinOp), f"{file.name}: {each.name}"
                if isinstance(part, ast.Subscript) and isinstance(part.value, ast.Name):
                    assert part.value.id not in ("list", "dict", "tuple", "set", "type"), each.name
