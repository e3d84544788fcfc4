"""What a check found: one finding a step, a verdict a signature, a verdict a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.clock import CHINA

GOOD, BAD, CANNOT_TELL, UNREADABLE = "good", "bad", "cannot tell", "unreadable"


@dataclass(frozen=True, slots=True)
class Finding:
    """good, bad or cannot tell; `code` is "ok" or a key of app/problems.py."""

    result: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the standard's order with what it found."""

    step: str
    result: str
    code: str
    detail: str = ""

    @classmethod
    def of(cls, name: str, finding: Finding) -> "Step":
        return cls(name, finding.result, finding.code, finding.detail)

    @property
    def finding(self) -> Finding:
        return Finding(self.result, self.code, self.detail)


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """One seal or signature; what could not be read is None."""

    kind: str  # SES_Signature, SES_Seal, SignedData or CMS
    steps: tuple[Step, ...]
    version: int | None = None
    seal_id: str | None = None
    seal_name: str | None = None
    signer: str | None = None
    signed_at: datetime | None = None

    @property
    def verdict(self) -> str:
        return worst(step.result for step in self.steps)

    @property
    def first_failure(self) -> Step | None:
        """The step that decides the verdict, None when all is good."""
        wanted = self.verdict
        return None if wanted == GOOD else next(s for s in self.steps if s.result == wanted)


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file; `code` and `detail` say why where no signature can."""

    file: str
    verdict: str
    signatures: tuple[SignatureReport, ...] = ()
    code: str = "ok"
    detail: str = ""

    def as_json(self) -> dict[str, Any]:
        """The object `verify --json` prints."""
        return {
            "file": self.file,
            "verdict": self.verdict,
            "code": self.code,
            "detail": self.detail,
            "signatures": [_signature_json(signature) for signature in self.signatures],
        }


def worst(results: Iterable[str]) -> str:
    """A definite failure outranks anything missing."""
    found = set(results)
    return next((result for result in (BAD, CANNOT_TELL) if result in found), GOOD)


def decisive(findings: Iterable[Finding]) -> Finding:
    """The first of the worst; among good ones a remark counts more than none."""
    found = tuple(findings)
    result = worst(finding.result for finding in found)
    told = [finding for finding in found if finding.result == result]
    return next((finding for finding in told if finding.code != "ok"), told[0])


def report_of(file: str, signatures: tuple[SignatureReport, ...]) -> FileReport:
    """The file's verdict and the code of the step that decides it."""
    verdict = worst(signature.verdict for signature in signatures)
    deciding = next((s.first_failure for s in signatures if s.verdict == verdict), None)
    if deciding is None:
        return FileReport(file, verdict, signatures)
    return FileReport(file, verdict, signatures, deciding.code, deciding.detail)


def in_china(at: datetime | None) -> str | None:
    """ISO 8601 in China's zone."""
    try:
        return at.astimezone(CHINA).isoformat() if at else None
    except OverflowError:  # the last hours of the year 9999
        return at.isoformat() if at else None


def _signature_json(signature: SignatureReport) -> dict[str, Any]:
    return {
        "kind": signature.kind,
        "version": signature.version,
        "verdict": signature.verdict,
        "seal": {"id": signature.seal_id, "name": signature.seal_name},
        "signer": signature.signer,
        "signed_at": in_china(signature.signed_at),
        "steps": [
            {"step": s.step, "result": s.result, "code": s.code, "detail": s.detail}
            for s in signature.steps
        ],
    }
