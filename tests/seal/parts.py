"""What the seal tests are made of: a tiny PDF, a signer with its key at hand, OpenSSL by hand."""

import subprocess
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import gmssl_pyx

from app.clock import CHINA
from app.codecs import sm2
from app.seal.certificates import DIGITAL_SIGNATURE, NON_REPUDIATION
from app.seal.structures import Picture
from app.seal.writing import write_seal, write_seal_info
from app.seal.x509 import Party, write_certificate

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=CHINA)
YEAR = timedelta(days=365)
DOT = Picture("png", b"not drawn in these tests", 42, 42)


@dataclass(frozen=True, slots=True)
class Holder:
    """A key pair and who it belongs to; signs like a token that is logged in."""

    party: Party
    private_key: bytes
    der: bytes = b""

    @classmethod
    def new(cls, name: str) -> "Holder":
        public_key, private_key = gmssl_pyx.sm2_key_generate()
        return cls(Party(name, "训练单位", b"\x04" + public_key), private_key)

    def certificate(self) -> bytes:
        return self.der

    def sign(self, digest: bytes) -> bytes:
        return gmssl_pyx.sm2_sign_sm3_digest(self.private_key, digest)

    def sign_message(self, message: bytes) -> bytes:
        return self.sign(sm2.message_digest(self.party.public_key, message))

    def certified_by(self, issuer: "Holder", **changes) -> "Holder":
        facts = {
            "serial": 7,
            "since": NOW - YEAR,
            "until": NOW + YEAR,
            "usage": (DIGITAL_SIGNATURE, NON_REPUDIATION),
            **changes,
        }
        der = write_certificate(self.party, issuer.party, issuer.sign_message, **facts)
        return Holder(self.party, self.private_key, der)


@dataclass(frozen=True, slots=True)
class StoredSigner:
    """The training signer, its key read from the training folder."""

    der: bytes
    private_key: bytes

    def certificate(self) -> bytes:
        return self.der

    def sign(self, digest: bytes) -> bytes:
        return gmssl_pyx.sm2_sign_sm3_digest(self.private_key, digest)


def make_seal(maker: Holder, *listed: bytes, **changes) -> bytes:
    facts = {
        "maker": "TEST",
        "seal_id": "S1",
        "kind": 5,
        "name": "训练专用章",
        "certificates": listed,
        "created": NOW - timedelta(days=30),
        "valid_from": NOW - timedelta(days=30),
        "valid_until": NOW + timedelta(days=300),
        "picture": DOT,
        **changes,
    }
    info = write_seal_info(**facts)
    return write_seal(info, maker.der, maker.sign_message(info))


def tiny_pdf() -> bytes:
    """A whole one-page PDF with the places for a signature, as app/documents leaves them."""
    zeros = b"0" * 131072
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/SigFlags 3>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>",
        b"<</Type/Annot/Subtype/Widget/FT/Sig/T(Seal)/F 132/Rect[0 0 0 0]/P 3 0 R/V 5 0 R>>",
        b"<</Type /Sig /Filter /GM.PKILite /SubFilter /GM.sm2seal\n"
        b"/ByteRange [0 0000000000 0000000000 0000000000]\n/Contents <" + zeros + b">>>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


def openssl_agrees(certificate: bytes, message: bytes, signature: bytes, folder: Path) -> bool:
    """OpenSSL's own opinion of an SM2 signature, with the usual ID."""
    files = {"c.der": certificate, "m": message, "s": signature}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    key = subprocess.run(
        ["openssl", "x509", "-inform", "DER", "-in", "c.der", "-pubkey", "-noout"],
        cwd=folder,
        capture_output=True,
        check=True,
    ).stdout
    (folder / "key.pem").write_bytes(key)
    command = [
        "openssl",
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        "key.pem",
        "-rawin",
        "-digest",
        "sm3",
    ]
    options = ["-in", "m", "-sigfile", "s", "-pkeyopt", "distid:1234567812345678"]
    done = subprocess.run([*command, *options], cwd=folder, capture_output=True)
    return done.returncode == 0
