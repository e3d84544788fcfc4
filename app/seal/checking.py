"""Is this seal good, and was it when it was set? Verdicts for every kind of sealed file."""

from datetime import datetime
from pathlib import Path

from app.codecs.der import DerError
from app.seal import bare, signed_data
from app.seal.bare import SES_SEAL, SES_SIGNATURE
from app.seal.chains import Anchors
from app.seal.judging import judged, other_generation
from app.seal.ofd import check_ofd, is_package
from app.seal.pdf_scan import (
    MAX_SIGNATURES,
    SignedRange,
    contents,
    digest,
    find_ranges,
    has_traces,
    signed_bytes,
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
from app.seal.steps import document_digest, seal_steps, seal_time, structure
from app.seal.structures import OtherGeneration, SealSignature, read_seal, read_signature

MAX_BYTES = 64 << 20
MAX_HASHED = 96 << 20  # of one file, all its signatures together
PDF_MARK, PDF_MARK_WITHIN = b"%PDF-", 1024


def check_file(path: Path, *, anchors: Anchors, at: datetime) -> FileReport:
    """The verdict on a file of any kind; trouble reading it is a verdict too."""
    try:
        data = read_file(path)
    except (OSError, ValueError):
        return FileReport(str(path), UNREADABLE, code="file.unreadable")
    if len(data) > MAX_BYTES:
        return FileReport(str(path), CANNOT_TELL, code="file.too-large")
    return check(data, anchors=anchors, at=at, file=str(path))


def read_file(path: Path) -> bytes:
    """OSError unless regular, as a pipe may have no end; one byte above the bound, no more."""
    if not path.is_file():
        raise OSError("no regular file")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def check(data: bytes, *, anchors: Anchors, at: datetime, file: str = "") -> FileReport:
    """The kind is told by the bytes, never by the name."""
    if is_package(data):
        return check_ofd(data, anchors=anchors, at=at, file=file)
    if is_pdf(data):
        return check_pdf(data, anchors=anchors, at=at, file=file)
    try:
        data = bare.structure(data)
        kind = bare.kind(data)
    except DerError as trouble:
        return FileReport(file, UNREADABLE, code="file.no-seal", detail=str(trouble))
    if kind == SES_SEAL:
        return check_esl(data, anchors=anchors, at=at, file=file)
    if kind == SES_SIGNATURE:
        return _check_bare(data, anchors, at, file)
    return report_of(file, (signed_data.report(data, None, anchors, at),))


def is_pdf(data: bytes) -> bool:
    return PDF_MARK in data[:PDF_MARK_WITHIN]


def check_pdf(data: bytes, *, anchors: Anchors, at: datetime | None, file: str = "") -> FileReport:
    """Every signature of a PDF; `at` is the time of checking, None leaves the future unjudged."""
    ranges = find_ranges(data)
    if not ranges:
        if has_traces(data):
            return FileReport(file, BAD, code="file.signature-damaged")
        return FileReport(file, CANNOT_TELL, code="file.no-signature")
    if len(ranges) > MAX_SIGNATURES or len(data) * len(ranges) > MAX_HASHED:
        return FileReport(file, CANNOT_TELL, code="file.too-large")
    whole = any(trouble_with(data, signed) is None for signed in ranges)
    reports = tuple(_check_range(data, signed, whole, anchors, at) for signed in ranges)
    return report_of(file, reports)


def check_esl(data: bytes, *, anchors: Anchors, at: datetime, file: str = "") -> FileReport:
    """A seal by itself, as of `at`."""
    try:
        seal = read_seal(data)
    except OtherGeneration as other:
        return report_of(file, (other_generation(SES_SEAL, other, ()),))
    except DerError as trouble:
        return FileReport(file, UNREADABLE, code="structure.wrong", detail=str(trouble))
    steps = (
        Step.of("structure", structure(seal)),
        *seal_steps(seal, anchors, at),
        *seal_time(seal, anchors, at),
    )
    report = SignatureReport(
        SES_SEAL, steps, version=seal.version, seal_id=seal.seal_id, seal_name=seal.name
    )
    return report_of(file, (report,))


def _check_bare(data: bytes, anchors: Anchors, at: datetime, file: str) -> FileReport:
    without = Step("digest", CANNOT_TELL, "digest.no-document")
    try:
        signature = read_signature(data)
    except OtherGeneration as other:
        return report_of(file, (other_generation(SES_SIGNATURE, other, (without,)),))
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
        return SignatureReport(SES_SIGNATURE, (step, Step("digest", BAD, trouble)))
    return _check_contents(data, signed, later, anchors, at)


def _check_contents(
    data: bytes, signed: SignedRange, later: Step | None, anchors: Anchors, at: datetime | None
) -> SignatureReport:
    left = (later,) if later else ()
    try:
        found = contents(data, signed)
        if bare.kind(found) not in (SES_SEAL, SES_SIGNATURE):
            return signed_data.report_or_stamp(found, signed_bytes(data, signed), anchors, at, left)
        signature = read_signature(found)
    except OtherGeneration as other:
        return other_generation(SES_SIGNATURE, other, left)
    except DerError as trouble:
        wrong = Step("structure", BAD, "structure.wrong", str(trouble))
        return SignatureReport(SES_SIGNATURE, (wrong, *left))
    compared = _digest_step(data, signed, signature)
    if later and compared.result == GOOD:
        compared = later
    return judged(signature, anchors, at, compared)


def _digest_step(data: bytes, signed: SignedRange, signature: SealSignature) -> Step:
    found = document_digest(signature, lambda prefix: digest(data, signed, prefix))
    return Step.of("digest", found)
