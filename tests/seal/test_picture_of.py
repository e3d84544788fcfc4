"""What a seal looks like is shown beside its verdict; nothing in a file can make that fail."""

import io
from base64 import encodebytes
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.seal.pdf_place import seal_pdf
from app.seal.picture_of import pictures
from app.seal.structures import Picture
from tests.seal.ofd_parts import document, with_signature, zipped
from tests.seal.parts import NOW, make_seal, tiny_pdf


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (420, 300), (220, 0, 0)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="module")
def drawn(hall):
    """The hall with a seal that has a real picture, wider than high."""
    seal = make_seal(hall.maker, hall.signer.der, picture=Picture("png", png(), 42, 30))
    return replace(hall, seal=seal)


@pytest.fixture(scope="module")
def pdf(drawn) -> bytes:
    return seal_pdf(tiny_pdf(), seal=drawn.seal, signer=drawn.signer, at=NOW, info="/ByteRange")


@pytest.fixture(scope="module")
def files(drawn, pdf) -> dict[str, bytes]:
    return {
        "pdf": pdf,
        "esl": drawn.seal,
        "base64": encodebytes(drawn.seal),
        "pem": b"-----BEGIN SEAL-----\n%s-----END SEAL-----\n" % encodebytes(drawn.seal),
        "ofd": zipped(with_signature(drawn, document())),
    }


@pytest.mark.parametrize("kind", ["pdf", "esl", "base64", "pem", "ofd"])
def test_the_seals_picture_is_found_at_its_own_size(files, kind) -> None:
    (found,) = pictures(files[kind], 1)
    assert found is not None
    assert (found.width_mm, found.height_mm) == (42, 30)


def test_two_signatures_of_a_package_have_a_picture_each_in_their_order(drawn) -> None:
    other = make_seal(drawn.maker, drawn.signer.der, picture=Picture("png", png(), 40, 40))
    files = with_signature(drawn, document())
    files = with_signature(replace(drawn, seal=other), files, 1)
    sizes = [each and each.width_mm for each in pictures(zipped(files), 2)]
    assert sizes == [42, 40]


def test_a_picture_that_cannot_be_drawn_is_none(sealed) -> None:
    assert pictures(sealed, 1) == (None,)


def test_where_pictures_and_signatures_differ_in_number_none_is_shown(pdf) -> None:
    """A picture must never stand beside another seal's verdict."""
    assert pictures(pdf, 2) == (None, None)
    assert pictures(pdf, 0) == ()


def test_the_kind_of_file_is_told_as_the_verdict_tells_it(pdf) -> None:
    """Else a seal could carry another's picture where a PDF has its signature."""
    assert pictures(pdf.replace(b"%PDF-", b"%XDF-", 1), 1) == (None,)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_makes_the_search_fail(files, data) -> None:
    whole = files[data.draw(st.sampled_from(sorted(files)))]
    at = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 40))
    bent = whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + length :]
    assert len(pictures(bent, 1)) == 1
