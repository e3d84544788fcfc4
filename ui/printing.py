"""The spooler's Protocol by Qt: on Windows, where no CUPS is, pages go to the printer as pictures.

A page is drawn at the printer's own measure: one millimetre of the letter is one on the paper.
"""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.services.preview import page_images
from hardware.devices.printer import JobStatus, PrinterStatus
from hardware.errors import BadAnswer, DeviceRefused, NoDevice

DPI = 300  # of the pictures: a seal's finest line is 0.1 mm and more
TITLE = "letter"  # never a name or a number
STATES = {
    QPrinter.PrinterState.Idle: "idle",
    QPrinter.PrinterState.Active: "printing",
    QPrinter.PrinterState.Aborted: "stopped",
    QPrinter.PrinterState.Error: "stopped",
}
NOT_TOLD = "not-told"  # the system takes a job and never says when it is out


def printer_named(name: str) -> QPrinter:
    """The system's printer of that name, at its best resolution."""
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise DeviceRefused("printer.not-found", name=name)
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


class QtSpooler:
    """Fulfils hardware.transports.base.Spooler. `open_printer`: tests print into a file."""

    def __init__(self, open_printer: Callable[[str], QPrinter] = printer_named) -> None:
        self._open_printer = open_printer

    def printers(self) -> tuple[PrinterStatus, ...]:
        return tuple(_status(info) for info in QPrinterInfo.availablePrinters())

    def submit(self, printer: str, pdf: bytes, copies: int) -> str:
        """One job, A4, at full size; BadAnswer where nobody knows whether all of it arrived."""
        target = self._open_printer(printer)
        _prepare(target, copies)
        painter = QPainter()
        if not painter.begin(target):
            raise NoDevice("printer.no-service")
        try:
            whole = _draw(painter, target, pdf)
        finally:
            ended = painter.end()
        if not (whole and ended) or target.printerState() is QPrinter.PrinterState.Error:
            raise BadAnswer("printer.unconfirmed")
        return NOT_TOLD

    def job(self, job_id: str) -> JobStatus:
        """Windows says nothing of a job by Qt: that is said, and nothing is guessed."""
        return JobStatus(NOT_TOLD if job_id == NOT_TOLD else "unknown")


def _prepare(target: QPrinter, copies: int) -> None:
    """All that could shrink, turn or double a page is set here; what a driver adds is its own."""
    target.setDocName(TITLE)
    target.setFullPage(True)
    size = QPageSize(QPageSize.PageSizeId.A4)
    target.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)
    )
    target.setFullPage(True)
    target.setCopyCount(copies)
    target.setCollateCopies(True)


def _draw(painter: QPainter, target: QPrinter, pdf: bytes) -> bool:
    """Every page on a sheet of its own; False when a new sheet was refused."""
    for number, (width, height, bgra) in enumerate(page_images(pdf, DPI)):
        if number and not target.newPage():
            return False
        image = QImage(bgra, width, height, width * 4, QImage.Format.Format_RGB32)
        painter.drawImage(_place(target, width, height), image)
    return True


def _place(target: QPrinter, width: int, height: int) -> QRectF:
    """Where a page of that many pixels at DPI lies on the sheet, from its very corner."""
    x, y = target.logicalDpiX() / DPI, target.logicalDpiY() / DPI
    return QRectF(0, 0, width * x, height * y)


def _status(info: QPrinterInfo) -> PrinterStatus:
    sizes = [size.id() for size in info.supportedPageSizes()]
    a4 = QPageSize.PageSizeId.A4 in sizes if sizes else None
    state = STATES.get(info.state(), "unknown")
    return PrinterStatus(info.printerName(), info.isDefault(), state, (), a4)
