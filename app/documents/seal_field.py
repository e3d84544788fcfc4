"""The signature field of a sealed letter: literal placeholders, the seal's picture on top."""

import io
import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from PIL import Image
from reportlab.pdfbase import pdfdoc

from app.errors import Unavailable

BYTE_RANGE = b"[0 0000000000 0000000000 0000000000]"
FIELD_NAME, PICTURE = "Seal1", "Seal"
PRINT, LOCKED = 1 << 2, 1 << 7
SIGNATURES_EXIST, APPEND_ONLY = 1, 2
INK = "<</Ink <</BM /Multiply>>>>"  # as ink on paper: name and date stay black under it
LONGEST_SIDE = 4096  # pixels


@dataclass(frozen=True, slots=True)
class SealPicture:
    """The picture out of the seal, at its true size."""

    png: bytes
    width_mm: float
    height_mm: float
    name: str


@dataclass(frozen=True, slots=True)
class FieldForm:
    """Names that the reader of the letters goes by; `room`: bytes for app/seal/pdf_place.py."""

    filter: str = "GM.PKILite"
    sub_filter: str = "GM.sm2seal"
    room: int = 64 << 10


STANDARD = FieldForm()


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture, colour and opacity apart, both deflated."""

    width: int
    height: int
    colour: bytes
    opacity: bytes


@lru_cache(maxsize=4)
def pixels(png: bytes) -> Pixels:
    """Decode a seal's picture once; every further letter reuses the deflated bytes."""
    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
            if max(picture.size) > LONGEST_SIDE:
                raise Unavailable("letter.seal-picture", problem="too large")
            rgba = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError):
        raise Unavailable("letter.seal-picture", problem="not a PNG picture") from None
    colour, opacity = rgba.convert("RGB").tobytes(), rgba.getchannel("A").tobytes()
    return Pixels(*rgba.size, zlib.compress(colour, 9), zlib.compress(opacity, 9))


def add(
    canvas: Any,
    seal: SealPicture,
    rect: tuple[float, ...],
    at: datetime | None,
    form: FieldForm = STANDARD,
) -> None:
    """Put the field on the canvas's current page; `rect` in points from the lower left corner."""
    document = canvas._doc
    widget = pdfdoc.PDFDictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": pdfdoc.PDFString(FIELD_NAME),
            "F": PRINT | LOCKED,
            "Rect": "[" + " ".join(f"{side:.3f}" for side in rect) + "]",
            "P": document.thisPageRef(),
            "V": document.Reference(_signature(seal, at, form), "SealValue"),
            "AP": pdfdoc.PDFDictionary({"N": _appearance(document, seal, rect)}),
        }
    )
    reference = document.Reference(widget, "SealField")
    canvas._annotationrefs.append(reference)
    document.Catalog.AcroForm = pdfdoc.PDFDictionary(
        {"Fields": pdfdoc.PDFArray([reference]), "SigFlags": SIGNATURES_EXIST | APPEND_ONLY}
    )


def _signature(seal: SealPicture, at: datetime | None, form: FieldForm) -> Any:
    entries: dict[str, Any] = {
        "Type": "/Sig",
        "Filter": f"/{form.filter}",
        "SubFilter": f"/{form.sub_filter}",
        "Name": pdfdoc.PDFString(seal.name),
        "ByteRange": BYTE_RANGE,
        "Contents": b"<" + b"00" * form.room + b">",
    }
    if at is not None:
        entries["M"] = pdfdoc.PDFString(pdf_date(at))
    return pdfdoc.PDFDictionary(entries)


def pdf_date(at: datetime) -> str:
    """D:YYYYMMDDHHmmSS+08'00' in the time's own zone."""
    zone = at.strftime("%z") or "+0000"
    return f"D:{at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _appearance(document: Any, seal: SealPicture, rect: tuple[float, ...]) -> Any:
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    form = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": "/XObject",
                "Subtype": "/Form",
                "BBox": f"[0 0 {width:.3f} {height:.3f}]",
                "Resources": pdfdoc.PDFDictionary(
                    {
                        "XObject": pdfdoc.PDFDictionary({"Seal": _image(document, seal)}),
                        "ExtGState": INK,
                    }
                ),
            }
        ),
        content=f"q /Ink gs {width:.3f} 0 0 {height:.3f} 0 0 cm /Seal Do Q\n".encode("ascii"),
    )
    return document.Reference(form, "SealAppearance")


def on_page(canvas: Any, seal: SealPicture) -> str:
    """The name by which the current page's own content draws the picture."""
    _image(canvas._doc, seal)
    canvas._formsinuse.append(PICTURE)
    return pdfdoc.xObjectName(PICTURE)  # type: ignore[no-any-return]


def _image(document: Any, seal: SealPicture) -> Any:
    """Once in the file, however often it is drawn."""
    name = pdfdoc.xObjectName(PICTURE)
    if name in document.idToObject:
        return pdfdoc.PDFObjectReference(name)
    picture = pixels(seal.png)
    mask = document.Reference(_plane(picture, picture.opacity, "/DeviceGray"), "SealOpacity")
    image = _plane(picture, picture.colour, "/DeviceRGB")
    image.dictionary["SMask"] = mask
    return document.Reference(image, name)


def _plane(picture: Pixels, content: bytes, space: str) -> Any:
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": picture.width,
                "Height": picture.height,
                "BitsPerComponent": 8,
                "ColorSpace": space,
                "Filter": "/FlateDecode",
            }
        ),
        content=content,
    )
