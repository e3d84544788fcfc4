"""Which seals are set: of version 4, 5 where the hall's readers know it, never 1; by any list."""

import pytest

from app.codecs import der, sm2
from app.codecs.chain import sm3
from app.errors import Refused
from app.seal.certificates import SM2_WITH_SM3
from app.seal.checking import check_pdf
from app.seal.pdf_place import seal_pdf
from app.seal.pdf_scan import contents, find_ranges
from app.seal.signing import may_seal
from tests.seal.parts import NOW, YEAR, make_seal, openssl_agrees, tiny_pdf


def _refusal(seal: bytes, certificate: bytes) -> str:
    with pytest.raises(Refused) as refused:
        may_seal(seal, certificate, NOW)
    return refused.value.code


def test_a_seal_of_version_5_is_set_where_the_halls_readers_know_it(hall, tmp_path) -> None:
    seal = make_seal(hall.maker, hall.signer.der, version=5)
    assert _refusal(seal, hall.signer.der) == "seal.generation-not-chosen"
    may_seal(seal, hall.signer.der, NOW, newest=5)
    letter = seal_pdf(tiny_pdf(), seal=seal, signer=hall.signer, at=NOW, info="x")
    tbs, certificate, _, signature = der.read(contents(letter, find_ranges(letter)[0])).items()
    assert der.as_integer(tbs.items()[0]) == 5
    signer, signed = der.as_octets(certificate), der.as_bits(signature)
    assert openssl_agrees(signer, tbs.raw, signed, tmp_path)
    assert check_pdf(letter, anchors=hall.anchors, at=NOW).verdict == "good"


def _of_version_1(hall) -> bytes:
    """A seal after GM/T 0031-2014: two parts, times as UTCTime, another signed part."""
    _, _, about, picture = der.read(hall.seal).items()[0].items()
    kind, name = about.items()[:2]
    header = der.sequence(
        der.text("ES", der.IA5_STRING), der.integer(1), der.text("TEST", der.IA5_STRING)
    )
    times = [der.utc_time(at) for at in (NOW - YEAR, NOW - YEAR, NOW + YEAR)]
    listed = der.sequence(der.octets(hall.signer.der))
    about_ = der.sequence(kind.raw, name.raw, listed, *times)
    info = der.sequence(header, der.text("S1", der.IA5_STRING), about_, picture.raw)
    by = der.octets(hall.maker.der), der.oid(SM2_WITH_SM3)
    signature = der.bits(hall.maker.sign_message(der.sequence(info, *by)))
    return der.sequence(info, der.sequence(*by, signature))


def test_a_seal_of_version_1_is_never_set(hall) -> None:
    with pytest.raises(Refused) as refused:
        may_seal(_of_version_1(hall), hall.signer.der, NOW, newest=5)
    assert refused.value.code == "seal.generation"
    assert refused.value.facts["version"] == 1


def _listing_digest(hall, digest: bytes, version: int) -> bytes:
    """The hall's seal with one digest in place of its certificates."""
    plain = make_seal(hall.maker, hall.signer.der, version=version)
    info, maker, algorithm, _ = der.read(plain).items()
    header, number, about, picture = info.items()
    kind, name, _, _, *dates = about.items()
    entry = der.sequence(der.text("1.2.156.10197.1.401", der.PRINTABLE_STRING), der.octets(digest))
    listed = der.integer(2), der.sequence(entry)
    about_ = der.sequence(kind.raw, name.raw, *listed, *(date.raw for date in dates))
    info_ = der.sequence(header.raw, number.raw, about_, picture.raw)
    signature = der.bits(hall.maker.sign_message(info_))
    return der.sequence(info_, maker.raw, algorithm.raw, signature)


@pytest.mark.parametrize("version", [4, 5])
def test_a_renewed_certificate_that_a_list_of_digests_lacks_is_said_before_the_pin(
    hall, version: int
) -> None:
    old, renewed = hall.signer, hall.signer.certified_by(hall.root, serial=9)
    with_z = sm2.message_digest(old.party.public_key, old.der)
    for digest in (sm3(old.der), with_z):
        seal = _listing_digest(hall, digest, version)
        may_seal(seal, old.der, NOW, newest=5)
        with pytest.raises(Refused) as refused:
            may_seal(seal, renewed.der, NOW, newest=5)
        assert refused.value.code == "seal.must-be-made-anew"
