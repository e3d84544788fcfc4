"""A seal token without a device: the commands of GM/T 0017, right to the byte (eseal 3.1)."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import SM4

from hardware.codecs.apdu import Command, decode
from hardware.simulators.knobs import ApduKnobs
from hardware.simulators.sm2_key import SigningKey

OK = 0x9000
WRONG_PIN, LOCKED = 0x63C0, 0x6983
NOT_LOGGED_IN, WRONG_LENGTH, WRONG_DATA = 0x6982, 0x6700, 0x6A80
NOT_FOUND, WRONG_PARAMETER, UNKNOWN_COMMAND, UNKNOWN_CLASS = 0x6A82, 0x6A86, 0x6D00, 0x6E00
DEVICE_ERROR = 0x6F00

APPLICATION = b"TRAINING"
APPLICATION_ID = bytes.fromhex("1000")
FIRST_CONTAINER = 0x3001
MAX_TRIES = 10
NAME, VERSION = "Training", b"\x01\x00"
TRAINING = "训练"
OTHER_SERIAL = "TRAINING-OTHER"
WHOLE_ANSWER = 1024  # of a certificate in one answer
FAULTS = (
    "device-error",  # VerifyPIN and ECCSignData answer 6F00
    "pin-error",  # VerifyPIN answers 6F00
    "locked",  # no tries left
    "last-try",  # one try left
    "tries-untold",  # GetPINInfo is not known
    "silent",  # VerifyPIN is never answered
    "pulled",  # the token is gone when the digest comes
    "truncated",  # 63 bytes of signature
    "short-r",  # r begins with a zero byte
    "wrong-signature",  # signs another digest
    "stuck",  # ClearSecureState is refused
    "wrong-token",  # says another number than its own
)


@dataclass(frozen=True, slots=True)
class Content:
    """One container: its name, certificate (DER, or nothing) and key."""

    name: str
    certificate: bytes
    key: SigningKey


class Gone(Exception):
    """The token is no longer in its slot."""


class Silent(Exception):
    """No answer will come."""


class SimulatedSealToken:
    """answer() is the chip; put() and take() are the hand."""

    def __init__(
        self,
        contents: Sequence[Content],
        *,
        pin: str = "123456",
        pin_hash: str = "sm3",
        serial: str = "TRAINING-0001",
        fault: str | None = None,
        chunk: int = WHOLE_ANSWER,
        files: Mapping[str, bytes] | None = None,
        knobs: ApduKnobs | None = None,
    ) -> None:
        """`files`: what EnumFiles and ReadFile know; None: neither command is known."""
        self._knobs = knobs or ApduKnobs()
        self.seconds = 0.0  # how long the last answer took
        self.files = files
        self.contents = tuple(contents)
        self.serial = serial
        self.chunk = chunk
        self.present = True
        self.tries = MAX_TRIES
        self.be(fault)
        self.pin_asked = 0
        self._pin_key = hashlib.new(pin_hash, pin.encode()).digest()[:16]
        self.power()

    def power(self, on: bool = False) -> None:
        """As after plugging in: nobody is logged in. `powered` is for readers that switch it on."""
        self.powered = on
        self.logged_in = False
        self._challenge = b""
        self._exported = 0

    def be(self, fault: str | None) -> None:
        """Wrong in this way from now on; None: as it should be."""
        self.fault = fault
        self.tries = {"locked": 0, "last-try": 1}.get(fault or "", self.tries or MAX_TRIES)

    def put(self) -> None:
        self.present = True
        self.power()

    def take(self) -> None:
        self.present = False
        self.power()

    def answer(self, apdu: bytes) -> bytes:
        """Data and status word. Gone or Silent where a real token would say nothing."""
        if not self.present:
            raise Gone
        self.seconds = 0.0
        said = self._knobs.status(apdu)
        raw = self._answered(apdu) if said is None else said
        self.seconds = self._knobs.delay(apdu, len(raw))
        return raw

    def _answered(self, apdu: bytes) -> bytes:
        try:
            data, sw = self._act(decode(apdu))
        except ValueError:
            data, sw = b"", WRONG_LENGTH
        return data + sw.to_bytes(2, "big")

    def _act(self, command: Command) -> tuple[bytes, int]:
        if command.cla != 0x80:
            return b"", UNKNOWN_CLASS
        if command.ins != 0x4E:
            self._exported = 0
        match command.ins:
            case 0x04:
                return self._device_info(), OK
            case 0x22:
                return APPLICATION + b"\0", OK
            case 0x26:
                return self._open_application(command.data)
            case 0x50:
                return self._random(command.le or 0)
        if command.data[:2] != APPLICATION_ID:
            return b"", UNKNOWN_COMMAND if command.ins not in _IN_APPLICATION else WRONG_DATA
        return _IN_APPLICATION.get(command.ins, _unknown)(self, command)

    def _device_info(self) -> bytes:
        serial = OTHER_SERIAL if self.fault == "wrong-token" else self.serial
        texts = ((NAME, 64), (NAME, 64), (TRAINING, 32), (serial, 32))
        names = b"".join(text.encode().ljust(size, b"\0") for text, size in texts)
        return (VERSION + names + 2 * VERSION).ljust(288, b"\0")

    def _open_application(self, name: bytes) -> tuple[bytes, int]:
        if name.rstrip(b"\0") != APPLICATION:
            return b"", NOT_FOUND
        count = len(self.contents)
        rights = bytes.fromhex("000000FF")
        return rights + bytes([count, 2 * count]) + b"\x00\x10" + APPLICATION_ID, OK

    def _random(self, count: int) -> tuple[bytes, int]:
        self._challenge = secrets.token_bytes(min(count, 256))
        return self._challenge, OK

    def _pin_info(self, command: Command) -> tuple[bytes, int]:
        if self.fault == "tries-untold":
            return b"", UNKNOWN_COMMAND
        if command.p2 != 1:
            return b"", WRONG_PARAMETER
        return bytes([MAX_TRIES, self.tries, 0]), OK

    def _verify_pin(self, command: Command) -> tuple[bytes, int]:
        self.pin_asked += 1
        self.logged_in = False
        if self.fault == "silent":
            raise Silent
        if self.fault in ("device-error", "pin-error"):
            return b"", DEVICE_ERROR
        if self.tries == 0:
            return b"", LOCKED
        if command.p2 != 1 or len(command.data) != 18 or len(self._challenge) != 8:
            return b"", WRONG_DATA
        plain = b"\x08\x00" + self._challenge + b"\x80" + bytes(5)
        self._challenge = b""
        encryptor = Cipher(SM4(self._pin_key), modes.ECB()).encryptor()  # noqa: S305
        self.logged_in = encryptor.update(plain) == command.data[2:]
        self.tries = MAX_TRIES if self.logged_in else self.tries - 1
        return b"", OK if self.logged_in else WRONG_PIN | self.tries

    def _clear(self, command: Command) -> tuple[bytes, int]:
        if self.fault == "stuck":
            return b"", DEVICE_ERROR
        self.logged_in = False
        return b"", OK

    def _close(self, command: Command) -> tuple[bytes, int]:
        return b"", OK

    def _containers(self, command: Command) -> tuple[bytes, int]:
        return b"".join(each.name.encode() + b"\0" for each in self.contents), OK

    def _open_container(self, command: Command) -> tuple[bytes, int]:
        names = [each.name.encode() for each in self.contents]
        wanted = command.data[2:].rstrip(b"\0")
        if wanted not in names:
            return b"", NOT_FOUND
        return (FIRST_CONTAINER + names.index(wanted)).to_bytes(2, "big"), OK

    def _list_files(self, command: Command) -> tuple[bytes, int]:
        if self.files is None:
            return b"", UNKNOWN_COMMAND
        return b"".join(name.encode() + b"\0" for name in self.files), OK

    def _read_file(self, command: Command) -> tuple[bytes, int]:
        """Application, place, name; as many bytes as may come back."""
        place, name = int.from_bytes(command.data[2:4], "big"), command.data[4:].decode()
        if self.files is None:
            return b"", UNKNOWN_COMMAND
        if name not in self.files:
            return b"", NOT_FOUND
        return self.files[name][place : place + (command.le or 0)], OK

    def _container(self, command: Command) -> Content | None:
        number = int.from_bytes(command.data[2:4], "big") - FIRST_CONTAINER
        return self.contents[number] if 0 <= number < len(self.contents) else None

    def _export(self, command: Command) -> tuple[bytes, int]:
        """Length and the beginning; asked again, where it goes on and the next part."""
        content = self._container(command)
        if content is None or not content.certificate or command.p1 != 1:
            return b"", NOT_FOUND
        whole, start = content.certificate, self._exported
        head = start.to_bytes(2, "big") if start else len(whole).to_bytes(4, "big")
        part = whole[start : start + self.chunk]
        self._exported = (start + len(part)) % len(whole)
        return head + part, OK

    def _sign(self, command: Command) -> tuple[bytes, int]:
        content, digest = self._container(command), command.data[4:]
        if self.fault == "pulled":
            self.take()
            raise Gone
        if not self.logged_in:
            return b"", NOT_LOGGED_IN
        if content is None or command.p1 != 2 or len(digest) != 32:
            return b"", WRONG_DATA
        if self.fault == "device-error":
            return b"", DEVICE_ERROR
        return self._signature(content.key, digest), OK

    def _signature(self, key: SigningKey, digest: bytes) -> bytes:
        if self.fault == "wrong-signature":
            digest = digest[::-1]
        r, s = key.sign(digest)
        while self.fault == "short-r" and r >> 248:
            r, s = key.sign(digest)
        both = r.to_bytes(32, "big") + s.to_bytes(32, "big")
        return bytes.fromhex("00000100") + (both[:63] if self.fault == "truncated" else both)


def _unknown(token: SimulatedSealToken, command: Command) -> tuple[bytes, int]:
    return b"", UNKNOWN_COMMAND


_IN_APPLICATION = {
    0x14: SimulatedSealToken._pin_info,
    0x18: SimulatedSealToken._verify_pin,
    0x1C: SimulatedSealToken._clear,
    0x28: SimulatedSealToken._close,
    0x34: SimulatedSealToken._list_files,
    0x38: SimulatedSealToken._read_file,
    0x42: SimulatedSealToken._open_container,
    0x46: SimulatedSealToken._containers,
    0x4E: SimulatedSealToken._export,
    0x74: SimulatedSealToken._sign,
}
