"""What can go wrong with a device; each error carries facts, hardware/problems.py has the words."""


class DeviceTrouble(Exception):
    """Common ancestor: the device is at fault, not the program. `code` is a key of problems.py."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = dict(facts)


class NoDevice(DeviceTrouble):
    """Nothing is plugged in, or it was unplugged."""


class NoCard(DeviceTrouble):
    """The reader is there, no card lies on it."""


class BadAnswer(DeviceTrouble):
    """The device answered what the specification does not allow, or stopped half way."""


class DeviceRefused(DeviceTrouble):
    """The device said no; facts["status"] holds its status in hexadecimal."""


class WrongPin(DeviceTrouble):
    """The token did not take the PIN."""

    def __init__(self, tries_left: int) -> None:
        super().__init__("token.wrong-pin", tries_left=tries_left)
        self.tries_left = tries_left


class PinLocked(DeviceTrouble):
    """No tries are left; only the issuer can unlock the token."""
