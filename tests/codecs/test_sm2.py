"""SM2 verification against the standard's example, GmSSL and OpenSSL."""

import subprocess

import gmssl_pyx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.codecs import der, sm2
from app.codecs.der import DerError

# GB/T 32918.5, annex A: curve, key and signature of the worked example
KEY = bytes.fromhex(
    "04"
    "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
    "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"
)
Z = "B2E14C5C79C6DF5B85F4FE7ED8DB7A262B9DA7E07CCB0EA9F4747B8CCDA8A4F3"
E = "F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640"
R = 0xF5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
S = 0xB1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA
MESSAGE = b"message digest"


def test_the_standards_example_holds() -> None:
    assert sm2.z_value(KEY).hex().upper() == Z
    assert sm2.message_digest(KEY, MESSAGE).hex().upper() == E
    assert sm2.verify_digest(KEY, bytes.fromhex(E), R, S)
    assert sm2.verify(KEY, MESSAGE, sm2.write_signature(R, S))
    assert sm2.verify(KEY, MESSAGE, R.to_bytes(32, "big") + S.to_bytes(32, "big"))


@pytest.mark.parametrize(
    ("r", "s"),
    [
        (0, S),
        (R, 0),
        (0, 0),
        (sm2.N, S),
        (R, sm2.N),
        (R + sm2.N, S),
        (S, R),
        (R, sm2.N - R),
        (-R, S),
    ],
)
def test_numbers_out_of_range_are_no_signature(r: int, s: int) -> None:
    assert not sm2.verify_digest(KEY, bytes.fromhex(E), r, s)


@pytest.mark.parametrize(
    "key", [b"", KEY[1:], b"\x02" + KEY[1:], KEY[:-1] + b"\0", b"\x04" + b"\xff" * 64]
)
def test_what_is_no_point_is_no_key(key: bytes) -> None:
    assert not sm2.is_key(key)
    assert not sm2.verify(key, MESSAGE, sm2.write_signature(R, S))


@pytest.mark.parametrize("signature", [b"", b"\x30\x00", b"0" * 63, b"0" * 65, b"\x30\x80\x02"])
def test_other_shapes_are_no_signature(signature: bytes) -> None:
    with pytest.raises(DerError):
        sm2.read_signature(signature)
    assert not sm2.verify(KEY, MESSAGE, signature)


def test_numbers_are_read_with_and_without_their_zeros() -> None:
    long = der.sequence(
        der.write(der.INTEGER, b"\0\0" + R.to_bytes(32, "big")),
        der.write(der.INTEGER, S.to_bytes(32, "big")),
    )
    assert sm2.read_signature(long) == (R, S)


@given(st.integers(1, sm2.N - 1), st.integers(1, sm2.N - 1))
def test_a_signature_is_written_minimal(r: int, s: int) -> None:
    written = sm2.write_signature(r, s)
    assert sm2.read_signature(written) == (r, s)
    for item in der.read(written).items():
        assert len(item.content) == 1 or item.content[0] or item.content[1] & 0x80


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 511))
def test_gmssl_agrees(message: bytes, bit: int) -> None:
    public_key, private_key = gmssl_pyx.sm2_key_generate()
    signature = gmssl_pyx.sm2_sign(private_key, public_key, message)
    key = b"\x04" + public_key
    assert sm2.verify(key, message, signature)
    assert not sm2.verify(key, message + b"\0", signature)
    r, s = sm2.read_signature(signature)
    changed = (r << 256 | s) ^ 1 << bit
    e = sm2.message_digest(key, message)
    assert not sm2.verify_digest(key, e, changed >> 256, changed & (1 << 256) - 1)


def test_openssl_agrees_both_ways(tmp_path) -> None:
    def openssl(*words: str) -> bytes:
        return subprocess.run(
            ["openssl", *words], cwd=tmp_path, capture_output=True, check=True
        ).stdout

    openssl("genpkey", "-algorithm", "SM2", "-out", "key.pem")
    spki = openssl("pkey", "-in", "key.pem", "-pubout", "-outform", "DER")
    key = der.as_bits(der.read(spki).items()[1])
    (tmp_path / "m").write_bytes(MESSAGE)
    signing = ("pkeyutl", "-sign", "-inkey", "key.pem", "-rawin", "-digest", "sm3", "-in", "m")
    for _ in range(5):
        signature = openssl(*signing, "-pkeyopt", "distid:1234567812345678")
        assert sm2.verify(key, MESSAGE, signature)
        assert not sm2.verify(key, b"another", signature)
    assert not sm2.verify(key, MESSAGE, openssl(*signing))  # without the ID


@pytest.mark.parametrize("scalar", [1, 2, 3, 15, 16, 31, 63, 64, 65, sm2.N - 1, sm2.N - 2])
def test_both_ways_to_a_multiple_of_the_base_point_meet(scalar: int) -> None:
    base = b"\x04" + sm2.GX.to_bytes(32, "big") + sm2.GY.to_bytes(32, "big")
    one, other = sm2._joint(scalar, 0, base), sm2._joint(0, scalar, base)
    assert sm2._affine(one) == sm2._affine(other)


def test_a_point_and_its_opposite_cancel() -> None:
    base = b"\x04" + sm2.GX.to_bytes(32, "big") + sm2.GY.to_bytes(32, "big")
    assert sm2._joint(5, sm2.N - 5, base)[2] == 0
    assert not sm2.verify_digest(base, bytes(32), 5, sm2.N - 5)
