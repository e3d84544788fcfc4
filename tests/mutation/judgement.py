"""Counts the verdicts, apart from the equivalent mutants, and finds rows that are out of date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.mutation.equivalents import Equivalent
from tests.mutation.mutants import Mutant

LEAST = 95.0  # per cent of all mutants, the equivalent ones among them


@dataclass(frozen=True, slots=True)
class Seen:
    """A mutant beside what it changes."""

    mutant: Mutant
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of one module, or of all."""

    name: str
    mutants: int
    killed: int
    timeouts: int
    equivalent: int

    @property
    def survived(self) -> int:
        """Neither killed nor explained."""
        return self.mutants - self.killed - self.equivalent

    @property
    def percent(self) -> float:
        """Of all mutants, killed; an equivalent one counts against us."""
        return 100 * self.killed / self.mutants if self.mutants else 100.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a run came to."""

    mutants: Sequence[Mutant]
    equivalent: Sequence[tuple[Seen, Equivalent]]
    survivors: Sequence[Seen]
    stale: Sequence[str]

    def count(self, module: str = "") -> Count:
        """The figures of the module; without a name, of all."""
        own = [one for one in self.mutants if module in ("", one.module)]
        explained = [seen for seen, _ in self.equivalent if module in ("", seen.mutant.module)]
        return Count(
            name=module or "all",
            mutants=len(own),
            killed=sum(one.killed for one in own),
            timeouts=sum(one.verdict == "timeout" for one in own),
            equivalent=len(explained),
        )


def judge(mutants: Sequence[Mutant], seen: Iterable[Seen], rows: Sequence[Equivalent]) -> Judgement:
    """`seen` holds at least the survivors and the mutants of every function the rows name."""
    by_key = {row.key: row for row in rows}
    found: dict[Equivalent, list[Seen]] = {row: [] for row in rows}
    survivors = []
    for each in seen:
        row = by_key.get((each.mutant.module, each.mutant.function, each.was, each.becomes))
        if row:
            found[row].append(each)
        elif not each.mutant.killed:
            survivors.append(each)
    return Judgement(
        mutants=mutants,
        equivalent=[
            (one, row) for row, all_ in found.items() for one in all_ if not one.mutant.killed
        ],
        survivors=survivors,
        stale=list(_stale(found)),
    )


def _stale(found: dict[Equivalent, list[Seen]]) -> Iterable[str]:
    for row, all_ in found.items():
        what = f"{row.module} {row.function}: {row.was} → {row.becomes}"
        if not all_:
            yield f"no such mutant any more: {what}"
        elif any(one.mutant.killed for one in all_):
            yield f"a test kills it: {what}"
