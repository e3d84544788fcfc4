"""Asking for a time stamp: only a SM3 digest goes out, and no answer is believed unchecked."""

from datetime import datetime

from app.codecs import der
from app.codecs.chain import sm3
from app.codecs.der import DerError
from app.errors import Unavailable
from app.seal.chains import Anchors
from app.seal.extensions import first
from app.seal.other_keys import SM3
from app.seal.report import GOOD
from app.seal.time_stamp import judge, read

GRANTED = (0, 1)  # PKIStatus: granted, granted with changes
MAX_TOKEN = 10 << 10  # bytes; usual ones have 2 to 6 KiB, and the sealed file keeps room for it
MAX_ANSWER = MAX_TOKEN + 1024


def request(stamped: bytes, nonce: int) -> bytes:
    """TimeStampReq over the SM3 of `stamped`, asking for the service's certificate."""
    algorithm = der.sequence(der.oid(SM3), der.write(der.NULL))
    imprint = der.sequence(algorithm, der.octets(sm3(stamped)))
    return der.sequence(der.integer(1), imprint, der.integer(nonce), der.boolean(True))


def token_in(answer: bytes, *, stamped: bytes, nonce: int, anchors: Anchors, at: datetime) -> bytes:
    """The token of a TimeStampResp that holds for `stamped`; Unavailable says what is wrong."""
    try:
        token = _granted(answer)
        answered = read(token).nonce
    except DerError:
        raise Unavailable("time-stamp.no-answer") from None
    if answered != nonce:
        raise Unavailable("time-stamp.other-question")
    found = judge(token, stamped, anchors, at).finding
    if found.result != GOOD:
        raise Unavailable("time-stamp.not-believed", why=found.code)
    return token


def _granted(answer: bytes) -> bytes:
    parts = der.read(answer).expect(der.SEQUENCE).items(limit=2)
    status = der.as_integer(first(parts[0].expect(der.SEQUENCE))) if parts else -1
    if status not in GRANTED or len(parts) != 2:
        raise Unavailable("time-stamp.declined", status=status)
    if len(parts[1].raw) > MAX_TOKEN:
        raise DerError("too large")
    return parts[1].raw
