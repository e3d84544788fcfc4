"""The devices of one counter, put together from its settings; knows which of them are simulated."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from hardware.clock import Clock, SystemClock, WallClock
from hardware.devices.id_card import IdCard
from hardware.devices.id_reader import IdReader
from hardware.devices.printer import Printer
from hardware.devices.seal_token import Profile, SealToken
from hardware.errors import DeviceTrouble, NoCard, NoDevice
from hardware.id_readers import Opener, open_id_reader
from hardware.transports.base import ApduChannel, ByteStream, Spooler
from hardware.transports.pcsc import PcscChannel
from hardware.transports.serial_channel import find_channel
from hardware.transports.serial_port import RATES, SerialPort, is_pseudo_terminal
from hardware.watch import Watch, is_plugged

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class DeviceEntry:
    """One device in the settings. `simulated` None: a pseudo-terminal is, all else is not."""

    kind: str  # id-reader | card-reader | seal-token | printer | pad
    transport: str  # serial | pcsc | library | cups
    address: str  # the line, the reader's name, the print service (empty: the system's)
    simulated: bool | None = None
    name: str = ""  # a printer's own name; for others what people call it

    def is_simulated(self) -> bool:
        if self.simulated is None:
            return is_pseudo_terminal(self.address)
        return self.simulated


@dataclass(frozen=True, slots=True)
class StationSettings:
    devices: tuple[DeviceEntry, ...] = ()

    def of_kind(self, kind: str) -> tuple[DeviceEntry, ...]:
        return tuple(entry for entry in self.devices if entry.kind == kind)


@dataclass(frozen=True, slots=True)
class DeviceState:
    """What the status bar shows of a device; `code` is a key of problems.py when it is in trouble.

    States: absent, ready, no-card, card, locked, trouble.
    """

    kind: str
    name: str
    address: str
    state: str
    simulated: bool
    code: str = ""


class ReaderAtStation:
    """The identity-card reader of an entry: opened when needed, again after it was unplugged."""

    def __init__(self, entry: DeviceEntry, open_reader: Callable[[], IdReader]) -> None:
        self._entry = entry
        self._open_reader = open_reader
        self._reader: IdReader | None = None
        self._state, self._code = "ready", ""

    @property
    def address(self) -> str:
        return self._entry.address

    def read(self) -> IdCard:
        """The card, marked when it comes from a simulator."""
        card = self._ask(lambda reader: reader.read())
        self._state = "card"
        return replace(card, simulated=card.simulated or self._entry.is_simulated())

    def card_present(self) -> bool:
        there = self._ask(lambda reader: reader.card_present())
        self._state = "card" if there else "no-card"
        return there

    def wait_for_removal(self, seconds: float) -> bool:
        return self._ask(lambda reader: reader.wait_for_removal(seconds))

    def sam_id(self) -> str:
        return self._ask(lambda reader: reader.sam_id())

    def state(self) -> DeviceState:
        """From what was seen last; does not touch the line, so any thread may ask."""
        entry = self._entry
        state, code = self._state, self._code
        if not is_plugged(entry.address):
            state, code = "absent", "port.absent"
        name = entry.name or entry.address
        return DeviceState(entry.kind, name, entry.address, state, entry.is_simulated(), code)

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _ask(self, act: Callable[[IdReader], Result]) -> Result:
        try:
            if self._reader is None:
                self._reader = self._open_reader()
            result = act(self._reader)
        except DeviceTrouble as trouble:
            self._note(trouble)
            raise
        if self._state in ("trouble", "absent"):
            self._state = "ready"
        self._code = ""
        return result

    def _note(self, trouble: DeviceTrouble) -> None:
        self._state, self._code = "trouble", trouble.code
        if isinstance(trouble, NoCard):
            self._state = "no-card"
        elif isinstance(trouble, NoDevice):
            self._state = "absent"
        if isinstance(trouble, NoDevice) or trouble.code == "id-reader.silent":
            self.close()  # opened, and its rate found, anew by the next act


class Station:
    """Everything plugged in at one counter. Close it when the window closes."""

    def __init__(
        self,
        settings: StationSettings,
        clock: Clock | None = None,
        openers: Mapping[str, Opener] | None = None,
        wall: WallClock | None = None,
    ) -> None:
        """`wall`: what certificates are judged by; without one the machine's clock."""
        self._settings = settings
        self._wall = wall or SystemClock()
        self._clock = clock or SystemClock()
        self._openers = dict(openers or {})
        self._tries: dict[str, int] = {}  # what wrong PINs told, by the token's serial number
        self._readers = tuple(
            ReaderAtStation(entry, partial(self._open_id_reader, entry))
            for entry in settings.of_kind("id-reader")
        )

    def id_reader(self) -> ReaderAtStation:
        """The counter's reader; NoDevice when its settings name none."""
        if not self._readers:
            raise NoDevice("id-reader.not-set")
        return self._readers[0]

    def seal_tokens(self) -> tuple[SealToken, ...]:
        """Every token that answers; never just the first found. The caller closes them."""
        tokens: list[SealToken] = []
        silent: DeviceTrouble = NoDevice("token.absent")
        for entry in self._settings.of_kind("seal-token"):
            try:
                channel, simulated = self._seal_channel(entry), entry.is_simulated()
                tokens.append(self._token(channel, simulated))
            except DeviceTrouble as trouble:
                silent = trouble
        if not tokens:
            raise silent
        return tuple(tokens)

    def _token(self, channel: ApduChannel, simulated: bool) -> SealToken:
        told = self._tries
        return SealToken(channel, Profile(), self._wall, simulated=simulated, told=told)

    def spooler(self) -> Spooler:
        """The system's print service, or the one the settings name."""
        from hardware.transports.spooler import CupsSpooler  # not needed before the first letter

        printers = self._settings.of_kind("printer")
        return CupsSpooler((printers[0].address if printers else "") or None)

    def printer(self) -> Printer:
        """The printer the settings name, else the one the print service chooses."""
        printers = self._settings.of_kind("printer")
        return Printer(self.spooler(), (printers[0].name if printers else "") or None)

    def watch(self) -> Watch:
        """Plugging and cards of the readers; step() it on the readers' lane."""
        watched = [(reader.address, reader) for reader in self._readers]
        others = [(e.address, None) for e in self._settings.of_kind("seal-token")]
        return Watch([*watched, *others], self._clock)

    def states(self) -> tuple[DeviceState, ...]:
        """One row a device, without touching any line."""
        readers = {reader.address: reader.state() for reader in self._readers}
        return tuple(readers.get(e.address) or _state(e) for e in self._settings.devices)

    def close(self) -> None:
        for reader in self._readers:
            reader.close()

    def _open_id_reader(self, entry: DeviceEntry) -> IdReader:
        """By the entry's transport; one case for each kind of connection."""
        match entry.transport:
            case _:
                line = self._openers.get(entry.transport, self._serial_line)
                return open_id_reader(entry.address, self._clock, line)

    def _seal_channel(self, entry: DeviceEntry) -> ApduChannel:
        if entry.transport == "pcsc":
            return PcscChannel(entry.address)
        line = self._openers.get(entry.transport, self._serial_line)(entry.address, RATES[0])
        try:
            return find_channel(line)  # which framing it speaks is found by asking
        except DeviceTrouble:
            line.close()
            raise

    def _serial_line(self, address: str, rate: int) -> ByteStream:
        return SerialPort(address, rate, self._clock)


def _state(entry: DeviceEntry) -> DeviceState:
    there = is_plugged(entry.address)
    state, code = ("ready", "") if there else ("absent", "port.absent")
    name = entry.name or entry.address
    return DeviceState(entry.kind, name, entry.address, state, entry.is_simulated(), code)


def training_persons() -> tuple[tuple[str, str], ...]:
    """Whose simulated cards there are: the file's name and the name on the card."""
    from hardware.simulators import person

    return tuple((name, person.load(name).shown_name) for name in person.names())
