"""Whom we trust: the administrator's folder of anchors, and a certificate's way to one of them."""

import base64
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from app.codecs.der import DerError
from app.seal.certificates import (
    DIGITAL_SIGNATURE,
    EXTENDED_KEY_USAGE,
    KEY_CERT_SIGN,
    KEY_USAGE,
    NON_REPUDIATION,
    SM2_SIGNING,
    Certificate,
    holds,
    read_certificate,
)
from app.seal.paths import Way, ways
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding
from app.seal.revocation import NOT_LOOKED_UP, RevocationList, looked_up, read_list

SUFFIXES, LIST_SUFFIX = frozenset({".cer", ".crt", ".pem", ".der"}), ".crl"
MAX_ANCHORS, MAX_ANCHOR_BYTES = 500, 1 << 20
MAX_LISTS, MAX_LIST_BYTES, MAX_ALL_LISTS = 64, 24 << 20, 96 << 20  # as files; PEM is longer
PEM = re.compile(rb"-----BEGIN (?:CERTIFICATE|X509 CRL)-----([A-Za-z0-9+/=\s]+?)-----END ")
TIME_STAMPING = "1.3.6.1.5.5.7.3.8"
OK = Finding(GOOD, "ok")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The certificates trusted here, every one of them, root or not; and the revocation lists."""

    certificates: tuple[Certificate, ...] = ()
    unreadable: tuple[str, ...] = ()  # file names, for the administrator
    lists: tuple[RevocationList, ...] = ()


def read_anchors(folder: Path) -> Anchors:
    """Every certificate and list of the folder; a folder that is not there holds none."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    anchors = [file for file in files if file.suffix.lower() in SUFFIXES][:MAX_ANCHORS]
    lists = [file for file in files if file.suffix.lower() == LIST_SUFFIX]
    certificates, unreadable = _read_all(anchors, read_certificate, MAX_ANCHOR_BYTES)
    revoked, not_read = _read_all(_bounded(lists), read_list, MAX_LIST_BYTES)
    left = [file.name for file in lists if file not in _bounded(lists)]
    return Anchors(certificates, (*unreadable, *not_read, *left), revoked)


def _read_all(
    files: list[Path], read: Callable[[bytes], T], most: int
) -> tuple[tuple[T, ...], tuple[str, ...]]:
    """What could be read, the same bytes once; and the names of the files that could not."""
    found: dict[bytes, T] = {}
    unreadable = []
    for file in files:
        try:
            for data in _blocks(file, most):
                found[data] = found.get(data) or read(data)
        except (DerError, OSError, ValueError):
            unreadable.append(file.name)
    return tuple(found.values()), tuple(unreadable)


def _bounded(files: list[Path]) -> list[Path]:
    """As many lists as are held at once."""
    kept, room = [], MAX_ALL_LISTS
    for file in files[:MAX_LISTS]:
        room -= file.stat().st_size
        if room >= 0:
            kept.append(file)
    return kept


def _blocks(file: Path, most: int) -> list[bytes]:
    if file.stat().st_size > most:
        raise DerError("too large")
    data = file.read_bytes()
    return [base64.b64decode(block) for block in PEM.findall(data)] or [data]


def judge(
    certificate: Certificate,
    anchors: Anchors,
    at: datetime,
    others: tuple[Certificate, ...] = (),
    purpose: str = "",
) -> Finding:
    """May this certificate have signed at that time? What is definitely wrong comes first.

    `others` came with the file and may stand between; `purpose`: an extended key usage it needs.
    """
    found = ways(certificate, anchors.certificates, others)
    judged = [_way(way, anchors, at, purpose) for way in found.anchored]
    if not judged:
        judged = [_open(way, anchors, at, purpose, found.not_judged) for way in found.open]
    return min(judged, key=lambda finding: (GOOD, CANNOT_TELL, BAD).index(finding.result))


def _way(way: Way, anchors: Anchors, at: datetime, purpose: str) -> Finding:
    """One way up to an anchor: the first thing wrong, else missing, else worth a remark."""
    return _worst(
        [*_own(way[0], at, purpose), *_links(way, anchors, at), *_lists(way, anchors, at)],
        Finding(GOOD, "ok", way[0].name),
    )


def _open(way: Way, anchors: Anchors, at: datetime, purpose: str, not_judged: bool) -> Finding:
    """A way that ends before an anchor is never good."""
    end = _without_issuer(way[-1], anchors, not_judged)
    findings = [*_own(way[0], at, purpose), *_links(way, anchors, at), *_lists(way, anchors, at)]
    return _worst([*findings, end], end)


def _worst(findings: list[Finding], fine: Finding) -> Finding:
    for result in (BAD, CANNOT_TELL):
        for finding in findings:
            if finding.result == result:
                return finding
    remarks = [finding for finding in findings if finding.code != "ok"]
    if remarks:
        return remarks[0]
    said = dict.fromkeys(finding.detail for finding in (fine, *findings) if finding.detail)
    return Finding(GOOD, "ok", "; ".join(said))


def _own(certificate: Certificate, at: datetime, purpose: str) -> Iterator[Finding]:
    yield _dates(certificate, at)
    yield _usage(certificate)
    yield _purpose(certificate, purpose)
    yield _extensions(certificate, purpose)
    if KEY_USAGE in certificate.unreadable or "extensions" in certificate.unreadable:
        yield Finding(GOOD, "certificate.usage-unreadable", certificate.name)


def _dates(certificate: Certificate, at: datetime) -> Finding:
    if at < certificate.not_before:
        since = certificate.not_before.isoformat()
        return Finding(BAD, "certificate.not-yet", f"{certificate.name}: from {since}")
    if at > certificate.not_after:
        until = certificate.not_after.isoformat()
        return Finding(BAD, "certificate.expired", f"{certificate.name}: until {until}")
    return OK


def may_sign(certificate: Certificate) -> bool:
    """KeyUsage allows signing documents, or says nothing readable."""
    usage = certificate.usage
    return usage is None or bool(usage & {DIGITAL_SIGNATURE, NON_REPUDIATION})


def _usage(certificate: Certificate) -> Finding:
    if may_sign(certificate):
        return OK
    return Finding(BAD, "certificate.usage", certificate.name)


def _purpose(certificate: Certificate, purpose: str) -> Finding:
    if not purpose or purpose in (certificate.purposes or ()):
        return OK
    result = CANNOT_TELL if certificate.purposes is None else BAD
    return Finding(result, "certificate.purpose", certificate.name)


def _extensions(certificate: Certificate, purpose: str = "") -> Finding:
    understood = {EXTENDED_KEY_USAGE} if purpose else set()
    names = [name for name in certificate.not_understood if name not in understood]
    if names:
        return Finding(CANNOT_TELL, "certificate.critical-extension", ", ".join(names))
    return OK


def _links(way: Way, anchors: Anchors, at: datetime) -> Iterator[Finding]:
    """Each issuer of a way. An anchor's own conditions are the administrator's to know."""
    trusted = {anchor.raw for anchor in anchors.certificates}
    for below, (certificate, issuer) in enumerate(pairwise(way)):
        between = sum(each.subject != each.issuer for each in way[1 : below + 1])
        yield _link(certificate, issuer, between, at, trusted=issuer.raw in trusted)
        if issuer.raw not in trusted:
            yield _extensions(issuer)


def _link(
    certificate: Certificate, issuer: Certificate, between: int, at: datetime, *, trusted: bool
) -> Finding:
    """`between`: how many authorities stand between the issuer and who signed the document."""
    if issuer.public_key is not None and certificate.algorithm not in SM2_SIGNING:
        return Finding(BAD, "certificate.algorithm", certificate.algorithm)
    if _is_no_authority(issuer):
        return Finding(BAD, "certificate.issuer-no-authority", issuer.name)
    if issuer.path_length is not None and between > issuer.path_length:
        return Finding(BAD, "certificate.path-too-long", issuer.name)
    if not issuer.not_before <= at <= issuer.not_after:
        return Finding(BAD, "certificate.issuer-dates", issuer.name)
    silent = issuer.is_authority is None and issuer.usage is None and issuer.version >= 3
    if silent or (not trusted and issuer.is_authority is None):
        return Finding(CANNOT_TELL, "certificate.issuer-unclear", issuer.name)
    return OK


def _is_no_authority(issuer: Certificate) -> bool:
    return issuer.is_authority is False or (
        issuer.usage is not None and KEY_CERT_SIGN not in issuer.usage
    )


def _lists(way: Way, anchors: Anchors, at: datetime) -> Iterator[Finding]:
    """Revocation of all but the anchor; of an anchor too, when it is the one that signed."""
    if not anchors.lists:
        yield Finding(GOOD, "ok", NOT_LOOKED_UP)
        return
    for place, certificate in enumerate(way[: max(1, len(way) - 1)]):
        issuer = way[place + 1] if place + 1 < len(way) else None
        yield looked_up(certificate, issuer, anchors.certificates, anchors.lists, at)


def _without_issuer(certificate: Certificate, anchors: Anchors, not_judged: bool) -> Finding:
    """Bad when the key it names is an anchor's, or its own, and did not sign it."""
    for one in (*anchors.certificates, certificate):
        named = certificate.issuer_key_id is not None and one.key_id == certificate.issuer_key_id
        if named and one.subject == certificate.issuer and one.public_key is not None:
            if one is certificate and holds(one.public_key, one.tbs, one.signature):
                continue
            return Finding(BAD, "certificate.signature", certificate.name)
    if not_judged or certificate.algorithm not in SM2_SIGNING:
        return Finding(CANNOT_TELL, "certificate.algorithm-unknown", certificate.algorithm)
    return Finding(CANNOT_TELL, "certificate.no-anchor", certificate.name)
