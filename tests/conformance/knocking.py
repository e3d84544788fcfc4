"""Knocks a rule out: the function stays, what it does is exchanged, whoever imported it."""

import ast
import importlib
import inspect
import textwrap
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class KnockOut:
    """`rule` is module:function; `instead` says what a program without the rule would answer.

    The code of `instead` runs in the rule's own module and may use the names of that module.
    Without one the function does what it does, but refuses nothing (see `toothless`).
    """

    rule: str
    instead: Callable[..., Any] | None = None

    def damage(self) -> None:
        """From now on, in this process, the rule does what `instead` does."""
        function = resolve(self.rule)
        instead: Any = self.instead or toothless(function)
        function.__code__ = instead.__code__
        function.__defaults__ = instead.__defaults__
        function.__kwdefaults__ = instead.__kwdefaults__


def resolve(rule: str) -> types.FunctionType:
    """The plain function behind module:function or module:Class.method; LookupError for none."""
    module, _, path = rule.partition(":")
    found: Any = importlib.import_module(module)
    for name in path.split("."):
        found = inspect.getattr_static(found, name)
    found = found.fget if isinstance(found, property) else inspect.unwrap(found)
    if not isinstance(found, types.FunctionType):
        raise LookupError(f"{rule} is no function")
    return found


def toothless(function: types.FunctionType) -> types.FunctionType:
    """The same function without what refuses: no `raise`, no call made for its refusal alone."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    (body,) = tree.body
    assert isinstance(body, ast.FunctionDef)
    body.decorator_list = []
    tree = ast.fix_missing_locations(_WithoutRefusals().visit(tree))
    made: dict[str, Any] = {}
    exec(compile(tree, "<toothless>", "exec"), function.__globals__, made)  # noqa: S102
    return made[body.name]


class _WithoutRefusals(ast.NodeTransformer):
    def visit_Raise(self, node: ast.Raise) -> ast.stmt:
        return ast.Pass()

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        return ast.Pass() if isinstance(node.value, ast.Call) else node


def nothing(*_args: Any, **_named: Any) -> None:
    """A rule that refuses nothing."""
