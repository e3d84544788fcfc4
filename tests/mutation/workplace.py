"""A copy of what the tests of the rules need; mutants are never written into the tree itself."""

import ast
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

TREE = Path(__file__).parents[2]
ROOM = Path("app") / "domain"
ALL_TESTS = ("tests/domain",)
COPIED = ("app", "resources", "tests/domain", "tests/conftest.py", "tests/mutation/quick.py")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.qm")
UNDERSTOOD = {"staticmethod", "classmethod"}  # mutmut looks into these itself
PATIENCE = 10  # times the tests' own time, and never less than so many seconds
SETTINGS = """\
[tool.mutmut]
source_paths = ["app"]
only_mutate = {modules}
also_copy = ["resources"]
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-p", "tests.mutation.quick", "-p", "no:cacheprovider", "--no-header",
                       "--no-summary"]
use_git_change_detection = false
timeout_multiplier = {patience}

[tool.pytest.ini_options]
addopts = "--import-mode=importlib"
filterwarnings = ["error"]
"""


def modules() -> list[str]:
    """Every module of the rules."""
    return sorted(path.stem for path in (TREE / ROOM).glob("*.py") if path.stem != "__init__")


def lay(folder: Path, chosen: Sequence[str], tests: Sequence[str]) -> None:
    """The copy, with settings that mutate only what was chosen."""
    for name in COPIED:
        _copy(TREE / name, folder / name)
    for module in chosen:
        file = folder / ROOM / f"{module}.py"
        file.write_text(undecorated(file.read_text("utf-8")), "utf-8")
    settings = SETTINGS.format(
        modules=json.dumps([f"{ROOM}/{module}.py" for module in chosen]),
        tests=json.dumps(list(tests)),
        patience=PATIENCE,
    )
    (folder / "pyproject.toml").write_text(settings, "utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=NOT_COPIED)
    else:
        shutil.copy2(source, target)


def undecorated(source: str) -> str:
    """The same module with `name = property(name)` for `@property`: mutmut skips the decorated."""
    lines = source.splitlines()
    for node in sorted(_decorated(source), key=lambda node: -node.lineno):
        made = f"{node.name} = {ast.unparse(node.decorator_list[0])}({node.name})"
        lines.insert(node.end_lineno or 0, " " * node.col_offset + made)
        del lines[node.decorator_list[0].lineno - 1]
    return "\n".join(lines) + "\n"


def _decorated(source: str) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef) or len(node.decorator_list) != 1:
            continue
        if getattr(node.decorator_list[0], "id", "") not in UNDERSTOOD:
            yield node
