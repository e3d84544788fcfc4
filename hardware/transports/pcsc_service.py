"""The smart card service (PC/SC): a way to it, its readers, and its results as trouble."""

import os
from collections.abc import Callable
from typing import Any

from hardware.errors import BadAnswer, DeviceTrouble, NoCard, NoDevice

SOCKET = "/run/pcscd/pcscd.comm"  # of pcsc-lite; a user who may not open it hears "no service"


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


def control_code(function: int) -> int:
    """The system's number for a function of a reader's driver."""
    return int(scard().SCARD_CTL_CODE(function))


def open_context() -> Any:
    """A way to the service; NoDevice when it is not there or does not let this user in."""
    result, context = scard().SCardEstablishContext(scard().SCARD_SCOPE_USER)
    if result == scard().SCARD_E_NO_SERVICE and _is_barred():
        raise NoDevice("pcsc.forbidden")
    good(result)
    return context


def _is_barred() -> bool:
    return os.path.exists(SOCKET) and not os.access(SOCKET, os.R_OK | os.W_OK)


def good(result: int, *, running: bool = False) -> None:
    """Trouble of the right kind for every result but success.

    `running`: in the middle of something. pcsc-lite says "security violation" whenever the service
    hangs up: at the door that is a refusal (polkit), later it means that the service went away.
    """
    s = scard()
    if result == s.SCARD_S_SUCCESS:
        return
    if running and result == s.SCARD_W_SECURITY_VIOLATION:
        raise NoDevice("pcsc.no-service")
    trouble = _kinds(s).get(result)
    raise trouble() if trouble else BadAnswer("pcsc.reader-error", status=f"{result % 2**32:08X}")


def _kinds(s: Any) -> dict[int, Callable[[], DeviceTrouble]]:
    kinds: dict[Callable[[], DeviceTrouble], tuple[int, ...]] = {
        lambda: NoDevice("pcsc.no-service"): (
            s.SCARD_E_NO_SERVICE, s.SCARD_E_SERVICE_STOPPED, s.SCARD_E_INVALID_HANDLE,
            s.SCARD_F_COMM_ERROR, s.SCARD_E_SYSTEM_CANCELLED,
        ),
        lambda: NoDevice("pcsc.forbidden"): (s.SCARD_W_SECURITY_VIOLATION, s.SCARD_E_NO_ACCESS),
        lambda: NoDevice("pcsc.no-reader"): (
            s.SCARD_E_UNKNOWN_READER, s.SCARD_E_READER_UNAVAILABLE,
            s.SCARD_E_NO_READERS_AVAILABLE,
        ),
        lambda: NoCard("pcsc.no-card"): (s.SCARD_E_NO_SMARTCARD, s.SCARD_W_REMOVED_CARD),
        lambda: NoCard("pcsc.mute"): (
            s.SCARD_W_UNRESPONSIVE_CARD, s.SCARD_W_UNPOWERED_CARD, s.SCARD_W_UNSUPPORTED_CARD,
        ),
        lambda: NoDevice("pcsc.in-use"): (s.SCARD_E_SHARING_VIOLATION,),
    }  # fmt: skip
    return {result: kind for kind, results in kinds.items() for result in results}
