"""What the reader module's status byte SW3 means to us (facts: idcard 1.6)."""

from hardware.errors import DeviceRefused, DeviceTrouble, NoCard

DONE = 0x90
NOTHING_SUCH = 0x91  # the card holds no such item
CARD_FOUND = 0x9F
NO_CARD = 0x80
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


def trouble(status: int) -> DeviceTrouble:
    """The error for a status that is not the good one."""
    if status == NO_CARD:
        return NoCard("card.none")
    return DeviceRefused(CODES.get(status, "id-reader.unknown-status"), status=f"{status:02X}")
