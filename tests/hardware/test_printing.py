"""Letters through a real CUPS: the very bytes, once, and what became of each job."""

import os
import secrets
import signal

import pytest

from hardware.devices.printer import Printer, PrintJob
from hardware.devices.printer_reasons import job_codes
from hardware.errors import BadAnswer, DeviceRefused, NoDevice
from hardware.transports.base import JobStatus, PrinterStatus
from hardware.transports.spooler import CupsSpooler
from tests.hardware.private_cups import CLIENT, CUPSD, PrivateCups

pytestmark = pytest.mark.skipif(
    not (CUPSD and CLIENT), reason="cupsd is not installed (packages cups-daemon, cups-client)"
)
LETTER = b"%PDF-1.7\n" + secrets.token_bytes(300_000) + b"\n%%EOF\n"


@pytest.fixture
def serve(tmp_path_factory):
    """serve("Hall", "Back", default="Hall") gives a running print service with these queues."""
    running = []

    def start(*queues, default=None):
        cups = PrivateCups(tmp_path_factory.mktemp("cups"))
        cups.prepare(queues, default)
        cups.start()
        running.append(cups)
        return cups

    yield start
    for cups in running:
        cups.stop()


def state(printer, job):
    return printer.follow(job).state


def test_the_very_bytes_come_out_once(serve):
    cups = serve("Hall", default="Hall")
    printer = Printer(CupsSpooler(cups.socket))
    job = printer.print(LETTER)
    cups.until(lambda: state(printer, job) == "done")
    assert cups.printed("Hall") == LETTER


def test_the_job_says_a4_no_scaling_and_nothing_of_the_person(serve):
    cups = serve("Hall")
    printer = Printer(CupsSpooler(cups.socket))
    job = printer.print(LETTER)
    cups.until(lambda: state(printer, job) == "done")
    title, options = cups.title_and_options("Hall")
    assert title == "letter"
    said = {"media=iso_a4_210x297mm", "print-scaling=none", "number-up=1", "nofit-to-page"}
    assert said <= set(options.split())


def test_copies_are_one_job(serve):
    cups = serve("Hall")
    printer = Printer(CupsSpooler(cups.socket))
    job = printer.print(LETTER, copies=3)
    cups.until(lambda: state(printer, job) == "done")
    assert cups.printed("Hall") == LETTER * 3
    assert printer.follow(type(job)("Hall", "2", 1)).state == "unknown"


def test_two_letters_are_two_jobs_each_printed_once(serve):
    cups = serve("Hall")
    printer = Printer(CupsSpooler(cups.socket))
    jobs = [printer.print(b"%PDF-1.7 one"), printer.print(b"%PDF-1.7 two")]
    cups.until(lambda: [state(printer, job) for job in jobs] == ["done", "done"])
    assert cups.printed("Hall") == b"%PDF-1.7 one%PDF-1.7 two"


def test_a_paused_printer_is_said_and_the_job_waits_until_it_goes_on(serve):
    cups = serve("Hall")
    spooler = CupsSpooler(cups.socket)
    cups.operate("cupsdisable", "Hall")
    assert spooler.printers() == (PrinterStatus("Hall", False, "stopped", ("paused",)),)
    printer = Printer(spooler)
    job = printer.print(LETTER)
    assert printer.follow(job) == JobStatus("waiting", ("printer-stopped", "paused"), "Hall")
    assert job_codes("waiting", printer.follow(job).reasons) == ("printer.paused",)
    cups.operate("cupsenable", "Hall")
    cups.until(lambda: state(printer, job) == "done")
    assert cups.printed("Hall") == LETTER


def test_out_of_paper_is_told_apart_and_the_letter_comes_when_there_is_paper(serve):
    cups = serve("Hall")
    cups.paper("Hall", there=False)
    printer = Printer(CupsSpooler(cups.socket))
    job = printer.print(LETTER)
    cups.until(lambda: "media-empty-error" in printer.follow(job).reasons)
    assert state(printer, job) == "printing"
    assert job_codes("printing", printer.follow(job).reasons) == ("printer.media-empty",)
    cups.paper("Hall", there=True)
    cups.until(lambda: state(printer, job) == "done")
    assert cups.printed("Hall") == LETTER


def test_a_cancelled_job_is_not_a_finished_one(serve):
    cups = serve("Hall")
    cups.operate("cupsdisable", "Hall")
    printer = Printer(CupsSpooler(cups.socket))
    job = printer.print(LETTER)
    cups.operate("cancel", f"Hall-{job.id}")
    assert state(printer, job) == "cancelled"
    assert job_codes("cancelled", printer.follow(job).reasons) == ("printer.job-cancelled",)
    assert cups.printed("Hall") == b""


def test_a_printer_that_takes_no_jobs_is_said(serve):
    cups = serve("Hall")
    cups.operate("cupsreject", "Hall")
    spooler = CupsSpooler(cups.socket)
    assert spooler.printers()[0].reasons == ("not-accepting-jobs",)
    with pytest.raises(DeviceRefused) as trouble:
        Printer(spooler).print(LETTER)
    assert trouble.value.code == "printer.refused"


def test_no_printer_is_said(serve):
    with pytest.raises(NoDevice) as trouble:
        Printer(CupsSpooler(serve().socket)).print(LETTER)
    assert trouble.value.code == "printer.none"


def test_no_print_service_is_said(tmp_path):
    with pytest.raises(NoDevice) as trouble:
        Printer(CupsSpooler(str(tmp_path / "nobody"))).print(LETTER)
    assert trouble.value.code == "printer.no-service"


def test_the_default_printer_is_taken_or_the_named_one_and_never_just_any(serve):
    cups = serve("Hall", "Back", default="Back")
    spooler = CupsSpooler(cups.socket)
    assert Printer(spooler).status().name == "Back"
    assert Printer(spooler, "Hall").status().name == "Hall"
    with pytest.raises(DeviceRefused) as trouble:
        Printer(spooler, "Gone").print(LETTER)
    assert trouble.value.code == "printer.not-found"
    with pytest.raises(DeviceRefused) as trouble:
        spooler.submit("Gone", LETTER, 1)
    assert trouble.value.code == "printer.not-found"
    with pytest.raises(DeviceRefused) as trouble:
        Printer(CupsSpooler(serve("Hall", "Back").socket)).print(LETTER)
    assert trouble.value.facts["names"] == "Back, Hall"


def test_a_late_answer_is_unconfirmed_and_nothing_is_sent_again(serve):
    cups = serve("Hall")
    spooler = CupsSpooler(cups.socket, seconds=0.3)
    os.kill(cups.process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(BadAnswer) as trouble:
            spooler.submit("Hall", b"%PDF-1.7 once", 1)
    finally:
        os.kill(cups.process.pid, signal.SIGCONT)
    assert trouble.value.code == "printer.unconfirmed"
    later = CupsSpooler(cups.socket)
    second = later.submit("Hall", b" and another", 1)
    cups.until(lambda: later.job(second).state == "done")
    assert cups.printed("Hall").count(b"once") <= 1


def test_a_job_survives_the_service_and_is_still_printed_once(serve):
    cups = serve("Hall")
    cups.operate("cupsdisable", "Hall")
    printer = Printer(CupsSpooler(cups.socket))
    job = printer.print(LETTER)
    cups.stop()
    with pytest.raises(NoDevice):
        printer.follow(job)
    cups.start()
    assert state(printer, job) == "waiting"
    cups.operate("cupsenable", "Hall")
    cups.until(lambda: state(printer, job) == "done")
    assert cups.printed("Hall") == LETTER


def test_a_job_nobody_knows_is_unknown(serve):
    spooler = CupsSpooler(serve("Hall").socket)
    assert spooler.job("4711") == JobStatus("unknown")
    assert spooler.job("../1") == JobStatus("unknown")


def test_a_job_of_another_printer_or_another_title_is_not_ours(serve):
    cups = serve("Hall", "Back")
    printer = Printer(CupsSpooler(cups.socket))
    letter, strange = cups.folder / "letter.pdf", "somebody else's"
    letter.write_bytes(LETTER)
    cups.operate("cupsdisable", "Back")
    cups.run("lp", "-d", "Back", "-t", strange, str(letter))
    assert CupsSpooler(cups.socket).job("1").state == "unknown"
    job = Printer(CupsSpooler(cups.socket), "Back").print(LETTER)
    assert printer.follow(PrintJob("Hall", job.id, 1)).state == "unknown"


def test_a_held_job_is_said_and_comes_out_once_it_is_released(serve):
    cups = serve("Hall")
    cups.operate("cupsdisable", "Hall")
    printer = Printer(CupsSpooler(cups.socket))
    job = printer.print(LETTER)
    cups.run("lp", "-i", f"Hall-{job.id}", "-H", "hold")
    assert job_codes(state(printer, job), printer.follow(job).reasons) == ("printer.job-held",)
    cups.run("lp", "-i", f"Hall-{job.id}", "-H", "resume")
    cups.operate("cupsenable", "Hall")
    cups.until(lambda: state(printer, job) == "done")
    assert cups.printed("Hall") == LETTER
