"""Revocation lists: whose they are, what they say, how large they may be, what is not believed."""

import base64
import subprocess
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from asn1crypto import crl
from hypothesis import given
from hypothesis import strategies as st

from app.codecs.der import DerError
from app.seal.certificates import read_certificate
from app.seal.chains import Anchors, judge, read_anchors
from app.seal.revocation import entry_of, read_list
from tests.seal.blocks import authority, extension, revocation_list, revoked, seq, signing, tlv
from tests.seal.parts import NOW, YEAR, Holder

DAY = timedelta(days=1)
SERIAL = 0x7001020304


@pytest.fixture(scope="module")
def root() -> Holder:
    return authority("Root")


@pytest.fixture(scope="module")
def leaf(root) -> Holder:
    return signing("Leaf", root, serial=SERIAL)


def judged(leaf: Holder, root: Holder, *lists: bytes, others: tuple[Holder, ...] = (), at=NOW):
    anchors = Anchors((read_certificate(root.der),), lists=tuple(map(read_list, lists)))
    between = tuple(read_certificate(each.der) for each in others)
    return judge(read_certificate(leaf.der), anchors, at, between)


def reason(code: int) -> bytes:
    return extension("2.5.29.21", tlv(0x0A, bytes((code,))))


def test_without_a_list_it_is_said_that_none_was_looked_into(leaf, root) -> None:
    found = judged(leaf, root)
    assert (found.result, found.code) == ("good", "ok")
    assert "revocation not looked up" in found.detail


def test_revoked_before_the_signature_is_bad_with_day_and_reason(leaf, root) -> None:
    data = revocation_list(root, revoked(5, NOW), revoked(SERIAL, NOW - DAY, reason(1)))
    found = judged(leaf, root, data)
    assert (found.result, found.code) == ("bad", "certificate.revoked")
    assert (NOW - DAY).date().isoformat() in found.detail
    assert "key compromised" in found.detail


def test_revoked_at_the_very_second_is_bad(leaf, root) -> None:
    assert judged(leaf, root, revocation_list(root, revoked(SERIAL, NOW))).result == "bad"


def test_revoked_later_is_a_remark(leaf, root) -> None:
    data = revocation_list(root, revoked(SERIAL, NOW + DAY, reason(4)), made=NOW + 2 * DAY)
    found = judged(leaf, root, data)
    assert (found.result, found.code) == ("good", "certificate.revoked-later")
    assert "superseded" in found.detail


def test_the_day_the_key_was_lost_counts(leaf, root) -> None:
    lost = extension("2.5.29.24", tlv(0x18, b"20261101000000Z"))
    data = revocation_list(root, revoked(SERIAL, NOW + DAY, lost), made=NOW + 2 * DAY)
    assert judged(leaf, root, data).code == "certificate.revoked"


def test_a_list_of_its_time_that_does_not_name_it_is_said(leaf, root) -> None:
    found = judged(leaf, root, revocation_list(root, revoked(SERIAL + 1, NOW - DAY)))
    assert (found.result, found.code) == ("good", "ok")
    assert "not revoked by the list of" in found.detail


def test_an_empty_list_and_a_later_one_cover_the_time(leaf, root) -> None:
    for data in (revocation_list(root), revocation_list(root, made=NOW + DAY, next=None)):
        assert judged(leaf, root, data).code == "ok"


@pytest.mark.parametrize(
    "facts",
    [
        {"made": NOW - 40 * DAY, "next": NOW - DAY},
        {"made": NOW - DAY, "next": None},
        {"made": NOW + YEAR + DAY, "next": NOW + 2 * YEAR},  # it may have dropped what had ended
    ],
)
def test_a_list_of_another_time_is_a_remark(leaf, root, facts) -> None:
    found = judged(leaf, root, revocation_list(root, **facts))
    assert (found.result, found.code) == ("good", "revocation.outdated")


def test_an_outdated_list_that_names_it_is_still_bad(leaf, root) -> None:
    data = revocation_list(root, revoked(SERIAL, NOW - 2 * DAY), made=NOW - DAY, next=None)
    assert judged(leaf, root, data).code == "certificate.revoked"


def test_a_list_that_its_issuer_did_not_sign_is_not_used(leaf, root) -> None:
    forger = Holder(root.party, Holder.new("Forger").private_key)
    data = revocation_list(forger, revoked(SERIAL, NOW - DAY))
    found = judged(leaf, root, data)
    assert (found.result, found.code) == ("good", "revocation.list-not-used")


def test_another_issuers_list_says_nothing_of_it(leaf, root) -> None:
    other = authority("Other")
    anchors = Anchors(
        (read_certificate(root.der), read_certificate(other.der)),
        lists=(read_list(revocation_list(other, revoked(SERIAL, NOW - DAY))),),
    )
    found = judge(read_certificate(leaf.der), anchors, NOW)
    assert (found.result, found.code) == ("good", "ok")
    assert "revocation not looked up" in found.detail


def test_an_issuer_that_may_not_sign_lists_is_not_believed(hall) -> None:
    """The root of these tests says it signs certificates, not lists."""
    lists = (read_list(revocation_list(hall.root, revoked(7, NOW - DAY))),)
    found = judge(read_certificate(hall.signer.der), replace(hall.anchors, lists=lists), NOW)
    assert (found.result, found.code) == ("good", "revocation.list-not-used")


def test_a_revoked_intermediate_is_bad(root) -> None:
    middle = authority("Middle", root)
    leaf = signing("Leaf", middle, serial=9)
    data = revocation_list(root, revoked(7, NOW - DAY, reason(2)))
    found = judged(leaf, root, data, others=(middle,))
    assert (found.result, found.code) == ("bad", "certificate.revoked")
    assert "Middle" in found.detail


DELTA = extension("2.5.29.27", b"\2\1\1", critical=True)
INDIRECT = extension("2.5.29.28", seq(tlv(0x84, b"\xff")), critical=True)
UNKNOWN = extension("1.2.3.4", b"\5\0", critical=True)
PARTITION = extension("2.5.29.28", seq(tlv(0x81, b"\xff")), critical=True)


@pytest.mark.parametrize("odd", [DELTA, INDIRECT, UNKNOWN])
def test_a_list_with_conditions_not_understood_is_not_used_and_that_is_said(
    leaf, root, odd
) -> None:
    data = revocation_list(root, revoked(SERIAL, NOW - DAY), extensions=(odd,))
    found = judged(leaf, root, data)
    assert (found.result, found.code) == ("good", "revocation.list-not-used")


def test_a_list_of_some_certificates_proves_what_it_names_and_nothing_else(leaf, root) -> None:
    named = revocation_list(root, revoked(SERIAL, NOW - DAY), extensions=(PARTITION,))
    assert judged(leaf, root, named).code == "certificate.revoked"
    silent = revocation_list(root, revoked(SERIAL + 1, NOW - DAY), extensions=(PARTITION,))
    assert judged(leaf, root, silent).code == "revocation.partial"


def test_what_was_taken_off_hold_is_not_revoked(leaf, root) -> None:
    data = revocation_list(root, revoked(SERIAL, NOW - DAY, reason(8)))
    assert judged(leaf, root, data).code == "ok"


def test_broken_entries_are_not_used(leaf, root) -> None:
    data = revocation_list(root, revoked(SERIAL, NOW - DAY)[:-4] + b"\xff\xff\xff\xff")
    assert judged(leaf, root, data).code == "revocation.list-not-used"


@pytest.mark.parametrize("serial", [0, 1, 127, 128, 255, -1, 1 << 159, SERIAL])
def test_every_number_is_found_as_it_was_written(root, serial) -> None:
    others = [revoked(number, NOW) for number in (2, 300, 1 << 100)]
    found = read_list(revocation_list(root, *others, revoked(serial, NOW - DAY)))
    entry = entry_of(found, serial)
    assert entry is not None
    assert entry.since == NOW - DAY
    assert entry_of(found, serial + 77) is None


def test_a_number_with_leading_zeros_is_found(root) -> None:
    odd = seq(b"\2\4\0\0\x12\x34", tlv(0x18, b"20261101000000Z"))
    assert entry_of(read_list(revocation_list(root, odd)), 0x1234) is not None


def test_half_a_million_entries_are_looked_into_at_once(root) -> None:
    many = b"".join(
        seq(b"\2\4", n.to_bytes(4, "big"), b"\x17\x0d261101000000Z")
        for n in range(0x10000000, 0x10000000 + 500_000)
    )
    data = revocation_list(root, many)
    began = time.process_time()
    found = read_list(data)
    assert entry_of(found, 0x10000000 + 499_999) is not None
    assert entry_of(found, 0x77777777) is None
    assert time.process_time() - began < 2


def test_a_list_beyond_the_bound_is_not_read(root) -> None:
    with pytest.raises(DerError):
        read_list(revocation_list(root, b"0\0" * (9 << 20)))
    endless = read_list(revocation_list(root, b"0\3\2\1\7" * 1_000_001))
    with pytest.raises(DerError):
        entry_of(endless, 0x0730)


@given(st.binary(max_size=200))
def test_rubbish_is_no_list(data) -> None:
    with pytest.raises(DerError):
        read_list(data)


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=3))
def test_a_changed_list_is_read_or_refused(root, place, patch) -> None:
    data = revocation_list(root, revoked(SERIAL, NOW - DAY, reason(1)), extensions=(PARTITION,))
    place %= len(data)
    try:
        found = read_list(data[:place] + patch + data[place + len(patch) :])
        entry_of(found, SERIAL)
    except DerError:
        return


# --- files ---


def test_lists_are_read_from_the_trust_folder_in_every_form(tmp_path, leaf, root) -> None:
    data = revocation_list(root, revoked(SERIAL, NOW - DAY))
    block = base64.encodebytes(data).decode()
    (tmp_path / "root.cer").write_bytes(root.der)
    (tmp_path / "a.CRL").write_text(f"-----BEGIN X509 CRL-----\n{block}-----END X509 CRL-----\n")
    (tmp_path / "b.crl").write_bytes(data)
    (tmp_path / "broken.crl").write_bytes(b"broken")
    anchors = read_anchors(tmp_path)
    assert (len(anchors.certificates), len(anchors.lists)) == (1, 1)
    assert anchors.unreadable == ("broken.crl",)
    assert judge(read_certificate(leaf.der), anchors, NOW).code == "certificate.revoked"


def test_more_lists_than_are_held_are_named(tmp_path, root, monkeypatch) -> None:
    monkeypatch.setattr("app.seal.chains.MAX_LISTS", 1)
    (tmp_path / "a.crl").write_bytes(revocation_list(root))
    (tmp_path / "b.crl").write_bytes(revocation_list(root, made=NOW - DAY))
    anchors = read_anchors(tmp_path)
    assert (len(anchors.lists), anchors.unreadable) == (1, ("b.crl",))


# --- second opinions ---


def test_our_lists_are_lists_to_others(tmp_path, root) -> None:
    data = revocation_list(root, revoked(SERIAL, NOW - DAY, reason(1)), extensions=(PARTITION,))
    (entry,) = crl.CertificateList.load(data)["tbs_cert_list"]["revoked_certificates"]
    assert entry["user_certificate"].native == SERIAL
    (tmp_path / "l").write_bytes(data)
    command = ["openssl", "crl", "-inform", "DER", "-in", "l", "-noout", "-text"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "Key Compromise" in said


CA = """
[ca]
default_ca = here
[here]
database = index
default_md = sha256
default_crl_days = 30
certificate = c
private_key = k
unique_subject = no
[req]
distinguished_name = name
prompt = no
[name]
CN = R
"""


def test_a_list_made_by_openssl_is_judged_as_openssl_does(tmp_path) -> None:
    def openssl(*command: str) -> int:
        return subprocess.run(["openssl", *command], cwd=tmp_path, capture_output=True).returncode

    (tmp_path / "conf").write_text(CA)
    (tmp_path / "index").write_text("")
    fresh = ["-config", "conf", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    assert openssl("req", "-x509", *fresh, "-keyout", "k", "-out", "c") == 0
    assert openssl("req", *fresh, "-subj", "/CN=L", "-keyout", "lk", "-out", "r") == 0
    above = ["-CA", "c", "-CAkey", "k", "-set_serial", "0x1234567890AB", "-days", "20"]
    assert openssl("x509", "-req", "-in", "r", *above, "-out", "l") == 0
    for act in ([], ["-revoke", "l", "-crl_reason", "keyCompromise"]):
        if act:
            assert openssl("ca", "-config", "conf", *act) == 0
        assert openssl("ca", "-config", "conf", "-gencrl", "-out", "l.crl") == 0
        assert openssl("crl", "-in", "l.crl", "-outform", "DER", "-out", "d.crl") == 0
        good = openssl("verify", "-crl_check", "-CAfile", "c", "-CRLfile", "l.crl", "l") == 0
        for name in ("l", "c"):
            assert openssl("x509", "-in", name, "-outform", "DER", "-out", f"{name}.der") == 0
        leaf, root = (read_certificate((tmp_path / f"{n}.der").read_bytes()) for n in ("l", "c"))
        lists = (read_list((tmp_path / "d.crl").read_bytes()),)
        at = lists[0].made + timedelta(seconds=1)
        found = judge(leaf, Anchors((root,), lists=lists), at)
        assert (found.code == "ok") == good
        assert found.code == ("certificate.revoked" if act else "ok")


@pytest.mark.parametrize(
    "data",
    [
        seq(),
        seq(seq(), seq(), b"\3\1\0"),
        seq(seq(*[b"\2\1\1"] * 3), seq(), b"\3\1\0"),
    ],
)
def test_what_is_not_built_as_a_list_is_said(data) -> None:
    with pytest.raises(DerError):
        read_list(data)


@pytest.mark.parametrize(
    "entry", [seq(b"\2\1\x55"), seq(b"\4\1\x55", b"\5\0"), b"\x31\3\2\1\x55", b"\x30\x83\x55"]
)
def test_an_entry_that_is_none_makes_the_list_useless(root, entry) -> None:
    found = read_list(revocation_list(root, entry))
    with pytest.raises(DerError):
        entry_of(found, 0x55)


def test_a_long_entry_is_read_too(root) -> None:
    long = revoked(0x1234, NOW, extension("1.2.3", tlv(0x0C, b"x" * 200)))
    found = read_list(revocation_list(root, revoked(1, NOW), long))
    assert entry_of(found, 0x1234) is not None
