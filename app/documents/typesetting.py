"""Lines of Chinese text: character grid, kinsoku, runs by face (GB/T 9704, GB/T 15834)."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents import fonts
from app.documents.fonts import Glyph
from app.errors import Unavailable

NOT_FIRST = frozenset("，。、；：？！）》」』】〕〉”’…—·%％,.;:?!)]}")
NOT_LAST = frozenset("（《「『【〔〈“‘([{")
PAIRS = frozenset({"——", "……"})
# The right half of these is blank, so at a line's end they count for half.
HALF_BLANK = frozenset("，。、；：）》」』】〕〉")
INDENT = 2.0  # em


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: left indent and size in points, extra space after each glyph."""

    glyphs: tuple[Glyph, ...]
    indent: float
    size: float
    spacing: float

    @property
    def width(self) -> float:
        """From the first glyph's left to the last glyph's right."""
        gaps = max(len(self.glyphs) - 1, 0)
        return sum(g.width for g in self.glyphs) * self.size + gaps * self.spacing


def glyphs(role: str, text: str) -> tuple[Glyph, ...]:
    """The text in the role's face, each missing character from the next face that has it."""
    found = tuple(g for g in (fonts.find(role, c) for c in text) if g)
    if len(found) < len(text):
        raise Unavailable("letter.character-missing", characters="、".join(fonts.missing(text)))
    return found


def line(role: str, text: str, size: float, spacing: float = 0.0) -> Line:
    """A single line that is not broken."""
    return Line(glyphs(role, text), 0.0, size, spacing)


def paragraph(
    pieces: Sequence[tuple[str, str]], size: float, measure: float, *, indent: float = INDENT
) -> list[Line]:
    """Break (role, text) pieces into justified lines of `measure` points."""
    every = tuple(g for role, text in pieces for g in glyphs(role, text))
    spacing = pitch(size, measure) - size
    lines: list[Line] = []
    start = 0
    while start < len(every):
        left = indent * (size + spacing) if not lines else 0.0
        end = _end(every, start, measure - left, size, spacing)
        row = every[start:end]
        last = end == len(every)
        extra = spacing if last else _justified(row, measure - left, size, spacing)
        lines.append(Line(row, left, size, extra))
        start = end
    return lines


def balanced(text: str, count: int) -> tuple[str, ...]:
    """The text in so many rows of about the same length; no row begins or ends with a mark."""
    rows: list[str] = []
    while count > 1:
        place = max(-(-len(text) // count), 1)
        while place > 1 and (text[place] in NOT_FIRST or text[place - 1] in NOT_LAST):
            place -= 1
        rows.append(text[:place])
        text, count = text[place:], count - 1
    return (*rows, text)


def pitch(size: float, measure: float) -> float:
    """The grid: a whole number of characters fills the measure (28 of size 3 on 156 mm)."""
    return measure / max(int(measure / size + 0.4), 1)


def _end(row: tuple[Glyph, ...], start: int, room: float, size: float, spacing: float) -> int:
    taken = 0.0
    for here in range(start, len(row)):
        glyph = row[here]
        width = glyph.width * (0.5 if glyph.text in HALF_BLANK else 1.0) * size
        if taken + width + min(spacing, 0) > room + 0.01 and here > start:
            return _break_before(row, start, here)
        taken += glyph.width * size + spacing
    return len(row)


def _break_before(row: tuple[Glyph, ...], start: int, here: int) -> int:
    for place in range(here, start, -1):
        if _may_break(row[place - 1].text, row[place].text):
            return place
    return here


def _may_break(before: str, after: str) -> bool:
    if after in NOT_FIRST or before in NOT_LAST or before + after in PAIRS:
        return False
    return not (_is_word(before) and _is_word(after))


def _is_word(character: str) -> bool:
    return character.isascii() and not character.isspace()


def _justified(row: tuple[Glyph, ...], room: float, size: float, spacing: float) -> float:
    gaps = len(row) - 1
    width = sum(g.width for g in row) * size
    if row[-1].text in HALF_BLANK:
        width -= row[-1].width * size / 2
    if not gaps or room - width > 4 * size:  # an unbreakable word left too much; do not tear
        return spacing
    return (room - width) / gaps
