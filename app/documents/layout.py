"""Where everything of a letter stands on A4, in the manner of GB/T 9704; nothing is drawn here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.documents.filling import numeral
from app.documents.fonts import BODY, HEI, TITLE
from app.documents.ink import MM
from app.documents.letters import LetterFacts
from app.documents.typesetting import Line, line, paragraph

PAGE = (210 * MM, 297 * MM)
LEFT, TOP = 28 * MM, 37 * MM
MEASURE, DEPTH = 156 * MM, 225 * MM
CEILING, FLOOR = PAGE[1] - TOP, PAGE[1] - TOP - DEPTH
TITLE_SIZE, PART_SIZE, SMALL = 22.0, 16.0, 10.5
ASCENT = 0.88  # of the size; all faces of the letter share it
LEADS_IN = "："  # what follows such a line stands on its page
KEPT_LINES = 2  # of the text, on the page of the seal or the signature


class Step(NamedTuple):
    """A size of body text and the lines it gives on a page; the first is size 3 of the standard."""

    size: float
    lines: int

    @property
    def pitch(self) -> float:
        return (DEPTH - self.size) / (self.lines - 1)


# Each size with the fewest and the most lines on a page: as open as the text allows.
SIZES = ((16.0, 22, 22), (15.0, 24, 26), (14.0, 28, 32), (12.0, 33, 37))
STANDARD = Step(16.0, 22)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the place of its baseline's start."""

    line: Line
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of text; `end` is the lower edge of its last line."""

    placed: tuple[Placed, ...]
    end: float


def part_one(facts: LetterFacts, foot: float) -> tuple[Leaf, ...]:
    """Notice and receipt in the largest size that keeps them on one page above a foot."""
    heading = _heading(facts, facts.part_one)
    return fitted(heading, lambda size: _told(facts, size), foot)


def part_two(facts: LetterFacts, foot: float) -> tuple[Leaf, ...]:
    """The applicant's own words, above a foot for signature and date."""
    heading = _heading(facts, facts.part_two)
    return fitted(heading, lambda size: _promised(facts, size), foot)


def centred(role: str, text: str, size: float, y: float, centre: float) -> Placed:
    """A line about a vertical axis, its baseline at y."""
    one = line(role, text, size)
    return Placed(one, centre - one.width / 2, y)


def _heading(facts: LetterFacts, part: str) -> tuple[list[Placed], float]:
    middle = LEFT + MEASURE / 2
    y = CEILING - TITLE_SIZE * ASCENT
    title = centred(TITLE, facts.title, TITLE_SIZE, y, middle)
    subtitle = centred(HEI, part, PART_SIZE, y - 27, middle)
    return [title, subtitle], y - 27 - 0.12 * PART_SIZE - 13


def _told(facts: LetterFacts, size: float) -> list[Line]:
    lines = paragraph([(BODY, facts.salutation)], size, MEASURE, indent=0)
    for count, told in enumerate((*facts.notice, *facts.receipt), 1):
        head = f"{numeral(count)}、{told.title}。"
        lines += paragraph([(HEI, head), (BODY, told.text)], size, MEASURE)
    return lines


def _promised(facts: LetterFacts, size: float) -> list[Line]:
    lines: list[Line] = []
    for label, value in (("申请人", facts.applicant), (facts.number_label, facts.number)):
        lines += paragraph([(HEI, f"{label}："), (BODY, value)], size, MEASURE)
    lines += paragraph([(BODY, facts.opening)], size, MEASURE)
    for count, sentence in enumerate(facts.commitment, 1):
        text = f"（{numeral(count)}）{sentence.text}"
        lines += paragraph([(BODY, text)], size, MEASURE)
    return lines + paragraph([(BODY, facts.closing)], size, MEASURE)


def fitted(
    heading: tuple[list[Placed], float], lines_of: Callable[[float], list[Line]], foot: float
) -> tuple[Leaf, ...]:
    """The largest size that keeps the text on one page above the foot; else several pages."""
    placed, start = heading
    for size, few, many in SIZES:
        lines = lines_of(size)
        for step in (Step(size, count) for count in range(few, many + 1)):
            if start - _depth(lines, step) - foot >= FLOOR:
                return (_leaf(placed, lines, start, step),)
    return flowed(placed, lines_of(STANDARD.size), start, foot)


def flowed(
    placed: Sequence[Placed], lines: list[Line], start: float, foot: float
) -> tuple[Leaf, ...]:
    """The text in size 3 over as many pages as it needs, some of it above the foot."""
    step = STANDARD
    leaves: list[Leaf] = []
    while lines:
        room = int((start - FLOOR - step.size) / step.pitch) + 1
        if len(lines) <= room and start - _depth(lines, step) - foot < FLOOR:
            room = min(room, max(len(lines) - KEPT_LINES, 1))
        if 1 < room < len(lines) and lines[room - 1].glyphs[-1].text == LEADS_IN:
            room -= 1
        leaves.append(_leaf(placed, lines[:room], start, step))
        placed, lines, start = [], lines[room:], CEILING
    return tuple(leaves)


def _leaf(placed: Sequence[Placed], lines: Sequence[Line], start: float, step: Step) -> Leaf:
    body = [
        Placed(one, LEFT, start - n * step.pitch - ASCENT * step.size)
        for n, one in enumerate(lines)
    ]
    return Leaf((*placed, *body), start - _depth(lines, step))


def _depth(lines: Sequence[Line], step: Step) -> float:
    return (len(lines) - 1) * step.pitch + step.size
