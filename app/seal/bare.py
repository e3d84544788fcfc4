"""Structures that come as files of their own: what they are, and DER out of what is around it."""

from base64 import b64decode
from binascii import Error

from app.codecs import der
from app.codecs.der import DerError

SES_SEAL, SES_SIGNATURE, SIGNED_DATA, CMS = "SES_Seal", "SES_Signature", "SignedData", "CMS"
BOM = b"\xef\xbb\xbf"
PEM_BEGIN, PEM_END, PEM_DASHES = b"-----BEGIN ", b"-----END ", b"-----"
BASE64_BEGIN = b"M"  # what a SEQUENCE begins with in base64
GM_NAMES = "1.2.156.10197."


def structure(data: bytes) -> bytes:
    """The DER itself: out of base64 or PEM text, without a mark before or empty bytes after it."""
    plain = data.removeprefix(BOM)
    text = plain.lstrip()
    if text.startswith((PEM_BEGIN, BASE64_BEGIN)):
        plain = _from_text(text)
    end = der.read_first(plain).end
    if plain[end:].strip(b"\0\r\n"):
        raise DerError("bytes after the end")
    return plain[:end]


def _from_text(text: bytes) -> bytes:
    if text.startswith(PEM_BEGIN):
        _, _, text = text[len(PEM_BEGIN) :].partition(PEM_DASHES)
        text = text.partition(PEM_END)[0]
    try:
        return b64decode(b"".join(text.split()).rstrip(b"\0"), validate=True)
    except Error as trouble:
        raise DerError("the text is not base64") from trouble


def kind(data: bytes) -> str:
    """What a DER structure is, by its first elements."""
    first = der.read(data).expect(der.SEQUENCE).items()[:1]
    if first and first[0].tag == der.OID:
        return SIGNED_DATA if der.as_oid(first[0]).startswith(GM_NAMES) else CMS
    inner = first[0].items()[:1] if first else ()
    if inner and inner[0].tag == der.INTEGER:
        return SES_SIGNATURE
    if inner and inner[0].tag == der.SEQUENCE:
        return SES_SEAL
    raise DerError("neither a seal nor a signature")
