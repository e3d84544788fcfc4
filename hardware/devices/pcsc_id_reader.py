"""A reader of the card service as a reader of documents: resident or social security card."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from hardware.clock import Clock
from hardware.devices import pcsc_id_card
from hardware.devices.id_card import POLL_SECONDS, IdCard, until_gone
from hardware.devices.social_security_card import read_social_security, select_application
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoCard, NoDevice
from hardware.transports.base import ApduChannel

LOOKS_AGAIN = 2
JUST_PUT_IN = ("pcsc.reader-error", "pcsc.mute")  # also said while the service powers a card up
CONTACTLESS = bytes.fromhex("8001")  # in an ATR that a reader makes up for a card in its field


class CardChannel(ApduChannel, Protocol):
    """The card in a reader; it says what it is by its answer to reset."""

    def atr(self) -> bytes: ...


class Seen(Protocol):
    """One reader of the service at one moment."""

    @property
    def name(self) -> str: ...

    @property
    def card(self) -> bool: ...


class CardService(Protocol):
    """The card service as this reader needs it."""

    def look(self) -> Sequence[Seen]:
        """All readers now, without touching any card."""

    def open(self, reader: str) -> CardChannel:
        """The card in this reader, for us alone."""

    def is_simulated(self, reader: str) -> bool: ...

    def close(self) -> None: ...


class PcscIdReader:
    """The reader of this name; where none has it, all whose names begin so, one after the other."""

    def __init__(self, service: CardService, clock: Clock, name: str) -> None:
        self._service = service
        self._clock = clock
        self._name = name

    def read(self) -> IdCard:
        """The first document found; else what lies there, rather than that nothing does."""
        for _ in range(LOOKS_AGAIN):  # a card that was just put in is seen a little later
            if self.card_present():
                break
            self._clock.sleep(POLL_SECONDS)
        troubles: list[DeviceTrouble] = []
        for seen in self._seen():
            try:
                return self._read(seen)
            except DeviceTrouble as trouble:
                troubles.append(trouble)
        raise min(troubles, key=_rank)

    def card_present(self) -> bool:
        return any(seen.card for seen in self._seen())

    def wait_for_removal(self, seconds: float) -> bool:
        return until_gone(self.card_present, seconds, self._clock)

    def sam_id(self) -> str:
        """The service has no question for it."""
        return ""

    def close(self) -> None:
        self._service.close()

    def _seen(self) -> Sequence[Seen]:
        readers = {seen.name: seen for seen in self._service.look()}
        return [readers[name] for name in named(readers, self._name)]

    def _read(self, seen: Seen) -> IdCard:
        if not seen.card:
            raise NoCard("pcsc.no-card", reader=seen.name)
        try:
            return self._read_once(seen)
        except DeviceTrouble as trouble:
            if trouble.code not in JUST_PUT_IN:
                raise
        self._clock.sleep(POLL_SECONDS)
        return self._read_once(seen)

    def _read_once(self, seen: Seen) -> IdCard:
        channel = self._service.open(seen.name)
        try:
            card = document_in(channel, seen.name)
        finally:
            channel.close()
        return replace(card, simulated=self._service.is_simulated(seen.name))


def named(readers: Iterable[str], wanted: str) -> list[str]:
    """The reader of exactly this name, else all whose names begin so; NoDevice for none."""
    names = list(readers)
    found = [name for name in names if name == wanted]
    found = found or [name for name in names if name.startswith(wanted)]
    if not found:
        raise NoDevice("pcsc.no-reader", reader=wanted)
    return found


def document_in(channel: CardChannel, reader: str) -> IdCard:
    """Which kind of card this is, found by asking both ways, and what it says.

    Its answer to reset only says which way comes first: some contact cards stop at a class FF.
    """
    ways = (_resident, _social_security)
    atr = channel.atr()
    ails: DeviceTrouble = DeviceRefused("card.foreign", reader=reader, atr=atr.hex().upper())
    for way in ways if atr[2:4] == CONTACTLESS else reversed(ways):
        card = way(channel)
        if isinstance(card, IdCard):
            return card
        ails = card or ails
    raise ails


def _resident(channel: CardChannel) -> IdCard | DeviceTrouble | None:
    """The card, what ails a resident card, or None for another kind."""
    try:
        first = pcsc_id_card.begin(channel)
    except BadAnswer:
        return None  # not even an answer: no resident card
    if pcsc_id_card.is_resident_card(first):
        return pcsc_id_card.read_resident_card(channel, first)
    return pcsc_id_card.refusal(first)


def _social_security(channel: CardChannel) -> IdCard | DeviceTrouble | None:
    return read_social_security(channel) if select_application(channel) else None


def _rank(trouble: DeviceTrouble) -> int:
    """What the clerk should hear first: a card that failed, a foreign one, an empty reader."""
    if isinstance(trouble, NoCard):
        return 2
    return 1 if trouble.code == "card.foreign" else 0
