"""Mutated answers through each driver: a right value or a clear error, in time, within bounds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hardware.errors import DeviceTrouble
from hardware.problems import PROBLEMS
from hardware.transports.memory import Piece, Talker
from tests.fuzz.bends import FLOOD, bent
from tests.fuzz.excuses import excused
from tests.hardware.rig import Plugged, Rig

SAYS_PULL = {"token.left-logged-in", "token.silent", "token.cut"}
MOST_BYTES = 4 * FLOOD  # taken in by one act
OLDER = 6  # answers kept for splicing
TWICE = 0.1  # of the answers are said once more, perhaps late
QUIET = 5.0  # seconds
LATE = (0.0, 0.0, 0.0, 0.05, 0.4, 1.5)  # seconds between two pieces


@dataclass
class Bending:
    """Bends some of the answers, the others pass."""

    talker: Talker
    kind: str
    chance: Random
    share: float
    on: bool = True
    count: int = 0
    delivered: list[tuple[bytes, bytes]] = field(default_factory=list)
    _older: list[bytes] = field(default_factory=list)

    def receive(self, data: bytes) -> Sequence[Piece]:
        answer = b"".join(piece.data for piece in self.talker.receive(data))
        self._older = [*self._older, answer][-OLDER:]
        pieces = [Piece(answer)] if answer else []
        if self.on and self.chance.random() < self.share:
            self.count += 1
            answer = bent(self.kind, self.chance, data, answer, self._older)
            pieces = self._pieces(answer)
        self.delivered.append((data, answer))
        return pieces

    def _pieces(self, answer: bytes) -> list[Piece]:
        if not answer or self.kind == "apdu":
            return [Piece(answer)] if answer else []
        at = self.chance.randrange(len(answer))
        return [
            Piece(part, self.chance.choice(LATE)) for part in (answer[:at], answer[at:]) if part
        ]


@dataclass
class Result:
    """What came of one driver's answers."""

    name: str
    answers: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    longest: float = 0.0
    findings: list[str] = field(default_factory=list)


def run(rig: Rig, answers: int, seed: int) -> Result:
    """At least so many mutated answers; every case can be had again by its own seed."""
    result = Result(rig.name)
    case = 0
    while result.answers < answers:
        result.answers += one(rig, f"{seed} {rig.name} {case}", result)
        case += 1
    return result


def one(rig: Rig, seed: str, result: Result) -> int:
    """One act with bent answers, and the next one without; how many answers were bent."""
    chance = Random(seed)  # noqa: S311  the same in every run
    share = chance.choice((0.1, 0.3, 1.0))
    bends: list[Bending] = []

    def bending(talker: Talker) -> Talker:
        bends.append(Bending(talker, rig.kind, chance, share))
        return bends[0]

    plugged = rig.plug(wrap=bending)
    try:
        result.outcomes[outcome(rig, plugged, bends[0])] += 1
        result.longest = max(result.longest, plugged.clock.monotonic())
        works_again(rig, plugged, bends[0])
    except Exception as wrong:  # whatever it is, it is a finding
        result.findings.append(f"{seed}: {type(wrong).__name__}: {str(wrong)[:200]}")
    return bends[0].count


class Wrong(Exception):
    """Neither a right value nor a clear error."""


def outcome(rig: Rig, plugged: Plugged, bending: Bending) -> str:
    """ "right", "as sent", or the trouble's code; Wrong for all else."""
    code = acted(rig, plugged.driver, bending)
    if plugged.clock.monotonic() > rig.seconds:
        raise Wrong(f"{plugged.clock.monotonic():.1f} seconds, then {code}")
    if plugged.line.taken > MOST_BYTES:
        raise Wrong(f"{plugged.line.taken} bytes taken in")
    if rig.still_open(plugged.device) and code not in SAYS_PULL:
        raise Wrong(f"left open, and only {code} is said")
    return code


def acted(rig: Rig, driver: Any, bending: Bending) -> str:
    try:
        value = rig.act(driver)
    except DeviceTrouble as trouble:
        if trouble.code not in PROBLEMS:
            raise Wrong(f"{trouble.code} has no words") from trouble
        return trouble.code
    if rig.good(value):
        return "right"
    if excused(rig.kind, value, bending.delivered):
        return "as sent"
    raise Wrong(f"took {value!r}")


def works_again(rig: Rig, plugged: Plugged, bending: Bending) -> None:
    """After a while the line is quiet, the visitor has put the card on anew."""
    bending.on, before = False, len(bending.delivered)
    plugged.clock.sleep(QUIET)
    rig.anew(plugged.device)
    driver = plugged.driver if rig.keeps_driver else rig.driver(plugged.line, plugged.clock)
    plugged.line.clear()
    value = rig.act(driver)
    remembered = isinstance(value, str)  # the reader's number is asked once
    sent = bending.delivered if remembered else bending.delivered[before:]
    if not rig.good(value) and not excused(rig.kind, value, sent):
        raise Wrong(f"the next act took {value!r}")
