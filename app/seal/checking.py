"""Is this seal good, and was it when it was set? Verdicts for PDF, .esl and SES_Signature files."""

from datetime import datetime
from pathlib import Path

from app.codecs import der
from app.codecs.der import DerError, Item
from app.seal.chains import Anchors
from app.seal.judging import judged, not_supported, other_generation
from app.seal.pdf_scan import (
    SignedRange,
    contents,
    digest,
    find_ranges,
    has_traces,
    trouble_with,
)
from app.seal.report import (
    BAD,
    CANNOT_TELL,
    GOOD,
    UNREADABLE,
    FileReport,
    SignatureReport,
    Step,
    report_of,
)
from app.seal.steps import seal_steps
from app.seal.structures import OtherGeneration, SealSignature, read_seal, read_signature

MAX_BYTES = 64 << 20
MAX_HASHED = 256 << 20
PDF_MARK, PDF_MARK_WITHIN, ZIP_MARK = b"%PDF-", 1024, b"PK\x03\x04"


def check_file(path: Path, *, anchors: Anchors, at: datetime) -> FileReport:
    """The verdict on a file of any kind; trouble reading it is a verdict too."""
    try:
        data = _read(path)
    except (OSError, ValueError):
        return FileReport(str(path), UNREADABLE, code="file.unreadable")
    if len(data) > MAX_BYTES:
        return FileReport(str(path), CANNOT_TELL, code="file.too-large")
    return check(data, anchors=anchors, at=at, file=str(path))


def _read(path: Path) -> bytes:
    """Of a regular file only, for a pipe or a device may have no end; one byte above the bound."""
    if not path.is_file():
        raise OSError("no regular file")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def check(data: bytes, *, anchors: Anchors, at: datetime, file: str = "") -> FileReport:
    """The kind is told by the bytes, never by the name."""
    if PDF_MARK in data[:PDF_MARK_WITHIN]:
        return check_pdf(data, anchors=anchors, at=at, file=file)
    if ZIP_MARK in data[:PDF_MARK_WITHIN]:
        return FileReport(file, CANNOT_TELL, code="file.container-not-supported", detail="OFD, ZIP")
    try:
        kind = _kind(der.read(data))
    except DerError as trouble:
        return FileReport(file, UNREADABLE, code="file.no-seal", detail=str(trouble))
    if kind == "SES_Seal":
        return check_esl(data, anchors=anchors, at=at, file=file)
    if kind == "SES_Signature":
        return _check_bare(data, anchors, at, file)
    return report_of(file, (not_supported(kind, ()),))


def check_pdf(data: bytes, *, anchors: Anchors, at: datetime | None, file: str = "") -> FileReport:
    """Every signature of a PDF; `at` is the time of checking, None leaves the future unjudged."""
    ranges = find_ranges(data)
    if not ranges:
        if has_traces(data):
            return FileReport(file, BAD, code="file.signature-damaged")
        return FileReport(file, CANNOT_TELL, code="file.no-signature")
    if len(data) * len(ranges) > MAX_HASHED:
        return FileReport(file, CANNOT_TELL, code="file.too-large")
    whole = any(trouble_with(data, signed) is None for signed in ranges)
    reports = tuple(_check_range(data, signed, whole, anchors, at) for signed in ranges)
    return report_of(file, reports)


def check_esl(data: bytes, *, anchors: Anchors, at: datetime, file: str = "") -> FileReport:
    """A seal by itself, as of `at`."""
    try:
        seal = read_seal(data)
    except OtherGeneration as other:
        return report_of(file, (other_generation("SES_Seal", other, ()),))
    except DerError as trouble:
        return FileReport(file, UNREADABLE, code="structure.wrong", detail=str(trouble))
    steps = (Step("structure", GOOD, "ok"), *seal_steps(seal, anchors, at))
    report = SignatureReport(
        "SES_Seal", steps, version=seal.version, seal_id=seal.seal_id, seal_name=seal.name
    )
    return report_of(file, (report,))


def _check_bare(data: bytes, anchors: Anchors, at: datetime, file: str) -> FileReport:
    without = Step("digest", CANNOT_TELL, "digest.no-document")
    try:
        signature = read_signature(data)
    except OtherGeneration as other:
        return report_of(file, (other_generation("SES_Signature", other, (without,)),))
    except DerError as trouble:
        return FileReport(file, UNREADABLE, code="structure.wrong", detail=str(trouble))
    return report_of(file, (judged(signature, anchors, at, without),))


def _check_range(
    data: bytes, signed: SignedRange, whole: bool, anchors: Anchors, at: datetime | None
) -> SignatureReport:
    """`whole`: some signature of the file covers all of it, so later bytes have a signer."""
    trouble = trouble_with(data, signed)
    if trouble == "digest.later-bytes" and whole:
        later = Step("digest", CANNOT_TELL, "digest.later-signature")
    elif trouble is not None:
        later = Step("digest", BAD, trouble)
    else:
        later = None
    if trouble == "digest.range-wrong":
        step = Step("structure", BAD, "structure.wrong", "no digits where the byte range says")
        return SignatureReport("SES_Signature", (step, Step("digest", BAD, trouble)))
    return _check_contents(data, signed, later, anchors, at)


def _check_contents(
    data: bytes, signed: SignedRange, later: Step | None, anchors: Anchors, at: datetime | None
) -> SignatureReport:
    left = (later,) if later else ()
    try:
        found = contents(data, signed)
        kind = _kind(der.read(found))
        if kind != "SES_Signature":
            return not_supported(kind, left)
        signature = read_signature(found)
    except OtherGeneration as other:
        return other_generation("SES_Signature", other, left)
    except DerError as trouble:
        wrong = Step("structure", BAD, "structure.wrong", str(trouble))
        return SignatureReport("SES_Signature", (wrong, *left))
    compared = _digest_step(data, signed, signature)
    if later and compared.result == GOOD:
        compared = later
    return judged(signature, anchors, at, compared)


def _digest_step(data: bytes, signed: SignedRange, signature: SealSignature) -> Step:
    if digest(data, signed) == signature.data_hash:
        return Step("digest", GOOD, "ok")
    return Step("digest", BAD, "digest.different")


def _kind(item: Item) -> str:
    """What a DER structure is, by its first elements."""
    first = item.expect(der.SEQUENCE).items()[:1]
    if first and first[0].tag == der.OID:
        return "SignedData" if der.as_oid(first[0]).startswith("1.2.156.10197.") else "CMS"
    inner = first[0].items()[:1] if first else ()
    if inner and inner[0].tag == der.INTEGER:
        return "SES_Signature"
    if inner and inner[0].tag == der.SEQUENCE:
        return "SES_Seal"
    raise DerError("neither a seal nor a signature")
