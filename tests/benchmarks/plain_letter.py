"""The same letter by a plain script: reportlab's canvas, pyHanko for the field."""

import io
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from types import SimpleNamespace

import segno
from PIL import Image
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers.cms_embedder import (
    PdfCMSEmbedder,
    SigAppearanceSetup,
    SigIOSetup,
    SigObjSetup,
)
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko.stamp import StaticStampStyle
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.codecs import sm2
from app.documents.letters import LetterFacts, check_link, in_words
from app.documents.seal_field import SealPicture
from app.seal.certificates import read_certificate
from app.seal.signer import Signer
from app.seal.writing import write_signature, write_to_be_signed
from resources.fonts import font_path

MM = 72 / 25.4
FACES = {
    "Fang": "FandolFang-Regular.ttf",
    "Hei": "NotoSansSC-Regular.ttf",
    "Title": "NotoSerifSC-Bold.ttf",
    "Song": "NotoSerifSC-Regular.ttf",
}
LEFT, MEASURE, SIZE, LEADING = 28 * MM, 156 * MM, 14, 21
SEAL_LEFT, SEAL_BOTTOM = 120 * MM, 40 * MM


@dataclass(frozen=True)
class Sealing:
    """What seals: the seal's bytes and picture."""

    seal: bytes
    picture: SealPicture


def register_fonts() -> None:
    """Once, as any script does at its start."""
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(font_path(file))))


def draw(facts: LetterFacts) -> bytes:
    """Two pages with the same words, code and handwriting."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1)
    canvas.setTitle(facts.title)
    _water_mark(canvas, facts)
    y = _heading(canvas, facts, facts.part_one)
    y = _text(canvas, facts.salutation, y)
    for told in (*facts.notice, *facts.receipt):
        y = _text(canvas, f"　　{told.title}。{told.text}", y)
    _run(canvas, LEFT + 90 * MM, 70 * MM, facts.issuer, 16)
    _run(canvas, LEFT + 96 * MM, 60 * MM, in_words(facts.day), 16)
    _code(canvas, facts)
    canvas.showPage()
    _water_mark(canvas, facts)
    y = _heading(canvas, facts, facts.part_two)
    lines = [f"申请人：{facts.applicant}", f"{facts.number_label}：{facts.number}", facts.opening]
    for text in (*lines, *(said.text for said in facts.commitment), facts.closing):
        y = _text(canvas, f"　　{text}", y)
    _handwriting(canvas, facts, y - 40 * MM)
    _run(canvas, LEFT + 96 * MM, y - 60 * MM, in_words(facts.day), 16)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def seal(drawn: bytes, made: Sealing, signer: Signer, at: datetime) -> bytes:
    """An incremental update with the field, the picture as a stamp, the structure in /Contents."""
    side = made.picture.width_mm * MM
    box = tuple(map(int, (SEAL_LEFT, SEAL_BOTTOM, SEAL_LEFT + side, SEAL_BOTTOM + side)))
    embedder = PdfCMSEmbedder(SigFieldSpec("Seal1", box=box))  # type: ignore[arg-type]
    steps = embedder.write_cms("Seal1", IncrementalPdfFileWriter(io.BytesIO(drawn)))
    next(steps)
    with Image.open(io.BytesIO(made.picture.png)) as picture:
        style = StaticStampStyle(background=PdfImage(picture.convert("RGBA")), border_width=0)
        appearance = SigAppearanceSetup(style=style, timestamp=at, name=made.picture.name)
        holder = SignatureObject(
            timestamp=at,
            subfilter=SimpleNamespace(value=pdf_name("/GM.sm2seal")),  # type: ignore[arg-type]
            bytes_reserved=131072,
        )
        holder[pdf_name("/Filter")] = pdf_name("/GM.PKILite")
        steps.send(SigObjSetup(sig_placeholder=holder, appearance_setup=appearance))
    prepared, output = steps.send(SigIOSetup(md_algorithm="sm3"))
    contents = _signature(made.seal, prepared.document_digest, signer, at)
    prepared.fill_reserved_region(output, contents)
    return output.getvalue()  # type: ignore[no-any-return]


def _signature(seal_der: bytes, digest: bytes, signer: Signer, at: datetime) -> bytes:
    certificate = signer.certificate()
    tbs = write_to_be_signed(seal_der, at=at, data_hash=digest, info="/ByteRange")
    key = read_certificate(certificate).public_key
    return write_signature(tbs, certificate, signer.sign(sm2.message_digest(key, tbs)))


def _run(canvas: Canvas, x: float, y: float, text: str, size: float, face: str = "Fang") -> None:
    """A piece of text, characters that FangSong lacks in Song."""
    for part in _by_face(text, face):
        canvas.setFont(part[0], size)
        canvas.drawString(x, y, part[1])
        x += pdfmetrics.stringWidth(part[1], part[0], size)


def _by_face(text: str, face: str) -> list[tuple[str, str]]:
    known = pdfmetrics.getFont(face).face.charToGlyph
    parts: list[tuple[str, str]] = []
    for character in text:
        name = face if ord(character) in known else "Song"
        if parts and parts[-1][0] == name:
            parts[-1] = (name, parts[-1][1] + character)
        else:
            parts.append((name, character))
    return parts


def _text(canvas: Canvas, text: str, y: float) -> float:
    line, width = "", 0.0
    for character in text:
        width += pdfmetrics.stringWidth(character, "Fang", SIZE)
        if width > MEASURE:
            _run(canvas, LEFT, y, line, SIZE)
            y -= LEADING
            line, width = "", pdfmetrics.stringWidth(character, "Fang", SIZE)
        line += character
    _run(canvas, LEFT, y, line, SIZE)
    return y - LEADING


def _heading(canvas: Canvas, facts: LetterFacts, part: str) -> float:
    canvas.setFont("Hei", 10.5)
    canvas.drawRightString(LEFT + MEASURE, 264 * MM, facts.letter_number)
    canvas.setFont("Title", 22)
    canvas.drawCentredString(LEFT + MEASURE / 2, 252 * MM, facts.title)
    canvas.setFont("Hei", 16)
    canvas.drawCentredString(LEFT + MEASURE / 2, 243 * MM, part)
    return 233 * MM


def _water_mark(canvas: Canvas, facts: LetterFacts) -> None:
    canvas.saveState()
    canvas.setFillGray(0.93)
    canvas.translate(A4[0] / 2, A4[1] / 2)
    canvas.rotate(35)
    canvas.setFont("Hei", 44)
    canvas.drawCentredString(0, 0, facts.words["training"])
    canvas.restoreState()


def _code(canvas: Canvas, facts: LetterFacts) -> None:
    matrix = segno.make(check_link(facts), error="m", micro=False).matrix
    side = 22 * MM / len(matrix)
    for down, row in enumerate(matrix):
        for across, dark in enumerate(row):
            if dark & 1:
                y = 75 * MM - down * side
                canvas.rect(LEFT + across * side, y, side, side, stroke=0, fill=1)
    canvas.setFont("Hei", 10.5)
    canvas.drawString(LEFT + 26 * MM, 64 * MM, facts.check_code)


def _handwriting(canvas: Canvas, facts: LetterFacts, base: float) -> None:
    for stroke in facts.signature.strokes if facts.signature else ():
        for a, b in pairwise(stroke):
            canvas.setLineWidth(0.5 + a.pressure)
            canvas.line(
                LEFT + (60 + a.x) * MM, base - a.y * MM, LEFT + (60 + b.x) * MM, base - b.y * MM
            )
