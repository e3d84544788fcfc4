"""Who asks a rule: read from the source, so that a claim of use can be checked."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TREE = Path(__file__).parent.parent.parent
ROOMS = ("app", "ui")
Name = str  # module:function, or module:Class.method


@cache
def using() -> dict[Name, frozenset[Name]]:
    """For each function of the program the functions of the program it names."""
    found: dict[Name, frozenset[Name]] = {}
    for room in ROOMS:
        for path in sorted((TREE / room).rglob("*.py")):
            found |= _of_file(path)
    return found


def asking(rules: list[Name]) -> frozenset[str]:
    """The modules outside app.domain whose code reaches one of the rules through app.domain."""
    reached = set(rules)
    while more := {user for user, used in using().items() if used & reached} - reached:
        reached |= {user for user in more if user.startswith("app.domain")}
        if not any(user.startswith("app.domain") for user in more):
            break
    outside = {user for user, used in using().items() if used & reached} | set(rules)
    return frozenset(
        user.partition(":")[0] for user in outside if not user.startswith("app.domain")
    )


def _of_file(path: Path) -> dict[Name, frozenset[Name]]:
    module = path.relative_to(TREE).with_suffix("").as_posix().replace("/", ".")
    module = module.removesuffix(".__init__")
    tree = ast.parse(path.read_text("utf-8"))
    known = dict(_imported(tree)) | {
        node.name: f"{module}:{node.name}"
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
    return {f"{module}:{name}": frozenset(_used(node, known)) for name, node in _functions(tree)}


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                yield each.asname or each.name, f"{node.module}:{each.name}"


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Functions and methods by name; what a module does by itself goes under its empty name."""
    rest = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef):
                    yield f"{node.name}.{part.name}", part
        else:
            rest.append(node)
    yield "", ast.Module(rest, [])


def _used(node: ast.AST, known: dict[str, Name]) -> Iterator[Name]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and each.id in known:
            yield known[each.id]
        elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
            target = known.get(each.value.id)
            if target:  # module.function, written so
                yield target.replace(":", ".") + f":{each.attr}"
            elif each.value.id == "self":
                yield from (name for name in known.values() if name.endswith(f".{each.attr}"))
