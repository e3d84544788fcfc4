"""The training hall: its own keys, a seal that says 训练, and nobody else makes SM2 signatures."""

import ast
import io
import math
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from app.codecs import sm2
from app.errors import Unavailable
from app.seal.certificates import read_certificate
from app.seal.chains import read_anchors
from app.seal.checking import check, check_pdf
from app.seal.imprint import imprint
from app.seal.pdf_place import seal_pdf
from app.seal.picture import DIAMETER_MM, draw_seal
from app.seal.signing import may_seal
from app.seal.structures import read_seal
from app.seal.training import LINE, TrainingPki, make_training_pki
from resources.fonts import font_path
from tests.seal.parts import NOW, StoredSigner, tiny_pdf

TREE = Path(__file__).parents[2]
MAY_SIGN = ("app/seal/training.py", "hardware/simulators/")
HALL = "泸州市训练区政务服务中心"
FONT = font_path("NotoSerifSC-Bold.ttf")
PIXELS = 992  # 42 mm at 600 dpi


@dataclass(frozen=True)
class Made:
    files: TrainingPki
    folder: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Made:
    folder = tmp_path_factory.mktemp("hall")
    return Made(make_training_pki(folder, hall=HALL, at=NOW, font=FONT), folder)


def _signer(files: TrainingPki) -> StoredSigner:
    return StoredSigner(files.signer.read_bytes(), bytes.fromhex(files.signer_key.read_text()))


def test_the_seal_is_good_under_its_own_root(made) -> None:
    report = check(made.files.seal.read_bytes(), anchors=read_anchors(made.files.trust), at=NOW)
    assert report.verdict == "good"
    assert "训练" in report.signatures[0].seal_name


def test_the_signer_may_seal_and_the_letter_is_good(made) -> None:
    seal, signer = made.files.seal.read_bytes(), _signer(made.files)
    may_seal(seal, signer.certificate(), NOW)
    letter = seal_pdf(tiny_pdf(), seal=seal, signer=signer, at=NOW, info="/ByteRange")
    anchors = read_anchors(made.files.trust)
    assert check_pdf(letter, anchors=anchors, at=NOW).verdict == "good"


def test_openssl_accepts_the_certificates(made) -> None:
    names = ("root", "maker", "signer")
    for name in names:
        pem = f"{name}.pem"
        subprocess.run(
            ["openssl", "x509", "-inform", "DER", "-in", f"{name}.cer", "-out", pem],
            cwd=made.folder,
            check=True,
        )
    command = ["openssl", "verify", "-x509_strict", "-vfyopt", "distid:1234567812345678"]
    done = subprocess.run(
        [*command, "-CAfile", "root.pem", "maker.pem", "signer.pem"],
        cwd=made.folder,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "maker.pem: OK\nsigner.pem: OK\n", done.stderr


def test_the_key_is_for_its_owner_only_and_fits_the_certificate(made) -> None:
    file = made.files.signer_key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(file.read_text().strip()) == 64
    signer = _signer(made.files)
    key = read_certificate(signer.certificate()).public_key
    e = sm2.message_digest(key, b"x")
    assert sm2.verify_digest(key, e, *sm2.read_signature(signer.sign(e)))


def test_every_installation_has_its_own(made, tmp_path) -> None:
    other = make_training_pki(tmp_path, hall=HALL, at=NOW, font=FONT)
    for name in ("root", "maker", "signer", "signer_key", "seal"):
        assert getattr(other, name).read_bytes() != getattr(made.files, name).read_bytes()
    strange = check(other.seal.read_bytes(), anchors=read_anchors(made.files.trust), at=NOW)
    assert strange.verdict == "cannot tell"


def test_a_set_that_is_there_is_never_written_over(made) -> None:
    before = made.files.seal.read_bytes()
    with pytest.raises(Unavailable) as trouble:
        make_training_pki(made.folder, hall=HALL, at=NOW, font=FONT)
    assert trouble.value.code == "training.exists"
    assert made.files.seal.read_bytes() == before


def test_the_picture_is_round_red_transparent_and_at_600_dpi(made) -> None:
    seal = read_seal(made.files.seal.read_bytes())
    assert (seal.picture.width_mm, seal.picture.height_mm) == (DIAMETER_MM, DIAMETER_MM)
    assert seal.name == HALL + LINE
    picture = Image.open(io.BytesIO(seal.picture.data))
    assert round(picture.info["dpi"][0]) == 600
    rgba = picture.convert("RGBA")
    assert rgba.size == (PIXELS, PIXELS)
    assert rgba.getpixel((0, 0))[3] == 0
    assert rgba.getpixel((PIXELS // 2, 8)) == (220, 0, 0, 255)  # the ring
    assert rgba.getpixel((PIXELS // 2, PIXELS // 2)) == (220, 0, 0, 255)  # the star
    assert len(set(rgba.getchannel("A").tobytes())) > 8  # smooth edges


def test_the_same_words_give_the_same_picture() -> None:
    assert draw_seal(HALL, LINE, FONT) == draw_seal(HALL, LINE, FONT)
    assert draw_seal(HALL, LINE, FONT) != draw_seal(HALL, "训练章", FONT)


@pytest.mark.parametrize("diameter", [40, 45])
def test_the_seal_is_as_large_as_asked_for(diameter: int, tmp_path) -> None:
    made = make_training_pki(tmp_path, hall=HALL, at=NOW, font=FONT, diameter_mm=diameter)
    picture = read_seal(made.seal.read_bytes()).picture
    assert (picture.width_mm, picture.height_mm) == (diameter, diameter)
    assert imprint(picture).dpi == 600
    assert imprint(picture).remark is None


@pytest.mark.parametrize(
    "name", ["训练民政局", "训" * 3, "泸州市江阳区茜草街道党群服务中心政务大厅"]
)
def test_a_name_of_three_to_twenty_characters_stays_inside_the_ring(name) -> None:
    rgba = Image.open(io.BytesIO(draw_seal(name, LINE, FONT))).convert("RGBA")
    opacity, half = rgba.getchannel("A"), PIXELS // 2
    for degrees in range(360):
        across, up = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        between = (round(half + 19.6 / 42 * PIXELS * across), round(half - 19.6 / 42 * PIXELS * up))
        assert opacity.getpixel(between) == 0  # clear of the ring


def test_names_that_do_not_fit_the_ring_are_refused(tmp_path) -> None:
    for name in ("训练", "训" * 21):
        with pytest.raises(Unavailable) as trouble:
            make_training_pki(tmp_path / "x", hall=name, at=NOW, font=FONT)
        assert trouble.value.code == "training.name"
        assert not (tmp_path / "x").exists()


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_only_the_training_hall_and_simulators_can_sign_in_software() -> None:
    files = [path for part in ("app", "hardware", "ui") for path in (TREE / part).rglob("*.py")]
    signing = [
        path.relative_to(TREE).as_posix()
        for path in files
        if _imports(path) & {"gmssl_pyx", "gmssl"}
    ]
    assert "app/seal/training.py" in signing
    assert [name for name in signing if not name.startswith(MAY_SIGN)] == []
