"""Lines that break behind any byte: a clear error, in time, and the next act works."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import xor

from hardware.errors import DeviceTrouble
from hardware.problems import PROBLEMS
from hardware.transports.memory import Piece, Talker
from tests.hardware.rig import Plugged, Rig, before, exchanges

MANNERS = ("silence", "garbage")
# What the clerk is told to pull the token out for: then it is logged out, too.
SAYS_PULL = {"token.left-logged-in", "token.silent", "token.cut"}
GARBAGE = 40
LONGEST = 120.0  # seconds, whatever keeps coming


@dataclass
class Broken:
    """Passes so many bytes of what is told the device, or of what it says; then only `tail`."""

    talker: Talker
    told: int | None = None
    said: int | None = None
    tail: bytes = b""
    broken: bool = False
    whole: bool = False

    def receive(self, data: bytes) -> Sequence[Piece]:
        if self.whole:
            return self.talker.receive(data)
        if self.broken:
            return []
        if self.told is not None and len(data) > self.told:
            self.broken = True
            self.talker.receive(data[: self.told])
            return self._last(b"")
        self.told = None if self.told is None else self.told - len(data)
        answer = b"".join(piece.data for piece in self.talker.receive(data))
        if self.said is not None and len(answer) > self.said:
            self.broken = True
            self.tail = unlike(self.tail, answer[self.said :])
            return self._last(answer[: self.said])
        self.said = None if self.said is None else self.said - len(answer)
        return [Piece(answer)] if answer else []

    def _last(self, data: bytes) -> Sequence[Piece]:
        return [Piece(data + self.tail)] if data + self.tail else []


def unlike(tail: bytes, lost: bytes) -> bytes:
    """Garbage that no checksum takes for what was lost."""
    if tail and reduce(xor, tail[: len(lost)]) == reduce(xor, lost):
        return bytes([tail[0] ^ 0x40]) + tail[1:]
    return tail


def cuts(rig: Rig) -> Iterator[dict[str, int]]:
    """Behind each byte that is told and each that is said."""
    made = exchanges(rig)
    first = before(rig, made)
    for side, key in enumerate(("told", "said")):
        sizes = [len(exchange[side]) for exchange in made]
        yield from ({key: place} for place in range(sum(sizes[:first]), sum(sizes)))


def outcome(rig: Rig, plugged: Plugged) -> str:
    """The trouble's code, or "good"; anything else an act does fails the test here."""
    try:
        value = rig.act(plugged.driver)
    except DeviceTrouble as trouble:
        return known(trouble.code)
    assert rig.good(value)
    return "good"


def known(code: str) -> str:
    assert code in PROBLEMS
    return code


def judge(rig: Rig, plugged: Plugged) -> str:
    code = outcome(rig, plugged)
    assert plugged.clock.monotonic() <= rig.seconds
    if rig.still_open(plugged.device):
        assert code in SAYS_PULL
    return code


def unplugged_behind_any_byte(rig: Rig) -> None:
    """It is said, and the next act works."""
    made = exchanges(rig)
    sizes = [len(told) + len(said) for told, said in made]
    for place in range(sum(sizes[: before(rig, made)]), sum(sizes)):
        plugged = rig.plug(cut=place)
        code = outcome(rig, plugged)
        assert plugged.line.gone
        assert plugged.clock.monotonic() <= rig.seconds
        assert code != "good" or rig.done_early, place
        rig.again(plugged.device)
        assert outcome(rig, rig.plug(plugged.device)) == "good"


def broken_off_behind_any_byte(rig: Rig, manner: str) -> None:
    """By silence or garbage: it is said, and the next act works."""
    noise = random.Random(rig.name)  # noqa: S311  the same garbage in every run
    for cut in cuts(rig):
        tail = noise.randbytes(GARBAGE) if manner == "garbage" else b""
        breaks: list[Broken] = []

        def breaking(talker, cut=cut, tail=tail, breaks=breaks):
            breaks.append(Broken(talker, **cut, tail=tail))
            return breaks[0]

        plugged = rig.plug(wrap=breaking)
        if judge(rig, plugged) == "good":
            rig.again(plugged.device)
        assert breaks[0].broken
        if "told" in cut:
            rig.forget(plugged.device)
            breaks[0].talker = rig.talker(plugged.device)
        breaks[0].whole = True
        assert outcome(rig, plugged) == "good", (cut, manner)
