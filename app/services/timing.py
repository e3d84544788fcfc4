"""The time a letter is sealed at: the platform's while it is in touch, else the PC's, marked so."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.clock import CHINA
from app.services.office import Office
from app.sync import state

IN_TOUCH = timedelta(minutes=15)  # after that the PC's clock may have been set


def sealing_time(office: Office) -> tuple[datetime, bool]:
    """The time to the second, and whether to trust it: then setting the PC's moves nothing."""
    with office.store.read() as rx:
        offset = timedelta(milliseconds=int(state.get(rx, "clock_offset_ms", "0")))
        run, seen = state.get(rx, "contact_run"), state.get(rx, "contact_mono", "0")
        theirs = state.get(rx, "contact_server_time")
    passed = timedelta(seconds=office.clock.monotonic() - float(seen))
    if run == office.run and theirs and timedelta() <= passed <= IN_TOUCH:
        at = (datetime.fromisoformat(theirs) + passed).astimezone(CHINA)
        return at.replace(microsecond=0), True
    return (office.clock.now() + offset).replace(microsecond=0), False


@dataclass(frozen=True, slots=True)
class SealingClock:
    """The same time for those who are handed a clock."""

    office: Office

    def now(self) -> datetime:
        return sealing_time(self.office)[0]


def note_contact(office: Office, server_time: str) -> None:
    """After every answer of the platform: what its clock says, and how far off the PC's is."""
    offset = datetime.fromisoformat(server_time) - office.clock.now()
    milliseconds = offset // timedelta(milliseconds=1)
    with office.store.write() as tx:
        state.put(
            tx,
            clock_offset_ms=milliseconds,
            contact_run=office.run,
            contact_mono=str(office.clock.monotonic()),
            contact_server_time=server_time,
            contact_at=office.now(),
        )
