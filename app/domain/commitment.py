"""Notice shown, letter signed, approve now (Art. 8)."""

from dataclasses import dataclass


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
