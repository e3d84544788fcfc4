"""How each device is, as the window shows it, from what was seen last."""

from dataclasses import dataclass, replace

from hardware.transports.pcsc_states import ServiceSeen

SERVICE_KIND = "card-service"


@dataclass(frozen=True, slots=True)
class DeviceState:
    """What the status bar shows of a device; `code` is a key of problems.py when it is in trouble.

    States: absent, ready, no-card, card, locked, trouble.
    """

    kind: str
    name: str
    address: str
    state: str
    simulated: bool
    code: str = ""


def service_state(seen: ServiceSeen | None) -> DeviceState:
    """The smart card service itself: ready, or absent with the reason."""
    code = seen.code if seen else ""
    return DeviceState(SERVICE_KIND, "PC/SC", "pcsc", "absent" if code else "ready", False, code)


def in_card_service(state: DeviceState, seen: ServiceSeen | None) -> DeviceState:
    """`state` as it is by what the card service told; as it was where nothing was asked yet.

    A reader that told its own trouble with the card keeps it for as long as the card is there.
    """
    if seen is None:
        return state
    found, code = seen.reader(state.address)
    if state.kind == "seal-token":
        found, code = _token(found, code)
    if found in ("card", "ready") and state.state in ("trouble", "locked", "card"):
        return state
    return replace(state, state=found, code=code)


def _token(found: str, code: str) -> tuple[str, str]:
    """A token is the card in its reader."""
    match found:
        case "card":
            return "ready", ""
        case "no-card":
            return "absent", "pcsc.no-card"
        case _:
            return found, code
