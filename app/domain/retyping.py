"""What is typed although it was known, case by case: the flow is to make it nought (Art. 13)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """Where a field's content came from."""

    CARD = "card"
    SOURCE = "source"
    EARLIER = "earlier-entry"  # carried over from what was entered before
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Filled:
    """A field was filled in; what was written is not kept here."""

    case_number: str
    field: str
    origin: Origin


def retyped(filled: Iterable[Filled]) -> tuple[Filled, ...]:
    """Fields typed by hand that were known in this case already, in the order given (A13-3)."""
    return tuple(_again(filled))


def by_case(filled: Iterable[Filled]) -> Mapping[str, int]:
    """How often that happened in each case; nought where it did not (A13-3)."""
    every = tuple(filled)
    again = [each.case_number for each in _again(every)]
    return {case: again.count(case) for case in dict.fromkeys(each.case_number for each in every)}


def _again(filled: Iterable[Filled]) -> Iterator[Filled]:
    known = set[tuple[str, str]]()
    for each in filled:
        place = (each.case_number, each.field)
        if each.origin is Origin.TYPED and place in known:
            yield each
        known.add(place)
