"""A certificate's ways up to a trusted one: each link by key and signature, never by a name."""

from dataclasses import dataclass

from app.seal.certificates import Certificate, signed_by

MAX_DEPTH = 8  # certificates of one way
MAX_CHECKS = 32  # signatures looked at for one certificate, the named issuers first
MAX_WAYS = 16

Way = tuple[Certificate, ...]  # from the judged one up


@dataclass(frozen=True, slots=True)
class Ways:
    """`anchored` end at a trusted certificate, `open` where no issuer was found.

    `not_judged`: an issuer was named whose kind of signature is not judged here.
    """

    anchored: tuple[Way, ...]
    open: tuple[Way, ...]
    not_judged: bool


def ways(
    certificate: Certificate, anchors: tuple[Certificate, ...], others: tuple[Certificate, ...]
) -> Ways:
    """`others` came with the file: they may stand between, and are trusted in nothing."""
    search = _Search(anchors, others)
    search.climb((certificate,))
    return Ways(tuple(search.anchored), tuple(search.open), search.not_judged)


def fits(issuer: Certificate, certificate: Certificate) -> bool:
    """The certificate names this issuer, by its key or by its name: where to look first."""
    named = certificate.issuer_key_id is not None and issuer.key_id == certificate.issuer_key_id
    return named or issuer.subject == certificate.issuer


class _Search:
    def __init__(self, anchors: tuple[Certificate, ...], others: tuple[Certificate, ...]) -> None:
        self.anchors, self.others = anchors, others
        self.trusted = {anchor.raw for anchor in anchors}
        self.anchored: list[Way] = []
        self.open: list[Way] = []
        self.not_judged = False
        self.checks = MAX_CHECKS
        self.known: dict[tuple[bytes, bytes], bool] = {}

    def climb(self, way: Way) -> None:
        if way[-1].raw in self.trusted:
            self.anchored.append(way)
            return
        issuers = self._issuers(way) if len(way) < MAX_DEPTH else []
        if not issuers:
            self.open.append(way)
        for issuer in issuers:
            if len(self.anchored) + len(self.open) < MAX_WAYS:
                self.climb((*way, issuer))

    def _issuers(self, way: Way) -> list[Certificate]:
        """Anchors may have any name; what came with the file must at least be named."""
        below = {each.raw for each in way}
        named = [each for each in (*self.anchors, *self.others) if fits(each, way[-1])]
        unnamed = [each for each in self.anchors if not fits(each, way[-1])]
        tried = {each.raw: each for each in (*named, *unnamed) if each.raw not in below}
        return [each for each in tried.values() if self._signed(each, way[-1])]

    def _signed(self, issuer: Certificate, certificate: Certificate) -> bool:
        pair = issuer.raw, certificate.raw
        if pair not in self.known:
            if self.checks <= 0:
                return False
            self.checks -= 1
            self.known[pair] = self._look(issuer, certificate)
        return self.known[pair]

    def _look(self, issuer: Certificate, certificate: Certificate) -> bool:
        algorithm, signature = certificate.algorithm, certificate.signature
        held = signed_by(issuer, algorithm, certificate.tbs, signature)
        self.not_judged |= held is None and fits(issuer, certificate)
        return bool(held)
