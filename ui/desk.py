"""What the main program hands to the windows: services, devices as plain functions, tasks, look."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.services.office import Office
from app.services.printing import Spooler

from app.seal.signer import SealDevice
from hardware.devices.id_card import IdCard
from ui.tasks import Tasks
from ui.theme import Look


class CardReader(Protocol):
    """The resident card reader as the window sees it; called on the lane `serial` only."""

    def read(self) -> IdCard: ...

    def card_present(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """One counter. Devices are asked for anew each time, so that plugging in needs no restart."""

    tasks: Tasks
    look: Look
    office: Office
    card_reader: Callable[[], CardReader]
    seal_device: Callable[[], SealDevice]
    spooler: Callable[[], Spooler]
