"""A card service in memory: readers by name, simulated cards in them, every APDU written down."""

from dataclasses import dataclass

from hardware.codecs.apdu import split
from hardware.errors import BadAnswer, NoCard
from hardware.transports.base import Answer


@dataclass(frozen=True)
class Seen:
    name: str
    card: bool


class Channel:
    """One card; pulled it is gone, silent it says what a driver says of a card that left."""

    def __init__(self, card, sent):
        self._card, self._sent = card, sent

    def transmit(self, apdu):
        self._sent.append(apdu)
        raw = self._card.answer(apdu)
        if raw is None:
            raise NoCard("pcsc.no-card")
        if not raw:
            raise BadAnswer("pcsc.silent")
        if (parts := split(raw)) is None:
            raise BadAnswer("pcsc.garbled")
        return Answer(*parts)

    def atr(self):
        return self._card.atr

    def reset(self):
        self._card.power()

    def close(self):
        self._card.power()


class Service:
    """`readers`: name and card, or None for an empty one."""

    def __init__(self, **readers):
        self.readers = {name.replace("_", " "): card for name, card in readers.items()}
        self.sent = []
        self.opened = []

    def look(self):
        return [Seen(name, card is not None) for name, card in self.readers.items()]

    def open(self, reader):
        self.opened.append(reader)
        card = self.readers[reader]
        if isinstance(card, Exception):
            raise card
        return Channel(card, self.sent)

    def is_simulated(self, reader):
        return "Virtual" in reader

    def close(self):
        pass
