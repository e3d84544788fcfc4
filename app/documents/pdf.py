"""Draws a letter: the department's part under its seal, the applicant's part with handwriting."""

from typing import Any, TypeVar

from app.documents import fonts, layout, paper, riding_seal, seal_field
from app.documents.fonts import BODY, HEI
from app.documents.ink import MM, Sheet
from app.documents.layout import LEFT, SMALL, Leaf
from app.documents.letters import (
    LetterFacts,
    Printed,
    check_link,
    refuse_unsigned,
    spelt_out,
    texts,
)
from app.documents.paper import SEAL_GAP, SEAL_SIDE, SIGNATURE_FOOT, Composed, SignOff
from app.documents.seal_field import STANDARD, FieldForm, SealPicture
from app.documents.typesetting import line
from app.errors import Unavailable

__all__ = [
    "SEAL_GAP", "SEAL_SIDE", "Composed", "FieldForm", "SealPicture", "compose",
    "missing_characters",
]  # fmt: skip

QR_SIDE = 22 * MM

P = TypeVar("P", bound=Printed)


def missing_characters(facts: Printed) -> tuple[str, ...]:
    """Code points of the letter that no face has; while there are any it must not be sealed."""
    return fonts.missing("".join(texts(facts)))


def compose(
    facts: LetterFacts, *, seal: SealPicture | None, form: FieldForm = STANDARD
) -> Composed:
    """The letter as a PDF; with a seal it holds the field that app/seal/pdf_place.py fills."""
    facts = printable(facts, final=seal is not None)
    if seal:
        refuse_unsigned(facts)
    size = seal_size(seal)
    leaves = layout.part_one(facts, size[1] + SEAL_GAP)
    sign_off = paper.sign_off(facts.issuer, facts.day, leaves[-1].end - SEAL_GAP, size)
    cuts = riding_seal.slices(len(leaves), size)
    canvas = _canvas(facts)
    for count, leaf in enumerate(leaves, 1):
        sheet = _sheet(canvas, facts, leaf, count)
        if seal and cuts:
            riding_seal.draw(canvas, seal, cuts[count - 1])
        if count == len(leaves):
            _end_of_part_one(sheet, facts, sign_off)
            if seal:
                seal_field.add(canvas, seal, sign_off.seal, facts.sealed_at, form)
        paper.turn_over(canvas, sheet)
    pages = len(leaves) + _part_two(canvas, facts, len(leaves))
    return Composed(canvas.getpdfdata(), pages, len(leaves), sign_off.rect_mm)


def printable(facts: P, *, final: bool) -> P:
    """A draft names the code points it cannot draw; a final letter must have none."""
    lacking = missing_characters(facts)
    if not final:
        return spelt_out(facts, lacking)
    if lacking:
        raise Unavailable("letter.character-missing", characters="、".join(lacking))
    return facts


def seal_size(seal: SealPicture | None) -> tuple[float, float]:
    """The room of the seal in points, given or not yet."""
    return (seal.width_mm * MM, seal.height_mm * MM) if seal else (SEAL_SIDE * MM,) * 2


def _canvas(facts: LetterFacts) -> Any:
    return paper.canvas_of(
        title=facts.title,
        author=facts.hall,
        subject=facts.part_one,
        at=facts.sealed_at,
        stock=facts.stock,
    )


def _sheet(canvas: Any, facts: LetterFacts, leaf: Leaf, count: int) -> Sheet:
    sheet = Sheet(canvas._doc)
    if facts.training:
        paper.training(sheet, facts.words, facts.simulated)
    for placed in leaf.placed:
        sheet.text(placed.line, placed.x, placed.y)
    paper.number(sheet, facts.words["number"], facts.letter_number)
    paper.hand_entry(sheet, facts.hand_entry)
    paper.page_number(sheet, count)
    return sheet


def _part_two(canvas: Any, facts: LetterFacts, before: int) -> int:
    if facts.kind != "commitment":
        return 0
    leaves = layout.part_two(facts, SIGNATURE_FOOT)
    for count, leaf in enumerate(leaves, 1):
        sheet = _sheet(canvas, facts, leaf, before + count)
        if count == len(leaves):
            paper.signature(sheet, facts.signature_label, facts.signature, facts.signed, leaf.end)
        paper.turn_over(canvas, sheet)
    return len(leaves)


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
