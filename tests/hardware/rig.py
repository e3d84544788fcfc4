"""A driver with its simulated device on a line in memory, for cutting and bending the bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from hardware.clock import SteppedClock
from hardware.codecs import apdu
from hardware.errors import BadAnswer
from hardware.simulators.seal_token import Gone, Silent
from hardware.transports.base import Answer
from hardware.transports.memory import MemoryLine, Piece, Talker

ATR = bytes.fromhex("3B8F8001804F0CA000000306009000000000")  # of a card in a reader's field


class CountingLine(MemoryLine):
    """Knows how many bytes the driver took in."""

    taken = 0

    def read(self, count: int, timeout: float) -> bytes:
        got = super().read(count, timeout)
        self.taken += len(got)
        return got


class Wrapped(Protocol):
    """Something between a device and its line."""

    def __call__(self, talker: Talker) -> Talker: ...


@dataclass(frozen=True)
class Plugged:
    """A driver and what lies behind it."""

    driver: Any
    device: Any
    line: Any
    clock: SteppedClock


@dataclass(frozen=True)
class Rig:
    """One driver in one situation: how device and driver are made, what to do, what is right.

    `good(value)`: is this what may come of the act. `still_open(device)`: may somebody else use it.
    `since`: part of the request from which on it is broken; what comes before is another act's.
    `anew(device)`: for the next act, as a person does (lifts the card and puts it on again).
    `weight`: its part of the driver's mutated answers; a signature takes long to check.
    `keeps_driver`: the next act is done by the same one; tokens are opened anew for each seal.
    `again(device)`: unplugged and plugged in. `forget(device)`: half a request, after a while.
    `done_early`: what comes last may fail without spoiling the act (logging out of a pulled token).
    """

    name: str
    device: Callable[[], Any]
    talker: Callable[[Any], Talker]
    driver: Callable[[Any, SteppedClock], Any]
    act: Callable[[Any], Any]
    good: Callable[[Any], bool]
    still_open: Callable[[Any], bool] = lambda device: False
    again: Callable[[Any], None] = lambda device: device.power_on()
    keeps_driver: bool = True
    anew: Callable[[Any], object] = lambda device: None
    forget: Callable[[Any], object] = lambda device: device.receive(bytes(0x910))
    seconds: float = 20.0
    line: Callable[..., Any] = CountingLine
    kind: str = ""
    done_early: bool = False
    since: bytes = b""
    weight: int = 1

    def plug(
        self, device: Any = None, wrap: Wrapped = lambda talker: talker, cut: int | None = None
    ) -> Plugged:
        device, clock = device or self.device(), SteppedClock()
        line = self.line(wrap(self.talker(device)), clock, cut)
        return Plugged(self.driver(line, clock), device, line, clock)


@dataclass
class Tap:
    """Notes what goes over the line."""

    talker: Talker
    exchanges: list[tuple[bytes, bytes]] = field(default_factory=list)

    def receive(self, data: bytes) -> Sequence[Piece]:
        pieces = self.talker.receive(data)
        self.exchanges.append((data, b"".join(piece.data for piece in pieces)))
        return pieces


def before(rig: Rig, made: Sequence[tuple[bytes, bytes]]) -> int:
    """How many exchanges come before the act's own first one."""
    return next(i for i, (told, _) in enumerate(made) if rig.since in told)


def exchanges(rig: Rig) -> list[tuple[bytes, bytes]]:
    """Requests and answers of the act when nothing is wrong."""
    taps: list[Tap] = []

    def tapped(talker: Talker) -> Talker:
        taps.append(Tap(talker))
        return taps[0]

    if not rig.good(rig.act(rig.plug(wrap=tapped).driver)):
        raise AssertionError(f"{rig.name}: not even without a fault")
    return taps[0].exchanges


class CardLine:
    """An APDU channel in memory, as the smart card service is one; `talker` answers one APDU."""

    def __init__(self, talker: Talker, clock: SteppedClock, cut_after: int | None = None) -> None:
        self._line = CountingLine(talker, clock, cut_after)

    @property
    def taken(self) -> int:
        return self._line.taken

    @property
    def gone(self) -> bool:
        return self._line.gone

    def transmit(self, command: bytes) -> Answer:
        self._line.clear()
        self._line.write(command)
        raw = self._line.read(0x20000, 0.0)
        if not raw:
            raise BadAnswer("pcsc.silent")
        if (parts := apdu.split(raw)) is None:
            raise BadAnswer("pcsc.garbled")
        return Answer(*parts)

    def atr(self) -> bytes:
        return ATR

    def reset(self) -> None:
        """An empty command stands for the line that switches a card off and on."""
        self.transmit(b"")

    def clear(self) -> None:
        self._line.clear()

    def close(self) -> None:
        self._line.close()


@dataclass
class Chip:
    """A card's `answer` as a talker; an empty command switches it off and on."""

    card: Any

    def receive(self, data: bytes) -> Sequence[Piece]:
        if not data:
            self.card.power()
            return [Piece(b"\x90\x00")]
        try:
            return [Piece(self.card.answer(data) or b"")]
        except (Gone, Silent):
            return []
