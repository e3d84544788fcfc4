"""Time stamp tokens (RFC 3161, GM/T 0033): what is asked, what comes back, what is believed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.codecs import der
from app.codecs.der import DerError, Item
from app.seal import cms, cms_signer
from app.seal.chains import TIME_STAMPING, Anchors
from app.seal.chains import judge as judge_certificate
from app.seal.cms import SignedData
from app.seal.extensions import first
from app.seal.other_keys import digest
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding, decisive, in_china

STAMP_CONTENTS = frozenset(
    {"1.2.840.113549.1.9.16.1.4", "1.2.840.113549.1.7.1", "1.2.156.10197.6.1.4.2.1"}
)
MAX_HELD = 256 << 10  # bytes of a token in a file of others
MAX_NESTED = 4
CLOCK_SLIP = timedelta(minutes=10)
ZONE_SLIP = timedelta(hours=8)  # signers write China's time with a Z


@dataclass(frozen=True, slots=True)
class Token:
    """TSTInfo inside its SignedData; `at` within `accuracy`."""

    data: SignedData
    digest: str
    imprint: bytes
    at: datetime
    accuracy: timedelta
    nonce: int | None


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a time stamp says, and whether to believe it; `at` is None where it says nothing."""

    finding: Finding
    at: datetime | None = None


def judge(
    token: bytes,
    stamped: bytes,
    anchors: Anchors,
    at: datetime | None,
    imprint: bytes | None = None,
) -> Stamped:
    """A token over `stamped`; `at` is the time of checking, None leaves the future unjudged.

    `imprint`: the digest of something else that may be stamped and is not at hand.
    """
    try:
        found = read(token)
    except DerError as trouble:
        return Stamped(Finding(CANNOT_TELL, "time-stamp.unreadable", str(trouble)))
    same = cms_signer.OK if imprint and found.imprint == imprint else _imprint(found, stamped)
    findings = [same, *_signed(found, anchors), _future(found, at)]
    worst = decisive(findings)
    if worst.result != GOOD:
        return Stamped(worst, found.at)
    seconds = found.accuracy.total_seconds()
    said = f"stamped {in_china(found.at)}" + (f" ± {seconds:.10g} s" if seconds else "")
    return Stamped(Finding(GOOD, "time-stamp.proved", said), found.at)


def compared(stamped: Stamped, signed_at: datetime) -> Finding:
    """The time stamp's finding beside the time the signer gives: it cannot be the older one."""
    proved = stamped.at if stamped.finding.result == GOOD else None
    if proved and signed_at - proved > ZONE_SLIP + CLOCK_SLIP:
        return Finding(CANNOT_TELL, "time-stamp.before-signing", proved.isoformat())
    return stamped.finding


def _imprint(token: Token, stamped: bytes) -> Finding:
    expected = digest(token.digest, stamped)
    if expected is None:
        return Finding(CANNOT_TELL, "time-stamp.digest-unknown", token.digest)
    if expected != token.imprint:
        return Finding(BAD, "time-stamp.other-content")
    return cms_signer.OK


def _signed(token: Token, anchors: Anchors) -> list[Finding]:
    """The service's signature and certificate; the chain is judged at the time it stamped."""
    (signer,), content = token.data.signers, token.data.content or b""
    certificate, others = cms_signer.certificate_of(
        token.data, signer, anchors.certificates, content
    )
    if certificate is None:
        return [Finding(CANNOT_TELL, "signature.no-certificate")]
    return [
        cms_signer.signature(signer, certificate, content),
        cms_signer.content_type(token.data, signer),
        cms_signer.signed_content(signer, content, certificate.public_key),
        judge_certificate(certificate, anchors, token.at, others, TIME_STAMPING),
    ]


def _future(token: Token, at: datetime | None) -> Finding:
    if at is not None and token.at - at > CLOCK_SLIP:
        return Finding(CANNOT_TELL, "time-stamp.in-the-future", token.at.isoformat())
    return cms_signer.OK


def read(data: bytes) -> Token:
    """A token bare, in a BIT STRING, an OCTET STRING or a whole answer; DerError for the rest."""
    signed = cms.read(_unwrapped(data))
    if signed.content is None or signed.content_type not in STAMP_CONTENTS:
        raise DerError("no time stamp inside")
    if len(signed.signers) != 1:
        raise DerError("a time stamp has one signer")
    parts = _info(signed.content).expect(der.SEQUENCE).items(limit=10)
    if len(parts) < 5:
        raise DerError("a time stamp has five parts")
    _, _, imprint, _, moment, *rest = parts
    name, hashed = _pair(imprint)
    nonces = [der.as_integer(part) for part in rest if part.tag == der.INTEGER]
    return Token(
        data=signed,
        digest=der.as_oid(first(name.expect(der.SEQUENCE))),
        imprint=der.as_octets(hashed),
        at=der.as_moment(moment.expect(der.GENERALIZED_TIME)),
        accuracy=_accuracy(rest),
        nonce=nonces[0] if nonces else None,
    )


def _info(content: bytes) -> Item:
    """Makers who follow the older form have left out one wrapping: then the parts stand bare."""
    item = der.read_first(content)
    return der.read(content) if item.tag == der.SEQUENCE else der.read(der.sequence(content))


def _unwrapped(data: bytes) -> bytes:
    """The SignedData inside; what is wrapped more than a few times is no token."""
    for _ in range(MAX_NESTED):
        if len(data) > MAX_HELD:
            raise DerError("too large")
        item = der.read(data)
        match item.tag:
            case der.BIT_STRING:
                data = der.as_bits(item)
            case der.OCTET_STRING:
                data = item.content
            case _ if first(item).tag == der.SEQUENCE:  # an answer: its status, then the token
                data = _pair(item)[1].raw
            case _:
                return data
    raise DerError("wrapped too often")


def _pair(item: Item) -> tuple[Item, Item]:
    parts = item.expect(der.SEQUENCE).items(limit=4)
    if len(parts) != 2:
        raise DerError("two elements belong here")
    return parts[0], parts[1]


def _accuracy(rest: list[Item]) -> timedelta:
    """Seconds, thousandths and millionths, each optional."""
    block = next((part for part in rest if part.tag == der.SEQUENCE), None)
    units = {der.INTEGER: 1_000_000, 0x80: 1_000, 0x81: 1}
    parts = block.items(limit=3) if block else ()
    if any(part.tag not in units or len(part.content) > 4 for part in parts):
        raise DerError("accuracy not readable")
    millionths = sum(int.from_bytes(part.content, "big") * units[part.tag] for part in parts)
    return timedelta(microseconds=millionths)
