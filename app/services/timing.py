"""The time a letter is sealed at: the platform's while it is in touch, else the PC's, marked so."""

from datetime import datetime, timedelta

from app.services.office import Office
from app.sync import state

IN_TOUCH = timedelta(minutes=15)  # after that the PC's clock may have been set


def clock_offset(office: Office) -> timedelta:
    """The platform's time less the PC's, as last seen; none before the first contact."""
    with office.store.read() as rx:
        return timedelta(milliseconds=int(state.get(rx, "clock_offset_ms", "0")))


def sealing_time(office: Office) -> tuple[datetime, bool]:
    """The time to the second, and whether it may be trusted."""
    with office.store.read() as rx:
        offset = timedelta(milliseconds=int(state.get(rx, "clock_offset_ms", "0")))
        run, seen = state.get(rx, "contact_run"), state.get(rx, "contact_mono", "0")
    passed = timedelta(seconds=office.clock.monotonic() - float(seen))
    trusted = run == office.run and timedelta() <= passed <= IN_TOUCH
    return (office.clock.now() + offset).replace(microsecond=0), trusted


def note_contact(office: Office, server_time: str) -> None:
    """After every answer of the platform: how far off the PC's clock is."""
    offset = datetime.fromisoformat(server_time) - office.clock.now()
    milliseconds = offset // timedelta(milliseconds=1)
    with office.store.write() as tx:
        state.put(
            tx,
            clock_offset_ms=milliseconds,
            contact_run=office.run,
            contact_mono=str(office.clock.monotonic()),
            contact_at=office.now(),
        )
