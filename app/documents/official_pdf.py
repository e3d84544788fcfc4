"""Draws an official letter in the form of GB/T 9704, under a seal or the applicant's signature."""

from typing import Any

from app.documents import official_layout, paper, riding_seal, seal_field
from app.documents.ink import Sheet
from app.documents.layout import MEASURE, PAGE, Leaf
from app.documents.official import OfficialFacts
from app.documents.official_layout import FOOT_RULE, RULE, Head
from app.documents.paper import SEAL_GAP, SIGNATURE_FOOT, Composed
from app.documents.pdf import printable, seal_size
from app.documents.seal_field import SealPicture

NO_SEAL = (0.0, 0.0, 0.0, 0.0)


def compose(facts: OfficialFacts, *, seal: SealPicture | None) -> Composed:
    """The letter as a PDF; what the applicant signs is never sealed (AMB-22)."""
    if not facts.signature_label:
        return _sealed(facts, seal)
    if seal:
        raise ValueError("the department's seal never stands on the applicant's words")
    return _signed(printable(facts, final=facts.signature is not None))


def _sealed(facts: OfficialFacts, seal: SealPicture | None) -> Composed:
    facts = printable(facts, final=seal is not None)
    size = seal_size(seal)
    leaves = official_layout.leaves(facts, size[1] + SEAL_GAP)
    sign_off = paper.sign_off(facts.issuer, facts.day, leaves[-1].end - SEAL_GAP, size, MEASURE)
    cuts = riding_seal.slices(len(leaves), size)
    canvas = _canvas(facts)
    for count, leaf in enumerate(leaves, 1):
        sheet = _sheet(canvas, facts, leaf, count)
        if seal and cuts:
            riding_seal.draw(canvas, seal, cuts[count - 1])
        if count == len(leaves):
            for placed in sign_off.placed:
                sheet.text(placed.line, placed.x, placed.y)
            if seal:
                seal_field.add(canvas, seal, sign_off.seal, facts.sealed_at)
        paper.turn_over(canvas, sheet)
    return Composed(canvas.getpdfdata(), len(leaves), len(leaves), sign_off.rect_mm)


def _signed(facts: OfficialFacts) -> Composed:
    leaves = official_layout.leaves(facts, SIGNATURE_FOOT)
    canvas = _canvas(facts)
    for count, leaf in enumerate(leaves, 1):
        sheet = _sheet(canvas, facts, leaf, count)
        if count == len(leaves):
            paper.signature(sheet, facts.signature_label, facts.signature, facts.signed, leaf.end)
        paper.turn_over(canvas, sheet)
    return Composed(canvas.getpdfdata(), len(leaves), 0, NO_SEAL)


def _canvas(facts: OfficialFacts) -> Any:
    return paper.canvas_of(
        title=facts.name,
        author=facts.issuer,
        subject=facts.name,
        at=facts.sealed_at,
        stock=facts.stock,
    )


def _sheet(canvas: Any, facts: OfficialFacts, leaf: Leaf, count: int) -> Sheet:
    sheet = Sheet(canvas._doc)
    if facts.training:
        paper.training(sheet, facts.words, facts.simulated)
    red = official_layout.head(facts)
    if red and count == 1:
        _head(sheet, red)
    for placed in leaf.placed:
        sheet.text(placed.line, placed.x, placed.y)
    if count > 1:
        paper.page_number(sheet, count)
    if count > 1 or not red:
        paper.number(sheet, facts.words["number"], facts.letter_number)
    return sheet


def _head(sheet: Sheet, red: Head) -> None:
    sheet.red()
    sheet.text(red.name.line, red.name.x, red.name.y)
    sheet.grey(0)
    x = (PAGE[0] - RULE) / 2
    sheet.double_rule(x, red.rule, RULE, thick_above=True)
    sheet.double_rule(x, FOOT_RULE, RULE, thick_above=False)
    sheet.text(red.number.line, red.number.x, red.number.y)
