"""The system's print service on Linux: CUPS, spoken to by IPP over its own socket.

IPP rather than `lp`, because only IPP tells a cancelled job from a finished one, in every language.
A letter is handed over once; whether an unconfirmed one is printed again is for a person to say.
"""

import http.client
import os
import re
import socket
from collections.abc import Mapping
from urllib.parse import quote, unquote

from hardware.codecs import ipp
from hardware.codecs.ipp import Attribute, Group, Reply
from hardware.errors import BadAnswer, DeviceRefused, NoDevice
from hardware.transports.base import JobStatus, PrinterStatus

SOCKET = "/run/cups/cups.sock"
PORT, LARGEST_PORT = 631, 65535
PRINT_JOB, GET_JOB_ATTRIBUTES = 0x0002, 0x0009
GET_DEFAULT, GET_PRINTERS = 0x4001, 0x4002
FAILED, NOT_FOUND = 0x0100, 0x0406  # statuses from 0100 on are failures

TITLE = "letter"  # never a name or a number: titles are shown to everybody and kept in logs
A4 = "iso_a4_210x297mm"
A4_NAMES = re.compile(r"(iso_a4_210x297mm|A4)(?![0-9A-Za-z])")  # A4: the older name
PRINTER_STATES = {3: "idle", 4: "printing", 5: "stopped"}
JOB_STATES = {
    3: "waiting",
    4: "held",
    5: "printing",
    6: "printing",  # with printer-stopped among the reasons
    7: "cancelled",
    8: "failed",
    9: "done",
}
PRINTER_STOPPED, NOT_ACCEPTING = "printer-stopped", "not-accepting-jobs"
OF_A_PRINTER = (
    "printer-name",
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "media-supported",
)
OF_A_JOB = (
    "job-state",
    "job-state-reasons",
    "job-name",
    "job-printer-uri",
    "job-impressions-completed",
    "job-media-sheets-completed",
)
# Said in the job, so that no default of the queue shrinks the seal or puts two pages on a sheet.
ON_PAPER: tuple[Attribute, ...] = (
    (ipp.KEYWORD, "media", A4),
    (ipp.KEYWORD, "print-scaling", "none"),
    (ipp.BOOLEAN, "fit-to-page", False),  # the older name of the same, a queue's default too
    (ipp.INTEGER, "number-up", 1),
)
ASK_SECONDS, PRINT_SECONDS = 5.0, 30.0


class _SocketConnection(http.client.HTTPConnection):
    """HTTP over a socket of the file system."""

    def __init__(self, path: str, timeout: float) -> None:
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class CupsSpooler:
    """`server` is a socket's path or HOST[:PORT]; None is the system's own."""

    def __init__(self, server: str | None = None, seconds: float = PRINT_SECONDS) -> None:
        self._server = server or SOCKET
        self._print_seconds = seconds

    def printers(self) -> tuple[PrinterStatus, ...]:
        reply = self._ask(ipp.request(GET_PRINTERS, *_wanted(OF_A_PRINTER)))
        if reply.status == NOT_FOUND:
            return ()
        _good(reply)
        default = self._default()
        return tuple(_printer(group, default) for group in reply.of_tag(ipp.PRINTER))

    def submit(self, printer: str, pdf: bytes, copies: int) -> str:
        """Once, A4, not scaled; BadAnswer where nobody knows whether it arrived."""
        head = ipp.request(
            PRINT_JOB,
            (ipp.URI, "printer-uri", _uri(printer)),
            (ipp.NAME, "requesting-user-name", _user()),
            (ipp.NAME, "job-name", TITLE),
            (ipp.MEDIA_TYPE, "document-format", "application/pdf"),
            job=((ipp.INTEGER, "copies", copies), *ON_PAPER),
        )
        reply = self._hand_over(_path(printer), head + pdf)
        if reply.status == NOT_FOUND:
            raise DeviceRefused("printer.not-found", name=printer)
        _good(reply)
        number = next((group.number("job-id") for group in reply.of_tag(ipp.JOB)), None)
        if number is None:
            raise BadAnswer("printer.unconfirmed")
        return str(number)

    def job(self, job_id: str) -> JobStatus:
        if not job_id.isdecimal():
            return JobStatus("unknown")
        asked = ipp.request(
            GET_JOB_ATTRIBUTES,
            (ipp.URI, "job-uri", f"ipp://localhost/jobs/{job_id}"),
            (ipp.NAME, "requesting-user-name", _user()),
            *_wanted(OF_A_JOB),
        )
        reply = self._ask(asked)
        if reply.status == NOT_FOUND:
            return JobStatus("unknown")
        _good(reply)
        return self._status(next(iter(reply.of_tag(ipp.JOB)), Group(ipp.JOB)))

    def _status(self, job: Group) -> JobStatus:
        if job.text("job-name") not in (TITLE, ""):  # numbers are given again after a fresh start
            return JobStatus("unknown")
        state = JOB_STATES.get(job.number("job-state") or 0, "unknown")
        reasons = _told(job.texts("job-state-reasons"))
        if state in ("waiting", "printing"):
            reasons += self._printer_trouble(job.text("job-printer-uri"), reasons)
        printer = unquote(job.text("job-printer-uri").rpartition("/")[2])
        return JobStatus(state, reasons, printer, _pages(job))

    def _printer_trouble(self, uri: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Why the job's printer keeps it waiting: paused, out of paper ..."""
        name = unquote(uri.rpartition("/")[2])
        for printer in self.printers():
            if printer.name == name:
                stopped = (PRINTER_STOPPED,) if printer.state == "stopped" else ()
                return tuple(r for r in (*stopped, *printer.reasons) if r not in known)
        return ()

    def _default(self) -> str:
        asked = (ipp.KEYWORD, "requested-attributes", "printer-name")
        reply = self._ask(ipp.request(GET_DEFAULT, asked))
        return next((group.text("printer-name") for group in reply.of_tag(ipp.PRINTER)), "")

    def _ask(self, body: bytes) -> Reply:
        """A question that changes nothing."""
        try:
            return self._sent(self._connected(ASK_SECONDS), "/", body)
        except (OSError, http.client.HTTPException) as trouble:
            raise NoDevice("printer.no-service") from trouble

    def _hand_over(self, path: str, body: bytes) -> Reply:
        """From the first byte on it is not known what the service did with it, until it says so."""
        try:
            connection = self._connected(self._print_seconds)
        except OSError as trouble:
            raise NoDevice("printer.no-service") from trouble
        try:
            return self._sent(connection, path, body)
        except (OSError, http.client.HTTPException, BadAnswer) as trouble:
            raise BadAnswer("printer.unconfirmed") from trouble

    def _connected(self, seconds: float) -> http.client.HTTPConnection:
        if self._server.startswith("/"):
            connection: http.client.HTTPConnection = _SocketConnection(self._server, seconds)
        else:
            connection = http.client.HTTPConnection(*_place(self._server), timeout=seconds)
        try:
            connection.connect()
        except OSError:
            connection.close()
            raise
        return connection

    def _sent(self, connection: http.client.HTTPConnection, path: str, body: bytes) -> Reply:
        headers: Mapping[str, str] = {"Content-Type": "application/ipp"}
        try:
            connection.request("POST", path, body, dict(headers))
            response = connection.getresponse()
            raw = response.read(ipp.MAX_BYTES)
        finally:
            connection.close()
        if response.status != http.HTTPStatus.OK:
            raise DeviceRefused("printer.refused", status=f"HTTP {response.status}")
        try:
            return ipp.read_reply(raw)
        except ValueError as trouble:
            raise BadAnswer("printer.garbled") from trouble


def _place(server: str) -> tuple[str, int]:
    """Host and port; OSError, as for one that does not answer, where that is no port."""
    host, _, port = server.partition(":")
    if port and not (port.isdecimal() and int(port) <= LARGEST_PORT):
        raise OSError("no port")
    return host, int(port or PORT)


def _printer(group: Group, default: str) -> PrinterStatus:
    name = group.text("printer-name")
    state = PRINTER_STATES.get(group.number("printer-state") or 0, "unknown")
    reasons = _told(group.texts("printer-state-reasons"))
    if group.flag("printer-is-accepting-jobs") is False:
        reasons += (NOT_ACCEPTING,)
    media = group.texts("media-supported")
    a4 = any(map(A4_NAMES.match, media)) if media else None
    return PrinterStatus(name, name == default, state, reasons, a4)


def _pages(job: Group) -> int | None:
    """Sides that came out; some services count them, some sheets, some nothing (then always 0)."""
    counts = [job.number(f"job-{each}-completed") for each in ("impressions", "media-sheets")]
    return max((count for count in counts if count), default=None)


def _wanted(names: tuple[str, ...]) -> list[Attribute]:
    """The keyword with all its values: only the first carries its name (RFC 8010 3.1.5)."""
    return [
        (ipp.KEYWORD, "requested-attributes" if place == 0 else "", name)
        for place, name in enumerate(names)
    ]


def _told(reasons: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(reason for reason in reasons if reason != "none")


def _good(reply: Reply) -> None:
    if reply.status >= FAILED:
        raise DeviceRefused("printer.refused", status=f"{reply.status:04X}")


def _path(printer: str) -> str:
    return f"/printers/{quote(printer, safe='')}"


def _uri(printer: str) -> str:
    return f"ipp://localhost{_path(printer)}"


def _user() -> str:
    """Whose job it is, so that he may cancel it with the system's own tools."""
    import pwd  # not there on Windows, where Qt prints

    return pwd.getpwuid(os.getuid()).pw_name
