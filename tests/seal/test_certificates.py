"""Certificates with the oddities met in the field, and the administrator's folder."""

import base64

import pytest

from app.codecs import der
from app.codecs.der import DerError
from app.seal.certificates import BASIC_CONSTRAINTS, KEY_USAGE, read_certificate
from app.seal.chains import Anchors, judge, read_anchors
from tests.seal.parts import NOW, Holder


def _with_extensions(holder: Holder, issuer: Holder, *entries: bytes) -> bytes:
    """The holder's certificate signed again with other extensions."""
    tbs, algorithm, _ = der.read(holder.der).items()
    kept = b"".join(item.raw for item in tbs.items()[:-1])
    changed = der.sequence(kept, der.write(der.context(3), der.sequence(*entries)))
    return der.sequence(changed, algorithm.raw, der.bits(issuer.sign_message(changed)))


def _entry(name: str, value: bytes, critical: bytes = b"") -> bytes:
    return der.sequence(der.oid(name), critical, der.octets(value))


def test_the_fields_are_read(hall) -> None:
    found = read_certificate(hall.signer.der)
    assert (found.name, found.serial, found.version) == ("Signer", 7, 3)
    assert found.usage == {0, 1}
    assert found.is_authority is False
    assert found.issuer_key_id == hall.root.party.key_id
    assert read_certificate(hall.root.der).is_authority is True


def test_an_explicit_false_and_an_unreadable_usage_are_no_failure(hall) -> None:
    data = _with_extensions(
        hall.signer,
        hall.root,
        _entry(BASIC_CONSTRAINTS, der.sequence(der.boolean(False))),
        _entry(KEY_USAGE, b"\x05\x00", der.boolean(True)),
    )
    found = read_certificate(data)
    assert (found.is_authority, found.usage, found.unreadable) == (False, None, (KEY_USAGE,))
    finding = judge(found, hall.anchors, NOW)
    assert (finding.result, finding.code) == ("good", "certificate.usage-unreadable")


def test_extensions_that_are_none_are_a_warning(hall) -> None:
    tbs, algorithm, _ = der.read(hall.signer.der).items()
    kept = b"".join(item.raw for item in tbs.items()[:-1])
    changed = der.sequence(kept, der.write(der.context(3), b"\x04\x01x"))
    data = der.sequence(changed, algorithm.raw, der.bits(hall.root.sign_message(changed)))
    assert judge(read_certificate(data), hall.anchors, NOW).code == "certificate.usage-unreadable"


def test_a_critical_extension_not_understood_is_cannot_tell(hall) -> None:
    data = _with_extensions(hall.signer, hall.root, _entry("1.2.3", b"\x05\0", der.boolean(True)))
    finding = judge(read_certificate(data), hall.anchors, NOW)
    assert (finding.result, finding.code) == ("cannot tell", "certificate.critical-extension")


def test_an_issuer_that_does_not_say_so_is_cannot_tell(hall) -> None:
    root = read_certificate(_with_extensions(hall.root, hall.root, _entry("1.2.3", b"\x05\0")))
    finding = judge(read_certificate(hall.signer.der), Anchors((root,)), NOW)
    assert (finding.result, finding.code) == ("cannot tell", "certificate.issuer-unclear")


def test_an_issuer_out_of_its_dates_is_bad(hall) -> None:
    root = hall.root.certified_by(hall.root, since=NOW.replace(year=2030), usage=(5,))
    anchors = Anchors((read_certificate(root.der),))
    assert judge(read_certificate(hall.signer.der), anchors, NOW).code == (
        "certificate.issuer-no-authority"
    )
    root = hall.root.certified_by(
        hall.root,
        since=NOW.replace(year=2025),
        until=NOW.replace(day=1),
        usage=(5,),
        authority=True,
    )
    anchors = Anchors((read_certificate(root.der),))
    assert judge(read_certificate(hall.signer.der), anchors, NOW).code == "certificate.issuer-dates"


@pytest.mark.parametrize("data", [b"", b"x", b"0\0", der.sequence(der.sequence(), b"", b"")])
def test_what_is_no_certificate_is_said(data) -> None:
    with pytest.raises(DerError):
        read_certificate(data)


def test_the_folder_is_read_in_every_form_and_the_rest_left_alone(hall, tmp_path) -> None:
    block = base64.encodebytes(hall.root.der).decode()
    pem = f"words before\n-----BEGIN CERTIFICATE-----\n{block}-----END CERTIFICATE-----\n"
    (tmp_path / "root.PEM").write_text(pem)
    (tmp_path / "maker.cer").write_bytes(hall.maker.der)
    (tmp_path / "broken.crt").write_bytes(b"broken")
    (tmp_path / "signer.txt").write_bytes(hall.signer.der)
    (tmp_path / "folder.der").mkdir()
    found = read_anchors(tmp_path)
    assert {c.name for c in found.certificates} == {"Root", "Maker"}
    assert found.unreadable == ("broken.crt", "folder.der")


def test_a_folder_that_is_not_there_holds_no_anchors(tmp_path) -> None:
    assert read_anchors(tmp_path / "none") == Anchors()
