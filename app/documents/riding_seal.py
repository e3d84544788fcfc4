"""The riding seal (骑缝章): slices of the seal along the right edges of the pages it binds.

Fanned out, the pages show the whole seal; one that was changed for another breaks it. It lies in
the page itself, under the one signature. The applicant's part is no page of the department's.
"""

from dataclasses import dataclass
from typing import Any

from app.documents import seal_field
from app.documents.layout import CEILING, FLOOR, PAGE
from app.documents.seal_field import SealPicture

MOST = 6  # pages under one riding seal: of a thinner slice nobody could tell anything
MIDDLE = (CEILING + FLOOR) / 2


@dataclass(frozen=True, slots=True)
class Slice:
    """What one page has of the seal: `part` of `parts`, counted from 0, in a seal's size in points.

    The slice ends at the paper's edge, as under a seal set by hand; a printer that leaves a margin
    leaves that much of it out.
    """

    part: int
    parts: int
    size: tuple[float, float]

    @property
    def rect(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top in points from the lower left corner."""
        width, height = self.size
        left = PAGE[0] - width / self.parts
        return left, MIDDLE - height / 2, PAGE[0], MIDDLE + height / 2


def slices(pages: int, size: tuple[float, float]) -> tuple[Slice, ...]:
    """One for each page, none for a single one; many pages go under several riding seals."""
    if pages < 2:
        return ()
    seals = -(-pages // MOST)
    shares = [pages // seals + (n < pages % seals) for n in range(seals)]
    return tuple(Slice(part, parts, size) for parts in shares for part in range(parts))


def draw(canvas: Any, seal: SealPicture, cut: Slice) -> None:
    """Put the slice on the canvas's current page, as ink: what it touches stays readable."""
    left, bottom, right, top = cut.rect
    width, height = cut.size
    clip = f"{left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re W n"
    start = left - cut.part * width / cut.parts
    name = seal_field.on_page(canvas, seal)
    canvas.saveState()
    canvas.setBlendMode("Multiply")
    canvas.addLiteral(f"{clip} {width:.3f} 0 0 {height:.3f} {start:.3f} {bottom:.3f} cm /{name} Do")
    canvas.restoreState()
