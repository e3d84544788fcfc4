"""What is done again and again: one round with the platform, one look at the devices."""

from dataclasses import dataclass

from app.commands.opening import Opened
from app.commands.print_queue import PrintQueue, spooler_of
from app.domain.duties import Act
from app.errors import Refused, Unavailable
from app.services import paper_trail, printing, status, time_stamps, timing
from app.services.office import Office
from app.services.paper_trail import Followed
from app.services.printing import Printed
from app.sync.engine import RoundResult
from hardware.device_states import DeviceState
from hardware.errors import DeviceTrouble
from hardware.transports.base import PrinterStatus

NOT_ENROLLED = RoundResult("stopped", 0, {}, 60.0, "sync.not-enrolled")


@dataclass(frozen=True, slots=True)
class Devices:
    """One look: devices by their ports, printers or why there is none, what was printed now.

    `followed`: what became of the copies the print service had.
    """

    states: tuple[DeviceState, ...]
    printers: tuple[PrinterStatus, ...]
    printer_trouble: Exception | None
    printed: tuple[Printed, ...] = ()
    followed: tuple[Followed, ...] = ()


def sync(opened: Opened, office: Office) -> RoundResult:
    """One round on the lane `net`; the platform's time is kept for sealing.

    Time stamps that letters wait for are fetched with it.
    """
    if opened.engine is None:
        return NOT_ENROLLED
    with office.judged(Act.SYNC, office.installation.counter):
        result = opened.engine.round()
    if result.server_time:
        timing.note_contact(office, result.server_time)
    time_stamps.fetch_waiting(office)
    return result


def look(opened: Opened, office: Office) -> Devices:
    """On the lane `print`; letters that waited for a printer go out when there is one."""
    states, queue = opened.station.states(), PrintQueue(opened.station)
    followed = paper_trail.follow(office, queue)
    try:
        printers = spooler_of(opened.station).printers()
    except DeviceTrouble as missing:
        return Devices(states, (), missing, (), followed)
    try:
        waits = bool(printers) and status.counter(office).prints_waiting > 0
        printed = printing.print_waiting(office, queue) if waits else ()
    except (DeviceTrouble, Refused, Unavailable) as found:
        return Devices(states, printers, found, (), followed)
    return Devices(states, printers, None, printed, followed)
