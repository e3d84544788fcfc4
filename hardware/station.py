"""The devices of one counter, put together from its settings; knows which of them are simulated."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from hardware.clock import Clock, SystemClock, WallClock
from hardware.device_states import DeviceState, in_card_service, service_state
from hardware.devices.document_camera import DocumentCamera
from hardware.devices.id_reader import IdReader
from hardware.devices.printer import Printer
from hardware.devices.seal_token import SealToken
from hardware.devices.signature_pad import PenPoint
from hardware.devices.skf_token import skf_tokens
from hardware.devices.token_profile import STANDARD, profile
from hardware.entries import DeviceEntry, StationSettings
from hardware.errors import DeviceTrouble, NoDevice
from hardware.id_readers import Opener, open_id_reader, open_pcsc_reader
from hardware.library_readers import open_library_reader, with_pictures
from hardware.reader_at_station import ReaderAtStation
from hardware.seal_tokens import (
    ANSWER_SECONDS,
    Token,
    library_of,
    line_at,
    serial_channel,
)
from hardware.token_library import TokenLibrary
from hardware.token_line import TokenLine
from hardware.transports.base import ByteStream, Spooler
from hardware.transports.pcsc import PcscChannel
from hardware.transports.pcsc_states import ReaderStates
from hardware.transports.serial_channel import SerialChannel
from hardware.transports.serial_port import SerialPort
from hardware.watch import CardReader, CardService, Source, Watch, is_plugged

__all__ = ["DeviceEntry", "Station", "StationSettings", "training_persons"]


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
        self._card_service = ReaderStates()
        folders = [Path(entry.address) for entry in settings.of_kind("camera")]
        self._camera = DocumentCamera(folders[0], self._clock) if folders else None
        self._readers = tuple(
            ReaderAtStation(entry, partial(self._open_id_reader, entry))
            for entry in settings.of_kind("id-reader")
        )
        tokens = settings.of_kind("seal-token")
        self._token_lines = {
            entry.address: TokenLine(partial(self._open_token_line, entry), self._clock)
            for entry in tokens
            if entry.transport not in ("pcsc", "library")
        }
        self._token_libraries = {
            entry.address: TokenLibrary(library_of(entry.address), self._clock)
            for entry in tokens
            if entry.transport == "library"
        }

    def id_reader(self) -> ReaderAtStation:
        """The counter's reader; NoDevice when its settings name none."""
        if not self._readers:
            raise NoDevice("id-reader.not-set")
        return self._readers[0]

    def seal_tokens(self) -> tuple[Token, ...]:
        """Every token that answers; never just the first found. The caller closes them."""
        tokens: list[Token] = []
        silent: DeviceTrouble = NoDevice("token.absent")
        for entry in self._settings.of_kind("seal-token"):
            try:
                tokens += self._tokens_at(entry)
            except DeviceTrouble as trouble:
                silent = trouble
        if not tokens:
            raise silent
        return tuple(tokens)

    def _tokens_at(self, entry: DeviceEntry) -> tuple[Token, ...]:
        """One on a line or in a reader; behind a library as many as it sees."""
        kind, simulated, told = profile(entry.profile), entry.is_simulated(), self._tries
        if entry.transport == "library":
            helper = self._token_libraries[entry.address].lend()
            return skf_tokens(helper, kind, self._wall, simulated=simulated, told=told)
        line = self._token_lines.get(entry.address)
        channel = line.lend(ANSWER_SECONDS) if line else PcscChannel(entry.address)
        return (SealToken(channel, kind, self._wall, simulated=simulated, told=told),)

    def camera(self) -> DocumentCamera:
        """The folder the settings name; always the same one, it remembers what it saw."""
        if self._camera is None:
            raise NoDevice("camera.not-set")
        return self._camera

    def simulated_pen(self) -> tuple[tuple[PenPoint, ...], ...]:
        """The strokes of a simulated pad; none where a person signs with a pen of his own."""
        from hardware.simulators import signature_pad  # for training only

        pads = self._settings.of_kind("pad")
        if not pads:
            return ()
        strokes = signature_pad.load(Path(pads[0].address))
        return tuple(tuple(PenPoint(*sample) for sample in stroke) for stroke in strokes)

    def spooler(self) -> Spooler:
        """The system's print service, or the one the settings name."""
        from hardware.transports.spooler import CupsSpooler  # not needed before the first letter

        printers = self._settings.of_kind("printer")
        return CupsSpooler((printers[0].address if printers else "") or None)

    def printer(self) -> Printer:
        """The printer the settings name, else the one the print service chooses."""
        printers = self._settings.of_kind("printer")
        return Printer(self.spooler(), (printers[0].name if printers else "") or None)

    def watch(self, also: Iterable[Source] = ()) -> Watch:
        """Plugging and cards of the devices, and `also`; step() it on the readers' lane."""
        readers: dict[str, CardReader] = {reader.address: reader for reader in self._readers}
        readers.update(self._tokens_seen())
        behind = self._in_card_service()
        lines = [
            (e.address, readers.get(e.address))
            for e in self._settings.devices
            if e.kind in ("id-reader", "seal-token") and e.address not in behind
        ]
        service = [CardService(self._card_service.look, behind)] if behind else []
        return Watch(lines, self._clock, [*service, *also])

    def states(self) -> tuple[DeviceState, ...]:
        """One row a device, from what was seen last: touches no line, any thread may ask."""
        seen = self._card_service.last
        return tuple(
            in_card_service(self._state(e), seen if e.transport == "pcsc" else None)
            for e in self._settings.devices
        )

    def look(self) -> tuple[DeviceState, ...]:
        """states() after a look at idle lines and the card service, which then comes first.

        Waits for no other lane, and for a silent line half a second; on the lane that watches.
        """
        for reader in self._readers:
            if not is_plugged(reader.address):
                reader.forget()
        for address, place in self._tokens_seen().items():
            if is_plugged(address):
                place.look()
            else:
                place.forget()
        if not self._in_card_service():
            return self.states()
        with suppress(DeviceTrouble):  # told by the state
            self._card_service.look()
        return (service_state(self._card_service.last), *self.states())

    def close(self) -> None:
        for reader in self._readers:
            reader.close()
        for place in self._tokens_seen().values():
            place.close()
        self._card_service.close()

    def _state(self, entry: DeviceEntry) -> DeviceState:
        for reader in self._readers:
            if reader.address == entry.address:
                return reader.state()
        state, seen = _by_place(entry), self._tokens_seen().get(entry.address)
        if seen and seen.trouble and state.state == "ready":
            return replace(state, state="absent", code=seen.trouble)
        return state

    def _tokens_seen(self) -> Mapping[str, TokenLine | TokenLibrary]:
        """The places of tokens that are looked at here; the card service sees the others."""
        return {**self._token_lines, **self._token_libraries}

    def _in_card_service(self) -> frozenset[str]:
        return frozenset(e.address for e in self._settings.devices if e.transport == "pcsc")

    def _open_id_reader(self, entry: DeviceEntry) -> IdReader:
        """With the decoded photo where the settings name a decoder."""
        reader, decoder = self._plain_id_reader(entry), self._settings.photo_decoder
        return with_pictures(reader, Path(decoder), self._helper()) if decoder else reader

    def _helper(self) -> Path | None:
        return Path(self._settings.helper) if self._settings.helper else None

    def _plain_id_reader(self, entry: DeviceEntry) -> IdReader:
        """By the entry's transport; one case for each kind of connection."""
        profile = "" if entry.profile == STANDARD else entry.profile
        match entry.transport:
            case "pcsc":
                return open_pcsc_reader(entry.address, self._clock, profile)
            case "library":
                return open_library_reader(
                    Path(entry.address),
                    self._clock,
                    dialect=profile,
                    port=self._settings.library_port,
                    helper=self._helper(),
                )
            case _:
                line = self._openers.get(entry.transport, self._serial_line)
                return open_id_reader(entry.address, self._clock, line)

    def _open_token_line(
        self, entry: DeviceEntry, seconds: float, *, framing: str = "", likely: str = ""
    ) -> SerialChannel:
        kind, opener = profile(entry.profile), self._openers.get(entry.transport)
        line = (
            line_at(entry.address, kind, self._clock)
            if opener is None
            else opener(entry.address, kind.rate)
        )
        return serial_channel(line, kind, seconds, framing=framing, likely=likely)

    def _serial_line(self, address: str, rate: int) -> ByteStream:
        return SerialPort(address, rate, self._clock)


def _by_place(entry: DeviceEntry) -> DeviceState:
    there = is_plugged(entry.address)
    missing = "camera.no-folder" if entry.kind == "camera" else "port.absent"
    state, code = ("ready", "") if there else ("absent", missing)
    name = entry.name or entry.address
    return DeviceState(entry.kind, name, entry.address, state, entry.is_simulated(), code)


def training_persons() -> tuple[tuple[str, str], ...]:
    """Whose simulated cards there are: the file's name and the name on the card."""
    from hardware.simulators import person

    return tuple((name, person.load(name).shown_name) for name in person.names())
