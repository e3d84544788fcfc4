"""The smart card service (PC/SC): a way to it, its readers, and its results as trouble."""

import os
import socket
from typing import Any

from hardware.errors import BadAnswer, DeviceTrouble, NoCard, NoDevice

DOOR = "/run/pcscd/pcscd.comm"  # where pcsc-lite looks, unless the environment says otherwise
DOOR_SECONDS = 1.0
VIRTUAL_READER = "Virtual PCD"  # of vsmartcard: what lies in it is a program

# what the service says, by its own name
RESULTS: dict[str, tuple[type[DeviceTrouble], str]] = {
    "SCARD_E_NO_SERVICE": (NoDevice, "pcsc.no-service"),
    "SCARD_E_SERVICE_STOPPED": (NoDevice, "pcsc.no-service"),
    "SCARD_E_INVALID_HANDLE": (NoDevice, "pcsc.no-service"),
    "SCARD_E_SYSTEM_CANCELLED": (NoDevice, "pcsc.no-service"),
    "SCARD_F_COMM_ERROR": (NoDevice, "pcsc.no-service"),
    "SCARD_W_SECURITY_VIOLATION": (NoDevice, "pcsc.forbidden"),
    "SCARD_E_NO_ACCESS": (NoDevice, "pcsc.forbidden"),
    "SCARD_E_UNKNOWN_READER": (NoDevice, "pcsc.no-reader"),
    "SCARD_E_READER_UNAVAILABLE": (NoDevice, "pcsc.no-reader"),
    "SCARD_E_NO_READERS_AVAILABLE": (NoDevice, "pcsc.no-reader"),
    "SCARD_E_NO_SMARTCARD": (NoCard, "pcsc.no-card"),
    "SCARD_W_REMOVED_CARD": (NoCard, "pcsc.no-card"),
    "SCARD_W_UNRESPONSIVE_CARD": (NoCard, "pcsc.mute"),
    "SCARD_W_UNPOWERED_CARD": (NoCard, "pcsc.mute"),
    "SCARD_W_UNSUPPORTED_CARD": (NoCard, "pcsc.mute"),
    "SCARD_E_SHARING_VIOLATION": (NoDevice, "pcsc.in-use"),
}


def scard() -> Any:
    """The service's functions; loaded when first needed."""
    from smartcard import scard

    return scard


def reader_names() -> tuple[str, ...]:
    """The readers as the service names them; NoDevice where there is no service."""
    context = open_context()
    try:
        return listed(context)
    finally:
        scard().SCardReleaseContext(context)


def listed(context: Any) -> tuple[str, ...]:
    """The readers in a context that is open already."""
    try:
        result, names = scard().SCardListReaders(context, [])
    except SystemError:  # what pyscard makes of a context that the service no longer knows
        raise NoDevice("pcsc.no-service") from None
    if result == scard().SCARD_E_NO_READERS_AVAILABLE:
        return ()
    good(result, running=True)
    return tuple(names)


def is_virtual(reader: str) -> bool:
    return reader.startswith(VIRTUAL_READER)


def control_code(function: int) -> int:
    """The system's number for a function of a reader's driver."""
    return int(scard().SCARD_CTL_CODE(function))


def open_context() -> Any:
    """A way to the service; NoDevice when it is not there or does not let this user in.

    Both are "no service" to pcsc-lite when the service hangs up fast, so its door is tried, too.
    """
    result, context = _established()
    if result == scard().SCARD_E_NO_SERVICE and _has_door():
        result, context = _established()  # it may just have been started
        if result == scard().SCARD_E_NO_SERVICE:
            raise NoDevice("pcsc.forbidden")
    good(result)
    return context


def _established() -> tuple[int, Any]:
    result, context = scard().SCardEstablishContext(scard().SCARD_SCOPE_USER)
    return int(result), context


def _has_door() -> bool:
    """Somebody listens where pcsc-lite has its service, or only others may try."""
    if not hasattr(socket, "AF_UNIX"):
        return False
    with socket.socket(socket.AF_UNIX) as door:
        door.settimeout(DOOR_SECONDS)
        try:
            door.connect(os.environ.get("PCSCLITE_CSOCK_NAME", DOOR))
        except PermissionError:
            return True
        except OSError:
            return False
    return True


def good(result: int, *, running: bool = False) -> None:
    """Trouble of the right kind for every result but success.

    `running`: in the middle of something. pcsc-lite may say "security violation" when the service
    hangs up: at the door that is a refusal (polkit), later it means that the service went away.
    """
    s = scard()
    if result == s.SCARD_S_SUCCESS:
        return
    if running and result == s.SCARD_W_SECURITY_VIOLATION:
        raise NoDevice("pcsc.no-service")
    for name, (kind, code) in RESULTS.items():
        if result == getattr(s, name):
            raise kind(code)
    raise BadAnswer("pcsc.reader-error", status=f"{result % 2**32:08X}")
