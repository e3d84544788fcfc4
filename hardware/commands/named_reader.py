"""Which reader of the card service is meant: exactly this name, else how it begins."""

from hardware.devices.pcsc_id_reader import named
from hardware.errors import DeviceRefused, NoDevice
from hardware.transports.pcsc_service import reader_names


def readers_named(wanted: str) -> list[str]:
    """At least one; NoDevice says which readers there are instead."""
    names = reader_names()
    try:
        return named(names, wanted)
    except NoDevice:
        if not names:
            raise
        raise NoDevice("pcsc.no-such-reader", name=wanted, names=", ".join(names)) from None


def reader_named(wanted: str) -> str:
    """The only one; never the first of several."""
    found = readers_named(wanted)
    if len(found) > 1:
        raise DeviceRefused("pcsc.several-readers", name=wanted, names=", ".join(found))
    return found[0]
