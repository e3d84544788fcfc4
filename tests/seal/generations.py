"""Seals and seal signatures of all three generations, made by hand with every oddity asked for."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from app.seal.chains import Anchors
from app.seal.checking import check_pdf
from app.seal.pdf_place import find_place, put
from app.seal.report import FileReport
from tests.seal.blocks import SM3_WITH_SM2, bits, moment, num, octets, oid, seq, tlv
from tests.seal.parts import NOW, Holder, tiny_pdf

DAY = timedelta(days=1)
SM2 = oid(SM3_WITH_SM2)


def ia5(text: str) -> bytes:
    return tlv(0x16, text.encode())


def utc(at: datetime) -> bytes:
    return tlv(0x17, at.astimezone(UTC).strftime("%y%m%d%H%M%SZ").encode())


def listing(generation: int, *entries: bytes, kind: int = 1) -> bytes:
    """The list of who may sign; the later generations say first of which kind it is."""
    return seq(*entries) if generation == 1 else num(kind) + seq(*entries)


def make(
    maker: Holder,
    listed: bytes,
    generation: int = 4,
    *,
    stated: int | None = None,
    created: datetime = NOW - 30 * DAY,
    since: datetime = NOW - 30 * DAY,
    until: datetime = NOW + 300 * DAY,
    clock: Callable[[datetime], bytes] | None = None,
    string: int = 0x16,
    name: bytes = tlv(0x0C, "训练专用章".encode()),
    extra: bytes = b"",
    algorithm: bytes = SM2,
    certificate: bytes = b"",
    form: Callable[[bytes], bytes] = bits,
    signing: Callable[[bytes], bytes] | None = None,
    stamp: Callable[[bytes], bytes] | None = None,
) -> bytes:
    """SESeal; its maker signs what its generation says."""
    text = lambda value: tlv(string, value.encode())  # noqa: E731
    dates = map(clock or (utc if generation == 1 else moment), (created, since, until))
    info = seq(
        seq(text("ES"), num(stated or generation), text("TEST")),
        text("S1"),
        seq(num(1), name, listed, *dates),
        seq(text("PNG"), octets(b"not drawn"), num(42), num(42)),
        extra,
    )
    who = (certificate or octets(maker.der)) + algorithm
    value = (signing or maker.sign_message)(seq(info, who) if generation == 1 else info)
    if generation == 1:
        return seq(info, seq(who, form(value)))
    return seq(info, who, form(value), stamp(value) if stamp else b"")


def sign(
    seal: bytes,
    signer: Holder,
    data_hash: bytes,
    generation: int = 4,
    *,
    stated: int | None = None,
    time: bytes | None = None,
    algorithm: bytes = SM2,
    certificate: bytes = b"",
    extra: bytes = b"",
    form: Callable[[bytes], bytes] = bits,
    signing: Callable[[bytes], bytes] | None = None,
    stamp: Callable[[bytes], bytes] | None = None,
) -> bytes:
    """SES_Signature over a document's digest."""
    said = bits(NOW.strftime("%Y-%m-%d %H:%M:%S").encode()) if generation == 1 else moment(NOW)
    who = (certificate or octets(signer.der)) + algorithm
    tail = who if generation == 1 else extra
    version = num(stated or generation)
    tbs = seq(version, seal, said if time is None else time, bits(data_hash), ia5("x"), tail)
    value = (signing or signer.sign_message)(tbs)
    if generation == 1:
        return seq(tbs, form(value))
    return seq(tbs, who, form(value), stamp(value) if stamp else b"")


def sealed(build: Callable[[bytes], bytes]) -> bytes:
    """A tiny PDF that carries what `build` makes of its digest."""
    place = find_place(tiny_pdf())
    return put(place, build(place.data_hash))


def judged(
    build: Callable[[bytes], bytes], anchors: Anchors, at: datetime | None = NOW
) -> FileReport:
    return check_pdf(sealed(build), anchors=anchors, at=at)


def step(report: FileReport, name: str) -> tuple[str, str]:
    found = next(s for s in report.signatures[0].steps if s.step == name)
    return found.result, found.code
