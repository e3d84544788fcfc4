"""A certificate's way to an anchor: over intermediates, within their limits, as OpenSSL sees it."""

import base64
import subprocess
from datetime import timedelta
from itertools import pairwise

import pytest

from app.seal.certificates import read_certificate
from app.seal.chains import TIME_STAMPING, Anchors, judge
from app.seal.paths import MAX_DEPTH
from tests.seal import blocks
from tests.seal.blocks import authority, certified, signing
from tests.seal.parts import NOW, YEAR, Holder


def trusted(*holders: Holder) -> Anchors:
    return Anchors(tuple(read_certificate(each.der) for each in holders))


def judged(leaf: Holder, anchors: Anchors, *between: Holder, at=NOW, purpose=""):
    others = tuple(read_certificate(each.der) for each in between)
    found = judge(read_certificate(leaf.der), anchors, at, others, purpose)
    return found.result, found.code


def openssl_accepts(folder, *way: Holder) -> bool:
    """Each link by itself: OpenSSL 3.0 knows the usual ID for the lowest certificate only."""
    at = str(int(NOW.timestamp()))
    options = ["-vfyopt", "distid:1234567812345678", "-attime", at, "-partial_chain"]
    answers = []
    for link in pairwise(way):
        for name, holder in zip(("low", "high"), link, strict=True):
            block = base64.encodebytes(holder.der).decode()
            pem = f"-----BEGIN CERTIFICATE-----\n{block}-----END CERTIFICATE-----\n"
            (folder / name).write_text(pem)
        command = ["openssl", "verify", *options, "-CAfile", "high", "low"]
        answers.append(subprocess.run(command, cwd=folder, capture_output=True).returncode)
    return not any(answers)


@pytest.fixture(scope="module")
def root() -> Holder:
    return authority("Root")


@pytest.fixture(scope="module")
def middle(root) -> Holder:
    return authority("Middle", root)


@pytest.fixture(scope="module")
def leaf(middle) -> Holder:
    return signing("Leaf", middle)


def test_a_way_over_an_intermediate_is_good(tmp_path, root, middle, leaf) -> None:
    assert judged(leaf, trusted(root), middle) == ("good", "ok")
    assert openssl_accepts(tmp_path, leaf, middle, root)


def test_without_the_intermediate_something_is_missing(root, middle, leaf) -> None:
    assert judged(leaf, trusted(root)) == ("cannot tell", "certificate.no-anchor")
    assert judged(leaf, trusted(middle)) == ("good", "ok")


def test_what_came_with_the_file_is_trusted_in_nothing(root, middle, leaf) -> None:
    assert judged(leaf, Anchors(), middle, root) == ("cannot tell", "certificate.no-anchor")


def test_an_intermediate_of_the_same_name_with_another_key_leads_nowhere(root, leaf) -> None:
    other = authority("Middle", root)
    assert judged(leaf, trusted(root), other) == ("cannot tell", "certificate.no-anchor")


def test_a_holder_of_a_signing_certificate_issues_none(tmp_path, root) -> None:
    person = signing("Person", root)
    forged = signing("Forged", person)
    expected = ("bad", "certificate.issuer-no-authority")
    assert judged(forged, trusted(root), person) == expected
    assert not openssl_accepts(tmp_path, forged, person, root)


def test_an_issuer_for_certificates_without_the_mark_of_an_authority_is_unclear(root) -> None:
    unclear = certified(Holder.new("Unclear"), root, blocks.usage(blocks.FOR_AUTHORITY))
    leaf = signing("Leaf", unclear)
    assert judged(leaf, trusted(root), unclear) == ("cannot tell", "certificate.issuer-unclear")


def test_more_authorities_than_allowed_below_one_are_bad(root) -> None:
    last = authority("Last", root, below=0)
    below = authority("Below", last)
    leaf = signing("Leaf", below)
    assert judged(signing("Fine", last), trusted(root), last) == ("good", "ok")
    assert judged(leaf, trusted(root), last, below) == ("bad", "certificate.path-too-long")


def test_an_intermediate_out_of_its_dates_is_bad(tmp_path, root) -> None:
    holder = Holder.new("Old")
    marks = (
        blocks.basic(authority=True),
        blocks.usage(blocks.FOR_AUTHORITY),
        blocks.key_ids(holder, root),
    )
    old = certified(holder, root, *marks, until=NOW - timedelta(days=1))
    leaf = signing("Leaf", old)
    assert judged(leaf, trusted(root), old) == ("bad", "certificate.issuer-dates")
    assert judged(leaf, trusted(root), old, at=NOW - timedelta(days=2)) == ("good", "ok")
    assert not openssl_accepts(tmp_path, leaf, old, root)


def test_an_issuer_renewed_with_the_same_key_makes_the_way_good(root, middle, leaf) -> None:
    marks = (
        blocks.basic(authority=True),
        blocks.usage(blocks.FOR_AUTHORITY),
        blocks.key_ids(middle, root),
    )
    ended = certified(middle, root, *marks, until=NOW - timedelta(days=1))
    assert judged(leaf, trusted(root), ended, middle) == ("good", "ok")


def test_a_copy_of_an_anchors_key_does_not_soften_what_is_bad(root, leaf, middle) -> None:
    """Somebody wraps the key of an expired issuer anew; without an anchor above it says nothing."""
    ended = certified(middle, root, blocks.basic(authority=True), until=NOW - timedelta(days=1))
    stranger = authority("Stranger")
    wrapped = certified(middle, stranger, blocks.basic(authority=True))
    found = judged(leaf, trusted(root), wrapped, ended)
    assert found == ("bad", "certificate.issuer-dates")


def test_a_critical_condition_of_an_intermediate_is_cannot_tell(root) -> None:
    odd = certified(
        Holder.new("Odd"),
        root,
        blocks.basic(authority=True),
        blocks.extension("2.5.29.30", blocks.seq(), critical=True),
    )
    leaf = signing("Leaf", odd)
    expected = ("cannot tell", "certificate.critical-extension")
    assert judged(leaf, trusted(root), odd) == expected


def test_a_way_has_an_end(root) -> None:
    line = [root]
    for number in range(MAX_DEPTH):
        line.append(authority(f"A{number}", line[-1]))
    near, far = signing("Near", line[MAX_DEPTH - 2]), signing("Far", line[-1])
    assert judged(near, trusted(root), *line) == ("good", "ok")
    assert judged(far, trusted(root), *line) == ("cannot tell", "certificate.no-anchor")


def test_issuers_that_certify_each_other_do_not_keep_us_busy(root) -> None:
    holders = [Holder.new("Same") for _ in range(6)]
    mark = blocks.basic(authority=True)
    webs = [certified(one, two, mark) for one in holders for two in holders if one is not two]
    leaf = signing("Leaf", holders[0])
    assert judged(leaf, trusted(root), *webs) == ("cannot tell", "certificate.no-anchor")


def test_a_certificate_that_names_its_own_key_and_was_not_signed_by_it_is_bad(root) -> None:
    forged = Holder.new("Forged")
    marks = blocks.usage(blocks.FOR_SIGNING), blocks.key_ids(forged, forged)
    other = Holder(forged.party, Holder.new("Other").private_key)
    der = certified(forged, other, *marks)
    assert judged(der, trusted(root)) == ("bad", "certificate.signature")
    own = certified(forged, forged, *marks)
    assert judged(own, trusted(root)) == ("cannot tell", "certificate.no-anchor")


def test_a_purpose_that_is_asked_for_must_be_said(root) -> None:
    stamps = blocks.stamping("Stamps", root)
    assert judged(stamps, trusted(root), purpose=TIME_STAMPING) == ("good", "ok")
    assert judged(stamps, trusted(root)) == ("cannot tell", "certificate.critical-extension")
    silent = signing("Silent", root)
    found = judged(silent, trusted(root), purpose=TIME_STAMPING)
    assert found == ("cannot tell", "certificate.purpose")
    holder = Holder.new("Mails")
    mails = certified(holder, root, blocks.purpose("1.3.6.1.5.5.7.3.4"))
    assert judged(mails, trusted(root), purpose=TIME_STAMPING) == ("bad", "certificate.purpose")


def test_a_signers_way_is_judged_at_the_time_that_is_asked(root, middle, leaf) -> None:
    later = NOW + 2 * YEAR
    assert judged(leaf, trusted(root), middle, at=later) == ("bad", "certificate.expired")


# --- chains of other keys, and what OpenSSL says of the same ones ---

OPENSSL = """
[req]
distinguished_name = name
prompt = no
[name]
CN = R
[signer]
keyUsage = critical, digitalSignature
[top]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
[middle]
basicConstraints = critical, CA:true
[last]
basicConstraints = critical, CA:true, pathlen:0
[odd]
basicConstraints = critical, CA:true
1.2.3.4 = critical, ASN1:NULL
"""


def openssl(folder, *command: str) -> None:
    subprocess.run(["openssl", *command], cwd=folder, capture_output=True, check=True)


def grow(folder, key: tuple[str, ...], kinds: tuple[str, ...]) -> list[bytes]:
    """A root and one certificate below the other, each of its kind; as DER, the root first."""
    (folder / "conf").write_text(OPENSSL)
    fresh = ["-config", "conf", "-nodes", "-newkey", *key]
    top = ["-x509", "-extensions", "top", "-keyout", "k0", "-out", "c0", "-days", "30"]
    openssl(folder, "req", *fresh, *top)
    for place, kind in enumerate(kinds, 1):
        openssl(
            folder, "req", *fresh, "-subj", f"/CN=L{place}", "-keyout", f"k{place}", "-out", "r"
        )
        above = ["-CA", f"c{place - 1}", "-CAkey", f"k{place - 1}", "-CAcreateserial"]
        marks = ["-extfile", "conf", "-extensions", kind, "-days", "20", "-sha256"]
        openssl(folder, "x509", "-req", "-in", "r", *above, *marks, "-out", f"c{place}")
    for place in range(len(kinds) + 1):
        openssl(folder, "x509", "-in", f"c{place}", "-outform", "DER", "-out", f"d{place}")
    between = "".join((folder / f"c{place}").read_text() for place in range(len(kinds)))
    (folder / "between").write_text(between)
    return [(folder / f"d{place}").read_bytes() for place in range(len(kinds) + 1)]


def both_opinions(folder, grown: list[bytes], at) -> tuple[str, bool]:
    root, *between, leaf = map(read_certificate, grown)
    ours = judge(leaf, Anchors((root,)), at, tuple(between)).result
    options = ["-attime", str(int(at.timestamp())), "-CAfile", "c0", "-untrusted", "between"]
    command = ["openssl", "verify", *options, f"c{len(grown) - 1}"]
    return ours, subprocess.run(command, cwd=folder, capture_output=True).returncode == 0


EC = ("ec", "-pkeyopt", "ec_paramgen_curve:P-256")


@pytest.mark.parametrize(
    ("key", "kinds", "verdict"),
    [
        (("rsa:2048",), ("signer",), "good"),
        (EC, ("signer",), "good"),
        (EC, ("middle", "signer"), "good"),
        (EC, ("middle", "last", "signer"), "good"),
        (EC, ("last", "middle", "signer"), "bad"),
        (EC, ("signer", "signer"), "bad"),
        (EC, ("odd", "signer"), "cannot tell"),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value[:3]),
)
def test_chains_of_other_keys_are_judged_as_openssl_does(tmp_path, key, kinds, verdict) -> None:
    grown = grow(tmp_path, key, kinds)
    at = read_certificate(grown[-1]).not_before + timedelta(hours=1)
    assert both_opinions(tmp_path, grown, at) == (verdict, verdict == "good")
    late = read_certificate(grown[-1]).not_after + timedelta(days=1)
    assert both_opinions(tmp_path, grown, late) == ("bad", False)


def test_a_changed_certificate_of_another_key_is_not_good(tmp_path) -> None:
    root, leaf = grow(tmp_path, EC, ("signer",))
    at = read_certificate(leaf).not_before + timedelta(hours=1)
    changed = read_certificate(leaf.replace(b"\x02L1", b"\x02L7"))
    assert changed.name == "L7"
    assert judge(changed, Anchors((read_certificate(root),)), at).result != "good"


def test_a_weak_key_is_not_judged(tmp_path) -> None:
    root, leaf = map(read_certificate, grow(tmp_path, ("rsa:1024",), ("signer",)))
    found = judge(leaf, Anchors((root,)), leaf.not_before + timedelta(minutes=1))
    assert (found.result, found.code) == ("cannot tell", "certificate.algorithm-unknown")
