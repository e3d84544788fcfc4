"""Which pack governs on a day, by what was confirmed so far (A25-1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.policy import Pack, standing
from app.domain.successor import Successor


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A successor, with the version of its pack that was read and confirmed."""

    successor: Successor
    version: str

    @property
    def pin(self) -> str:
        """What a case under it is pinned to."""
        return f"{self.successor.pack}@{self.version}"


def as_row(made: Confirmation) -> dict[str, str]:
    """The confirmation as counter and platform keep it, by column."""
    said = made.successor
    return {
        "after": said.after,
        "pack": said.pack,
        "version": made.version,
        "basis": said.basis,
        "confirmed_by": said.confirmed_by,
        "confirmed_on": said.confirmed_on.isoformat(),
    }


def from_row(row: Mapping[str, str]) -> Confirmation:
    """What `as_row` made; other columns are not looked at."""
    said = {name: row[name] for name in ("after", "pack", "basis", "confirmed_by")}
    day = date.fromisoformat(row["confirmed_on"])
    return Confirmation(Successor(**said, confirmed_on=day), row["version"])


def in_effect(kept: Sequence[Confirmation], after: str, on: date) -> tuple[Confirmation, ...]:
    """What counted at some hour of the day: the last of the days before, then the day's own."""
    mine = [each for each in kept if each.successor.after == after]
    earlier = [each for each in mine if each.successor.confirmed_on < on]
    same_day = [each for each in mine if each.successor.confirmed_on == on]
    return (*earlier[-1:], *same_day)


def governing(
    first: Pack, packs: Mapping[str, Pack], kept: Sequence[Confirmation], on: date
) -> tuple[Pack, Successor | None]:
    """The pack in use at the day's end, and the confirmation it rests on; `kept`: oldest first.

    A version that does not ship here was never read here: its confirmation leads nowhere. One that
    is not in force yet displaces nothing.
    """
    pack, basis, passed = first, None, {first.id}
    while counted := in_effect(kept, pack.id, on):
        last = counted[-1]
        after = packs.get(last.pin)
        if after is None or after.id in passed or standing(after, on) == "not-yet":
            break
        pack, basis = after, last.successor
        passed.add(pack.id)
    return pack, basis


def confirmed_for(pack: Pack, kept: Sequence[Confirmation], on: date) -> Successor | None:
    """The confirmation a case of that day under this very pack rests on; None: there is none."""
    counted = in_effect(kept, pack.follows or pack.id, on)
    if pack.follows:
        counted = tuple(each for each in counted if each.pin == pack.pin)
    return counted[-1].successor if counted else None
