"""Notice shown, letter signed, approve now (Art. 8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import hypot

from app.errors import Refused

LEAST_INK_MM = 5.0  # shorter than any written name


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the notice; `id` is stable over versions (basis, content, liability …)."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What the department must tell before anybody signs (A8-4), one version of it."""

    version: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph that was fully visible to the applicant, and when (ISO)."""

    paragraph: str
    at: str


@dataclass(frozen=True, slots=True)
class Point:
    """A pen sample: mm from the pad's top left, pressure 0..1, milliseconds from the first."""

    x: float
    y: float
    pressure: float
    t: int


@dataclass(frozen=True, slots=True)
class Signature:
    """The applicant's handwriting as strokes; `width` and `height` of the pad in millimetres."""

    strokes: tuple[tuple[Point, ...], ...]
    width: float
    height: float
    signed_at: str


def may_sign(notice: Notice, shown: Iterable[Shown]) -> None:
    """Refused until every paragraph of the notice was fully visible (A8-4)."""
    seen = {one.paragraph for one in shown}
    missing = [paragraph.title for paragraph in notice.paragraphs if paragraph.id not in seen]
    if missing or not notice.paragraphs:
        raise Refused("A8-4", "notice.not-shown", paragraphs="、".join(missing), count=len(missing))


def must_be_signed(signature: Signature) -> None:
    """Refused when nothing was written: a touch of the pad is no signature (A8-6)."""
    if sum(_length(stroke) for stroke in signature.strokes) < LEAST_INK_MM:
        raise Refused("A8-6", "signature.empty")


def accept(notice: Notice, shown: Iterable[Shown], signature: Signature) -> None:
    """The commitment counts: all was shown, then it was signed (A8-4, A8-6)."""
    kept = tuple(shown)
    may_sign(notice, kept)
    must_be_signed(signature)
    signed = datetime.fromisoformat(signature.signed_at)
    if any(datetime.fromisoformat(one.at) > signed for one in kept):
        raise Refused("A8-4", "signature.before-notice")


def _length(stroke: tuple[Point, ...]) -> float:
    return sum(hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(stroke))
