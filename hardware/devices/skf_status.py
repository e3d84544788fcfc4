"""What an SKF library's answers mean: SAR codes of GM/T 0016 (0A0000xx) as trouble (eseal 3.2)."""

from hardware.errors import DeviceRefused, DeviceTrouble, NoDevice, PinLocked, WrongPin

BASE = 0x0A000000
REMOVED, PIN_INCORRECT, PIN_LOCKED = 0x23, 0x24, 0x25
CODES = {
    0x01: "skf.failed",
    0x02: "skf.failed",
    0x03: "skf.not-supported",
    0x05: "skf.bad-call",
    0x06: "skf.bad-call",
    0x0B: "skf.wrong-key",
    0x0E: "skf.no-memory",
    0x0F: "skf.timeout",
    0x1B: "skf.no-key",
    0x1C: "token.no-certificate",
    0x20: "skf.too-long",
    0x26: "skf.pin-invalid",
    0x27: "skf.pin-length",
    0x28: "skf.logged-in-already",
    0x29: "skf.pin-not-set",
    0x2D: "token.not-logged-in",
    0x2E: "skf.no-application",
    0x31: "skf.no-file",
    0x32: "skf.full",
}


def trouble(sar: int, function: str, left: int | None = None) -> DeviceTrouble:
    """The trouble of one code; `left`: the tries a refused PIN leaves, where that was told."""
    number = sar - BASE
    if number == REMOVED:
        return NoDevice("token.absent")
    if number == PIN_LOCKED or (number == PIN_INCORRECT and left == 0):
        return PinLocked("token.locked")
    if number == PIN_INCORRECT and left is not None:
        return WrongPin(left)
    if number == PIN_INCORRECT:
        return DeviceRefused("skf.wrong-pin")
    code = CODES.get(number, "skf.refused")
    return DeviceRefused(code, status=f"{sar:08X}", function=function)
