"""Pages of a letter as pictures, drawn from the very PDF bytes (pypdfium2)."""

import pypdfium2

POINTS_PER_INCH = 72
UNREADABLE = pypdfium2.PdfiumError  # no PDF, or a locked one
MOST_PAGES = 40  # of one letter; a file that claims more is not ours to draw


def page_images(pdf: bytes, dpi: float, most: int = MOST_PAGES) -> list[tuple[int, int, bytes]]:
    """Width, height and BGRA bytes of every page, the seal's widget drawn too."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        document.init_forms()  # without it the seal's appearance is not drawn
        count = min(len(document), most)
        return [_image(document, number, dpi / POINTS_PER_INCH) for number in range(count)]
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _image(document: pypdfium2.PdfDocument, number: int, scale: float) -> tuple[int, int, bytes]:
    page = document[number]
    try:
        bitmap = page.render(
            scale=scale, may_draw_forms=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA
        )
        try:
            return bitmap.width, bitmap.height, bytes(bitmap.buffer)
        finally:
            bitmap.close()
    finally:
        page.close()
