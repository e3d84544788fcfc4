"""What a seal of an OFD package protects, and what no seal does; one finding for each fault.

A part that is shown and that no digest protects can never be good (eseal 8a).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from urllib.parse import unquote

from app.codecs.der import DerError, moment_of
from app.seal.certificates import SM2_SIGNING
from app.seal.ofd_package import Damaged, Package, folded, plain
from app.seal.ofd_parts import INDEX, WEAK, Index, Reference, Signed, page_names
from app.seal.ofd_xml import XmlError, words_of
from app.seal.ofd_zip import TooLarge
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding, Step, worst
from app.seal.structures import SealSignature

OK = Finding(GOOD, "ok")
SIGNING = ("Signature.xml", "SignedValue.dat")  # as every maker calls them
TRACES = frozenset(map(folded, (*SIGNING, "Signatures.xml", "Seal.esl")))
CLOCK_SLIP, ZONE = timedelta(minutes=10), timedelta(hours=8)
METHOD_NAMES = frozenset({"SM2", "SM3WITHSM2", "SM2WITHSM3", "SM2SM3", "SM3SM2"})
LONGEST_PATH = 512


@dataclass(frozen=True, slots=True)
class Part:
    """One signature as far as the package goes: what it covers, and which files are its own.

    `named` are the files it refers to, `covers` those of them whose digest is right.
    """

    signed: Signed
    named: frozenset[str]
    covers: frozenset[str]
    own: frozenset[str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Whole:
    """The package with all its signatures; what holds for each of them is found once."""

    package: Package
    index: Index
    parts: tuple[Part, ...]

    def findings(self, number: int) -> Iterator[Finding]:
        """What the signature of this number leaves open, and what is doubtful about the package."""
        part, package = self.parts[number], self.package
        yield from (Finding(BAD, "digest.package-doubtful", text) for text in package.doubts)
        left = frozenset(package.files) - self.own - frozenset(self.index.lists) - part.named
        yield from (self._not_covered(name, number) for name in sorted(left - {INDEX}))
        if INDEX in left:
            yield _index_open(self.index, part)
        yield from (Finding(CANNOT_TELL, "digest.names-alike", name) for name in package.alike)
        yield from self._unlisted()
        yield from self._nowhere(part.signed)
        if package.stray:
            yield Finding(GOOD, "digest.stray-bytes", f"{package.stray} bytes")

    @cached_property
    def own(self) -> frozenset[str]:
        return frozenset().union(*(part.own for part in self.parts))

    @cached_property
    def _used(self) -> frozenset[str] | None:
        """Last parts of all paths any XML of the package may name; None: more than can be read."""
        found = {_last(part.signed.seal or "") for part in self.parts}
        signing = {part.signed.path for part in self.parts}
        try:
            for name in self.package.files.keys() - signing:
                if _may_be_xml(self.package, name):
                    found.update(map(_last, words_of(self.package, name)))
        except (XmlError, Damaged, TooLarge):
            return None
        return frozenset(found)

    def _not_covered(self, name: str, number: int) -> Finding:
        others = [place for place, part in enumerate(self.parts) if name in part.covers]
        if any(place > number for place in others):
            return Finding(CANNOT_TELL, "digest.later-signature", name)
        if others:
            return Finding(CANNOT_TELL, "digest.other-signature", name)
        if self._used is None or _last(name) in self._used:
            return Finding(BAD, "digest.unprotected", name)
        return Finding(CANNOT_TELL, "digest.unused-file", name)

    def _unlisted(self) -> Iterator[Finding]:
        for name in self.package.files.keys() - self.own:
            if _last(name) in map(folded, SIGNING):
                yield Finding(CANNOT_TELL, "digest.unlisted-signature", name)

    @cached_property
    def _pages(self) -> dict[str | None, frozenset[str] | None]:
        return {root: page_names(self.package, root) for root in set(self.index.roots)}

    def _nowhere(self, signed: Signed) -> Iterator[Finding]:
        known = self._pages[signed.root] if signed.pages else None
        if known is not None:
            lost = (page for page in signed.pages if page not in known)
            yield from (Finding(CANNOT_TELL, "digest.seal-on-no-page", page) for page in lost)


def _may_be_xml(package: Package, name: str) -> bool:
    first = package.begins(name).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return first.startswith(b"<") or name.lower().endswith(".xml")


def _last(path: str) -> str:
    return folded(unquote(plain(path.strip()[-LONGEST_PATH:])).rpartition("/")[2])


def _index_open(index: Index, part: Part) -> Finding:
    """Many makers leave OFD.xml out: harmless while it can lead to nothing but this document."""
    harmless = index.plain and part.signed.root in part.covers
    return Finding(GOOD if harmless else CANNOT_TELL, "digest.index-unprotected", INDEX)


def has_traces(package: Package) -> bool:
    """Files of a signature lie about, so a package that lists none was not simply unsigned."""
    parts = (folded(name).split("/") for name in package.files)
    return any(part[-1] in TRACES or "signs" in part[:-1] for part in parts)


# --- one signature's own files ---


def reference_findings(package: Package, signed: Signed) -> Iterator[tuple[str | None, Finding]]:
    """Each protected file, and what its digest says."""
    return ((reference.file, _compared(package, reference)) for reference in signed.references)


def _compared(package: Package, reference: Reference) -> Finding:
    named, algorithm = reference.named, reference.algorithm
    if reference.file is None:
        return Finding(BAD, "digest.reference-missing", named)
    if algorithm is None:
        return Finding(CANNOT_TELL, "digest.method-unknown", reference.method)
    try:
        same = package.digest(reference.file, algorithm) == reference.value
    except Damaged:
        return Finding(BAD, "digest.entry-damaged", named)
    if not same:
        return Finding(BAD, "digest.reference-wrong", named)
    if algorithm.name in WEAK:
        return Finding(CANNOT_TELL, "digest.method-weak", reference.method)
    return OK


def stated(signed: Signed, signature: SealSignature) -> Iterator[Finding]:
    """Where Signature.xml and the signature say different things that change nothing."""
    if plain(signature.info) != signed.path:
        yield Finding(GOOD, "digest.range-stated-otherwise", signature.info)
    method = signed.method.upper().replace("-", "").replace("_", "")
    if method and method not in (*SM2_SIGNING, *METHOD_NAMES):
        yield Finding(GOOD, "digest.method-stated-otherwise", signed.method)
    at = signature.signed_at
    if signed.moment and at and not _same_moment(signed.moment, at):
        yield Finding(GOOD, "digest.time-stated-otherwise", signed.moment)


def _same_moment(text: str, at: datetime) -> bool:
    """In any of the spellings; local time or UTC."""
    plainly = text.replace("-", "").replace(":", "").replace(" ", "").replace("T", "")
    try:
        apart = abs(moment_of(plainly) - at)
    except (DerError, OverflowError):
        return False
    return apart <= CLOCK_SLIP or abs(apart - ZONE) <= CLOCK_SLIP


def as_step(findings: Iterable[Finding]) -> Step:
    """The worst finding, the first of its kind, names the step; how many more there are."""
    told = [finding for finding in findings if finding.code != "ok"]
    result = worst(finding.result for finding in told)
    worse = [finding for finding in told if finding.result == result]
    if not worse:
        return Step.of("digest", OK)
    first = worse[0]
    rest = sorted({finding.code for finding in worse[1:]})
    more = f" (+{len(worse) - 1}: {', '.join(rest)})" if rest else ""
    return Step("digest", result, first.code, printable(first.detail) + more)


def printable(text: str) -> str:
    """A name out of the package, safe to show in one line."""
    return "".join(sign if sign.isprintable() else "?" for sign in text[:LONGEST_PATH])
