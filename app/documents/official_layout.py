"""Where everything of an official letter stands: red head or plain title, text in size 3."""

from dataclasses import dataclass

from app.documents import layout
from app.documents.filling import numeral
from app.documents.fonts import BODY, HEI, TITLE
from app.documents.ink import MM
from app.documents.layout import (
    ASCENT,
    CEILING,
    LEFT,
    MEASURE,
    PAGE,
    STANDARD,
    TITLE_SIZE,
    Leaf,
    Placed,
)
from app.documents.official import OfficialFacts
from app.documents.typesetting import Line, balanced, line, paragraph

# Letter form of GB/T 9704: red name 30 mm below the edge, double lines, no number on page 1.
HEAD_TOP, HEAD_GAP = 30 * MM, 4 * MM
RULE, FOOT_RULE = 170 * MM, 20 * MM
HEAD_LARGEST = 38.0  # points; a longer name is smaller, never wider than the text
NUMBER_GAP = 7 / 8 * STANDARD.size  # between the red lines and the letter's number
TITLE_PITCH = 30.0
TITLE_GAP = 0.8 * STANDARD.pitch  # with the room above a line's letters: one empty line
MIDDLE = LEFT + MEASURE / 2


@dataclass(frozen=True, slots=True)
class Head:
    """The red name and the height of the lines under it."""

    name: Placed
    rule: float
    number: Placed


def head(facts: OfficialFacts) -> Head | None:
    """The red head of a letter to another unit; other letters have none."""
    if not facts.head:
        return None
    size = min(HEAD_LARGEST, MEASURE / max(line(TITLE, facts.head, 1).width, 1))
    top = PAGE[1] - HEAD_TOP
    rule = top - size - HEAD_GAP
    number = line(BODY, facts.letter_number, STANDARD.size)
    y = rule - NUMBER_GAP - ASCENT * STANDARD.size
    return Head(
        layout.centred(TITLE, facts.head, size, top - ASCENT * size, MIDDLE),
        rule,
        Placed(number, LEFT + MEASURE - number.width, y),
    )


def leaves(facts: OfficialFacts, foot: float) -> tuple[Leaf, ...]:
    """Title and text, over as many pages as they need, the last above a foot."""
    red = head(facts)
    # Two lines below the number; without a head the title stands at the top of the text.
    top = CEILING if red is None else red.number.y - 0.12 * STANDARD.size - 2 * STANDARD.pitch
    rows = title_rows(facts.title)
    title = [
        layout.centred(TITLE, row, TITLE_SIZE, top - ASCENT * TITLE_SIZE - n * TITLE_PITCH, MIDDLE)
        for n, row in enumerate(rows)
    ]
    start = top - (len(rows) - 1) * TITLE_PITCH - TITLE_SIZE - TITLE_GAP
    if facts.signature_label:  # whoever signs sees all of it on the page of the signature
        return layout.fitted((title, start), lambda size: _text(facts, size), foot)
    return layout.flowed(title, _text(facts, STANDARD.size), start, foot)


def title_rows(title: str) -> tuple[str, ...]:
    """A title that is wider than the text, in rows of about the same length."""
    return balanced(title, -int(-line(TITLE, title, TITLE_SIZE).width // MEASURE))


def _text(facts: OfficialFacts, size: float) -> list[Line]:
    lines = paragraph([(BODY, facts.addressee)], size, MEASURE, indent=0)
    count = 0
    for told in facts.paragraphs:
        pieces = [(BODY, told.text)]
        if told.title:
            count += 1
            pieces.insert(0, (HEI, f"{numeral(count)}、{told.title}。"))
        lines += paragraph(pieces, size, MEASURE)
    return lines
