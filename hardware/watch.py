"""Notices what comes and goes: lines, readers of the card service and the service, cards."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from hardware.clock import Clock
from hardware.devices.pcsc_id_reader import named
from hardware.errors import DeviceTrouble, NoDevice
from hardware.transports.pcsc_states import ReaderSeen

POLL_SECONDS = 0.5
TROUBLE_SECONDS = 3.0  # a reader in trouble is asked less often
SERVICE = "pcsc"  # the smart card service's name in its events


@dataclass(frozen=True, slots=True)
class Event:
    """plugged, unplugged, card-on or card-off at the device of this address; service-up, -down."""

    event: str
    device: str


class CardReader(Protocol):
    """What is asked whether a card lies on it."""

    def card_present(self) -> bool: ...

    def forget(self) -> None:
        """The line is gone: a port kept open would come back under another name."""


class Source(Protocol):
    """Something that can be looked at; it tells what changed since the look before."""

    def look(self) -> list[Event]: ...


class Watch:
    """step() is called again and again on the readers' own lane; it asks at most twice a second."""

    def __init__(
        self,
        readers: Iterable[tuple[str, CardReader | None]],
        clock: Clock,
        also: Iterable[Source] = (),
    ) -> None:
        self._sources: list[Source] = [_Line(address, reader, clock) for address, reader in readers]
        self._sources += also
        self._clock = clock
        self._next = clock.monotonic()

    def step(self) -> tuple[Event, ...]:
        """What changed since the last look; empty when it is not yet time to look again."""
        now = self._clock.monotonic()
        if now < self._next:
            return ()
        events = tuple(event for source in self._sources for event in source.look())
        self._next = self._clock.monotonic() + POLL_SECONDS
        return events

    def wait(self) -> float:
        """Seconds until the next look is due."""
        return max(0.0, self._next - self._clock.monotonic())


class _Line:
    """One line: a file that is there or not, and a reader on it that is asked for a card."""

    def __init__(self, address: str, reader: CardReader | None, clock: Clock) -> None:
        self._address, self._reader, self._clock = address, reader, clock
        self._plugged = self._card = False
        self._ask_after = 0.0

    def look(self) -> list[Event]:
        plugged = is_plugged(self._address)
        if plugged and not self._plugged:
            self._ask_after = 0.0
        elif self._plugged and not plugged and self._reader:
            self._reader.forget()
        card = plugged and self._card_on()
        changes = [
            (self._card and not card, "card-off"),
            (plugged and not self._plugged, "plugged"),
            (self._plugged and not plugged, "unplugged"),
            (card and not self._card, "card-on"),
        ]
        self._plugged, self._card = plugged, card
        return [Event(name, self._address) for happened, name in changes if happened]

    def _card_on(self) -> bool:
        """A reader in trouble has no card to offer; what ails it is told by the next read."""
        if self._reader is None or self._clock.monotonic() < self._ask_after:
            return False
        try:
            return self._reader.card_present()
        except DeviceTrouble:
            self._ask_after = self._clock.monotonic() + TROUBLE_SECONDS
            return False


class Ports:
    """Lines that the system lists, whichever they are."""

    def __init__(self, listed: Callable[[], Iterable[str]]) -> None:
        self._listed = listed
        self._there: tuple[str, ...] = ()

    def look(self) -> list[Event]:
        before, self._there = self._there, tuple(self._listed())
        gone = [Event("unplugged", port) for port in before if port not in self._there]
        return gone + [Event("plugged", port) for port in self._there if port not in before]


class CardService:
    """The smart card service and its readers; `only` these or those that begin so, or all."""

    def __init__(
        self, ask: Callable[[], tuple[ReaderSeen, ...]], only: frozenset[str] | None = None
    ) -> None:
        self._ask, self._only = ask, only
        self._readers: Mapping[str, ReaderSeen] = {}
        self._up: bool | None = None

    def look(self) -> list[Event]:
        before, was_up = self._readers, self._up
        self._readers = self._asked()
        events = [each for name in before for each in self._lost(before[name])]
        if was_up is not self._up:
            events.append(Event("service-up" if self._up else "service-down", SERVICE))
        changed = (_moved(before.get(name), seen) for name, seen in self._readers.items())
        return events + [event for events_of_one in changed for event in events_of_one]

    def _asked(self) -> dict[str, ReaderSeen]:
        try:
            seen = self._ask()
        except DeviceTrouble:
            self._up = False
            return {}
        self._up = True
        wanted = self._wanted([each.name for each in seen])
        return {each.name: each for each in seen if each.name in wanted}

    def _wanted(self, names: list[str]) -> set[str]:
        if self._only is None:
            return set(names)
        found: set[str] = set()
        for one in self._only:
            with suppress(NoDevice):  # not there now
                found.update(named(names, one))
        return found

    def _lost(self, reader: ReaderSeen) -> list[Event]:
        if reader.name in self._readers:
            return []
        off = [Event("card-off", reader.name)] if reader.card else []
        return [*off, Event("unplugged", reader.name)]


def _moved(before: ReaderSeen | None, now: ReaderSeen) -> list[Event]:
    """A card that was changed for another between two looks went off and came on."""
    events = [Event("plugged", now.name)] if before is None else []
    if before is not None and before.card and before.moves != now.moves:
        events.append(Event("card-off", now.name))
        before = None
    if now.card and (before is None or not before.card):
        events.append(Event("card-on", now.name))
    return events


def is_plugged(address: str) -> bool:
    """A file stands at the address. A COM port has none: it counts as there until it fails."""
    if not address.startswith("/"):
        return True
    try:
        os.stat(address)
    except OSError:
        return False
    return True
