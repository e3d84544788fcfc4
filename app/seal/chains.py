"""Whom we trust: the administrator's folder of anchors, and a certificate's way to one of them."""

import base64
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.codecs.der import DerError
from app.seal.certificates import (
    DIGITAL_SIGNATURE,
    KEY_CERT_SIGN,
    KEY_USAGE,
    NON_REPUDIATION,
    SM2_SIGNING,
    Certificate,
    holds,
    read_certificate,
)
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding

SUFFIXES = frozenset({".cer", ".crt", ".pem", ".der"})
MAX_ANCHORS, MAX_ANCHOR_BYTES = 500, 1 << 20
PEM = re.compile(rb"-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+?)-----END CERTIFICATE-----")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The certificates trusted here; every one of them, root or not."""

    certificates: tuple[Certificate, ...] = ()
    unreadable: tuple[str, ...] = ()  # file names, for the administrator


def read_anchors(folder: Path) -> Anchors:
    """Every certificate file of the folder; a folder that is not there holds none."""
    certificates: dict[bytes, Certificate] = {}
    unreadable = []
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    for file in [file for file in files if file.suffix.lower() in SUFFIXES][:MAX_ANCHORS]:
        try:
            for data in _certificates_in(file):
                certificates[data] = read_certificate(data)
        except (DerError, OSError, ValueError):
            unreadable.append(file.name)
    return Anchors(tuple(certificates.values()), tuple(unreadable))


def _certificates_in(file: Path) -> list[bytes]:
    if file.stat().st_size > MAX_ANCHOR_BYTES:
        raise DerError("too large")
    data = file.read_bytes()
    return [base64.b64decode(block) for block in PEM.findall(data)] or [data]


def judge(certificate: Certificate, anchors: Anchors, at: datetime) -> Finding:
    """May this certificate have signed at that time? What is definitely wrong comes first."""
    issuer = _issuer(certificate, anchors)
    findings = [
        _dates(certificate, at),
        _usage(certificate),
        _chain(certificate, issuer, anchors, at),
        _extensions(certificate),
    ]
    for result in (BAD, CANNOT_TELL):
        for finding in findings:
            if finding.result == result:
                return finding
    if KEY_USAGE in certificate.unreadable or "extensions" in certificate.unreadable:
        return Finding(GOOD, "certificate.usage-unreadable", certificate.name)
    return Finding(GOOD, "ok", f"{certificate.name}; revocation not looked up")


def _dates(certificate: Certificate, at: datetime) -> Finding:
    if at < certificate.not_before:
        since = certificate.not_before.isoformat()
        return Finding(BAD, "certificate.not-yet", f"{certificate.name}: from {since}")
    if at > certificate.not_after:
        until = certificate.not_after.isoformat()
        return Finding(BAD, "certificate.expired", f"{certificate.name}: until {until}")
    return Finding(GOOD, "ok")


def may_sign(certificate: Certificate) -> bool:
    """KeyUsage allows signing documents, or says nothing readable."""
    usage = certificate.usage
    return usage is None or bool(usage & {DIGITAL_SIGNATURE, NON_REPUDIATION})


def _usage(certificate: Certificate) -> Finding:
    if may_sign(certificate):
        return Finding(GOOD, "ok")
    return Finding(BAD, "certificate.usage", certificate.name)


def _extensions(certificate: Certificate) -> Finding:
    if certificate.not_understood:
        names = ", ".join(certificate.not_understood)
        return Finding(CANNOT_TELL, "certificate.critical-extension", names)
    return Finding(GOOD, "ok")


def _issuer(certificate: Certificate, anchors: Anchors) -> Certificate | None:
    """The anchor under whose key the signature holds; names only say where to look first."""
    order = sorted(anchors.certificates, key=lambda one: one.subject != certificate.issuer)
    for anchor in order:
        key = anchor.public_key
        if key is not None and holds(key, certificate.tbs, certificate.signature):
            return anchor
    return None


def _chain(
    certificate: Certificate, issuer: Certificate | None, anchors: Anchors, at: datetime
) -> Finding:
    if any(anchor.raw == certificate.raw for anchor in anchors.certificates):
        return Finding(GOOD, "ok")
    if issuer is None:
        return _without_issuer(certificate, anchors)
    if certificate.algorithm not in SM2_SIGNING:
        return Finding(BAD, "certificate.algorithm", certificate.algorithm)
    if _is_no_authority(issuer):
        return Finding(BAD, "certificate.issuer-no-authority", issuer.name)
    if not issuer.not_before <= at <= issuer.not_after:
        return Finding(BAD, "certificate.issuer-dates", issuer.name)
    if issuer.is_authority is None and issuer.usage is None and issuer.version >= 3:
        return Finding(CANNOT_TELL, "certificate.issuer-unclear", issuer.name)
    return Finding(GOOD, "ok")


def _is_no_authority(issuer: Certificate) -> bool:
    return issuer.is_authority is False or (
        issuer.usage is not None and KEY_CERT_SIGN not in issuer.usage
    )


def _without_issuer(certificate: Certificate, anchors: Anchors) -> Finding:
    """Bad when the key it names is an anchor's and did not sign it; else only trust is missing."""
    for anchor in anchors.certificates:
        named = certificate.issuer_key_id is not None and anchor.key_id == certificate.issuer_key_id
        if named and anchor.subject == certificate.issuer and anchor.public_key is not None:
            return Finding(BAD, "certificate.signature", certificate.name)
    if certificate.algorithm not in SM2_SIGNING:
        return Finding(CANNOT_TELL, "certificate.algorithm-unknown", certificate.algorithm)
    return Finding(CANNOT_TELL, "certificate.no-anchor", certificate.name)
