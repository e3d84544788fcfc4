"""The printed report on a file's seals: every seal and step on A4, with what was found."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader

from app.documents import fonts, paper
from app.documents.fonts import BODY, HEI, TITLE
from app.documents.ink import MM, Sheet
from app.documents.layout import CEILING, FLOOR, LEFT, MEASURE, PAGE, SMALL, Placed, centred
from app.documents.typesetting import line, paragraph

SIZE, PITCH = SMALL, 16.0
TITLE_SIZE, VERDICT_SIZE, HEAD_SIZE, FOOT_SIZE = 20.0, 26.0, 12.0, 9.0
LABEL_ROOM = 27 * MM
STEP_ROOM, RESULT_ROOM = 42 * MM, 24 * MM
PICTURE_ROOM = 30 * MM
MOST_PIXELS = 400  # of a seal's picture on the sheet: 400 dpi at 25 mm
GAP = 5.0
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: its name, the result in a word, and what was found."""

    name: str
    result: str
    words: str


@dataclass(frozen=True, slots=True)
class SealImage:
    """PNG out of a seal, at its true size."""

    png: bytes = field(repr=False)
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class SealBlock:
    """One seal or signature of the file."""

    title: str
    facts: tuple[Pair, ...]
    rows: tuple[StepRow, ...]
    picture: SealImage | None = None


@dataclass(frozen=True, slots=True)
class ValiditySheet:
    """All words of the report. `training`: the mark, empty at a live counter."""

    title: str
    verdict: str
    headline: str
    facts: tuple[Pair, ...]
    blocks: tuple[SealBlock, ...]
    notes: tuple[str, ...]
    foot: str
    at: datetime
    training: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stays whole: lines by their place under its top edge; `held`: with the next piece."""

    height: float
    lines: tuple[Placed, ...] = ()
    ruled: bool = False
    picture: SealImage | None = None
    held: bool = False


def compose(sheet: ValiditySheet) -> bytes:
    """The report as a PDF; a character that no face has is written as its code point."""
    pages = _paged(list(_pieces(sheet)))
    canvas = paper.canvas_of(
        title=printable(sheet.title),
        author=paper.PRODUCER,
        subject=printable(sheet.title),
        at=sheet.at,
        stock=("", ""),
    )
    for number, pieces in enumerate(pages, 1):
        page = Sheet(canvas._doc)
        if sheet.training:
            paper.training(page, {"training": sheet.training}, ())
        _draw(page, pieces)
        _foot(page, sheet.foot, number, len(pages))
        canvas.addLiteral("\n".join(page.marks))
        page.marks.clear()
        _draw_pictures(canvas, pieces)  # over the mark of training
        paper.turn_over(canvas, page)
    return bytes(canvas.getpdfdata())


def printable(text: str) -> str:
    """〔U+XXXX〕 for what cannot be drawn; also for marks that turn the reading round."""
    return "".join(
        each if fonts.find(HEI, each) and fonts.find(BODY, each) else f"〔U+{ord(each):04X}〕"
        for each in text
    )


def _pieces(sheet: ValiditySheet) -> Iterable[_Piece]:
    middle = LEFT + MEASURE / 2
    title = centred(TITLE, printable(sheet.title), TITLE_SIZE, -TITLE_SIZE, middle)
    yield _Piece(TITLE_SIZE + 14, (title,), held=True)
    verdict = centred(HEI, printable(sheet.verdict), VERDICT_SIZE, -VERDICT_SIZE, middle)
    yield _Piece(VERDICT_SIZE + 12, (verdict,), held=True)
    yield _text(sheet.headline, role=HEI, gap=GAP)
    for pair in sheet.facts:
        yield _pair(pair)
    for block in sheet.blocks:
        yield from _block(block)
    yield _Piece(GAP + 2, ruled=True, held=True)
    for note in sheet.notes:
        yield _text(note, gap=GAP)


def _block(block: SealBlock) -> Iterable[_Piece]:
    yield _Piece(GAP + 2, ruled=True, held=True)
    yield _text(block.title, role=HEI, size=HEAD_SIZE, gap=GAP, held=True)
    yield _facts(block)
    for row in block.rows:
        yield _row(row)
    yield _Piece(GAP)


def _facts(block: SealBlock) -> _Piece:
    """The facts on the left, the seal's picture on the right; both on one page."""
    room = MEASURE - (PICTURE_ROOM if block.picture else 0)
    lines, depth = [], 0.0
    for pair in block.facts:
        piece = _pair(pair, room)
        lines += [Placed(each.line, each.x, each.y - depth) for each in piece.lines]
        depth += piece.height
    tall = _size(block.picture)[1] + GAP if block.picture else 0.0
    return _Piece(max(depth, tall) + GAP, tuple(lines), picture=block.picture, held=True)


def _pair(pair: Pair, room: float = MEASURE) -> _Piece:
    label, value = pair
    name = Placed(line(HEI, printable(label), SIZE), LEFT, -SIZE)
    values = _set(value, BODY, SIZE, LEFT + LABEL_ROOM, room - LABEL_ROOM)
    return _Piece(max(1, len(values)) * PITCH, (name, *values))


def _row(row: StepRow) -> _Piece:
    name = _set(row.name, BODY, SIZE, LEFT, STEP_ROOM - GAP)
    result = _set(row.result, HEI, SIZE, LEFT + STEP_ROOM, RESULT_ROOM - GAP)
    start = STEP_ROOM + RESULT_ROOM
    words = _set(row.words, BODY, SIZE, LEFT + start, MEASURE - start)
    depth = max(len(name), len(result), len(words))
    return _Piece(depth * PITCH, (*name, *result, *words))


def _text(
    text: str, *, role: str = BODY, size: float = SIZE, gap: float = 0.0, held: bool = False
) -> _Piece:
    lines = _set(text, role, size, LEFT, MEASURE)
    return _Piece(len(lines) * PITCH + gap, lines, held=held)


def _set(text: str, role: str, size: float, x: float, room: float) -> tuple[Placed, ...]:
    """Lines under one another, the first below the top edge."""
    lines = paragraph([(role, printable(text))], size, room, indent=0)
    return tuple(Placed(each, x, -size - n * PITCH) for n, each in enumerate(lines))


def _paged(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Pieces by page; what is held goes with its next, unless both are more than a page."""
    pages: list[list[_Piece]] = [[]]
    room = depth = CEILING - FLOOR
    for group in _groups(pieces):
        needed = sum(piece.height for piece in group)
        if needed > room and pages[-1]:
            pages.append([])
            room = depth
        pages[-1] += group
        room -= needed
    return pages


def _groups(pieces: Sequence[_Piece]) -> Iterable[list[_Piece]]:
    group: list[_Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.held:
            yield group
            group = []
    if group:
        yield group


def _draw(page: Sheet, pieces: Sequence[_Piece]) -> None:
    for top, piece in _from_the_top(pieces):
        if piece.ruled:
            page.rule(LEFT, top - GAP / 2, MEASURE)
        for placed in piece.lines:
            page.text(placed.line, placed.x, top + placed.y)


def _draw_pictures(canvas: Any, pieces: Sequence[_Piece]) -> None:
    for top, piece in _from_the_top(pieces):
        if piece.picture:
            _picture(canvas, piece.picture, top)


def _from_the_top(pieces: Sequence[_Piece]) -> Iterable[tuple[float, _Piece]]:
    """Each piece with its top edge."""
    top = CEILING
    for piece in pieces:
        yield top, piece
        top -= piece.height


def _size(picture: SealImage) -> tuple[float, float]:
    """In points: small, in its own proportions."""
    share = (PICTURE_ROOM - GAP) / (max(picture.width_mm, picture.height_mm) * MM)
    return picture.width_mm * MM * share, picture.height_mm * MM * share


def _picture(canvas: Any, picture: SealImage, top: float) -> None:
    """In grey: nobody shall take the report itself for sealed."""
    width, height = _size(picture)
    with Image.open(io.BytesIO(picture.png), formats=("PNG",)) as found:
        drawn = found.convert("LA").convert("RGBA")
    drawn.thumbnail((MOST_PIXELS, MOST_PIXELS))
    left = LEFT + MEASURE - width
    canvas.drawImage(ImageReader(drawn), left, top - height, width, height, mask="auto")


def _foot(page: Sheet, text: str, number: int, count: int) -> None:
    """Below the text of every page, so that pages which were parted are known again."""
    told = printable(f"{text}　　{number} / {count}")
    placed = centred(BODY, told, FOOT_SIZE, FLOOR - 14, PAGE[0] / 2)
    page.text(placed.line, placed.x, placed.y)
