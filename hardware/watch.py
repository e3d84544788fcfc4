"""Notices what comes and goes: devices by their address, cards by asking the reader."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from hardware.clock import Clock
from hardware.errors import DeviceTrouble

POLL_SECONDS = 0.5
TROUBLE_SECONDS = 3.0  # a reader in trouble is asked less often


@dataclass(frozen=True, slots=True)
class Event:
    """plugged, unplugged, card-on or card-off, at the device of this address."""

    event: str
    device: str


class CardReader(Protocol):
    """What is asked whether a card lies on it."""

    def card_present(self) -> bool: ...


@dataclass(slots=True)
class _Place:
    address: str
    reader: CardReader | None
    plugged: bool = False
    card: bool = False
    ask_after: float = 0.0


class Watch:
    """step() is called again and again on the readers' own lane; it asks at most twice a second."""

    def __init__(self, readers: Iterable[tuple[str, CardReader | None]], clock: Clock) -> None:
        self._places = [_Place(address, reader) for address, reader in readers]
        self._clock = clock
        self._next = clock.monotonic()

    def step(self) -> tuple[Event, ...]:
        """What changed since the last look; empty when it is not yet time to look again."""
        now = self._clock.monotonic()
        if now < self._next:
            return ()
        events = tuple(event for place in self._places for event in self._look(place))
        self._next = self._clock.monotonic() + POLL_SECONDS
        return events

    def wait(self) -> float:
        """Seconds until the next look is due."""
        return max(0.0, self._next - self._clock.monotonic())

    def _look(self, place: _Place) -> list[Event]:
        plugged = is_plugged(place.address)
        card = plugged and self._card_on(place)
        changes = [
            (place.card and not card, "card-off"),
            (plugged and not place.plugged, "plugged"),
            (place.plugged and not plugged, "unplugged"),
            (card and not place.card, "card-on"),
        ]
        place.plugged, place.card = plugged, card
        return [Event(name, place.address) for happened, name in changes if happened]

    def _card_on(self, place: _Place) -> bool:
        """A reader in trouble has no card to offer; what ails it is told by the next read."""
        if place.reader is None or self._clock.monotonic() < place.ask_after:
            return False
        try:
            return place.reader.card_present()
        except DeviceTrouble:
            place.ask_after = self._clock.monotonic() + TROUBLE_SECONDS
            return False


def is_plugged(address: str) -> bool:
    """A file stands at the address. A COM port has none: it counts as there until it fails."""
    if not address.startswith("/"):
        return True
    try:
        os.stat(address)
    except OSError:
        return False
    return True
