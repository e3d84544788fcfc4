"""Every seal and signature of an OFD package (GB/T 33190) judged; the package's own faults told."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.codecs import der
from app.codecs.chain import sm3
from app.codecs.der import DerError
from app.seal import signed_data
from app.seal.chains import Anchors
from app.seal.judging import judged, other_generation
from app.seal.ofd_package import Damaged, Package, open_package
from app.seal.ofd_parts import INDEX, Index, Signed, read_index
from app.seal.ofd_protection import (
    Part,
    Whole,
    as_step,
    has_traces,
    printable,
    reference_findings,
    stated,
)
from app.seal.ofd_xml import XmlError
from app.seal.ofd_zip import LOCAL_MARK, PackageError, TooLarge
from app.seal.report import (
    BAD,
    CANNOT_TELL,
    GOOD,
    UNREADABLE,
    FileReport,
    Finding,
    SignatureReport,
    Step,
    report_of,
)
from app.seal.steps import document_digest
from app.seal.structures import OtherGeneration, SealSignature, read_signature

MARK_WITHIN, PDF_MARK = 4096, b"%PDF-"


def is_package(data: bytes) -> bool:
    """A ZIP file; where something comes first it is junk, no PDF and no seal with a picture."""
    head = data[:MARK_WITHIN]
    place = head.find(LOCAL_MARK)
    return place == 0 or (place > 0 and PDF_MARK not in head and not _is_structure(data))


def _is_structure(data: bytes) -> bool:
    """A seal's picture may itself be an OFD."""
    try:
        return not data[der.read_first(data).expect(der.SEQUENCE).end :].strip(b"\0\r\n")
    except DerError:
        return False


def check_ofd(data: bytes, *, anchors: Anchors, at: datetime | None, file: str = "") -> FileReport:
    """Every signature of a package; `at` is the time of checking, None: no word on the future."""
    try:
        return _check(open_package(data), anchors, at, file)
    except PackageError as trouble:
        return FileReport(file, UNREADABLE, code="file.package-wrong", detail=str(trouble))
    except TooLarge:
        return FileReport(file, CANNOT_TELL, code="file.too-large")


def _check(package: Package, anchors: Anchors, at: datetime | None, file: str) -> FileReport:
    if INDEX not in package.files:
        return _unsigned(package, file, "file.container-not-supported", "ZIP")
    try:
        index = read_index(package)
    except (XmlError, Damaged) as trouble:
        detail = printable(f"{INDEX}: {trouble or 'damaged'}")
        return FileReport(file, UNREADABLE, code="file.package-wrong", detail=detail)
    if index.broken_lists:
        detail = printable(index.broken_lists[0])
        return FileReport(file, BAD, code="file.signature-damaged", detail=detail)
    if not index.signed and not index.unread:
        return _unsigned(package, file, "file.no-signature", "")
    return report_of(file, tuple(_reports(package, index, anchors, at)))


def _unsigned(package: Package, file: str, code: str, detail: str) -> FileReport:
    if has_traces(package):
        return FileReport(file, BAD, code="file.signature-damaged")
    return FileReport(file, CANNOT_TELL, code=code, detail=detail)


@dataclass(frozen=True, slots=True)
class _Value:
    """SignedValue.dat as far as it could be read, beside the Signature.xml it signs."""

    content: bytes
    data: bytes
    signature: SealSignature | None
    kind: str
    trouble: str
    other: OtherGeneration | None = None


def _reports(
    package: Package, index: Index, anchors: Anchors, at: datetime | None
) -> list[SignatureReport]:
    values = [_value(package, signed) for signed in index.signed]
    parts = tuple(_part(package, *both) for both in zip(index.signed, values, strict=True))
    whole = Whole(package, index, parts)
    steps = [
        as_step((*part.findings, *whole.findings(number))) for number, part in enumerate(parts)
    ]
    found = [_report(*both, anchors, at) for both in zip(values, steps, strict=True)]
    return found + [_wrong(f"{path}: {trouble}", ()) for path, trouble in index.unread]


def _report(value: _Value, step: Step, anchors: Anchors, at: datetime | None) -> SignatureReport:
    if value.signature:
        return judged(value.signature, anchors, at, step)
    if value.kind == "SignedData":
        return signed_data.report_or_stamp(value.data, value.content, anchors, at, (step,))
    if value.other:
        return other_generation(value.kind, value.other, (step,))
    return _wrong(value.trouble, (step,))


def _wrong(trouble: str, left: tuple[Step, ...]) -> SignatureReport:
    wrong = Step("structure", BAD, "structure.wrong", printable(trouble))
    return SignatureReport("SES_Signature", (wrong, *left))


def _value(package: Package, signed: Signed) -> _Value:
    content = package.read(signed.path)
    if signed.value is None:
        return _Value(content, b"", None, "", "no SignedValue")
    try:
        data = package.read(signed.value)
        top = der.read(data).expect(der.SEQUENCE).items()
        if top and top[0].tag == der.OID:
            return _Value(content, data, None, "SignedData", "")
        return _Value(content, data, read_signature(data), "SES_Signature", "")
    except OtherGeneration as other:
        return _Value(content, data, None, "SES_Signature", "", other)
    except (DerError, Damaged) as trouble:
        return _Value(content, b"", None, "", str(trouble) or "damaged")


def _part(package: Package, signed: Signed, value: _Value) -> Part:
    """What this signature covers, and its own files: those that were read as what they are."""
    referred = list(reference_findings(package, signed))
    covers = frozenset(name for name, finding in referred if name and finding.result != BAD)
    findings, own = [finding for _, finding in referred], {signed.path, signed.value or signed.path}
    if value.signature:
        findings = [
            _same_hash(signed, value.signature, value.content),
            *findings,
            *stated(signed, value.signature),
        ]
        seal = _seal_file(package, signed, value.signature)
        findings += [seal] if seal else []
        own |= {signed.seal} if signed.seal and seal is None else set()
    named = frozenset(name for name, _ in referred if name)
    return Part(signed, named, covers, frozenset(own), tuple(findings))


def _same_hash(signed: Signed, signature: SealSignature, content: bytes) -> Finding:
    """The seal signs Signature.xml, and through its references all the rest."""
    found = document_digest(signature, lambda prefix: sm3(prefix + content))
    return found if found.result == GOOD else replace(found, detail=signed.path)


def _seal_file(package: Package, signed: Signed, signature: SealSignature) -> Finding | None:
    """The seal is there twice: viewers draw Seal.esl, the signature holds the one that counts."""
    if not signed.names_seal:
        return None
    if signed.seal is None:
        return Finding(BAD, "digest.seal-file-missing", signed.path)
    try:
        same = package.read(signed.seal) == signature.seal.raw
    except Damaged:
        same = False
    return None if same else Finding(BAD, "digest.seal-file-differs", signed.seal)
