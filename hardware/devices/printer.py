"""The printer a letter goes to: the named one, else the default, else the only one."""

from dataclasses import dataclass

from hardware.errors import DeviceRefused, NoDevice
from hardware.transports.base import JobStatus, PrinterStatus, Spooler

__all__ = ["JobStatus", "PrintJob", "Printer", "PrinterStatus"]  # windows import no transports


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One letter handed over once; keep it to ask what became of it."""

    printer: str
    id: str
    copies: int


class Printer:
    """Hands over and asks; it never waits and never prints anything again by itself."""

    def __init__(self, spooler: Spooler, name: str | None = None) -> None:
        self._spooler = spooler
        self._name = name

    def status(self) -> PrinterStatus:
        """The printer that would be taken now."""
        printers = self._spooler.printers()
        if not printers:
            raise NoDevice("printer.none")
        if self._name is not None:
            return self._named(printers, self._name)
        default = [printer for printer in printers if printer.is_default]
        if not default and len(printers) > 1:
            names = ", ".join(printer.name for printer in printers)
            raise DeviceRefused("printer.several", names=names)
        return (default or printers)[0]

    def print(self, pdf: bytes, copies: int = 1) -> PrintJob:
        """One job, whatever the number of copies; done only when `follow` says so."""
        if copies < 1:
            raise ValueError("at least one copy")
        printer = self.status()
        if printer.takes_a4 is False:
            raise DeviceRefused("printer.no-a4", name=printer.name)
        job = self._spooler.submit(printer.name, pdf, copies)
        return PrintJob(printer.name, job, copies)

    def follow(self, job: PrintJob) -> JobStatus:
        """What became of it; unknown is said as unknown, and so is another printer's job."""
        found = self._spooler.job(job.id)
        return found if found.printer in ("", job.printer) else JobStatus("unknown")

    @staticmethod
    def _named(printers: tuple[PrinterStatus, ...], name: str) -> PrinterStatus:
        for printer in printers:
            if printer.name == name:
                return printer
        raise DeviceRefused("printer.not-found", name=name)
