"""The counter's printers as services see them: device trouble in the office's own words."""

from collections.abc import Sequence

from app.errors import Unavailable
from hardware.errors import DeviceTrouble
from hardware.station import Station
from hardware.transports.base import PrinterStatus


class PrintQueue:
    """Fulfils app.services.printing.Spooler; asked anew each time, a printer may come and go."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def printers(self) -> Sequence[PrinterStatus]:
        """None while the print service is away; then letters wait."""
        try:
            return self._station.spooler().printers()
        except DeviceTrouble:
            return ()

    def submit(self, printer: str, pdf: bytes, copies: int) -> str:
        """Unavailable print.failed: whether something came out is not known."""
        try:
            return self._station.spooler().submit(printer, pdf, copies)
        except DeviceTrouble as trouble:
            raise Unavailable("print.failed", printer=printer, why=trouble.code) from trouble
