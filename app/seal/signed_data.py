"""The report on a SignedData signature (CMS, GB/T 35275) over a document, step by step."""

from datetime import datetime, timedelta
from hashlib import sha1

from app.codecs.chain import sm3
from app.codecs.der import DerError
from app.seal import cms, cms_signer, time_stamp
from app.seal.certificates import Certificate
from app.seal.chains import Anchors, judge
from app.seal.cms import SignedData, SignerInfo
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding, SignatureReport, Step, decisive

CLOCK_SLIP = timedelta(minutes=10)
NO_DOCUMENT = Finding(CANNOT_TELL, "digest.no-document")


def report(
    data: bytes,
    content: bytes | None,
    anchors: Anchors,
    at: datetime | None,
    left: tuple[Step, ...] = (),
) -> SignatureReport:
    """`content`: the document, None where it is not at hand; `at`: the time of checking.

    `left`: steps judged by who knows the file; they stand where ours of that name is good. Of
    several signers the worst is reported.
    """
    try:
        found = cms.read(data)
        if not found.signers:
            raise DerError("nobody signed")
    except DerError as trouble:
        wrong = Step("structure", BAD, "structure.wrong", str(trouble))
        return SignatureReport("CMS", (wrong, *left))
    reports = [_Judge(found, signer, content, anchors, at).report() for signer in found.signers]
    chosen = min(reports, key=lambda each: (BAD, CANNOT_TELL, GOOD).index(each.verdict))
    steps = _with(chosen.steps, left)
    return SignatureReport(found.kind, steps, signer=chosen.signer, signed_at=chosen.signed_at)


def report_or_stamp(
    data: bytes, content: bytes, anchors: Anchors, at: datetime | None, left: tuple[Step, ...] = ()
) -> SignatureReport:
    """A bare time stamp over a document is nobody's word for it, however good it is."""
    try:
        time_stamp.read(data)
    except DerError:
        return report(data, content, anchors, at, left)
    stamp = time_stamp.judge(data, content, anchors, at)
    kind = Step("structure", CANNOT_TELL, "structure.kind-not-supported", "time stamp")
    return SignatureReport("CMS", (kind, Step.of("time", stamp.finding), *left), signed_at=stamp.at)


def _with(steps: tuple[Step, ...], left: tuple[Step, ...]) -> tuple[Step, ...]:
    """What is definitely wrong is never replaced."""
    taken = {step.step for step in left if step.result != GOOD}
    kept = tuple(step for step in steps if step.result == BAD or step.step not in taken)
    names = {step.step for step in kept}
    return (*kept, *(step for step in left if step.step not in names))


class _Judge:
    """One signer's steps."""

    def __init__(
        self,
        data: SignedData,
        signer: SignerInfo,
        document: bytes | None,
        anchors: Anchors,
        at: datetime | None,
    ) -> None:
        self._data, self._signer, self._document = data, signer, document
        self._anchors, self._at = anchors, at
        self._signed = data.content if data.content is not None else document
        found = cms_signer.certificate_of(data, signer, anchors.certificates, self._signed or b"")
        self._certificate, self._others = found
        self._stamp = self._judged_stamp()

    def report(self) -> SignatureReport:
        certificate, signature = self._certificate, self._signature()
        steps = (
            Step("structure", GOOD, "ok"),
            Step.of("signature", signature),
            *((Step.of("signer-certificate", self._chain(certificate)),) if certificate else ()),
            Step.of("time", self._time()),
            *self._digest(signature),
        )
        name = certificate.name if certificate else None
        return SignatureReport(self._data.kind, steps, signer=name, signed_at=self._moment)

    def _signature(self) -> Finding:
        if self._certificate is None:
            return Finding(CANNOT_TELL, "signature.no-certificate")
        if self._signed is None and self._signer.attributes is None:
            return Finding(CANNOT_TELL, "signature.no-document")
        findings = (
            cms_signer.signature(self._signer, self._certificate, self._signed or b""),
            cms_signer.content_type(self._data, self._signer),
        )
        return decisive(findings)

    def _digest(self, signature: Finding) -> tuple[Step, ...]:
        """Left out where the signature itself is over the document and does not hold."""
        if self._signed is None:
            return (Step.of("digest", NO_DOCUMENT),)
        if self._data.content is None and self._signer.attributes is None:
            return (Step("digest", GOOD, "ok"),) if signature.result == GOOD else ()
        key = self._certificate.public_key if self._certificate else None
        findings = (
            cms_signer.signed_content(self._signer, self._signed, key),
            _same(self._data.content, self._document),
        )
        return (Step.of("digest", decisive(findings)),)

    @property
    def _moment(self) -> datetime | None:
        """When it was signed: as the signer says, else as a believed time stamp says."""
        stamped = self._stamp.at if self._stamp and self._stamp.finding.result == GOOD else None
        return self._signer.signed_at or stamped

    def _chain(self, certificate: Certificate) -> Finding:
        """At the time of signing; where it is not known, now, or at the certificate's end."""
        known = self._moment or min(self._at or certificate.not_after, certificate.not_after)
        return judge(certificate, self._anchors, known, self._others)

    def _judged_stamp(self) -> time_stamp.Stamped | None:
        if self._signer.stamp is None:
            return None
        signed = self._signer.signature
        return time_stamp.judge(self._signer.stamp, signed, self._anchors, self._at)

    def _time(self) -> Finding:
        said, certificate = self._moment, self._certificate
        if self._stamp and self._stamp.finding.result != GOOD:
            return self._stamp.finding
        if said is None:
            now = self._at is not None and certificate and _within(self._at, certificate)
            return Finding(GOOD if now else CANNOT_TELL, "time.not-stated")
        if certificate and not _within(said, certificate):
            return Finding(BAD, "time.outside-certificate", said.isoformat())
        if self._at is not None and said - self._at > CLOCK_SLIP:
            return Finding(CANNOT_TELL, "time.in-the-future", said.isoformat())
        return time_stamp.compared(self._stamp, said) if self._stamp else cms_signer.OK


def _within(at: datetime, certificate: Certificate) -> bool:
    return certificate.not_before <= at <= certificate.not_after


def _same(carried: bytes | None, document: bytes | None) -> Finding:
    """What the signature carries is the document, or its SM3 (GM/T 0099)."""
    if document is None:
        return NO_DOCUMENT
    if carried is None or carried == document or carried == sm3(document):
        return cms_signer.OK
    if carried == sha1(document, usedforsecurity=False).digest():  # adbe.pkcs7.sha1 of older PDFs
        return Finding(CANNOT_TELL, "digest.method-weak", "SHA-1")
    return Finding(BAD, "digest.different")
