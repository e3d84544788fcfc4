"""The seal's picture on paper: kinds by content, paper made transparent, size, bombs, rubbish."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.errors import Unavailable
from app.seal.imprint import MAX_BYTES, MAX_SIDE, imprint
from app.seal.structures import Picture

RED = (223, 25, 29)


def drawn(kind: str = "PNG", mode: str = "RGB", side: int = 60) -> bytes:
    """Red ink in the middle of white paper."""
    picture = Image.new("RGB", (side, side), "white")
    picture.paste(RED, (side // 4, side // 4, 3 * side // 4, 3 * side // 4))
    out = io.BytesIO()
    picture.convert(mode).save(out, kind, **({"quality": 95} if kind == "JPEG" else {}))
    return out.getvalue()


def on_paper(data: bytes, kind: str = "png", width: int = 40, height: int = 40) -> Image.Image:
    made = imprint(Picture(kind, data, width, height))
    return Image.open(io.BytesIO(made.png)).convert("RGBA")


def code_of(data: bytes, kind: str = "png", width: int = 40, height: int = 40) -> str:
    with pytest.raises(Unavailable) as trouble:
        imprint(Picture(kind, data, width, height))
    return trouble.value.code


@pytest.mark.parametrize(
    ("kind", "mode", "said"),
    [
        ("PNG", "RGB", "png"),
        ("PNG", "P", "PNG"),
        ("PNG", "RGBA", "ofd"),  # the bytes decide, whatever the seal says
        ("JPEG", "RGB", "jpg"),
        ("JPEG", "CMYK", "JPG"),
        ("GIF", "P", "GIF"),
        ("BMP", "RGB", "bmp"),
    ],
)
def test_white_paper_becomes_transparent_and_ink_stays(kind: str, mode: str, said: str) -> None:
    found = on_paper(drawn(kind, mode), said)
    assert found.getpixel((2, 2))[3] == 0
    *colour, opacity = found.getpixel((30, 30))
    assert opacity == 255
    assert all(abs(a - b) < 45 for a, b in zip(colour, RED, strict=True))  # the web palette's red


def test_what_was_transparent_stays_so_and_smooth_edges_stay_smooth() -> None:
    picture = Image.new("RGBA", (60, 60), (220, 0, 0, 0))
    picture.putpixel((5, 5), (220, 0, 0, 130))
    out = io.BytesIO()
    picture.save(out, "PNG")
    found = on_paper(out.getvalue())
    assert found.getpixel((0, 0))[3] == 0
    assert found.getpixel((5, 5)) == (220, 0, 0, 130)


def test_black_and_light_red_are_ink_and_grey_paper_is_not_keyed_by_halves() -> None:
    picture = Image.new("RGB", (60, 60), (252, 252, 252))
    picture.putpixel((1, 1), (0, 0, 0))
    picture.putpixel((2, 2), (255, 128, 128))
    out = io.BytesIO()
    picture.save(out, "PNG")
    found = on_paper(out.getvalue())
    assert found.getpixel((0, 0))[3] == 0
    assert found.getpixel((1, 1)) == (0, 0, 0, 255)
    assert found.getpixel((2, 2)) == (255, 128, 128, 255)


def test_the_size_is_the_seals_own_and_a_coarse_picture_is_remarked_upon() -> None:
    oval = imprint(Picture("png", drawn(side=600), 45, 30))
    assert (oval.width_mm, oval.height_mm) == (45, 30)
    assert oval.dpi == 339  # the coarser direction: 600 over 45 mm
    assert oval.remark is None
    coarse = imprint(Picture("png", drawn(side=127), 33, 33))
    assert (coarse.dpi, coarse.remark.code) == (98, "seal.picture-coarse")
    assert coarse.remark.facts == {"dpi": 98}


@pytest.mark.parametrize("data", [b"PK\x03\x04 an OFD package", b"<svg/>", b""])
def test_a_kind_that_cannot_be_drawn_is_said_with_its_name(data: bytes) -> None:
    with pytest.raises(Unavailable) as trouble:
        imprint(Picture("ofd", data, 30, 20))
    assert trouble.value.code == "seal.picture-kind"
    assert trouble.value.facts["kind"] == "ofd"


def test_damaged_pictures_and_sizes_nobody_means_are_said() -> None:
    assert code_of(b"no picture") == "seal.picture-damaged"
    assert code_of(drawn()[:100]) == "seal.picture-damaged"
    assert code_of(drawn(), width=0) == "seal.picture-size"
    assert code_of(drawn(), height=10**12) == "seal.picture-size"


def _claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""

    def chunk(name: bytes, content: bytes) -> bytes:
        crc = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 64))


@pytest.mark.parametrize("sides", [(MAX_SIDE + 1, 1), (10_000, 10_000), (50_000, 50_000)])
def test_a_picture_bomb_is_refused_before_it_is_decoded(sides: tuple[int, int]) -> None:
    assert code_of(_claims(*sides)) == "seal.picture-too-large"
    assert code_of(b"\x89PNG" + b"\0" * MAX_BYTES) == "seal.picture-too-large"


@given(
    kind=st.sampled_from(["PNG", "JPEG", "GIF", "BMP"]),
    cut=st.integers(8, 900),
    changes=st.lists(st.tuples(st.integers(0, 899), st.integers(0, 255)), max_size=6),
)
def test_no_damage_to_a_picture_is_more_than_a_sentence(kind, cut, changes) -> None:
    data = bytearray(drawn(kind, side=24)[:cut])
    for place, value in changes:
        if place < len(data):
            data[place] = value
    with suppress(Unavailable):
        assert imprint(Picture("png", bytes(data), 40, 40)).png
