"""What the main program hands to the windows: services, devices as functions, tasks, look."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.cases import Case
from app.domain.commitment import Shown, Signature
from app.services.office import Office
from app.services.printing import Spooler
from app.services.sealing import Sealed
from hardware.devices.id_card import IdCard
from ui.tasks import Report, Tasks
from ui.theme import Look


class CardReader(Protocol):
    """The resident card reader as the window sees it; called on the lane `serial` only."""

    def read(self) -> IdCard: ...

    def card_present(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class SealAbout:
    """What the seal holder sees before typing the PIN."""

    name: str
    tries_left: int | None


class Sealer(Protocol):
    """The hall's seal with its token; called on the lane `cards` only."""

    def about(self) -> SealAbout:
        """The right token is plugged in, and how many tries it has left."""

    def seal(
        self,
        office: Office,
        case: Case,
        shown: tuple[Shown, ...],
        signature: Signature | None,
        pin: str,
        report: Report,
    ) -> Sealed: ...

    def reissue(
        self, office: Office, case: Case, number: str, reason: str, pin: str, report: Report
    ) -> Sealed: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """One counter. Devices are asked for anew each time, so that plugging in needs no restart."""

    tasks: Tasks
    look: Look
    office: Office
    card_reader: Callable[[], CardReader]
    sealer: Sealer
    spooler: Spooler
    simulated: tuple[str, ...] = ()  # kinds of simulated devices, written into every record
