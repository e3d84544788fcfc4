"""The verifier's steps: each fault has its code; a definite one outranks what is missing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.codecs import der, sm2
from app.codecs.chain import sm3
from app.seal.certificates import SM2_WITH_SM3, read_certificate
from app.seal.chains import Anchors
from app.seal.checking import check, check_esl, check_file, check_pdf
from app.seal.pdf_place import find_place, put, seal_pdf
from app.seal.pdf_scan import contents, find_ranges
from app.seal.report import FileReport
from app.seal.writing import write_signature, write_to_be_signed
from tests.seal.parts import NOW, YEAR, Holder, make_seal, tiny_pdf

DAY = timedelta(days=1)
ORDER = [
    "structure",
    "seal-signature",
    "maker-certificate",
    "seal-dates",
    "signature",
    "signer-in-seal",
    "signer-certificate",
    "time",
    "digest",
]


def sealed_with(hall, *, seal=None, signer=None, certificate=None, at=NOW, extra=b"", der_=None):
    """A sealed PDF made without the checks that signing itself makes."""
    signer, seal = signer or hall.signer, seal or hall.seal
    place = find_place(tiny_pdf())
    tbs = write_to_be_signed(seal, at=at, data_hash=place.data_hash, info="x")
    found = write_signature(tbs, certificate or signer.der, signer.sign_message(tbs))
    if extra:
        found = der.sequence(der.read(found).content, extra)
    return put(place, der_ or found)


def step(report: FileReport, name: str) -> tuple[str, str]:
    found = next(s for s in report.signatures[0].steps if s.step == name)
    return found.result, found.code


def judged(hall, data: bytes, at=NOW) -> FileReport:
    return check_pdf(data, anchors=hall.anchors, at=at)


def test_the_steps_come_in_the_standards_order(hall, sealed) -> None:
    report = judged(hall, sealed).signatures[0]
    assert [s.step for s in report.steps] == ORDER
    assert (report.kind, report.version, report.signer) == ("SES_Signature", 4, "Signer")
    assert (report.seal_id, report.seal_name) == ("S1", "训练专用章")


def test_without_an_anchor_it_cannot_tell(hall, sealed) -> None:
    report = check_pdf(sealed, anchors=Anchors(), at=NOW)
    assert report.verdict == "cannot tell"
    assert step(report, "signer-certificate") == ("cannot tell", "certificate.no-anchor")
    assert step(report, "digest") == ("good", "ok")


def test_a_definite_failure_outranks_a_missing_anchor(hall) -> None:
    data = sealed_with(hall, signer=replace(Holder.new("Other"), der=hall.signer.der))
    report = check_pdf(data, anchors=Anchors(), at=NOW)
    assert (report.verdict, report.code) == ("bad", "signature.wrong")


def test_an_anchor_of_the_same_name_and_another_key_is_no_anchor(hall, sealed) -> None:
    twin = Holder.new("Root")
    twin = twin.certified_by(twin, usage=(5,), authority=True)
    report = check_pdf(sealed, anchors=Anchors((read_certificate(twin.der),)), at=NOW)
    assert report.verdict == "cannot tell"


def test_a_signer_with_a_root_of_his_own_is_not_good(hall) -> None:
    twin = Holder.new("Root")
    twin = twin.certified_by(twin, usage=(5,), authority=True)
    maker, signer = hall.maker.certified_by(twin), hall.signer.certified_by(twin)
    data = sealed_with(hall, seal=make_seal(maker, signer.der), signer=signer)
    assert judged(hall, data).verdict == "cannot tell"


def test_a_certificate_that_names_our_root_but_was_not_signed_by_it_is_bad(hall) -> None:
    forger = replace(Holder.new("Root"), party=hall.root.party)
    signer = hall.signer.certified_by(forger)
    data = sealed_with(hall, seal=make_seal(hall.maker, signer.der), signer=signer)
    report = judged(hall, data)
    assert report.verdict == "bad"
    assert step(report, "signer-certificate") == ("bad", "certificate.signature")


def test_a_signer_may_not_issue_certificates(hall) -> None:
    below = Holder.new("Below").certified_by(hall.signer)
    anchors = Anchors((*hall.anchors.certificates, read_certificate(hall.signer.der)))
    data = sealed_with(hall, seal=make_seal(hall.maker, below.der), signer=below)
    report = check_pdf(data, anchors=anchors, at=NOW)
    assert step(report, "signer-certificate") == ("bad", "certificate.issuer-no-authority")


def test_a_pinned_signer_is_trusted_by_itself(hall, sealed) -> None:
    pinned = Anchors(tuple(map(read_certificate, (hall.signer.der, hall.maker.der))))
    assert check_pdf(sealed, anchors=pinned, at=NOW).verdict == "good"


@pytest.mark.parametrize(
    ("changes", "name", "code"),
    [
        ({"valid_from": NOW + DAY}, "seal-dates", "seal-dates.not-yet"),
        ({"valid_until": NOW - DAY}, "seal-dates", "seal-dates.expired"),
        ({"valid_until": NOW - DAY}, "time", "time.outside-seal"),
        ({"created": NOW + DAY}, "seal-dates", "seal-dates.made-later"),
        ({"created": NOW - 2 * YEAR}, "maker-certificate", "certificate.not-yet"),
    ],
)
def test_a_seal_out_of_its_dates_is_bad(hall, changes, name, code) -> None:
    data = sealed_with(hall, seal=make_seal(hall.maker, hall.signer.der, **changes))
    report = judged(hall, data)
    assert report.verdict == "bad"
    assert step(report, name) == ("bad", code)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"until": NOW - DAY}, "certificate.expired"),
        ({"since": NOW + DAY}, "certificate.not-yet"),
        ({"usage": (2, 3)}, "certificate.usage"),
    ],
)
def test_a_signers_certificate_that_does_not_serve_is_bad(hall, changes, code) -> None:
    signer = hall.signer.certified_by(hall.root, **changes)
    report = judged(hall, sealed_with(hall, seal=make_seal(hall.maker, signer.der), signer=signer))
    assert report.verdict == "bad"
    assert step(report, "signer-certificate") == ("bad", code)


def test_a_certificate_that_ended_after_signing_is_no_failure(hall, sealed) -> None:
    assert judged(hall, sealed, at=NOW + 20 * YEAR).verdict == "good"


def test_a_signature_dated_later_than_now_is_not_good(hall, sealed) -> None:
    assert judged(hall, sealed, at=NOW - timedelta(minutes=2)).verdict == "good"
    early = judged(hall, sealed, at=NOW - DAY)
    assert (early.verdict, early.code) == ("cannot tell", "time.in-the-future")


def test_a_signer_the_seal_does_not_list_is_bad(hall) -> None:
    other = hall.signer.certified_by(hall.root, serial=99)
    report = judged(hall, sealed_with(hall, signer=other))
    assert (report.verdict, report.code) == ("bad", "signer-in-seal.not-listed")


def test_a_forged_seal_is_bad(hall) -> None:
    forger = replace(Holder.new("Forger"), der=hall.maker.der)
    report = judged(hall, sealed_with(hall, seal=make_seal(forger, hall.signer.der)))
    assert (report.verdict, report.code) == ("bad", "seal-signature.wrong")


def test_rubbish_for_a_time_stamp_is_told_and_not_trusted(hall) -> None:
    rubbish = der.write(der.context(0), der.bits(b"\x01\x02\x03"))
    report = judged(hall, sealed_with(hall, extra=rubbish))
    assert report.verdict == "good"
    assert step(report, "time") == ("good", "time-stamp.unreadable")


def _digest_seal(hall, value: bytes) -> bytes:
    """The hall's seal with a list of digests in place of certificates."""
    info, cert, algorithm, _ = der.read(hall.seal).items()
    header, seal_id, about, picture = info.items()
    kind, name, _, _, *dates = about.items()
    entry = der.sequence(der.text("1.2.156.10197.1.401", der.PRINTABLE_STRING), der.octets(value))
    listed = (der.integer(2), der.sequence(entry))
    about_ = der.sequence(kind.raw, name.raw, *listed, *(date.raw for date in dates))
    info_ = der.sequence(header.raw, seal_id.raw, about_, picture.raw)
    signature = der.bits(hall.maker.sign_message(info_))
    return der.sequence(info_, cert.raw, algorithm.raw, signature)


def test_a_list_of_digests_is_read_in_both_customs(hall) -> None:
    certificate = hall.signer.der
    plain = judged(hall, sealed_with(hall, seal=_digest_seal(hall, sm3(certificate))))
    assert (plain.verdict, step(plain, "signer-in-seal")) == ("good", ("good", "ok"))
    with_z = sm2.message_digest(hall.signer.party.public_key, certificate)
    other = judged(hall, sealed_with(hall, seal=_digest_seal(hall, with_z)))
    assert step(other, "signer-in-seal") == ("good", "signer-in-seal.digest-with-z")
    wrong = judged(hall, sealed_with(hall, seal=_digest_seal(hall, bytes(32))))
    assert wrong.code == "signer-in-seal.not-listed"


def _seal_with_extension(hall, critical: bool, wrap) -> bytes:
    info, cert, algorithm, _ = der.read(hall.seal).items()
    entry = der.sequence(der.oid("1.2.3.4"), der.boolean(critical), der.octets(b"?"))
    info_ = der.sequence(info.content, wrap(entry))
    signature = der.bits(hall.maker.sign_message(info_))
    return der.sequence(info_, cert.raw, algorithm.raw, signature)


@pytest.mark.parametrize(
    "wrap",
    [
        der.sequence,
        lambda entry: der.write(der.context(0), entry),
        lambda entry: der.write(der.context(0), der.sequence(entry)),
        lambda entry: der.octets(der.sequence(entry)),
    ],
    ids=["bare", "tagged", "tagged list", "octets"],
)
def test_a_critical_extension_is_at_best_cannot_tell(hall, wrap) -> None:
    strict = judged(hall, sealed_with(hall, seal=_seal_with_extension(hall, True, wrap)))
    assert (strict.verdict, strict.code) == ("cannot tell", "seal.critical-extension")
    assert judged(
        hall, sealed_with(hall, seal=_seal_with_extension(hall, False, wrap))
    ).verdict == ("good")


def test_a_raw_signature_of_64_bytes_is_read(hall, sealed) -> None:
    tbs = write_to_be_signed(
        hall.seal, at=NOW, data_hash=find_place(tiny_pdf()).data_hash, info="x"
    )
    r, s = sm2.read_signature(hall.signer.sign_message(tbs))
    raw = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    report = judged(hall, sealed_with(hall, der_=write_signature(tbs, hall.signer.der, raw)))
    assert report.verdict == "good"


def test_an_algorithm_that_does_not_fit_the_key_is_bad(hall, sealed) -> None:
    tbs, cert, _, signature = der.read(contents(sealed, find_ranges(sealed)[0])).items()
    odd = der.sequence(tbs.raw, cert.raw, der.oid("1.2.840.113549.1.1.11"), signature.raw)
    report = judged(hall, sealed_with(hall, der_=odd))
    assert step(report, "signature") == ("bad", "signature.algorithm")


def test_data_of_another_kind_are_named_and_judged_as_what_they_are(hall) -> None:
    cms = der.sequence(der.oid("1.2.840.113549.1.7.2"), der.write(der.context(0), der.sequence()))
    report = judged(hall, sealed_with(hall, der_=cms))
    assert (report.verdict, report.code) == ("bad", "structure.wrong")
    assert report.signatures[0].kind == "CMS"


def test_two_seals_one_after_the_other_are_not_called_good(hall, sealed) -> None:
    second = seal_pdf(
        sealed + tiny_pdf(), seal=hall.seal, signer=hall.signer, at=NOW, info="/ByteRange"
    )
    report = judged(hall, second)
    assert [s.verdict for s in report.signatures] == ["cannot tell", "good"]
    assert report.code == "digest.later-signature"


def test_a_seal_by_itself_is_judged_as_of_the_time_given(hall) -> None:
    good = check(hall.seal, anchors=hall.anchors, at=NOW)
    assert (good.verdict, good.signatures[0].kind) == ("good", "SES_Seal")
    assert [s.step for s in good.signatures[0].steps] == ORDER[:4]
    assert check_esl(hall.seal, anchors=hall.anchors, at=NOW + YEAR).code == "seal-dates.expired"
    assert check(hall.seal, anchors=Anchors(), at=NOW).verdict == "cannot tell"


def test_a_signature_without_its_document_cannot_be_good(hall, sealed) -> None:
    bare = contents(sealed, find_ranges(sealed)[0])
    report = check(bare, anchors=hall.anchors, at=NOW)
    assert (report.verdict, report.code) == ("cannot tell", "digest.no-document")


@pytest.mark.parametrize("data", [b"", b"rubbish", b"0\x80", b"0\x03\x02\x01\x01", b"%PD"])
def test_rubbish_is_unreadable(hall, data) -> None:
    assert check(data, anchors=hall.anchors, at=NOW).verdict == "unreadable"


def test_a_broken_package_is_unreadable(hall) -> None:
    report = check(b"PK\x03\x04rest", anchors=hall.anchors, at=NOW)
    assert (report.verdict, report.code) == ("unreadable", "file.package-wrong")


def test_a_file_that_is_not_there_is_unreadable(hall, tmp_path) -> None:
    for path in (tmp_path / "no.pdf", tmp_path):
        report = check_file(path, anchors=hall.anchors, at=NOW)
        assert (report.verdict, report.code) == ("unreadable", "file.unreadable")


def test_a_key_of_another_kind_cannot_be_judged(hall) -> None:
    """An RSA certificate in the seal: not ours to judge, and not good."""
    odd = hall.signer.der.replace(der.oid("1.2.156.10197.1.301"), der.oid("1.2.156.10197.1.302"))
    assert odd != hall.signer.der
    assert read_certificate(odd).public_key is None
    data = sealed_with(hall, seal=make_seal(hall.maker, odd), certificate=odd)
    assert step(judged(hall, data), "signature") == ("cannot tell", "signature.algorithm-unknown")
    assert read_certificate(hall.signer.der).algorithm == SM2_WITH_SM3
