"""Printing by Qt, as on Windows: the seal at its true size, A4, what is not told is not guessed."""

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.documents import pdf
from hardware.errors import DeviceRefused, DeviceTrouble
from tests.documents import letter
from tests.documents.test_pdf import red_box
from ui.printing import QtSpooler

A4 = pytest.approx((210.0, 297.0), abs=0.5)


@pytest.fixture(scope="module")
def composed():
    return pdf.compose(letter.facts(), seal=letter.seal(200))


@pytest.fixture
def into_file(qapp, tmp_path):
    """A printer that writes PDF, on Letter paper with margins until it is told otherwise."""
    opened = []

    def open_printer(name):
        assert name == "Hall"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        opened.append(printer)
        return printer

    return QtSpooler(open_printer), tmp_path / "out.pdf", opened


def test_the_seal_is_as_large_and_stands_where_it_does_in_the_letter(into_file, composed):
    spooler, out, _ = into_file
    spooler.submit("Hall", composed.pdf, 1)
    page = composed.seal_page - 1
    assert red_box(out.read_bytes(), page, 300) == pytest.approx(
        red_box(composed.pdf, page, 300), abs=0.5
    )


def test_every_page_is_a_sheet_of_a4(into_file, composed):
    spooler, out, _ = into_file
    spooler.submit("Hall", composed.pdf, 1)
    document = pypdfium2.PdfDocument(out.read_bytes())
    sizes = [tuple(side * 25.4 / 72 for side in page.get_size()) for page in document]
    document.close()
    assert sizes == [A4] * composed.pages


def test_copies_are_one_job_under_a_title_without_names(into_file, composed):
    spooler, out, opened = into_file
    spooler.submit("Hall", composed.pdf, 3)
    (printer,) = opened
    assert (printer.copyCount(), printer.docName()) == (3, "letter")
    assert letter.case().applicant.name.encode() not in out.read_bytes()


def test_what_the_system_does_not_tell_is_said_as_such(into_file, composed):
    spooler, _, _ = into_file
    job = spooler.submit("Hall", composed.pdf, 1)
    assert spooler.job(job).state == "not-told"
    assert spooler.job("7").state == "unknown"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_begun_is_said_and_nothing_is_claimed(qapp, tmp_path, composed):
    def open_printer(_name):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
        return printer

    with pytest.raises(DeviceTrouble):
        QtSpooler(open_printer).submit("Hall", composed.pdf, 1)


def test_a_printer_nobody_knows_is_refused(qapp, composed):
    with pytest.raises(DeviceRefused) as trouble:
        QtSpooler().submit("no such printer", composed.pdf, 1)
    assert trouble.value.code == "printer.not-found"
