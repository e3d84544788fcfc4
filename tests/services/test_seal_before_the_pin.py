"""What is wrong with a seal is said before the PIN is asked for: its picture."""

import io

import pytest
from PIL import Image

from app.errors import Unavailable
from app.seal.structures import Picture
from app.services import seal_registry
from tests.services.test_seal_choice import make_tokens, seal, sealer


def png(side: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), (220, 0, 0)).save(out, "PNG")
    return out.getvalue()


def test_a_coarse_picture_is_remarked_upon_and_seals_all_the_same(hall, tmp_path):
    tokens = make_tokens(tmp_path, "A", drawn=Picture("png", png(160), 42, 42))
    tokens.plug("A")
    made = sealer(hall, tokens)
    remark = made.about().remark
    assert (remark.code, remark.facts["dpi"]) == ("seal.picture-coarse", 97)
    assert seal_registry.read(hall.office, tokens.seal).remark.code == "seal.picture-coarse"
    assert seal(hall, made).report.verdict == "good"


def test_a_fine_picture_has_no_remark(hall, tmp_path):
    tokens = make_tokens(tmp_path, "A")
    tokens.plug("A")
    assert sealer(hall, tokens).about().remark is None
    assert seal_registry.read(hall.office, tokens.seal).remark is None


@pytest.mark.parametrize(
    ("drawn", "code"),
    [
        (Picture("ofd", b"PK\x03\x04 a package", 30, 20), "seal.picture-kind"),
        (Picture("png", b"no picture", 42, 42), "seal.picture-damaged"),
        (Picture("png", png(40), 4200, 4200), "seal.picture-size"),
    ],
)
def test_a_seal_that_cannot_be_drawn_is_refused_before_the_pin(hall, tmp_path, drawn, code):
    tokens = make_tokens(tmp_path, "A", drawn=drawn)
    tokens.plug("A")
    made = sealer(hall, tokens)
    with pytest.raises(Unavailable) as trouble:
        made.about()
    assert trouble.value.code == code
    assert tokens.tries("A") == 0
    assert seal_registry.read(hall.office, tokens.seal).remark.code == code  # where seals are kept
