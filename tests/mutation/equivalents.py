"""Mutants that change nothing anybody could see, each with a reason a person wrote."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LIST = Path(__file__).with_name("equivalent.toml")
Key = tuple[str, str, str, str]  # module, function, what is taken away, what is put there


@dataclass(frozen=True, slots=True)
class Equivalent:
    """One row of the list."""

    module: str
    function: str
    was: str
    becomes: str
    reason: str

    @property
    def key(self) -> Key:
        """What it is found by; numbers of mutants move with every change above them."""
        return self.module, self.function, self.was, self.becomes


def listed(modules: Iterable[str], path: Path = LIST) -> list[Equivalent]:
    """The rows of these modules."""
    rows = tomllib.loads(path.read_text("utf-8")).get("mutant", [])
    return [row for row in (Equivalent(**each) for each in rows) if row.module in set(modules)]
