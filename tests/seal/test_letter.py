"""A whole letter as the counter makes it: composed, sealed, judged, and looked at by strangers."""

import random
import re
import shutil
import subprocess

import pytest

from app.documents.pdf import compose
from app.seal.chains import read_anchors
from app.seal.checking import check_pdf
from app.seal.pdf_place import seal_pdf
from app.seal.pdf_scan import contents, find_ranges
from app.seal.structures import read_signature
from app.seal.training import make_training_pki
from app.services.drawing import picture_of
from resources.fonts import font_path
from tests.documents.letter import AT, facts, long_facts
from tests.seal.parts import StoredSigner, openssl_agrees

SAMPLES, SEED = 400, 8


@pytest.fixture(scope="module")
def hall(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hall")
    font = font_path("NotoSerifSC-Bold.ttf")
    return make_training_pki(folder, hall="训练区政务服务中心", at=AT, font=font)


@pytest.fixture(scope="module")
def letter(hall) -> bytes:
    seal = hall.seal.read_bytes()
    composed = compose(facts(), seal=picture_of(seal))
    signer = StoredSigner(hall.signer.read_bytes(), bytes.fromhex(hall.signer_key.read_text()))
    return seal_pdf(composed.pdf, seal=seal, signer=signer, at=AT, info="/ByteRange")


def test_the_letter_is_good(hall, letter) -> None:
    report = check_pdf(letter, anchors=read_anchors(hall.trust), at=AT)
    assert report.verdict == "good"
    assert "训练" in report.signatures[0].seal_name


def test_openssl_confirms_both_signatures_of_the_letter(letter, tmp_path) -> None:
    found = read_signature(contents(letter, find_ranges(letter)[0]))
    seal = found.seal
    assert openssl_agrees(found.certificate, found.tbs, found.signature, tmp_path)
    assert openssl_agrees(seal.maker_certificate, seal.info, seal.signature, tmp_path)


def test_no_byte_of_the_letter_changes_unnoticed(hall, letter) -> None:
    anchors, signed = read_anchors(hall.trust), find_ranges(letter)[0]
    outside = (*range(signed.gap_start), *range(signed.after, len(letter)))
    chance = random.Random(SEED)  # noqa: S311 - repeatable, no secret
    near = (*range(signed.gap_start - 300, signed.gap_start + 1), signed.after - 1, signed.after)
    for place in (*chance.sample(outside, SAMPLES), *near):
        data = bytearray(letter)
        data[place] ^= 1 << chance.randrange(8)
        verdict = check_pdf(bytes(data), anchors=anchors, at=AT).verdict
        assert verdict in ("bad", "unreadable"), place


def test_a_notice_of_several_pages_is_under_one_signature_with_its_riding_seal(hall) -> None:
    seal, anchors = hall.seal.read_bytes(), read_anchors(hall.trust)
    composed = compose(long_facts(), seal=picture_of(seal))
    assert composed.seal_page > 1
    signer = StoredSigner(hall.signer.read_bytes(), bytes.fromhex(hall.signer_key.read_text()))
    whole = seal_pdf(composed.pdf, seal=seal, signer=signer, at=AT, info="/ByteRange")
    assert check_pdf(whole, anchors=anchors, at=AT).verdict == "good"
    assert len(find_ranges(whole)) == 1
    pages = [place.start() for place in re.finditer(rb"/Type /Page\b", whole)]
    assert len(pages) == composed.pages
    for place in pages:
        changed = bytearray(whole)
        changed[place - 20] ^= 1
        assert check_pdf(bytes(changed), anchors=anchors, at=AT).verdict == "bad"


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_the_letter_sound(letter, tmp_path) -> None:
    (tmp_path / "letter.pdf").write_bytes(letter)
    done = subprocess.run(
        ["qpdf", "--check", "letter.pdf"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler's pdfsig is not installed")
def test_poppler_sees_the_whole_letter_signed(letter, tmp_path) -> None:
    (tmp_path / "letter.pdf").write_bytes(letter)
    done = subprocess.run(["pdfsig", "letter.pdf"], cwd=tmp_path, capture_output=True, text=True)
    assert "Total document signed" in done.stdout
