"""What the paper of every letter has: the file's head, training marks, sign-off, handwriting."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.documents import fonts, layout
from app.documents.filling import in_words
from app.documents.fonts import BODY, HEI
from app.documents.ink import MM, Sheet
from app.documents.layout import CEILING, FLOOR, LEFT, MEASURE, PAGE, SMALL, Placed
from app.documents.typesetting import balanced, line
from app.domain.commitment import Signature

PRODUCER = "zero-proof-counter"
SIGN_OFF_SIZE = 16.0
PAGE_NUMBER_SIZE = 14.0
DATE_INDENT = 4  # characters from the right edge, GB/T 9704 7.3.5
SEAL_GAP = 4 * MM  # less than a line between the text and the seal's top
SEAL_LIFT = 2 * MM  # name and date stand slightly below the seal's centre
SEAL_SIDE = 42.0  # mm, where no seal is given yet
NAME_ROOM = 82 * MM  # beside the check code
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
    """Name and date and the rectangle of the seal over them, in points."""

    placed: tuple[Placed, ...]
    seal: tuple[float, float, float, float]

    @property
    def rect_mm(self) -> tuple[float, float, float, float]:
        left, bottom, right, top = self.seal
        return (left / MM, (PAGE[1] - top) / MM, (right - left) / MM, (top - bottom) / MM)


def canvas_of(
    *, title: str, author: str, subject: str, at: datetime | None, stock: tuple[str, str]
) -> Any:
    """An empty file; its title names nobody, since titles end up in file lists."""
    canvas = LetterCanvas(
        io.BytesIO(), pagesize=PAGE, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang="zh-CN"
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    if at:
        canvas._doc._timeStamp = _stamp(at)
    # The same first subsets in every letter of a kind, so that they are built once.
    for role, characters in zip((BODY, HEI), stock, strict=True):
        fonts.load(role).splitString(characters, canvas._doc)
    return canvas


def turn_over(canvas: Any, sheet: Sheet) -> None:
    """The page is done."""
    canvas.addLiteral("\n".join(sheet.marks))
    canvas.showPage()


def sign_off(
    issuer: str, day: date, top: float, seal: tuple[float, float], room: float = NAME_ROOM
) -> SignOff:
    """Name and date to the right, the seal low over both (GB/T 9704 7.3.5)."""
    names = balanced(issuer, 1 if line(BODY, issuer, SIGN_OFF_SIZE).width <= room else 2)
    written = line(BODY, in_words(day), SIGN_OFF_SIZE)
    width = max(line(BODY, name, SIGN_OFF_SIZE).width for name in names)
    right = LEFT + MEASURE
    centre = min(right - DATE_INDENT * SIGN_OFF_SIZE - written.width / 2, right - width / 2)
    pitch = layout.STANDARD.pitch * 0.9
    middle = top - seal[1] / 2
    rows = [*names, in_words(day)]
    first = middle - SEAL_LIFT + (len(rows) - 1) * pitch / 2 - 0.38 * SIGN_OFF_SIZE
    placed = tuple(
        layout.centred(BODY, row, SIGN_OFF_SIZE, first - n * pitch, centre)
        for n, row in enumerate(rows)
    )
    w, h = seal
    return SignOff(placed, (centre - w / 2, middle - h / 2, centre + w / 2, middle + h / 2))


def signature(
    sheet: Sheet, label: str, written: Signature | None, signed: date | None, end: float
) -> None:
    """The applicant's handwriting over its line, the day below; a draft has neither."""
    width, height = SIGNATURE_BOX
    left = LEFT + MEASURE - width - 6 * MM
    base = end - 14 * MM - height
    words = line(BODY, label, SIGN_OFF_SIZE)
    sheet.text(words, left - words.width - 1 * MM, base + 3)
    sheet.rule(left, base, width)
    if written:
        sheet.handwriting(written, left, base + 1 * MM, width, height)
    if signed is None:  # a draft leaves the day to the signature
        return
    day = line(BODY, in_words(signed), SIGN_OFF_SIZE)
    sheet.text(day, left + (width - day.width) / 2, base - 14 * MM)


def number(sheet: Sheet, label: str, letter_number: str) -> None:
    """The letter's number above the text, to the right."""
    words = line(BODY, f"{label}：{letter_number}", SMALL)
    sheet.text(words, LEFT + MEASURE - words.width, CEILING + 4 * MM)


def page_number(sheet: Sheet, count: int) -> None:
    """Outside: right on odd pages, left on even ones (GB/T 9704 7.5)."""
    page = line(BODY, f"— {count} —", PAGE_NUMBER_SIZE)
    y = FLOOR - 7 * MM - PAGE_NUMBER_SIZE * layout.ASCENT
    right = LEFT + MEASURE - PAGE_NUMBER_SIZE - page.width
    sheet.text(page, right if count % 2 else LEFT + PAGE_NUMBER_SIZE, y)


def hand_entry(sheet: Sheet, text: str) -> None:
    """Below the text, over the page's number, whole however long the officers' numbers are."""
    if not text:
        return
    size = SMALL * min(1.0, MEASURE / line(BODY, text, SMALL).width)
    placed = layout.centred(BODY, text, size, FLOOR - 15.5 * MM, PAGE[0] / 2)
    sheet.text(placed.line, placed.x, placed.y)


def training(sheet: Sheet, words: Mapping[str, str], simulated: tuple[str, ...]) -> None:
    """The mark of training across the page, and in red above and below the text."""
    word = words["training"]
    big = line(HEI, word, WATERMARK_SIZE)
    cos, sin = TURN
    sheet.grey(WATERMARK_GREY)
    for centre in (0.68, 0.36):
        x, y = PAGE[0] / 2 - cos * big.width / 2, PAGE[1] * centre - sin * big.width / 2
        sheet.watermark(big, x, y, cos, sin)
    sheet.red()
    devices = "、".join(words.get(kind, kind) for kind in simulated)
    note = f"{word}　　{words['simulated']}：{devices}" if devices else word
    for text, y in ((word, CEILING + 12 * MM), (note, FLOOR - 20 * MM)):
        placed = layout.centred(HEI, text, SMALL, y, PAGE[0] / 2)
        sheet.text(placed.line, placed.x, placed.y)
    sheet.grey(0)


def _stamp(at: datetime) -> Any:
    """reportlab's own time stamp, from the clock that was handed in."""
    minutes = int((at.utcoffset() or (at - at)).total_seconds()) // 60
    return SimpleNamespace(
        t=at.timestamp(), YMDhms=at.timetuple()[:6], dhh=minutes // 60, dmm=minutes % 60
    )
