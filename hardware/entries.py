"""The devices of one counter as its settings have them."""

from dataclasses import dataclass

from hardware.devices.token_profile import STANDARD
from hardware.seal_tokens import is_simulated


@dataclass(frozen=True, slots=True)
class DeviceEntry:
    """One device in the settings. `simulated` None: its place says so, or the device itself."""

    kind: str  # id-reader | card-reader | seal-token | printer | pad | camera
    transport: str  # serial | pcsc | library | cups | folder
    address: str  # the line, the reader's name, the print service (empty: the system's)
    simulated: bool | None = None
    name: str = ""  # a printer's own name; for others what people call it
    # a row of profiles/tokens.toml; for an id-reader of card_readers.toml or readers.toml
    profile: str = STANDARD

    def is_simulated(self) -> bool:
        if self.kind == "pad":
            return True  # a real one is the system's; only strokes out of a file have an address
        if self.simulated is None:
            return is_simulated(self.address)
        return self.simulated


@dataclass(frozen=True, slots=True)
class StationSettings:
    """`photo_decoder` and `helper`: files, the maker's decoder and the Python for its libraries.

    `library_port`: the only port a card reader's library may try; empty: found.
    """

    devices: tuple[DeviceEntry, ...] = ()
    photo_decoder: str = ""
    helper: str = ""
    library_port: str = ""

    def of_kind(self, kind: str) -> tuple[DeviceEntry, ...]:
        return tuple(entry for entry in self.devices if entry.kind == kind)
