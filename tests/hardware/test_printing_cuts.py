"""The print service's answers cut at every byte: said, nothing sent twice, the next act works."""

import os
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from hardware.codecs import ipp
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoDevice
from hardware.transports.spooler import CupsSpooler
from tests.hardware.test_printing_answers import HEAD, attribute

LETTER = b"%PDF-1.7 a letter"
ENUM, INT, KEYWORD, NAME, URI = 0x23, 0x21, 0x44, 0x42, 0x45


def number(tag, name, value):
    return attribute(tag, name, value.to_bytes(4, "big"))


TAKEN = HEAD + b"\x02" + number(INT, b"job-id", 7) + number(ENUM, b"job-state", 3) + b"\x03"
JOB = (
    HEAD + b"\x02" + attribute(NAME, b"job-name", b"letter") + number(ENUM, b"job-state", 9)
    + attribute(URI, b"job-printer-uri", b"ipp://localhost/printers/Hall")
    + attribute(KEYWORD, b"job-state-reasons", b"job-completed-successfully")
    + number(INT, b"job-impressions-completed", 4) + b"\x03"
)  # fmt: skip
PRINTERS = (
    HEAD + b"\x04" + attribute(NAME, b"printer-name", b"Hall")
    + number(ENUM, b"printer-state", 3) + attribute(KEYWORD, b"printer-state-reasons", b"none")
    + attribute(KEYWORD, b"media-supported", b"na_letter_8.5x11in")
    + attribute(KEYWORD, b"", b"iso_a4_210x297mm") + b"\x03"
)  # fmt: skip


def http(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: {len(body)}"
    return head.encode() + b"\r\n\r\n" + body


class Service:
    """Answers each request with the next of these bytes and hangs up; counts the letters."""

    def __init__(self, place: Path) -> None:
        self.address = str(place / "sock")
        self.letters = 0
        self._line = socket.socket(socket.AF_UNIX)
        self._line.bind(self.address)
        self._line.listen(1)

    def answer(self, *answers: bytes) -> None:
        for each in answers:
            line, _ = self._line.accept()
            with line:
                self.letters += LETTER in _request(line)
                line.sendall(each)

    def close(self) -> None:
        self._line.close()
        os.unlink(self.address)


def _request(line: socket.socket) -> bytes:
    """The whole of one request, by its length."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += line.recv(65536)
    head, _, body = got.partition(b"\r\n\r\n")
    size = int(head.lower().partition(b"content-length:")[2].split()[0])
    while len(body) < size:
        body += line.recv(65536)
    return body


@pytest.fixture
def service(tmp_path):
    made = Service(tmp_path)
    yield made
    made.close()


@pytest.fixture
def beside():
    with ThreadPoolExecutor(1) as pool:
        yield pool


def tried(act: Callable[[], object]) -> object:
    try:
        return act()
    except DeviceTrouble as trouble:
        return trouble


def asked(spooler: CupsSpooler) -> object:
    return tried(lambda: spooler.job("7"))


def handed_over(spooler: CupsSpooler) -> object:
    return tried(lambda: spooler.submit("Hall", LETTER, 2))


CUTS = [
    pytest.param(http, lambda whole, n: whole[:n], id="line"),
    pytest.param(lambda body: body, lambda body, n: http(body[:n]), id="answer"),
]


@pytest.mark.parametrize(("whole_of", "cut"), CUTS)
def test_a_question_cut_at_any_byte_is_said_and_the_next_one_works(service, beside, whole_of, cut):
    whole, spooler = whole_of(JOB), CupsSpooler(service.address)
    answers = [answer for n in range(len(whole)) for answer in (cut(whole, n), http(JOB))]
    done = beside.submit(service.answer, *answers)
    for _ in range(len(whole)):
        found = asked(spooler)
        assert isinstance(found, NoDevice | BadAnswer)
        assert found.code in ("printer.no-service", "printer.garbled")
        again = spooler.job("7")
        assert (again.state, again.printer, again.pages) == ("done", "Hall", 4)
    done.result(10)


@pytest.mark.parametrize(("whole_of", "cut"), CUTS)
def test_a_letter_whose_answer_is_cut_at_any_byte_is_unconfirmed_and_sent_once(
    service, beside, whole_of, cut
):
    whole, spooler = whole_of(TAKEN), CupsSpooler(service.address)
    done = beside.submit(service.answer, *(cut(whole, n) for n in range(len(whole))))
    for n in range(len(whole)):
        found = handed_over(spooler)
        assert isinstance(found, BadAnswer)
        assert found.code == "printer.unconfirmed"
        assert service.letters <= n + 1
    done.result(10)
    assert service.letters == len(whole)


def test_printers_cut_at_any_byte_are_said_and_never_half_a_list(service, beside):
    whole, spooler = http(PRINTERS), CupsSpooler(service.address)
    done = beside.submit(service.answer, *(whole[:n] for n in range(len(whole))))
    for _ in range(len(whole)):
        assert isinstance(tried(spooler.printers), NoDevice | BadAnswer)
    done.result(10)
    done = beside.submit(service.answer, http(PRINTERS), http(PRINTERS))
    assert [printer.takes_a4 for printer in spooler.printers()] == [True]
    done.result(10)


def test_a_printer_that_lists_its_paper_without_a4_is_known_by_it(service, beside):
    letter_only = PRINTERS.replace(b"iso_a4_210x297mm", b"iso_a5_148x210mm")
    done = beside.submit(service.answer, http(letter_only), http(letter_only))
    assert [each.takes_a4 for each in CupsSpooler(service.address).printers()] == [False]
    done.result(10)


def test_a_service_that_says_no_in_its_own_way_is_a_refusal(service, beside):
    done = beside.submit(service.answer, b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
    found = handed_over(CupsSpooler(service.address))
    assert isinstance(found, DeviceRefused)
    assert found.facts["status"] == "HTTP 403"
    done.result(10)


def test_an_answer_longer_than_any_is_not_taken_in(service, beside):
    endless = http(HEAD + b"\x04" + attribute(NAME, b"n", b"x" * 60000) * 80 + b"\x03")
    assert len(endless) > ipp.MAX_BYTES
    done = beside.submit(service.answer, endless)
    found = asked(CupsSpooler(service.address))
    assert isinstance(found, BadAnswer)
    with suppress(BrokenPipeError):  # we hung up on it
        done.result(10)
