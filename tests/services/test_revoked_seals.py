"""A signer whose certificate is on a revocation list of the trust folder seals nothing more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.errors import Refused
from app.seal.certificates import read_certificate
from app.seal.chains import read_anchors
from app.seal.revocation import read_list
from app.seal.structures import read_seal
from app.services.seal_registry import install_training
from tests.seal.blocks import authority, revocation_list, revoked, signing
from tests.seal.parts import make_seal
from tests.services.parts import AT, sealer
from tests.services.test_sealing import rows, sealed

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def root():
    return authority("Root")


@pytest.fixture
def own(hall, root, pki):
    """A token and a seal of a hall whose root issues revocation lists."""
    maker, signer = signing("Maker", root, serial=20), signing("Signer", root, serial=21)
    picture = read_seal(pki.seal.read_bytes()).picture
    seal = make_seal(maker, signer.der, picture=picture)
    anchors = replace(read_anchors(pki.trust), certificates=(read_certificate(root.der),))
    install_training(hall.office, seal)
    return sealer(signer.der, signer.private_key, seal, anchors)


def listed(own, root, *entries: bytes):
    lists = (read_list(revocation_list(root, *entries, made=AT - DAY)),)
    return replace(own.anchors, lists=lists)


def test_a_certificate_that_is_not_listed_seals(hall, own, root) -> None:
    done = sealed(hall, own, anchors=listed(own, root, revoked(99, AT - DAY)))
    assert done.report.verdict == "good"


def test_a_revoked_one_is_refused_before_the_pin_is_used(hall, own, root) -> None:
    before = own.device.tries_left()
    with pytest.raises(Refused) as refused:
        sealed(hall, own, anchors=listed(own, root, revoked(21, AT - DAY)), pin="000000")
    assert refused.value.code == "seal.certificate-bad"
    assert refused.value.facts["why"] == "certificate.revoked"
    assert (own.device.tries_left(), rows(hall)) == (before, [0, 0, 0, 0])


def test_a_seal_whose_maker_was_revoked_later_still_seals(hall, own, root) -> None:
    done = sealed(hall, own, anchors=listed(own, root, revoked(20, AT - DAY)))
    (report,) = done.report.signatures
    (maker,) = [step for step in report.steps if step.step == "maker-certificate"]
    assert (done.report.verdict, maker.code) == ("good", "certificate.revoked-later")
