"""G07: r and s of awkward size, made to measure; what OpenSSL says of the signatures."""

import base64
import shutil
import subprocess

import pytest

from app.codecs import der, sm2
from hardware.simulators.seal_token import Content
from tests.hardware.sealing_parts import PIN, SM2_KEY, certificate, content, rig

K = 0x6CB28D99385C175C94F94E934817663FC176D925DD72B727260DBAAE1FB2F96F  # the standard's example
SHORT = 0x1234567890


class Fixed:
    """A key that gives the r and s it was made for."""

    def __init__(self, r, s):
        self.numbers = (r, s)

    def sign(self, digest):
        return self.numbers


def multiple(scalar):
    """scalar · G, by doubling and adding."""
    result, point = None, (sm2.GX, sm2.GY)
    while scalar:
        if scalar & 1:
            result = point if result is None else plus(result, point)
        point, scalar = plus(point, point), scalar >> 1
    return result


def plus(a, b):
    if a == b:
        slope = (3 * a[0] * a[0] + sm2.A) * pow(2 * a[1], -1, sm2.P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, sm2.P)
    x = (slope * slope - a[0] - b[0]) % sm2.P
    return x, (slope * (a[0] - x) - a[1]) % sm2.P


def made_to_measure(r, s):
    """Digest and public key under which exactly this r and s are right: both are free to choose."""
    digest = (r - multiple(K)[0]) % sm2.N
    d = (K - s) * pow(s + r, -1, sm2.N) % sm2.N
    x, y = multiple(d)
    return digest.to_bytes(32, "big"), b"\x04" + x.to_bytes(32, "big") + y.to_bytes(32, "big")


@pytest.mark.parametrize(
    ("r", "s"),
    [
        (sm2.N >> 9, sm2.N - 5),  # r with a leading zero byte
        (sm2.N - 7, SHORT),  # s below 2^240
        (SHORT, SHORT + 2),
        (sm2.N - 7, sm2.N - 5),  # both with the top bit set
        (0x7F << 240, 0x80 << 240),
        (1, 2),
    ],
)
def test_numbers_of_every_size_are_minimal_der(r, s):
    digest, public = made_to_measure(r, s)
    made = rig(Content("seal", certificate(public), Fixed(r, s)))
    with made.token.logged_in(PIN) as signer:
        signature = signer.sign(digest)
    numbers = [item.content for item in der.read(signature).items()]
    assert [int.from_bytes(each, "big") for each in numbers] == [r, s]
    for each in numbers:
        assert each[0] < 0x80
        assert each[0] or each[1] >= 0x80 or len(each) == 1


@pytest.mark.skipif(not shutil.which("openssl"), reason="the openssl command is not installed")
def test_openssl_takes_all_of_two_hundred_that_the_token_signed(tmp_path):
    made = rig(content())
    message = "告知承诺书".encode()
    (tmp_path / "m").write_bytes(message)
    with made.token.logged_in(PIN) as signer:
        tbs = der.read(signer.certificate()).items()[0].items()
        public = der.as_bits(tbs[6].items()[1])
        (tmp_path / "k").write_text(pem(public))
        for _ in range(200):
            (tmp_path / "s").write_bytes(signer.sign(sm2.message_digest(public, message)))
            assert "Verified OK" in openssl_says(tmp_path)


def pem(public):
    spki = base64.encodebytes(der.sequence(SM2_KEY, der.bits(public))).decode()
    return f"-----BEGIN PUBLIC KEY-----\n{spki}-----END PUBLIC KEY-----\n"


def openssl_says(folder):
    options = ["-sm3", "-sigopt", "distid:1234567812345678", "-verify", "k", "-signature", "s", "m"]
    return subprocess.run(
        ["openssl", "dgst", *options], cwd=folder, capture_output=True, text=True, check=False
    ).stdout
