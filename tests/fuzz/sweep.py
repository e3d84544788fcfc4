"""Every byte of a sealed file changed, one after the other, and the verifier's word on each.

Outside the digits: bad or unreadable. Inside, of the decoded signature and its padding: never good.
"""

import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.documents.pdf import compose
from app.seal.certificates import read_certificate
from app.seal.chains import Anchors, read_anchors
from app.seal.checking import check
from app.seal.pdf_place import seal_pdf
from app.seal.pdf_scan import contents, find_ranges
from app.seal.report import FileReport
from app.seal.training import make_training_pki
from app.services.drawing import picture_of
from resources.fonts import font_path
from tests.documents.letter import AT, facts
from tests.seal.parts import StoredSigner
from tests.seal.stranger import pdf
from tests.seal.stranger.people import NOW, hall
from tests.seal.stranger.seals import Recipe

BITS = range(8)
Judge = Callable[[bytes], FileReport]


@dataclass(frozen=True)
class Sealed:
    """A file that is good, and where its digits are."""

    name: str
    data: bytes
    judge: Judge
    bits: tuple[int, ...]  # flipped in each byte outside; none: one by chance

    def gap(self) -> tuple[int, int]:
        signed = find_ranges(self.data)[0]
        return signed.gap_start + 1, signed.after - 1

    def signature(self) -> bytes:
        return contents(self.data, find_ranges(self.data)[0])


@dataclass
class Swept:
    """How many changes were judged, and which of them wrongly."""

    name: str
    changes: int = 0
    seconds: float = 0.0
    findings: list[str] = field(default_factory=list)


def letter() -> Sealed:
    """As the counter makes it."""
    with TemporaryDirectory() as folder:
        font = font_path("NotoSerifSC-Bold.ttf")
        made = make_training_pki(Path(folder), hall="训练区政务服务中心", at=AT, font=font)
        seal, trusted = made.seal.read_bytes(), read_anchors(made.trust)
        signer = StoredSigner(made.signer.read_bytes(), bytes.fromhex(made.signer_key.read_text()))
    composed = compose(facts(), seal=picture_of(seal))
    data = seal_pdf(composed.pdf, seal=seal, signer=signer, at=AT, info="/ByteRange")
    return Sealed("letter", data, partial(check, anchors=trusted, at=AT), ())


def stranger(generation: int) -> Sealed:
    """A small PDF made by hand."""
    people = hall()
    anchors = Anchors((read_certificate(people.root.certificate),))
    data = pdf.signed(pdf.plain(), Recipe(people, generation).signature)
    judge = partial(check, anchors=anchors, at=NOW)
    return Sealed(f"stranger v{generation}", data, judge, tuple(BITS))


FILES = {"letter": letter, **{f"stranger v{n}": partial(stranger, n) for n in (1, 4, 5)}}


def run(name: str, step: int = 1, first: int = 0) -> Swept:
    """Every `step`th change from the `first`."""
    sealed, made, began = FILES[name](), Swept(name), time.perf_counter()
    if sealed.judge(sealed.data).verdict != "good":
        made.findings.append("the whole file is not good")
    for number, (told, data, allowed) in enumerate(_changes(sealed, step, first)):
        verdict = sealed.judge(data).verdict
        made.changes = number + 1
        if verdict not in allowed:
            made.findings.append(f"{told}: {verdict}")
    made.seconds = time.perf_counter() - began
    return made


Change = tuple[str, bytes, tuple[str, ...]]


def _changes(sealed: Sealed, step: int, first: int) -> Iterator[Change]:
    yield from _outside(sealed, step, first)
    yield from _inside(sealed, step, first)
    yield from _padding(sealed, step, first)


def _outside(sealed: Sealed, step: int, first: int) -> Iterator[Change]:
    start, end = sealed.gap()
    for place, bit in _places((*range(start), *range(end, len(sealed.data))), sealed, step, first):
        told = f"byte {place} bit {bit}"
        yield told, _flipped(sealed.data, place, bit), ("bad", "unreadable")


def _inside(sealed: Sealed, step: int, first: int) -> Iterator[Change]:
    """Of the decoded signature."""
    (start, _), der = sealed.gap(), sealed.signature()
    for place, bit in _places(range(len(der)), sealed, step, first):
        digits = _flipped(der, place, bit).hex().encode()
        data = sealed.data[:start] + digits + sealed.data[start + len(digits) :]
        yield f"signature {place} bit {bit}", data, ("bad", "unreadable")


def _padding(sealed: Sealed, step: int, first: int) -> Iterator[Change]:
    start, end = sealed.gap()
    used = start + 2 * len(sealed.signature())
    for place, bit in _places(range(used, end), sealed, step, first):
        yield f"padding {place} bit {bit}", _flipped(sealed.data, place, bit), ("bad", "unreadable")


def _places(
    places: Iterable[int], sealed: Sealed, step: int, first: int
) -> Iterator[tuple[int, int]]:
    chance = random.Random(sealed.name)  # noqa: S311 - repeatable, no secret
    for place in tuple(places)[first::step]:
        for bit in sealed.bits or (chance.choice(BITS),):
            yield place, bit


def _flipped(data: bytes, place: int, bit: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 1 << bit
    return bytes(changed)
