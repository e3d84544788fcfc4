"""A second implementation of ASN.1 reads what we write; OpenSSL confirms what was signed."""

import shutil
from typing import ClassVar

import pytest
from asn1crypto import core

from app.documents.pdf import compose
from app.seal.pdf_place import seal_pdf
from app.seal.training import make_training_pki
from app.services.drawing import picture_of
from resources.fonts import font_path
from tests.documents.letter import AT, facts
from tests.seal.parts import StoredSigner, openssl_agrees
from tests.seal.stranger.people import hall
from tests.seal.stranger.seals import Recipe


class Header(core.Sequence):
    _fields: ClassVar[list] = [
        ("id", core.IA5String),
        ("version", core.Integer),
        ("vid", core.IA5String),
    ]


class Certificates(core.SequenceOf):
    _child_spec = core.OctetString


class Property(core.Sequence):
    _fields: ClassVar[list] = [
        ("type", core.Integer),
        ("name", core.UTF8String),
        ("certListType", core.Integer),
        ("certList", Certificates),
        ("createDate", core.GeneralizedTime),
        ("validStart", core.GeneralizedTime),
        ("validEnd", core.GeneralizedTime),
    ]


class Picture(core.Sequence):
    _fields: ClassVar[list] = [
        ("type", core.IA5String),
        ("data", core.OctetString),
        ("width", core.Integer),
        ("height", core.Integer),
    ]


class SealInfo(core.Sequence):
    _fields: ClassVar[list] = [
        ("header", Header),
        ("esID", core.IA5String),
        ("property", Property),
        ("picture", Picture),
    ]


class Seal(core.Sequence):
    _fields: ClassVar[list] = [
        ("info", SealInfo),
        ("cert", core.OctetString),
        ("alg", core.ObjectIdentifier),
        ("signedValue", core.BitString),
    ]


class ToBeSigned(core.Sequence):
    _fields: ClassVar[list] = [
        ("version", core.Integer),
        ("eseal", Seal),
        ("timeInfo", core.GeneralizedTime),
        ("dataHash", core.BitString),
        ("propertyInfo", core.IA5String),
    ]


class Signature(core.Sequence):
    _fields: ClassVar[list] = [
        ("toSign", ToBeSigned),
        ("cert", core.OctetString),
        ("alg", core.ObjectIdentifier),
        ("signature", core.BitString),
    ]


@pytest.fixture(scope="module", params=[4, 5])
def letter(request, tmp_path_factory) -> tuple[int, bytes]:
    """A whole letter of the counter's, and the generation of its seal."""
    folder, font = tmp_path_factory.mktemp("hall"), font_path("NotoSerifSC-Bold.ttf")
    made = make_training_pki(folder, hall="训练区", at=AT, font=font, version=request.param)
    signer = StoredSigner(made.signer.read_bytes(), bytes.fromhex(made.signer_key.read_text()))
    seal = made.seal.read_bytes()
    page = compose(facts(), seal=picture_of(seal)).pdf
    return request.param, seal_pdf(page, seal=seal, signer=signer, at=AT, info="/ByteRange")


def _contents(pdf: bytes) -> bytes:
    digits = pdf[pdf.index(b"/Contents <") + 11 :]
    data = bytes.fromhex(digits[: digits.index(b">")].decode())
    end = 4 + int.from_bytes(data[2:4], "big")
    assert not data[end:].strip(b"\0")
    return data[:end]


def _octets(value: core.BitString) -> bytes:
    assert value.contents[0] == 0
    return value.contents[1:]


def test_another_implementation_reads_all_that_is_written(letter) -> None:
    generation, pdf = letter
    data = _contents(pdf)
    found = Signature.load(data, strict=True)
    told = found.native["toSign"]
    header = told["eseal"]["info"]["header"]
    assert (told["version"], header["id"], header["version"]) == (generation, "ES", generation)
    assert told["timeInfo"] == AT.replace(microsecond=0)
    assert found.dump(force=True) == data  # every byte of it, minimal


@pytest.mark.skipif(not shutil.which("openssl"), reason="OpenSSL is not installed")
def test_openssl_confirms_what_the_other_implementation_found(letter, tmp_path) -> None:
    found = Signature.load(_contents(letter[1]), strict=True)
    body, seal = found["toSign"], found["toSign"]["eseal"]
    value = found["cert"].native, body.dump(), _octets(found["signature"])
    assert openssl_agrees(*value, tmp_path)
    value = seal["cert"].native, seal["info"].dump(), _octets(seal["signedValue"])
    assert openssl_agrees(*value, tmp_path)


@pytest.mark.parametrize("generation", [4, 5])
def test_the_strangers_structures_are_read_by_it_too(generation: int) -> None:
    data = Recipe(hall(), generation).signature(b"x")
    assert Signature.load(data, strict=True).dump(force=True) == data
