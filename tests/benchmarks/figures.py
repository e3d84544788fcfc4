"""Figures of a measurement: medians, a ratio, a table; two ways of the same work in turn."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """Ours beside the floor. `notes` are further numbers of the same run."""

    name: str
    ours: float
    floor: float
    runs: int
    unit: str = "ms"
    notes: Mapping[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else 0.0

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "ours": round(self.ours, 3),
            "floor": round(self.floor, 3),
            "ratio": round(self.ratio, 3),
            "runs": self.runs,
            "unit": self.unit,
            **{name: round(value, 3) for name, value in self.notes.items()},
        }


def in_turn(
    ours: Callable[[], float], floor: Callable[[], float], runs: int, warm_up: int = 3
) -> tuple[list[float], list[float]]:
    """Run both alternately; each answers its own milliseconds."""
    for _ in range(warm_up):
        ours()
        floor()
    pairs = [(ours(), floor()) for _ in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def table(figures: Sequence[Figure]) -> str:
    """A few columns for a person."""
    rows = [f"{'':24}{'ours':>10}{'floor':>10}{'ratio':>8}{'runs':>6}  unit"]
    for each in figures:
        rows.append(
            f"{each.name:24}{each.ours:>10.2f}{each.floor:>10.2f}{each.ratio:>8.2f}"
            f"{each.runs:>6}  {each.unit}"
        )
        rows += [f"    {name:20}{value:>10.2f}" for name, value in each.notes.items()]
    return "\n".join(rows)
