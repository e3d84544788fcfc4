"""Letters on queues with drivers: the seal's true size, pauses, restarts, copies (G11, G12)."""

import secrets
import tempfile
from pathlib import Path

import pytest

from app.documents import pdf
from hardware.devices.printer import Printer, PrintJob
from hardware.devices.printer_reasons import job_codes
from hardware.errors import DeviceRefused, NoDevice
from hardware.transports.spooler import CupsSpooler
from tests.documents import letter
from tests.documents.test_pdf import red_box
from tests.hardware import private_cups_pdf
from tests.hardware.private_cups import CLIENT, CUPSD, PrivateCups
from tests.hardware.private_ipp_printer import BUS, PRINTER, PrivateIppPrinter

pytestmark = pytest.mark.skipif(
    not (CUPSD and CLIENT), reason="cupsd is not installed (packages cups-daemon, cups-client)"
)
needs_cups_pdf = pytest.mark.skipif(
    bool(private_cups_pdf.MISSING), reason=private_cups_pdf.MISSING or "there"
)
needs_ipp_printer = pytest.mark.skipif(
    not (PRINTER and BUS), reason="ippeveprinter or dbus-daemon is not installed"
)
DPI = 300
SHRINKING = [
    (),
    ("-o", "fit-to-page-default=true"),
    ("-o", "PageSize=Letter"),
    ("-o", "print-scaling-default=fit"),
    ("-o", "number-up-default=2"),
    ("-o", "fit-to-page-default=true", "-o", "PageSize=Letter", "-o", "print-scaling-default=fit"),
]


@pytest.fixture(scope="module")
def composed():
    return pdf.compose(letter.facts(), seal=letter.seal(200))


@pytest.fixture
def cups():
    """In a folder that the user may enter as whom CUPS runs its filters."""
    with tempfile.TemporaryDirectory(prefix="cups-") as folder:
        made = PrivateCups(Path(folder))
        made.folder.chmod(0o755)
        made.prepare((), None)
        made.start()
        yield made
        made.stop()


@pytest.fixture
def paper(cups):
    """The folder where pages of the queue "Paper" appear."""
    name = f"counter-test-{secrets.token_hex(4)}"
    with private_cups_pdf.settings(name, cups.folder) as folder:
        cups.add("Paper", f"cups-pdf:/{name}", "-P", str(private_cups_pdf.PPD))
        yield folder


@pytest.fixture
def machine(cups, tmp_path_factory):
    """An IPP printer behind the queue "Hall", set up as a system does it by itself."""
    made = PrivateIppPrinter(tmp_path_factory.mktemp("printer"))
    made.start()
    cups.add("Hall", made.address, "-m", "everywhere")
    spooler = CupsSpooler(cups.socket)
    cups.until(lambda: [each.takes_a4 for each in spooler.printers()] == [True])
    yield made
    made.stop()


def finished(cups, printer, job):
    cups.until(lambda: printer.follow(job).state == "done")
    return printer.follow(job)


def diameter(data, page):
    left, top, right, bottom = red_box(data, page, DPI)
    return right - left, bottom - top


@needs_cups_pdf
@pytest.mark.parametrize("options", SHRINKING)
def test_no_default_of_a_queue_shrinks_or_moves_the_seal(cups, paper, composed, options):
    if options:
        cups.run("lpadmin", "-p", "Paper", *options)
    printer = Printer(CupsSpooler(cups.socket))
    done = finished(cups, printer, printer.print(composed.pdf))
    (sheet,) = paper.rglob("*.pdf")
    page = composed.seal_page - 1
    left, top, width, height = composed.seal_rect_mm
    ring = 4 / 200 * width  # the test picture's ring starts four pixels inside
    planned = (left + ring, top + ring, left + width - ring, top + height - ring)
    assert red_box(sheet.read_bytes(), page, DPI) == pytest.approx(planned, abs=0.5)
    assert done.pages == composed.pages
    assert not [
        name for name in cups.folder.rglob("*") if letter.case().applicant.name in str(name)
    ]


@needs_cups_pdf
def test_the_same_queue_does_change_what_does_not_say_its_size(cups, paper, composed):
    """Else the test above could not fail."""
    cups.run("lpadmin", "-p", "Paper", *SHRINKING[-1])
    kept = cups.folder / "letter.pdf"
    kept.write_bytes(composed.pdf)
    cups.run("lp", "-d", "Paper", "-t", "plain", str(kept))
    cups.until(lambda: [each for each in paper.rglob("*.pdf") if each.stat().st_size])
    spooler = CupsSpooler(cups.socket)
    cups.until(lambda: spooler.printers()[0].state == "idle")
    (sheet,) = paper.rglob("*.pdf")
    page = composed.seal_page - 1
    shrunk, source = diameter(sheet.read_bytes(), page), diameter(composed.pdf, page)
    assert shrunk != pytest.approx(source, abs=0.5)


@needs_cups_pdf
def test_a_queue_without_a4_is_said_before_anything_is_printed(cups, paper, composed):
    cups.run("lpadmin", "-p", "Paper", "-P", str(private_cups_pdf.without_a4(cups.folder)))
    spooler = CupsSpooler(cups.socket)
    assert spooler.printers()[0].takes_a4 is False
    with pytest.raises(DeviceRefused) as trouble:
        Printer(spooler).print(composed.pdf)
    assert (trouble.value.code, trouble.value.facts) == ("printer.no-a4", {"name": "Paper"})
    assert spooler.job("1").state == "unknown"


@needs_cups_pdf
def test_three_copies_are_one_job_and_all_their_pages_are_counted(cups, paper, composed):
    printer = Printer(CupsSpooler(cups.socket))
    job = printer.print(composed.pdf, copies=3)
    assert finished(cups, printer, job).pages == 3 * composed.pages
    assert printer.follow(PrintJob("Paper", str(int(job.id) + 1), 1)).state == "unknown"


@needs_ipp_printer
@pytest.mark.parametrize(
    ("keyword", "code"),
    [
        ("media-empty-error", "printer.media-empty"),
        ("media-jam-error", "printer.media-jam"),
        ("cover-open-error", "printer.cover-open"),
        ("toner-empty-error", "printer.toner-empty"),
    ],
)
def test_what_a_printer_reports_is_told_apart_and_the_letter_comes_afterwards(
    cups, machine, composed, keyword, code
):
    machine.trouble(keyword)
    printer = Printer(CupsSpooler(cups.socket))
    job = printer.print(composed.pdf)
    cups.until(lambda: code in job_codes("printing", printer.follow(job).reasons))
    assert printer.follow(job).state == "printing"
    machine.trouble("")
    assert finished(cups, printer, job).pages == composed.pages
    assert machine.printed().startswith(b"%PDF")


@needs_ipp_printer
def test_a_stopped_queue_a_stopped_service_and_a_fresh_start_print_each_letter_once(
    cups, machine, composed
):
    cups.operate("cupsdisable", "Hall")
    first = Printer(CupsSpooler(cups.socket)).print(composed.pdf)
    cups.stop()
    with pytest.raises(NoDevice) as trouble:
        Printer(CupsSpooler(cups.socket)).print(composed.pdf)
    assert trouble.value.code == "printer.no-service"
    cups.start()
    again = Printer(CupsSpooler(cups.socket))  # as after a fresh start: only the number is kept
    waiting = again.follow(first)
    assert job_codes(waiting.state, waiting.reasons) == ("printer.paused",)
    second = again.print(composed.pdf)
    cups.operate("cupsenable", "Hall")
    assert {finished(cups, again, job).pages for job in (first, second)} == {composed.pages}
    assert machine.printed().count(b"%%EOF") == 2
