"""A file that somebody brings is judged, recorded by its digest, and reported on paper."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.audit import trail
from app.codecs.chain import sm3_hex
from app.errors import Refused, Unavailable
from app.seal.pdf_place import seal_pdf
from app.services import verifying
from app.services.office import Session
from app.services.verifying import BAD, CANNOT_TELL, GOOD, UNREADABLE, Checked, ValiditySheet
from tests.documents.reading import pages
from tests.seal.parts import StoredSigner, tiny_pdf
from tests.services.parts import AT
from tests.services.test_printing import Desk, Queue

NAME = "张三的承诺书.pdf"


@pytest.fixture
def sealed(hall, pki, tmp_path) -> Path:
    hall.office.settings.trust.mkdir(exist_ok=True)
    for anchor in pki.trust.glob("*.cer"):
        (hall.office.settings.trust / anchor.name).write_bytes(anchor.read_bytes())
    key = bytes.fromhex(pki.signer_key.read_text().strip())
    signer = StoredSigner(pki.signer.read_bytes(), key)
    seal = pki.seal.read_bytes()
    file = tmp_path / NAME
    file.write_bytes(seal_pdf(tiny_pdf(), seal=seal, signer=signer, at=AT, info="/ByteRange"))
    return file


def lines(hall) -> list[dict]:
    with hall.office.store.read() as rx:
        return [json.loads(line)["entry"] for line in trail.lines(rx)]


def sheet(found: Checked) -> ValiditySheet:
    return ValiditySheet("报告", "有效", "好", (("文件", found.name),), (), (), "", found.at)


def test_a_good_file_is_told_with_its_digest_its_seals_picture_and_whom_we_trust(hall, sealed):
    found = verifying.judge(hall.office, sealed)
    assert found.report.verdict == GOOD
    assert (found.name, found.size) == (NAME, sealed.stat().st_size)
    assert found.sm3 == sm3_hex(sealed.read_bytes())
    assert found.at == AT
    (picture,) = found.pictures
    assert picture is not None
    assert (picture.width_mm, picture.height_mm) == (42, 42)
    ((name, digest),) = found.trusted.certificates
    (anchor,) = hall.office.settings.trust.glob("*.cer")
    assert "训练根证书" in name
    assert digest == sm3_hex(anchor.read_bytes())


def test_files_that_come_together_are_judged_by_one_look_into_the_trust_folder(hall, sealed):
    trust = verifying.Trust(hall.office.settings.trust)
    assert verifying.judge(hall.office, sealed, trust).report.verdict == GOOD
    for anchor in hall.office.settings.trust.glob("*.cer"):
        anchor.unlink()
    assert verifying.judge(hall.office, sealed, trust).report.verdict == GOOD
    assert verifying.judge(hall.office, sealed).report.verdict == CANNOT_TELL


def test_the_record_holds_digest_and_verdict_and_no_name(hall, sealed):
    found = verifying.judge(hall.office, sealed)
    last = lines(hall)[-1]
    assert (last["act"], last["subject"]) == ("seal.check", found.sm3)
    assert last["facts"] == {"verdict": GOOD, "code": "ok"}
    assert "张三" not in json.dumps(lines(hall), ensure_ascii=False)


def test_a_changed_file_is_bad_and_still_shows_what_seal_it_had(hall, sealed):
    sealed.write_bytes(sealed.read_bytes().replace(b"842]", b"843]"))
    found = verifying.judge(hall.office, sealed)
    assert (found.report.verdict, found.report.code) == (BAD, "digest.different")
    assert found.pictures[0] is not None
    assert lines(hall)[-1]["facts"]["verdict"] == BAD


def test_a_seal_by_itself_shows_its_picture(hall, sealed, pki):
    found = verifying.judge(hall.office, pki.seal)
    assert (found.report.verdict, len(found.pictures)) == (GOOD, 1)
    assert found.pictures[0] is not None


def test_without_trusted_certificates_nothing_is_good(hall, sealed):
    for anchor in hall.office.settings.trust.iterdir():
        anchor.unlink()
    found = verifying.judge(hall.office, sealed)
    assert found.report.verdict == CANNOT_TELL
    assert found.trusted.certificates == ()


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_what_cannot_be_read_is_a_verdict_too(hall, tmp_path, kind):
    file = tmp_path / kind
    if kind == "folder":
        file.mkdir()
    found = verifying.judge(hall.office, file)
    assert (found.report.verdict, found.report.code) == (UNREADABLE, "file.unreadable")
    assert (found.sm3, found.size) == ("", None)
    assert lines(hall)[-1]["subject"] == "file"


def test_a_file_above_the_bound_is_not_judged(hall, tmp_path):
    file = tmp_path / "large"
    with file.open("wb") as out:
        out.truncate(verifying.MAX_BYTES + 1)
    found = verifying.judge(hall.office, file)
    assert (found.report.verdict, found.report.code) == (CANNOT_TELL, "file.too-large")


@pytest.mark.parametrize("role", ["administrator", "catalogue-editor"])
def test_who_has_not_the_duty_is_refused_and_that_is_recorded(hall, sealed, role):
    other = hall.office.signed_in(Session("9", "x", (role,), hall.office.now()))
    with pytest.raises(Refused, match=r"duty\.missing"):
        verifying.judge(other, sealed)
    assert (lines(hall)[-1]["act"], lines(hall)[-1]["facts"]["asked"]) == ("refused", "check-seals")


@pytest.mark.parametrize("role", ["clerk", "supervisor", "auditor"])
def test_clerks_and_supervision_may(hall, sealed, role):
    other = hall.office.signed_in(Session("9", "x", (role,), hall.office.now()))
    assert verifying.judge(other, sealed).report.verdict == GOOD


def test_the_sheet_goes_to_the_printer_once_and_is_no_copy_of_a_letter(hall, sealed):
    found, desk = verifying.judge(hall.office, sealed), Desk()
    assert verifying.print_sheet(hall.office, sheet(found), found.sm3, desk) == "office"
    ((printer, pdf, copies),) = desk.taken
    assert (printer, copies) == ("office", 1)
    assert NAME in pages(pdf)[0]
    last = lines(hall)[-1]
    assert (last["act"], last["subject"]) == ("seal.check.print", found.sm3)


def test_the_printer_of_the_settings_prints_the_sheet(hall, sealed):
    found = verifying.judge(hall.office, sealed)
    desk = Desk(queues=(Queue(), Queue("window", is_default=False)))
    office = replace(hall.office, settings=replace(hall.office.settings, printer="window"))
    assert verifying.print_sheet(office, sheet(found), found.sm3, desk) == "window"


def test_without_a_printer_the_sheet_does_not_wait(hall, sealed):
    found, desk = verifying.judge(hall.office, sealed), Desk(queues=())
    with pytest.raises(Unavailable, match=r"print\.no-printer"):
        verifying.print_sheet(hall.office, sheet(found), found.sm3, desk)
    assert lines(hall)[-1]["act"] == "seal.check"


def test_a_printer_that_breaks_off_leaves_the_sheet_unsure(hall, sealed):
    found, desk = verifying.judge(hall.office, sealed), Desk(broken="print.away")
    with pytest.raises(Unavailable, match=r"print\.sheet-unsure"):
        verifying.print_sheet(hall.office, sheet(found), found.sm3, desk)


def test_the_sheet_is_saved_where_the_officer_wants_it(hall, sealed, tmp_path):
    found, target = verifying.judge(hall.office, sealed), tmp_path / "out.pdf"
    verifying.save_sheet(hall.office, sheet(found), found.sm3, target)
    assert NAME in pages(target.read_bytes())[0]
    assert lines(hall)[-1]["act"] == "seal.check.save"


def test_a_place_that_cannot_be_written_is_said(hall, sealed, tmp_path):
    found = verifying.judge(hall.office, sealed)
    with pytest.raises(Unavailable, match=r"place\.unusable"):
        verifying.save_sheet(hall.office, sheet(found), found.sm3, tmp_path / "none" / "out.pdf")
