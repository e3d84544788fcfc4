"""Flips the rows of every table of the rules and the numbers of every pack, one at a time.

Mutation tools change what functions do; a table's row or a pack's number they leave alone. Here
each is taken away or changed in a child of its own, and a test must fail.
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import app.domain
import app.reference

TREE = Path(__file__).parent.parent.parent
TABLE = re.compile(r"_?[A-Z][A-Z0-9_]*")
PACKS = ("luzhou-2019-36.toml", "national.toml")
PROSE = frozenset({"says", "remarks"})
PACK_TESTS = ("tests/domain/test_policy.py", "tests/domain/test_pack_numbers.py",
              "tests/domain/test_national.py")  # fmt: skip
# A word between the bars and brackets of a pattern.
WORD = r"[^|()\[\]?!<:]+"
ALTERNATIVE = re.compile(rf"(?<=[|(:!<]){WORD}(?=[|)])|^{WORD}(?=\|)|(?<=\|){WORD}$")
Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Flip:
    """What is flipped, how, and the tests that ought to notice."""

    name: str
    damage: Callable[[], None]
    tests: tuple[str, ...]


def all_flips() -> Iterator[Flip]:
    yield from table_flips()
    yield from pack_flips()


def table_flips() -> Iterator[Flip]:
    """Rows taken away, values exchanged, numbers and words changed: whatever stands in capitals."""
    for found in pkgutil.iter_modules(app.domain.__path__):
        module = importlib.import_module(f"app.domain.{found.name}")
        for name, value in vars(module).items():
            if TABLE.fullmatch(name) and _at_home(module.__name__, name):
                tests = _tests_of(found.name)
                for label, other in changed(value):
                    said = f"{found.name}.{name}: {label}"
                    yield Flip(said, partial(_everywhere, name, value, other), tests)


def pack_flips() -> Iterator[Flip]:
    """Every number, day, word and mark of every pack; prose is for readers and lawyers."""
    read = app.reference.read_folder
    for file, content in read(
        app.reference.resource("policy"), app.reference.public_key(app.reference.resource("")), ""
    ).items():
        for path, value in _leaves(content):
            if PROSE & set(path):
                continue
            for _, other in changed(value):
                name = f"{file}: {'.'.join(map(str, path))} = {value!r:.30} → {other!r:.30}"
                yield Flip(name, partial(_in_pack, file, path, other), PACK_TESTS)


def changed(value: Any) -> Iterator[tuple[str, Any]]:
    """The value with one row or letter of it other than it was; nothing for what is no table."""
    for kind, how in KINDS:
        if isinstance(value, kind):
            yield from how(value)
            return


def _days(value: date) -> Iterator[tuple[str, date]]:
    """The day before: the end of time has none after it."""
    yield "a day earlier", value - timedelta(days=1)


def _spans(value: timedelta) -> Iterator[tuple[str, timedelta]]:
    """A day more where days are counted, else a minute."""
    yield "longer", value + timedelta(**({"days": 1} if value.days else {"minutes": 1}))


def _words(value: str) -> Iterator[tuple[str, str]]:
    """Days stay days and times times, so that they are read at all; an alternation has rows."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield from ((label, day.isoformat()) for label, day in _days(date.fromisoformat(value)))
    elif re.fullmatch(r"\d\d:\d\d", value):
        yield "a minute later", f"{value[:-1]}{(int(value[-1]) + 1) % 10}"
    elif "|" in value:
        for found in ALTERNATIVE.finditer(value):
            yield f"without {found[0]}", f"{value[: found.start()]}(?!){value[found.end() :]}"
    elif value:
        yield "another letter", f"{value[:-1]}{'y' if value[-1] == 'x' else 'x'}"


def _patterns(value: re.Pattern[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The rows of an alternation; what else a pattern says is for the tests of its module."""
    for label, other in _words(value.pattern) if "|" in value.pattern else ():
        with suppress(re.error):  # a bar inside a set of characters is no bar
            yield label, re.compile(other)


def _mappings(value: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    """Each row away; each row with a value as another row has it, or with a changed one."""
    for key, row in value.items():
        yield f"without {key!s}", {k: v for k, v in value.items() if k != key}
        if isinstance(key, int):  # one of hundreds of signs that are read as another
            continue
        others = [other for other in value.values() if type(other) is type(row) and other != row]
        for label, other in [*(("as another row", each) for each in others[:1]), *changed(row)]:
            yield f"{key!s} {label}", {**value, key: other}


def _rows(value: Any) -> Iterator[tuple[str, Any]]:
    made = list(value)
    for place, row in enumerate(made):
        others = [row + 1] if isinstance(row, int) else []  # a sum keeps its length
        label = f"one more at {place}" if others else f"without {row!s:.40}"
        yield label, type(value)([*made[:place], *others, *made[place + 1 :]])


KINDS: tuple[tuple[Any, Callable[[Any], Iterator[tuple[str, Any]]]], ...] = (
    (bool, lambda value: iter([(f"not {value}", not value)])),
    (int | float, lambda value: iter([("one more", value + 1)])),
    (timedelta, _spans),
    (date, _days),
    (str, _words),
    (re.Pattern, _patterns),
    (Mapping, _mappings),
    (frozenset | tuple | list, _rows),
)


def _leaves(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, (*path, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _leaves(each, (*path, place))
    else:
        yield path, value


def _in_pack(file: str, path: Path_, other: Any) -> None:
    """From now on whoever reads the packs reads this one so."""
    read = app.reference.read_folder

    def flipped(folder: Path, key: bytes, article: str) -> dict[str, Any]:
        found = read(folder, key, article)
        if file in found:
            place: Any = found[file]
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = other
        return found

    _everywhere("read_folder", read, flipped)


def _everywhere(name: str, value: Any, other: Any) -> None:
    """Whoever holds the table holds the other from now on; a mapping is changed in place."""
    if isinstance(value, dict):
        value.clear()
        value.update(other)
        return
    for module in [each for known, each in sys.modules.items() if known.startswith("app.")]:
        if getattr(module, name, None) is value:
            setattr(module, name, other)


def _at_home(module: str, name: str) -> bool:
    """Is it made in this module, not imported into it?"""
    text = (TREE / (module.replace(".", "/") + ".py")).read_text("utf-8")
    return re.search(rf"^{name}\b[^=\n]*= ?", text, re.MULTILINE) is not None


def _tests_of(module: str) -> tuple[str, ...]:
    """The module's own tests first, then those of whoever imports it."""
    named = re.compile(
        rf"^from app\.domain(\.{module} import|  *import .*\b{module}\b)", re.MULTILINE
    )
    folder = TREE / "tests" / "domain"
    own = sorted(folder.glob(f"test_{module}.py")) + sorted(folder.glob(f"test_{module}_*.py"))
    others = [file for file in sorted(folder.glob("test_*.py")) if file not in own]
    using = [file for file in others if named.search(file.read_text("utf-8"))]
    return tuple(str(file.relative_to(TREE)) for file in own + using)
