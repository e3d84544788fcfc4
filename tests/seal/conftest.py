"""A root, a maker, a signer and a seal with throw-away keys; a tiny letter sealed with them."""

from dataclasses import dataclass

import pytest

from app.seal.certificates import KEY_CERT_SIGN, read_certificate
from app.seal.chains import Anchors
from app.seal.pdf_place import seal_pdf
from tests.seal.parts import NOW, Holder, make_seal, tiny_pdf


@dataclass(frozen=True, slots=True)
class Hall:
    root: Holder
    maker: Holder
    signer: Holder
    seal: bytes
    anchors: Anchors


@pytest.fixture(scope="session")
def hall() -> Hall:
    root = Holder.new("Root")
    root = root.certified_by(root, usage=(KEY_CERT_SIGN,), authority=True)
    maker = Holder.new("Maker").certified_by(root)
    signer = Holder.new("Signer").certified_by(root)
    seal = make_seal(maker, signer.der)
    return Hall(root, maker, signer, seal, Anchors((read_certificate(root.der),)))


@pytest.fixture(scope="session")
def sealed(hall: Hall) -> bytes:
    return seal_pdf(tiny_pdf(), seal=hall.seal, signer=hall.signer, at=NOW, info="/ByteRange")
