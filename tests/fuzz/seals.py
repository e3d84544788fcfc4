"""Sealed files, broken where their structure is, and the verifier's word on each.

A finding: a traceback, an input over a second or over its memory, or good where a byte that
somebody signed is another. Keys are made anew for each run, so only the ways of breaking are alike.
"""

import random
import resource
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir

from app.codecs.der import DerError
from app.seal import time_stamp
from app.seal.certificates import read_certificate
from app.seal.chains import Anchors, judge
from app.seal.checking import check
from app.seal.revocation import read_list
from tests.fuzz.der_bends import bend, element, flipped, spans
from tests.seal.stranger import ofd, pdf
from tests.seal.stranger.asn1 import bits, explicit, generalized, integer, oid, seq, tlv
from tests.seal.stranger.people import DAY, NOW, SM2_SM3, Hall, hall, sm3
from tests.seal.stranger.seals import PKCS7, Cms, Recipe

SECONDS, MEGABYTES = 1.0, 256
KEPT = Path(gettempdir(), "seal-findings")
VERDICTS = {"good", "bad", "cannot tell", "unreadable"}
STAMPED = b"what the service stamped"
PIECES = (
    b"/ByteRange [0 1 2 3]", b"/ByteRange[0 9 99999999999 9]", b"/Contents <30>", b"/Type /Sig",
    b"%PDF-1.7\n", b"PK\3\4", b"PK\5\6", b"%%EOF", b"xref\n0 1\n", b"<!DOCTYPE x>", b"../", b"\0",
)  # fmt: skip
Bend = Callable[[random.Random, bytes], bytes]
Opened = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Kind:
    """`signed`: what must still stand in `opened(data)` where the verdict is good."""

    data: bytes
    bend: Bend
    judged: Callable[[bytes], str]
    opened: Opened
    signed: tuple[bytes, ...]


@dataclass
class Broken:
    """What came of the inputs of one kind."""

    name: str
    inputs: int = 0
    seconds: float = 0.0
    longest: float = 0.0
    verdicts: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)


NAMES = (
    "pdf v1", "pdf v4", "pdf v5", "pdf signed-data", "ofd v1", "ofd v4", "ofd v5", "esl v1",
    "esl v4", "esl v5", "signature v1", "signature v4", "signature v5", "signed-data",
    "certificate", "revocation-list", "time-stamp",
)  # fmt: skip


def kinds() -> dict[str, Kind]:
    """By name, with new keys."""
    people = hall()
    anchors = Anchors((read_certificate(people.root.certificate),))
    word = lambda data: check(data, anchors=anchors, at=NOW).verdict  # noqa: E731
    return dict((*_files(people, word), *_structures(people, word), *_of_keys(people, anchors)))


def _files(people: Hall, word: Callable[[bytes], str]) -> Iterator[tuple[str, Kind]]:
    for generation in (1, 4, 5):
        recipe = Recipe(people, generation)
        letter = pdf.signed(pdf.plain(), recipe.signature)
        yield f"pdf v{generation}", Kind(letter, _pdf, word, _unhexed, _of_pdf(letter))
        files = ofd.sealed(recipe)
        signed = (*(data for name, data in files.items() if name not in (ofd.LIST, ofd.VALUE)),)
        tbs = _first(files[ofd.VALUE])
        package = ofd.zipped(files)
        yield f"ofd v{generation}", Kind(package, _ofd, word, _unzipped, (*signed, tbs))
    letter = pdf.signed(pdf.plain(), Cms(people.signer).signature)
    yield "pdf signed-data", Kind(letter, _pdf, word, _unhexed, _of_pdf(letter)[:1])


def _structures(people: Hall, word: Callable[[bytes], str]) -> Iterator[tuple[str, Kind]]:
    for generation in (1, 4, 5):
        recipe = Recipe(people, generation)
        seal, value = recipe.seal(), recipe.signature(b"x")
        yield f"esl v{generation}", Kind(seal, bend, word, bytes, (_first(seal),))
        yield f"signature v{generation}", Kind(value, bend, word, bytes, (NEVER,))
    for_all = Cms(people.signer, base=PKCS7).signature(b"x")
    yield "signed-data", Kind(for_all, bend, word, bytes, (NEVER,))


NEVER = b"not good without its document"


def _of_keys(people: Hall, anchors: Anchors) -> Iterator[tuple[str, Kind]]:
    own = people.signer.certificate

    def certificate(data: bytes) -> str:
        return judge(read_certificate(data), anchors, NOW).result

    def listed(data: bytes) -> str:
        found = Anchors(anchors.certificates, lists=(read_list(data),))
        return judge(read_certificate(own), found, NOW).result

    def stamp(data: bytes) -> str:
        return time_stamp.judge(data, STAMPED, anchors, NOW).finding.result

    yield "certificate", Kind(own, bend, _or_unreadable(certificate), bytes, (_first(own),))
    revoked = revocation_list(people)
    yield "revocation-list", Kind(revoked, bend, _or_unreadable(listed), bytes, ())
    yield "time-stamp", Kind(token(people), bend, _or_unreadable(stamp), bytes, (b"\x18\x0f2026",))


def _or_unreadable(judged: Callable[[bytes], str]) -> Callable[[bytes], str]:
    def word(data: bytes) -> str:
        try:
            return judged(data)
        except DerError:
            return "unreadable"

    return word


def revocation_list(people: Hall) -> bytes:
    """Another certificate is revoked, the signer's is not."""
    way = seq(oid(SM2_SM3))
    entry = seq(integer(0x99), generalized(NOW - DAY))
    dates = generalized(NOW - DAY), generalized(NOW + 9 * DAY)
    body = seq(integer(1), way, people.root.subject(), *dates, seq(entry))
    return seq(body, way, bits(people.root.sign(body)))


def token(people: Hall) -> bytes:
    """A time stamp's TSTInfo in SignedData; its certificate lacks the purpose, so never good."""
    imprint = seq(seq(oid("1.2.156.10197.1.401")), tlv(4, sm3(STAMPED)))
    info = seq(integer(1), oid("1.2.3.4"), imprint, integer(7), generalized(NOW))
    data = Cms(people.signer, base=PKCS7).signature(info)
    plain = seq(oid(f"{PKCS7}.1"))
    carried = seq(oid("1.2.840.113549.1.9.16.1.4"), explicit(0, tlv(4, info)))
    known = next(span for span in spans(data) if data[span.start : span.end] == plain)
    around, new = known.parent, carried
    while around is not None:
        body = data[around.body : known.start] + new + data[known.end : around.end]
        new, known, around = element(data[around.start], body), around, around.parent
    return new


# --- breaking ---


def _pdf(chance: random.Random, data: bytes) -> bytes:
    start, end = _digits(data)
    if chance.random() < 0.6:
        bent = bend(chance, _trimmed(bytes.fromhex(data[start:end].decode()))).hex().encode()
        return data[:start] + bent.ljust(end - start, b"0") + data[end:]
    if chance.random() < 0.5:
        return _anywhere(chance, data[:start]) + data[start:]
    return _anywhere(chance, data)


def _ofd(chance: random.Random, data: bytes) -> bytes:
    if chance.random() < 0.2:
        return _anywhere(chance, data)
    with zipfile.ZipFile(BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    name = chance.choice((*files, ofd.VALUE, ofd.ESL))
    binary = name in (ofd.VALUE, ofd.ESL)
    files[name] = bend(chance, files[name]) if binary else _anywhere(chance, files[name])
    return ofd.zipped(files)


def _anywhere(chance: random.Random, data: bytes) -> bytes:
    at, length = chance.randrange(len(data) + 1), chance.randint(1, 60)
    match chance.randrange(5):
        case 0 | 1:
            return flipped(chance, data)
        case 2:
            return data[:at] + data[at + length :]
        case 3:
            return data[:at] + chance.choice(PIECES) + data[at:]
        case _:
            return data[:at] + data[at : at + length] + data[at:]


# --- looking ---


def _digits(data: bytes) -> tuple[int, int]:
    start = data.index(b"/Contents <") + len(b"/Contents <")
    return start, start + pdf.DIGITS


def _trimmed(data: bytes) -> bytes:
    return data[: spans(data)[0].end] if spans(data) else data[: 4 + int.from_bytes(data[2:4])]


def _first(data: bytes) -> bytes:
    """The first element inside: what is signed."""
    inner = next(span for span in spans(data) if span.parent)
    return data[inner.start : inner.end]


def _of_pdf(data: bytes) -> tuple[bytes, ...]:
    start, end = _digits(data)
    found = _trimmed(bytes.fromhex(data[start:end].decode()))
    return data[: start - 1] + data[end + 1 :], _first(found)


def _unhexed(data: bytes) -> bytes:
    with suppress(ValueError, IndexError):
        start, end = _digits(data)
        return data[: start - 1] + data[end + 1 :] + bytes.fromhex(data[start:end].decode())
    return b""


def _unzipped(data: bytes) -> bytes:
    """What can be inflated behind each local header, whatever the headers say."""
    found, at = [], data.find(b"PK\3\4")
    while at >= 0:
        names = sum(int.from_bytes(data[at + n : at + n + 2], "little") for n in (26, 28))
        with suppress(zlib.error):
            found.append(zlib.decompressobj(-15).decompress(data[at + 30 + names :], 1 << 20))
        at = data.find(b"PK\3\4", at + 4)
    return b"\0".join(found)


def run(name: str, inputs: int, seed: int, shard: int = 0, *, bounded: bool = True) -> Broken:
    """`bounded`: this process may take only so much more memory from here on."""
    kind, made = kinds()[name], Broken(name)
    if kind.judged(kind.data) == "unreadable":
        made.findings.append("the whole file is unreadable")
    if bounded:
        _bound_memory()
    began = time.perf_counter()
    for number in range(inputs):
        told = f"{name} {seed} {shard} {number}"
        data = kind.bend(random.Random(told), kind.data)  # noqa: S311 - repeatable, no secret
        one_input(kind, data, told, made)
    made.inputs, made.seconds = inputs, time.perf_counter() - began
    return made


def one_input(kind: Kind, data: bytes, told: str, made: Broken) -> None:
    """Judge it and note what is found; the bytes of a finding are kept, named as `told`."""
    began = time.process_time()
    try:
        verdict = kind.judged(data)
    except Exception:  # whatever it is, it is a finding
        verdict, trouble = "none", traceback.format_exc(limit=-2)
    else:
        trouble = "" if verdict in VERDICTS else f"says {verdict}"
        trouble = trouble or _wrongly_good(kind, data, verdict)
    spent = time.process_time() - began
    made.longest = max(made.longest, spent)
    made.verdicts[verdict] += 1
    if spent > SECONDS:
        trouble = trouble or f"{spent:.1f} s"
    if trouble:
        made.findings.append(f"{told}: {' '.join(trouble.split())}")
        KEPT.mkdir(exist_ok=True)
        (KEPT / told.replace(" ", "-")).write_bytes(data)


def _wrongly_good(kind: Kind, data: bytes, verdict: str) -> str:
    if verdict != "good":
        return ""
    opened = kind.opened(data)
    return "" if all(each in opened for each in kind.signed) else "good, and a signed byte is not"


def _bound_memory() -> None:
    """So many megabytes above what the process has now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MEGABYTES * (1 << 20)
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
