"""OFD packages of others: every seal, every reference, and nothing shown that no seal protects."""

from dataclasses import dataclass, replace

import pytest

from app.codecs import sm2
from app.codecs.chain import sm3
from app.seal.certificates import read_certificate
from app.seal.chains import Anchors
from app.seal.ofd import is_package
from app.seal.structures import Picture
from tests.seal.blocks import Signing, authority, signing, stamp_info, stamping, token
from tests.seal.ofd_parts import (
    DOCUMENT,
    ESL,
    INDEX,
    LIST,
    PAGE,
    PICTURE,
    SIGNED,
    VALUE,
    described,
    digest,
    document,
    element,
    folder,
    judged,
    listed,
    references,
    signed_value,
    with_signature,
    zipped,
)
from tests.seal.parts import Holder, make_seal


@dataclass(frozen=True, slots=True)
class Signers:
    anchors: Anchors


@pytest.fixture(scope="module")
def files(hall) -> dict[str, bytes]:
    return with_signature(hall, document())


def test_a_sealed_package_is_good(hall, files) -> None:
    report = judged(hall, files)
    assert (report.verdict, report.code) == ("good", "ok")
    (seal,) = report.signatures
    assert (seal.kind, seal.version, seal.seal_name) == ("SES_Signature", 4, "训练专用章")
    assert [step.code for step in seal.steps] == ["ok"] * 9


def test_without_an_anchor_it_cannot_tell(hall, files) -> None:
    assert judged(hall, files, anchors=Anchors()).verdict == "cannot tell"


def test_a_package_without_signatures_is_unsigned(hall) -> None:
    plain = {**document(), "OFD.xml": element("OFD", "<ofd:DocBody/>")}
    report = judged(hall, plain)
    assert (report.verdict, report.code, report.signatures) == (
        "cannot tell",
        "file.no-signature",
        (),
    )


def test_a_zip_that_is_no_ofd_is_not_judged(hall) -> None:
    assert judged(hall, {"word/document.xml": b"<w/>"}).code == "file.container-not-supported"


@pytest.mark.parametrize(
    "change",
    [
        {"OFD.xml": element("OFD", "<ofd:DocBody/>")},
        {LIST: None},
        {LIST: b"<broken"},
        {LIST: element("Signatures", "")},
        {LIST: element("Other", "")},
        {"OFD.xml": None},
    ],
)
def test_a_signature_torn_out_is_not_called_unsigned(hall, files, change) -> None:
    torn = {name: data for name, data in {**files, **change}.items() if data is not None}
    report = judged(hall, torn)
    assert (report.verdict, report.code) == ("bad", "file.signature-damaged")


@pytest.mark.parametrize("name", [PAGE, DOCUMENT, PICTURE, "OFD.xml", "Doc_0/DocumentRes.xml"])
def test_a_changed_file_is_bad_and_named(hall, files, name) -> None:
    report = judged(hall, {**files, name: files[name] + b"\n"})
    assert (report.verdict, report.code) == ("bad", "digest.reference-wrong")
    assert report.detail.startswith("/" + name)


def test_a_missing_file_is_bad_and_named(hall, files) -> None:
    report = judged(hall, {name: data for name, data in files.items() if name != PICTURE})
    assert (report.verdict, report.code) == ("bad", "digest.reference-missing")
    assert PICTURE in report.detail


@pytest.mark.parametrize("name", [SIGNED, VALUE, ESL])
def test_a_changed_file_of_the_signature_is_bad(hall, files, name) -> None:
    for place in range(0, len(files[name]), 37):
        changed = bytearray(files[name])
        changed[place] ^= 1
        assert judged(hall, {**files, name: bytes(changed)}).verdict != "good", place
    assert judged(hall, {**files, name: files[name] + b"\n"}).verdict == "bad"
    assert judged(hall, {key: data for key, data in files.items() if key != name}).verdict == "bad"


def test_the_seal_beside_must_be_the_seal_that_signed(hall) -> None:
    other = make_seal(hall.maker, hall.signer.der, name="另一枚章")
    sealed = with_signature(hall, document(), leave=(LIST, ESL))
    assert digest(judged(hall, {**sealed, ESL: other})) == ("bad", "digest.seal-file-differs")
    gone = {name: data for name, data in sealed.items() if name != ESL}
    assert digest(judged(hall, gone)) == ("bad", "digest.seal-file-missing")


def test_the_seal_beside_is_optional(hall) -> None:
    plain = document()
    xml = described(references(plain, plain), seal="")
    sealed = with_signature(hall, plain, xml=xml)
    assert judged(hall, {n: d for n, d in sealed.items() if n != ESL}).verdict == "good"


def test_what_is_a_package_is_told_by_the_bytes(hall, files) -> None:
    data = zipped(files)
    for junk in (b"", b"x" * 16, b"0" * 2000):
        assert is_package(junk + data)
        assert judged(hall, junk + data).verdict == "good"
    assert is_package(data + b"%PDF-1.7")
    assert not is_package(b"%PDF-1.7\n" + data)
    assert not is_package(make_seal(hall.maker, picture=Picture("ofd", data, 42, 42)))


# --- what no digest protects ---


@pytest.mark.parametrize("name", [PAGE, PICTURE, "Doc_0/DocumentRes.xml"])
def test_a_part_that_no_digest_protects_is_bad(hall, name) -> None:
    report = judged(hall, with_signature(hall, document(), leave=(LIST, name)))
    assert (report.verdict, report.code, report.detail) == ("bad", "digest.unprotected", name)


def test_a_file_nothing_names_is_not_shown_and_yet_not_good(hall, files) -> None:
    report = judged(hall, {**files, "__MACOSX/._odd": b"?"})
    assert (report.verdict, report.code) == ("cannot tell", "digest.unused-file")


@pytest.mark.parametrize(
    "text", ["Pages/Page_0/%45xtra.xml", "..\\EXTRA.XML", "/x/&#69;xtra.xml", " Extra.xml "]
)
def test_a_name_in_any_spelling_makes_a_file_one_that_may_be_shown(hall, text) -> None:
    plain = document()
    annotations = f"<ofd:Annotations>{text}</ofd:Annotations></ofd:Document>".encode()
    plain[DOCUMENT] = plain[DOCUMENT].replace(b"</ofd:Document>", annotations)
    report = judged(hall, {**with_signature(hall, plain), "Doc_0/Extra.xml": b"<x/>"})
    assert (report.verdict, report.code) == ("bad", "digest.unprotected")


def test_where_the_xml_cannot_be_read_every_file_counts_as_shown(hall, files) -> None:
    report = judged(hall, {**files, "odd.xml": b"<!DOCTYPE x><x/>"})
    assert (report.verdict, report.code) == ("bad", "digest.unprotected")


def test_an_index_left_out_is_told_while_it_leads_to_the_protected_document_only(hall) -> None:
    sealed = with_signature(hall, document(), leave=(LIST, "OFD.xml"))
    report = judged(hall, sealed)
    assert report.verdict == "good"
    assert digest(report) == ("good", "digest.index-unprotected")
    versions = INDEX.replace("</ofd:DocBody>", "<ofd:Versions/></ofd:DocBody>").encode()
    assert judged(hall, {**sealed, "OFD.xml": versions}).verdict == "cannot tell"
    away = INDEX.replace("<ofd:DocRoot>Doc_0/", "<ofd:DocRoot>Doc_9/").encode()
    assert judged(hall, {**sealed, "OFD.xml": away}).verdict == "cannot tell"
    evil = {**sealed, "OFD.xml": away, "Doc_9/Document.xml": sealed[DOCUMENT]}
    assert judged(hall, evil).verdict == "bad"


def test_a_second_document_that_nobody_signed_is_bad(hall) -> None:
    plain = document()
    body = "<ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    plain["OFD.xml"] = INDEX.replace("</ofd:OFD>", body).encode()
    sealed = {**with_signature(hall, plain), "Doc_1/Document.xml": plain[DOCUMENT]}
    assert judged(hall, sealed).code == "digest.unprotected"


# --- several seals ---


def test_two_seals_one_after_the_other_are_both_good(hall, files) -> None:
    for leave in ((LIST,), ()):
        report = judged(hall, with_signature(hall, files, 1, leave=leave))
        assert [seal.verdict for seal in report.signatures] == ["good", "good"]


def test_a_later_seal_over_a_protected_list_breaks_the_first(hall) -> None:
    first = with_signature(hall, document(), leave=())
    assert judged(hall, first).verdict == "good"
    report = judged(hall, with_signature(hall, first, 1))
    assert [seal.verdict for seal in report.signatures] == ["bad", "good"]
    assert digest(report) == ("bad", "digest.reference-wrong")


def test_parts_added_between_two_seals_are_told(hall, files) -> None:
    added = with_signature(hall, {**files, "Doc_0/Annots/Page_0.xml": element("PageAnnot", "")}, 1)
    report = judged(hall, added)
    assert digest(report, 0) == ("cannot tell", "digest.later-signature")
    assert digest(report, 1) == ("good", "ok")


def test_a_seal_over_a_part_only_says_so(hall, files) -> None:
    part = with_signature(hall, files, 1, leave=(LIST, PICTURE))
    report = judged(hall, part)
    assert digest(report, 0) == ("good", "ok")
    assert digest(report, 1) == ("cannot tell", "digest.other-signature")


def test_a_bad_seal_beside_a_good_one_makes_the_file_bad(hall, files) -> None:
    two = with_signature(hall, files, 1)
    value = folder(1) + "SignedValue.dat"
    report = judged(hall, {**two, value: two[VALUE]})
    assert [seal.verdict for seal in report.signatures] == ["good", "bad"]
    assert report.code == "digest.different"


def test_a_signature_that_the_list_does_not_name_is_told(hall, files) -> None:
    two = with_signature(hall, files, 1)
    report = judged(hall, {**two, LIST: listed(f"/{folder(1)}Signature.xml")})
    assert (report.verdict, report.code) == ("cannot tell", "digest.unlisted-signature")
    hidden = judged(hall, {**two, LIST: listed(f"/{SIGNED}")})
    assert hidden.verdict == "bad"


def test_a_signature_listed_twice_is_one(hall, files) -> None:
    twice = judged(hall, {**files, LIST: listed("/" + SIGNED, "Sign_0/Signature.xml")})
    assert (twice.verdict, len(twice.signatures)) == ("good", 1)


def test_a_page_cannot_pass_as_a_signatures_own_file(hall, files) -> None:
    evil = {**files, LIST: listed(f"/{SIGNED}", "/Doc_0/Evil.xml"), "Doc_0/Evil.xml": b"<Page/>"}
    assert judged(hall, evil).verdict == "bad"
    missing = judged(hall, {**files, LIST: listed(f"/{SIGNED}", "/Doc_0/none.xml")})
    assert (missing.verdict, missing.code) == ("bad", "structure.wrong")


def test_signers_and_anchors_are_judged_as_in_pdfs(hall) -> None:
    forger = Holder.new("Forger").certified_by(hall.root)
    report = judged(hall, with_signature(hall, document(), signer=forger))
    assert (report.verdict, report.code) == ("bad", "signer-in-seal.not-listed")
    twin = Holder.new("Root")
    twin = twin.certified_by(twin, usage=(5,), authority=True)
    anchors = Anchors((read_certificate(twin.der),))
    assert judged(hall, with_signature(hall, document()), anchors=anchors).verdict == "cannot tell"


@pytest.mark.parametrize("form", [{}, {"attached": False}, {"attributes": False}])
def test_a_signature_without_a_seal_is_judged(form) -> None:
    """Type=Sign (GM/T 0099): SignedData over Signature.xml, or carrying its SM3."""
    root = authority("Root")
    hall = Signers(Anchors((read_certificate(root.der),)))
    how = replace(Signing(signing("Signer", root, serial=8)), **form)
    xml = described(references(document(), document()), seal="")
    plain = {**document(), LIST: listed(f"/{SIGNED}"), SIGNED: xml}
    drawn = described(references(document(), document()))
    unbound = {**plain, SIGNED: drawn, VALUE: how.data(drawn), ESL: b"nobody's seal"}
    assert judged(hall, unbound).code == "digest.unprotected"
    for signed in (xml, sm3(xml)) if how.attached else (xml,):
        files = {**plain, VALUE: how.data(signed)}
        report = judged(hall, files)
        assert (report.verdict, report.signatures[0].signer) == ("good", "Signer")
        assert judged(hall, {**files, PAGE: b"<x/>"}).code == "digest.reference-wrong"
        assert judged(hall, {**files, SIGNED: xml + b" "}).verdict == "bad"
        assert judged(hall, {**files, ESL: b"drawn though nobody set it"}).verdict != "good"


def test_a_time_stamp_alone_seals_nothing() -> None:
    root = authority("Root")
    hall = Signers(Anchors((read_certificate(root.der),)))
    xml = described(references(document(), document()), seal="")
    stamp = token(stamping("Stamps", root), stamp_info(xml))
    plain = {**document(), LIST: listed(f"/{SIGNED}"), SIGNED: xml, VALUE: stamp}
    report = judged(hall, plain)
    assert (report.verdict, report.code) == ("cannot tell", "structure.kind-not-supported")
    assert judged(hall, {**plain, SIGNED: xml + b" "}).verdict == "bad"
    assert judged(hall, {**plain, PAGE: b"<x/>"}).verdict == "bad"


def test_a_digest_made_with_z_is_taken_with_a_remark(hall, files) -> None:
    z = sm2.z_value(hall.signer.party.public_key)
    with_z = signed_value(hall, files[SIGNED], f"/{SIGNED}", data_hash=sm3(z + files[SIGNED]))
    assert digest(judged(hall, {**files, VALUE: with_z})) == ("good", "digest.with-z")
