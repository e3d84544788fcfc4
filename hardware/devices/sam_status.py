"""What the reader module's status byte SW3 means to us (facts: idcard 1.6)."""

from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoCard, NoDevice

DONE = 0x90
NOTHING_SUCH = 0x91  # the card holds no such item
CARD_FOUND = 0x9F
NO_CARD = 0x80
SELECT_FAILED = 0x81
OUR_FRAME_DAMAGED = (0x10, 0x11)  # nothing was done; the frame may be sent again

CODES = {
    0x10: "id-reader.host-checksum",
    0x11: "id-reader.host-length",
    0x21: "id-reader.bad-command",
    0x23: "id-reader.not-permitted",
    0x24: "id-reader.unrecognised",
    0x31: "card.rejected-reader",
    0x32: "card.rejected-by-reader",
    0x33: "card.check-failed",
    0x37: "card.fingerprint-check-failed",
    0x3F: "card.length-error",
    0x40: "card.wrong-type",
    0x41: "card.read-failed",
    0x47: "card.challenge-failed",
    0x60: "id-reader.self-test-failed",
    0x66: "id-reader.not-authorised",
    0x81: "card.select-failed",
    0x90: "id-reader.unexpected-status",
    0x91: "card.no-such-item",
    0x9F: "id-reader.unexpected-status",
}

# What only a maker's library says, never the line.
HOST_CODES: dict[int, tuple[type[DeviceTrouble], str]] = {
    0x01: (NoDevice, "id-reader.port-not-open"),
    0x02: (BadAnswer, "id-reader.receive-timeout"),
    0x03: (BadAnswer, "id-reader.transfer-error"),
    0x04: (BadAnswer, "id-reader.short-answer"),
    0x05: (NoDevice, "id-reader.port-unusable"),
    0x09: (DeviceRefused, "id-reader.file-not-open"),
}


def trouble(status: int) -> DeviceTrouble:
    """The error for a status that is not the good one."""
    if status == NO_CARD:
        return NoCard("card.none")
    return DeviceRefused(CODES.get(status, "id-reader.unknown-status"), status=f"{status:02X}")


def host_trouble(status: int) -> DeviceTrouble:
    """The error for what a maker's library returned: a code of its own or the module's status."""
    if status not in HOST_CODES:
        return trouble(status)
    kind, code = HOST_CODES[status]
    return kind(code, status=f"{status:02X}")
