"""What the main program hands to the windows: services, devices as functions, tasks, look."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.cases import Case
from app.domain.commitment import Shown, Signature
from app.services.office import Office, Session
from app.services.printing import Spooler
from app.services.sealing import Sealed
from hardware.devices.document_camera import Found
from hardware.devices.id_card import IdCard
from hardware.devices.signature_pad import PenPoint
from ui.tasks import Report, Tasks
from ui.theme import Look


class CardReader(Protocol):
    """The resident card reader as the window sees it; called on the lane `serial` only."""

    def read(self) -> IdCard: ...

    def card_present(self) -> bool: ...


class Camera(Protocol):
    """The document camera as the window sees it; called on the lane `print` only."""

    def look(self) -> Found: ...

    def remove(self, sm3: str) -> int: ...


@dataclass(frozen=True, slots=True)
class TokenChoice:
    """One token that may set the seal; `key` names it and its certificate."""

    key: str
    serial: str
    name: str  # whose certificate it is


@dataclass(frozen=True, slots=True)
class SealAbout:
    """What the seal holder sees before typing the PIN.

    With `choices` the token must be picked first; `missing`: the number of the one used so far.
    `remark`: what is wrong with the seal's picture but keeps nobody from sealing.
    """

    name: str
    tries_left: int | None
    serial: str = ""
    choices: tuple[TokenChoice, ...] = ()
    missing: str = ""
    remark: Exception | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """As typed, never printed; `insisted`: also when it is the last try.

    `holder`: who came to set the seal, where it is not who has signed in.
    """

    text: str = field(repr=False)
    insisted: bool = False
    holder: Session | None = None


class Sealer(Protocol):
    """The hall's seal with its token; called on the lane `cards` only."""

    @property
    def file(self) -> bytes:
        """The seal itself; empty where the counter has none."""

    def about(self) -> SealAbout:
        """The right token is plugged in, and how many tries it has left."""

    def asked(self, office: Office, case: Case) -> SealAbout:
        """The same for this officer and this letter; a refusal goes into the book of uses."""

    def dropped(self, office: Office, case: Case) -> None:
        """The PIN was asked for and not given."""

    def pick(self, key: str) -> None:
        """The token to seal with from now on, out of `choices`."""

    def seal(
        self,
        office: Office,
        case: Case,
        shown: tuple[Shown, ...],
        signature: Signature | None,
        pin: Pin,
        report: Report,
    ) -> Sealed: ...

    def reissue(
        self, office: Office, case: Case, number: str, reason: str, pin: Pin, report: Report
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
    camera: Callable[[], Camera]
    simulated_pen: tuple[tuple[PenPoint, ...], ...] = ()  # training: strokes out of a file
    simulated: tuple[str, ...] = ()  # kinds of simulated devices, written into every record
