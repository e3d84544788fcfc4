"""What a line leads to that was named: a reader of identity cards, or a seal token."""

from hardware.clock import Clock
from hardware.devices.id_card import IdCardReader
from hardware.devices.token_profile import Profile
from hardware.errors import DeviceTrouble, NoDevice
from hardware.id_readers import find_id_reader
from hardware.seal_tokens import line_at, serial_channel
from hardware.token_line import TokenLine
from hardware.transports.base import ByteStream
from hardware.transports.serial_channel import SerialChannel
from hardware.transports.serial_port import SerialPort

SILENT = ("id-reader.silent", "token.silent")


class NamedLine:
    """Found by asking, the reader first; found anew when it was silent or gone."""

    def __init__(self, address: str, clock: Clock) -> None:
        self._address, self._clock = address, clock
        self._found: IdCardReader | TokenLine | None = None

    def card_present(self) -> bool:
        """A card on the reader, or a token in it."""
        if self._found is None:
            self._found = find_id_reader(self._address, self._clock, self._line) or TokenLine(
                self._token, self._clock
            )
        try:
            return self._found.card_present()
        except DeviceTrouble as trouble:
            if isinstance(trouble, NoDevice) or trouble.code in SILENT:
                self.forget()
            raise

    def forget(self) -> None:
        if self._found is not None:
            self._found.close()
            self._found = None

    def _line(self, address: str, rate: int) -> ByteStream:
        return SerialPort(address, rate, self._clock)

    def _token(self, seconds: float, *, framing: str = "", likely: str = "") -> SerialChannel:
        kind = Profile()
        line = line_at(self._address, kind, self._clock)
        return serial_channel(line, kind, seconds, framing=framing, likely=likely)
