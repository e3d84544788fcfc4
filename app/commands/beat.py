"""What is done again and again: one round with the platform, one look at the devices."""

from dataclasses import dataclass

from app.commands.opening import Opened
from app.commands.print_queue import PrintQueue
from app.domain.duties import Act
from app.errors import Refused, Unavailable
from app.services import printing, status, timing
from app.services.office import Office
from app.services.printing import Printed
from app.sync.engine import RoundResult
from hardware.errors import DeviceTrouble
from hardware.station import DeviceState
from hardware.transports.base import PrinterStatus

NOT_ENROLLED = RoundResult("stopped", 0, {}, 60.0, "sync.not-enrolled")


@dataclass(frozen=True, slots=True)
class Devices:
    """One look: devices by their ports, printers or why there is none, what was printed now."""

    states: tuple[DeviceState, ...]
    printers: tuple[PrinterStatus, ...]
    printer_trouble: Exception | None
    printed: tuple[Printed, ...] = ()


def sync(opened: Opened, office: Office) -> RoundResult:
    """One round on the lane `net`; the platform's time is kept for sealing."""
    if opened.engine is None:
        return NOT_ENROLLED
    with office.judged(Act.SYNC, office.installation.counter):
        result = opened.engine.round()
    if result.server_time:
        timing.note_contact(office, result.server_time)
    return result


def look(opened: Opened, office: Office) -> Devices:
    """On the lane `print`; letters that waited for a printer go out when there is one."""
    states = opened.station.states()
    try:
        printers = opened.station.spooler().printers()
    except DeviceTrouble as missing:
        return Devices(states, (), missing)
    try:
        waits = bool(printers) and status.counter(office).prints_waiting > 0
        printed = printing.print_waiting(office, PrintQueue(opened.station)) if waits else ()
    except (DeviceTrouble, Refused, Unavailable) as found:
        return Devices(states, printers, found)
    return Devices(states, printers, None, printed)
