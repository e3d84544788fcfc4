"""The number of proofs demanded, unit by unit; it is to be nought everywhere (Art. 7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.voluntary import Received, Why
from app.errors import Refused


class Place(StrEnum):
    """Where a proof can be asked for (A7-3)."""

    CHECKLIST = "checklist"
    SUPPLEMENT = "supplement-notice"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody tried to ask for a cancelled proof and was refused."""

    unit_code: str
    proof_name: str
    officer: str
    at: str
    place: Place


@dataclass(frozen=True, slots=True)
class Meter:
    """One unit's figures: refused attempts, and proofs taken that were demanded."""

    unit_code: str
    attempts: int
    demanded: int

    @property
    def alert(self) -> bool:
        """Any attempt alerts (A7-2)."""
        return self.attempts > 0 or self.demanded > 0


def attempt(
    refusal: Refused, *, unit_code: str, officer: str, at: str, place: Place
) -> Attempt | None:
    """The attempt behind a refusal; None for one that has another reason (A7-3)."""
    if refusal.code != "proof.cancelled":
        return None
    return Attempt(unit_code, str(refusal.facts["proof"]), officer, at, place)


def meters(
    units: Iterable[str], attempts: Iterable[Attempt], received: Iterable[tuple[str, Received]] = ()
) -> tuple[Meter, ...]:
    """A meter for every unit, also for one that only an attempt names; units in order (A7-2)."""
    tried = [each.unit_code for each in attempts]
    taken = [unit for unit, each in received if each.why is Why.DEMANDED]
    every = dict.fromkeys((*units, *tried, *taken))
    return tuple(Meter(unit, tried.count(unit), taken.count(unit)) for unit in every)


def alerts(found: Iterable[Meter]) -> tuple[Meter, ...]:
    """The meters that are not at nought."""
    return tuple(meter for meter in found if meter.alert)
