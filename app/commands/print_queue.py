"""The counter's printers as services see them: device trouble in the office's own words."""

import os
from collections.abc import Sequence

from app.errors import Unavailable
from hardware.errors import DeviceRefused, DeviceTrouble, NoDevice
from hardware.station import Station
from hardware.transports.base import JobStatus, PrinterStatus, Spooler


def spooler_of(station: Station) -> Spooler:
    """CUPS; on Windows, which has no CUPS, Qt prints."""
    if os.name == "nt":
        from ui.printing import QtSpooler

        return QtSpooler()
    return station.spooler()


class PrintQueue:
    """Fulfils app.services.printing.Spooler; asked anew each time, a printer may come and go."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def printers(self) -> Sequence[PrinterStatus]:
        """None while the print service is away; then letters wait."""
        try:
            return spooler_of(self._station).printers()
        except DeviceTrouble:
            return ()

    def submit(self, printer: str, pdf: bytes, copies: int) -> str:
        """Unavailable print.failed: whether something came out is not known."""
        try:
            return spooler_of(self._station).submit(printer, pdf, copies)
        except NoDevice as trouble:
            raise Unavailable("print.away", printer=printer) from trouble
        except DeviceRefused as trouble:
            status = trouble.facts.get("status", "")
            raise Unavailable("print.not-taken", printer=printer, status=status) from trouble
        except DeviceTrouble as trouble:
            raise Unavailable("print.failed", printer=printer, why=trouble.code) from trouble

    def job(self, printer: str, job: str) -> JobStatus:
        """Unavailable print.away while nobody can be asked; another printer's job is unknown."""
        try:
            found = spooler_of(self._station).job(job)
        except DeviceTrouble as trouble:
            raise Unavailable("print.away", printer=printer) from trouble
        return found if found.printer in ("", printer) else JobStatus("unknown")
