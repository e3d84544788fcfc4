"""A one-page letter verified, beside the same steps through a C library (libcrypto, GmSSL)."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import gmssl_pyx
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SM3, Hash

from app.codecs import sm2
from app.documents.pdf import compose
from app.seal import certificates
from app.seal.certificates import read_certificate
from app.seal.chains import Anchors, read_anchors
from app.seal.checking import check
from app.seal.pdf_place import seal_pdf
from app.seal.pdf_scan import contents, find_ranges
from app.seal.report import GOOD
from app.seal.structures import read_signature
from app.seal.training import make_training_pki
from app.services.drawing import picture_of
from resources.fonts import font_path
from tests.benchmarks.figures import Figure, in_turn, median
from tests.documents.letter import AT, facts
from tests.seal.parts import StoredSigner

RUNS = 200
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Letter:
    """A sealed letter and whom its hall trusts."""

    pdf: bytes
    anchors: Anchors

    def ours(self) -> float:
        report, spent = _timed(lambda: check(self.pdf, anchors=self.anchors, at=AT))
        if report.verdict != GOOD:
            raise AssertionError(report.as_json())
        return spent

    def anew(self) -> float:
        """As the first letter of a day: no answer is remembered."""
        for kept in (certificates._known, read_certificate, sm2.z_value, sm2._key_multiples):
            kept.cache_clear()
        return self.ours()

    def floor(self) -> float:
        right, spent = _timed(lambda: plain(self.pdf, self.anchors.certificates[0].public_key))
        if not right:
            raise AssertionError("the library says no")
        return spent


def plain(pdf: bytes, root_key: bytes | None) -> bool:
    """Digest, both signatures, both certificates by their issuer and their dates, the list."""
    signed = find_ranges(pdf)[0]
    found = read_signature(contents(pdf, signed))
    seal = found.seal
    both = [
        x509.load_der_x509_certificate(der) for der in (found.certificate, seal.maker_certificate)
    ]
    state = Hash(SM3())
    state.update(pdf[: signed.gap_start])
    state.update(pdf[signed.after : signed.end])
    return (
        state.finalize() == found.data_hash
        and found.certificate in seal.certificates
        and all(each.not_valid_before_utc <= AT <= each.not_valid_after_utc for each in both)
        and _holds(_key(found.certificate), found.tbs, found.signature)
        and _holds(_key(seal.maker_certificate), seal.info, seal.signature)
        and all(_holds(root_key, each.tbs_certificate_bytes, each.signature) for each in both)
    )


def _key(der: bytes) -> bytes | None:
    return read_certificate(der).public_key


def _holds(key: bytes | None, message: bytes, signature: bytes) -> bool:
    return bool(key and gmssl_pyx.sm2_verify(key[1:], message, signature))


def measure(runs: int) -> list[Figure]:
    """Two figures: as one letter after another is verified, and with nothing remembered."""
    runs = runs or RUNS
    with tempfile.TemporaryDirectory() as folder:
        letter = _letter(Path(folder))
    return [
        _figure("verify", letter.ours, letter.floor, runs),
        _figure("verify, nothing remembered", letter.anew, letter.floor, runs),
    ]


def _figure(name: str, ours: Callable[[], float], floor: Callable[[], float], runs: int) -> Figure:
    own, other = in_turn(ours, floor, runs)
    return Figure(name, median(own), median(other), runs)


def _letter(folder: Path) -> Letter:
    font = font_path("NotoSerifSC-Bold.ttf")
    hall = make_training_pki(folder, hall="训练区政务服务中心", at=AT, font=font)
    seal = hall.seal.read_bytes()
    signer = StoredSigner(hall.signer.read_bytes(), bytes.fromhex(hall.signer_key.read_text()))
    composed = compose(facts(), seal=picture_of(seal))
    pdf = seal_pdf(composed.pdf, seal=seal, signer=signer, at=AT, info="/ByteRange")
    return Letter(pdf, read_anchors(hall.trust))


def _timed(act: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    found = act()
    return found, (time.perf_counter() - began) * 1000
