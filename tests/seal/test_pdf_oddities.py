"""PDFs as others write them: what is odd about them is no fault of their bytes."""

from datetime import timedelta
from hashlib import sha1

import pytest

from app.seal.certificates import read_certificate
from app.seal.chains import Anchors
from app.seal.checking import check_pdf
from app.seal.pdf_place import find_place, put
from app.seal.pdf_scan import find_ranges, signed_bytes
from tests.seal.blocks import Signing, authority, signing, stamp_info, stamping, token
from tests.seal.parts import NOW, Holder, tiny_pdf


@pytest.fixture(scope="module")
def root() -> Holder:
    return authority("Root")


def check(pdf: bytes, root: Holder):
    anchors = Anchors((read_certificate(root.der),))
    return check_pdf(pdf, anchors=anchors, at=NOW + timedelta(minutes=1))


def signed(root: Holder, content: bytes | None = None) -> bytes:
    """Its document by CMS; `content`: carried in the document's place."""
    place = find_place(tiny_pdf())
    how = Signing(signing("Signer", root), attached=content is not None)
    return put(place, how.data(content or signed_bytes(place.pdf, place.signed)))


def test_blanks_among_the_digits_mean_nothing(root) -> None:
    pdf = signed(root)
    (place,) = find_ranges(pdf)
    start, stop = place.gap_start + 1, place.after - 1
    digits = pdf[start : start + 64] + b"\n" + pdf[start + 64 : stop - 2] + b" "
    odd = pdf[:start] + digits.upper() + pdf[stop:]
    assert (check(pdf, root).verdict, check(odd, root).verdict) == ("good", "good")


@pytest.mark.parametrize(
    ("over", "code"),
    [(b"", "structure.kind-not-supported"), (b"other", "time-stamp.other-content")],
)
def test_a_documents_time_stamp_is_nobodys_signature(root, over, code) -> None:
    place = find_place(tiny_pdf())
    stamp = stamp_info(over or signed_bytes(place.pdf, place.signed))
    report = check(put(place, token(stamping("Stamps", root), stamp)), root)
    assert (report.verdict, report.code) == ("bad" if over else "cannot tell", code)


def test_a_carried_sha_1_is_too_weak_to_tell_and_another_is_bad(root) -> None:
    place = find_place(tiny_pdf())
    carried = sha1(signed_bytes(place.pdf, place.signed), usedforsecurity=False).digest()
    report = check(signed(root, carried), root)
    assert (report.verdict, report.code) == ("cannot tell", "digest.method-weak")
    assert check(signed(root, bytes(20)), root).code == "digest.different"


def test_more_signatures_than_are_judged_is_not_bad(root) -> None:
    many = signed(root) + b"/ByteRange [0 1 2 3]\n" * 32
    report = check(many, root)
    assert (report.verdict, report.code) == ("cannot tell", "file.too-large")
