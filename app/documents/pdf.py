"""Draws a letter: the department's part under its seal, the applicant's part with handwriting."""

import io
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.documents import fonts, layout, seal_field
from app.documents.filling import in_words
from app.documents.fonts import BODY, HEI
from app.documents.ink import MM, Sheet
from app.documents.layout import CEILING, FLOOR, LEFT, MEASURE, PAGE, SMALL, Leaf, Placed
from app.documents.letters import (
    LetterFacts,
    check_link,
    refuse_unsigned,
    spelt_out,
    texts,
)
from app.documents.seal_field import SealPicture
from app.documents.typesetting import line
from app.errors import Unavailable

__all__ = ["Composed", "SealPicture", "compose", "missing_characters"]

PRODUCER = "zero-proof-counter"
SIGN_OFF_SIZE = 16.0
PAGE_NUMBER_SIZE = 14.0
DATE_INDENT = 4  # characters from the right edge, GB/T 9704 7.3.5
SEAL_GAP = 4 * MM  # less than a line between the text and the seal's top
SEAL_LIFT = 2 * MM  # name and date stand slightly below the seal's centre
SEAL_SIDE = 42.0  # mm, where no seal is given yet
QR_SIDE = 22 * MM
NAME_ROOM = 82 * MM
SIGNATURE_BOX = (64 * MM, 24 * MM)
SIGNATURE_FOOT = 62 * MM
WATERMARK_SIZE, WATERMARK_GREY, TURN = 44.0, 0.93, (0.81915, 0.57358)  # cosine, sine of 35°

rl_config.useA85 = 0  # page streams stay binary: a quarter smaller


class LetterCanvas(Canvas):  # type: ignore[misc]
    """A canvas that does not name Helvetica on every page; only our own faces reach the file."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter as bytes. Pages count from 1; the rectangle is left, top, width, height in mm."""

    pdf: bytes
    pages: int
    seal_page: int
    seal_rect_mm: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Name and date under part one and the rectangle of the seal over them, in points."""

    placed: tuple[Placed, ...]
    seal: tuple[float, float, float, float]


def missing_characters(facts: LetterFacts) -> tuple[str, ...]:
    """Code points of the letter that no face has; while there are any it must not be sealed."""
    return fonts.missing("".join(texts(facts)))


def compose(facts: LetterFacts, *, seal: SealPicture | None) -> Composed:
    """The letter as a PDF; with a seal it holds the field that app/seal/signing.py fills."""
    facts = _printable(facts, seal)
    size = (seal.width_mm * MM, seal.height_mm * MM) if seal else (SEAL_SIDE * MM,) * 2
    leaves = layout.part_one(facts, size[1] + SEAL_GAP)
    sign_off = _sign_off(facts, leaves[-1].end - SEAL_GAP, size)
    canvas = _canvas(facts)
    for count, leaf in enumerate(leaves, 1):
        sheet = _sheet(canvas, facts, leaf, count)
        if count == len(leaves):
            _end_of_part_one(sheet, facts, sign_off)
            if seal:
                seal_field.add(canvas, seal, sign_off.seal, facts.sealed_at)
        _turn_over(canvas, sheet)
    pages = len(leaves) + _part_two(canvas, facts, len(leaves))
    left, bottom, right, top = sign_off.seal
    rect = (left / MM, (PAGE[1] - top) / MM, (right - left) / MM, (top - bottom) / MM)
    return Composed(canvas.getpdfdata(), pages, len(leaves), rect)


def _printable(facts: LetterFacts, seal: SealPicture | None) -> LetterFacts:
    """A draft names the code points it cannot draw; a letter with a seal must have none."""
    lacking = missing_characters(facts)
    if not seal:
        return spelt_out(facts, lacking)
    if lacking:
        raise Unavailable("letter.character-missing", characters="、".join(lacking))
    refuse_unsigned(facts)
    return facts


def _canvas(facts: LetterFacts) -> Any:
    canvas = LetterCanvas(
        io.BytesIO(), pagesize=PAGE, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang="zh-CN"
    )
    canvas.setTitle(facts.title)  # no name, no number: titles end up in file lists
    canvas.setAuthor(facts.hall)
    canvas.setSubject(facts.part_one)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    if facts.sealed_at:
        canvas._doc._timeStamp = _stamp(facts.sealed_at)
    # The same first subsets in every letter of a kind, so that they are built once.
    for role, stock in zip((BODY, HEI), facts.stock, strict=True):
        fonts.load(role).splitString(stock, canvas._doc)
    return canvas


def _stamp(at: datetime) -> Any:
    """reportlab's own time stamp, from the clock that was handed in."""
    minutes = int((at.utcoffset() or (at - at)).total_seconds()) // 60
    return SimpleNamespace(
        t=at.timestamp(), YMDhms=at.timetuple()[:6], dhh=minutes // 60, dmm=minutes % 60
    )


def _sheet(canvas: Any, facts: LetterFacts, leaf: Leaf, count: int) -> Sheet:
    sheet = Sheet(canvas._doc)
    if facts.training:
        _training(sheet, facts)
    for placed in leaf.placed:
        sheet.text(placed.line, placed.x, placed.y)
    _margins(sheet, facts, count)
    return sheet


def _turn_over(canvas: Any, sheet: Sheet) -> None:
    canvas.addLiteral("\n".join(sheet.marks))
    canvas.showPage()


def _part_two(canvas: Any, facts: LetterFacts, before: int) -> int:
    if facts.kind != "commitment":
        return 0
    leaves = layout.part_two(facts, SIGNATURE_FOOT)
    for count, leaf in enumerate(leaves, 1):
        sheet = _sheet(canvas, facts, leaf, before + count)
        if count == len(leaves):
            _signature(sheet, facts, leaf.end)
        _turn_over(canvas, sheet)
    return len(leaves)


def _sign_off(facts: LetterFacts, top: float, seal: tuple[float, float]) -> SignOff:
    names = _balanced(facts.issuer)
    date = line(BODY, in_words(facts.day), SIGN_OFF_SIZE)
    width = max(line(BODY, name, SIGN_OFF_SIZE).width for name in names)
    right = LEFT + MEASURE
    centre = min(right - DATE_INDENT * SIGN_OFF_SIZE - date.width / 2, right - width / 2)
    pitch = layout.STANDARD.pitch * 0.9
    middle = top - seal[1] / 2
    rows = [*names, in_words(facts.day)]
    first = middle - SEAL_LIFT + (len(rows) - 1) * pitch / 2 - 0.38 * SIGN_OFF_SIZE
    placed = tuple(
        layout.centred(BODY, row, SIGN_OFF_SIZE, first - n * pitch, centre)
        for n, row in enumerate(rows)
    )
    w, h = seal
    return SignOff(placed, (centre - w / 2, middle - h / 2, centre + w / 2, middle + h / 2))


def _balanced(name: str) -> list[str]:
    if line(BODY, name, SIGN_OFF_SIZE).width <= NAME_ROOM:
        return [name]
    half = (len(name) + 1) // 2
    return [name[:half], name[half:]]


def _end_of_part_one(sheet: Sheet, facts: LetterFacts, sign_off: SignOff) -> None:
    for placed in sign_off.placed:
        sheet.text(placed.line, placed.x, placed.y)
    if not facts.check_code:  # a draft has none yet
        return
    middle = (sign_off.seal[1] + sign_off.seal[3]) / 2
    sheet.qr(check_link(facts), LEFT, middle - QR_SIDE / 2, QR_SIDE)
    x = LEFT + QR_SIDE + 4 * MM  # more than the four clear modules a reader wants
    sheet.text(line(BODY, facts.words["check"], SMALL), x, middle + 4)
    sheet.text(line(HEI, facts.check_code, SMALL), x, middle - 12)


def _signature(sheet: Sheet, facts: LetterFacts, end: float) -> None:
    width, height = SIGNATURE_BOX
    left = LEFT + MEASURE - width - 6 * MM
    base = end - 14 * MM - height
    label = line(BODY, facts.signature_label, SIGN_OFF_SIZE)
    sheet.text(label, left - label.width - 1 * MM, base + 3)
    sheet.rule(left, base, width)
    if facts.signature:
        sheet.handwriting(facts.signature, left, base + 1 * MM, width, height)
    if facts.signed is None:  # a draft leaves the day to the signature
        return
    date = line(BODY, in_words(facts.signed), SIGN_OFF_SIZE)
    sheet.text(date, left + (width - date.width) / 2, base - 14 * MM)


def _margins(sheet: Sheet, facts: LetterFacts, count: int) -> None:
    number = line(BODY, f"{facts.words['number']}：{facts.letter_number}", SMALL)
    sheet.text(number, LEFT + MEASURE - number.width, CEILING + 4 * MM)
    page = line(BODY, f"— {count} —", PAGE_NUMBER_SIZE)
    y = FLOOR - 7 * MM - PAGE_NUMBER_SIZE * layout.ASCENT
    right = LEFT + MEASURE - PAGE_NUMBER_SIZE - page.width
    sheet.text(page, right if count % 2 else LEFT + PAGE_NUMBER_SIZE, y)


def _training(sheet: Sheet, facts: LetterFacts) -> None:
    word = facts.words["training"]
    big = line(HEI, word, WATERMARK_SIZE)
    cos, sin = TURN
    sheet.grey(WATERMARK_GREY)
    for centre in (0.68, 0.36):
        x, y = PAGE[0] / 2 - cos * big.width / 2, PAGE[1] * centre - sin * big.width / 2
        sheet.watermark(big, x, y, cos, sin)
    sheet.red()
    simulated = "、".join(facts.words.get(kind, kind) for kind in facts.simulated)
    note = f"{word}　　{facts.words['simulated']}：{simulated}" if simulated else word
    for text, y in ((word, CEILING + 12 * MM), (note, FLOOR - 20 * MM)):
        placed = layout.centred(HEI, text, SMALL, y, PAGE[0] / 2)
        sheet.text(placed.line, placed.x, placed.y)
    sheet.grey(0)
