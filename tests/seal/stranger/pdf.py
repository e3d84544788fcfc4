"""PDFs with signatures by incremental updates, each over everything before and around it."""

from collections.abc import Callable

DIGITS = 16384
SES = b"/Filter /GM.PKILite /SubFilter /GM.sm2seal"
Signing = Callable[[bytes], bytes]  # what is signed → what goes into /Contents


def plain() -> bytes:
    """One page with nothing on it."""
    return _appended(
        b"%PDF-1.7\n",
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        },
        previous=None,
    )


def signed(
    before: bytes,
    sign: Signing,
    names: bytes = SES,
    *,
    number: int = 4,
    extra: bytes = b"",
    padding: bytes = b"0",
    cut: int = 0,
) -> bytes:
    """`cut`: so many more bytes before the digits stay unsigned; `extra` goes into the entry."""
    hole = b"<" + b"0" * DIGITS + b">"
    entry = b"<</Type /Sig %s %s/ByteRange [0 %s]/Contents %s>>"
    fields = b" ".join(b"%d 0 R" % n for n in range(5, number + 2, 2))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]/SigFlags 3>>>>" % fields,
        number: entry % (names, extra, b" " * 32, hole),
        number + 1: b"<</Type/Annot/Subtype/Widget/FT/Sig/T(Seal%d)/Rect[0 0 0 0]/V %d 0 R>>"
        % (number, number),
    }
    whole = _appended(before, objects, previous=before.rindex(b"xref\n0"))
    start = whole.index(hole, len(before))
    end = start + len(hole)
    numbers = b"%d %d %d" % (start - cut, end, len(whole) - end)
    at = whole.index(b"[0 " + b" " * 32, len(before)) + 3
    whole = whole[:at] + numbers.ljust(32) + whole[at + 32 :]
    value = sign(whole[: start - cut] + whole[end:]).hex().encode()
    digits = value + padding * (DIGITS - len(value))
    return whole[: start + 1] + digits + whole[end - 1 :]


def updated(before: bytes, objects: dict[int, bytes]) -> bytes:
    """Objects changed after the fact."""
    return _appended(before, objects, previous=before.rindex(b"xref\n0"))


def _appended(before: bytes, objects: dict[int, bytes], previous: int | None) -> bytes:
    out, places = before, {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    back = b"" if previous is None else b"/Prev %d" % previous
    table = b"xref\n0 1\n0000000000 65535 f \n"
    table += b"".join(b"%d 1\n%010d 00000 n \n" % each for each in places.items())
    trailer = b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (max(objects) + 1, back)
    return out + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)
