"""The commands of GM/T 0017 that sealing needs, one method each; no decisions are made here.

Each number here is confirmed by a public driver; those that are not (GetPINInfo, EnumFiles,
ReadFile) come from the token's profile, which can also say that there is no such command.
"""

from dataclasses import dataclass

from hardware.codecs import apdu
from hardware.codecs.apdu import Command
from hardware.devices.apdu_call import call
from hardware.devices.token_profile import Profile
from hardware.errors import BadAnswer, DeviceRefused, PinLocked, WrongPin
from hardware.transports.base import Answer, ApduChannel

CLA = 0x80
WRONG_LENGTH = 0x6700
GET_DEV_INFO = 0x04
VERIFY_PIN = 0x18
CLEAR_SECURE_STATE = 0x1C
ENUM_APPLICATION = 0x22
OPEN_APPLICATION = 0x26
OPEN_CONTAINER = 0x42
ENUM_CONTAINER = 0x46
EXPORT_CERTIFICATE = 0x4E
GEN_RANDOM = 0x50
ECC_SIGN_DATA = 0x74

USER = 0x01  # P2: the user's PIN, not the administrator's
SIGNING = 0x01  # P1: the signing certificate, not the one for encryption
FINISHED_DIGEST = 0x02  # P1: the data is e itself

MAKER, ISSUER, LABEL, SERIAL = 64, 64, 32, 32
FIRST_PRINTABLE = 0x20
OPENED_APPLICATION = 10
HANDLE = 2
MOST_TRIES = 15
SIGNATURE_BITS = bytes.fromhex("00000100")
NUMBER = 32
LONG_SEQUENCE = b"\x30\x82"  # a certificate is longer than 255 bytes
MAX_CERTIFICATE = 8192
CHUNKS = 256
LONGEST_NAME, MOST_NAMES = 128, 256  # of applications, containers and files
MAX_FILE = 0x10000
FILE_PART = 224  # fits every reader's shortest answer


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """Who the token says it is."""

    maker: str = ""
    label: str = ""
    serial: str = ""


class TokenCommands:
    """Commands to one token; handles are the two bytes the token gave."""

    def __init__(self, channel: ApduChannel, profile: Profile | None = None) -> None:
        self._channel = channel
        self._profile = profile or Profile()
        self._short = self._profile.apdu == "short"
        self._heard = self._short  # whether the lengths are known to be understood

    def device_info(self) -> DeviceInfo:
        data = self._ask(GET_DEV_INFO, le=0).data
        # One version stands before the names, or two (a version is no printable letter).
        start = 4 if len(data) > 2 and 0 < data[2] < FIRST_PRINTABLE else 2
        fields = []
        for size in (MAKER, ISSUER, LABEL, SERIAL):
            fields.append(text(data[start : start + size].partition(b"\0")[0]))
            start += size
        return DeviceInfo(maker=fields[0], label=fields[2], serial=fields[3])

    def applications(self) -> tuple[bytes, ...]:
        return _names(self._ask(ENUM_APPLICATION, le=0).data)

    def open_application(self, name: bytes) -> bytes:
        data = self._ask(OPEN_APPLICATION, data=name, le=OPENED_APPLICATION).data
        if len(data) < OPENED_APPLICATION:
            raise BadAnswer("token.garbled")
        return data[OPENED_APPLICATION - HANDLE : OPENED_APPLICATION]

    def tries_left(self, application: bytes) -> int | None:
        """None where the token does not know the question or its answer makes no sense."""
        if not self._profile.tries_command:
            return None
        answer = self._send(self._profile.tries_command, p2=USER, data=application, le=0)
        if apdu.meaning(answer.sw) == "locked":
            return 0
        if answer.sw != apdu.OK:
            return apdu.tries_left(answer.sw)
        width = {2: 1, 3: 1, 8: 4, 12: 4}.get(len(answer.data), 0)
        most = int.from_bytes(answer.data[:width], "big")
        left = int.from_bytes(answer.data[width : 2 * width], "big")
        return left if width and left <= most and 0 < most <= MOST_TRIES else None

    def random(self, count: int) -> bytes:
        data = self._ask(GEN_RANDOM, le=count).data
        if len(data) != count:
            raise BadAnswer("token.garbled")
        return data

    def verify_pin(self, application: bytes, block: bytes) -> None:
        """Sent once, whatever comes back."""
        command = Command(CLA, VERIFY_PIN, p2=USER, data=application + block)
        sw = self._channel.transmit(command.encode(short=self._short)).sw
        if left := apdu.tries_left(sw):
            raise WrongPin(left)
        if left == 0:
            raise PinLocked("token.locked")
        _good(sw, VERIFY_PIN)

    def containers(self, application: bytes) -> tuple[bytes, ...]:
        return _names(self._ask(ENUM_CONTAINER, data=application, le=0).data)

    def open_container(self, application: bytes, name: bytes) -> bytes:
        data = self._ask(OPEN_CONTAINER, data=application + name, le=HANDLE).data
        if len(data) != HANDLE:
            raise BadAnswer("token.garbled")
        return data

    def signing_certificate(self, application: bytes, container: bytes) -> bytes | None:
        """In one answer or in several to the same command; None where the container has none."""
        answer = self._send(EXPORT_CERTIFICATE, p1=SIGNING, data=application + container, le=0)
        if apdu.meaning(answer.sw) == "not-found" or (answer.sw == apdu.OK and not answer.data):
            return None
        _good(answer.sw, EXPORT_CERTIFICATE)
        width, total = _certificate_start(answer.data)
        got = answer.data[width:]
        for _ in range(CHUNKS):
            if len(got) >= total:
                return got[:total]
            more = self._ask(
                EXPORT_CERTIFICATE, p1=SIGNING, data=application + container, le=0
            ).data
            if more == answer.data:
                break
            got += _without_head(more, len(got), width)
        raise BadAnswer("token.certificate")

    def sign(self, application: bytes, container: bytes, digest: bytes) -> tuple[int, int]:
        """r and s over the finished digest."""
        data = self._ask(
            ECC_SIGN_DATA, p1=FINISHED_DIGEST, data=application + container + digest, le=0
        ).data
        start = len(SIGNATURE_BITS)
        if not data.startswith(SIGNATURE_BITS) or len(data) != start + 2 * NUMBER:
            raise BadAnswer("token.signature-shape")
        r, s = data[start : start + NUMBER], data[start + NUMBER :]
        return int.from_bytes(r, "big"), int.from_bytes(s, "big")

    def files(self, application: bytes) -> tuple[bytes, ...]:
        """Their names; none where the profile knows no such command."""
        if not self._profile.list_files:
            return ()
        return _names(self._ask(self._profile.list_files, data=application, le=0).data)

    def file(self, application: bytes, name: bytes) -> bytes:
        """The whole file, by its place in parts; one longer than 64 KB is no seal."""
        got = b""
        while len(got) < MAX_FILE:
            data = application + len(got).to_bytes(2, "big") + name
            answer = self._send(self._profile.read_file, data=data, le=FILE_PART)
            got += answer.data if answer.sw == apdu.OK else b""
            if answer.sw != apdu.OK or len(answer.data) < FILE_PART:
                break
        return got

    def clear_secure_state(self, application: bytes) -> None:
        self._ask(CLEAR_SECURE_STATE, data=application)

    def _ask(
        self, ins: int, p1: int = 0, p2: int = 0, data: bytes = b"", le: int | None = None
    ) -> Answer:
        answer = self._send(ins, p1, p2, data, le)
        _good(answer.sw, ins)
        return answer

    def _send(
        self, ins: int, p1: int = 0, p2: int = 0, data: bytes = b"", le: int | None = None
    ) -> Answer:
        command = Command(CLA, ins, p1, p2, data, le)
        answer = call(self._channel, command, short=self._short)
        if answer.sw == WRONG_LENGTH and not self._heard:  # it does not know extended lengths
            self._short = True
            answer = call(self._channel, command, short=True)
        self._heard = True
        return answer


def text(raw: bytes) -> str:
    """Names on tokens are UTF-8 or GBK."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def _good(sw: int, ins: int) -> None:
    if sw == apdu.OK:
        return
    word = apdu.meaning(sw)
    if word == "locked":
        raise PinLocked("token.locked")
    raise DeviceRefused(f"token.{word}", status=f"{sw:04X}", command=f"{ins:02X}")


def _names(data: bytes) -> tuple[bytes, ...]:
    """Each will be sent back in a command, which a name without end would not fit into."""
    names = tuple(name for name in data.split(b"\0") if name)
    if len(names) > MOST_NAMES or any(len(name) > LONGEST_NAME for name in names):
        raise BadAnswer("token.garbled")
    return names


def _certificate_start(data: bytes) -> tuple[int, int]:
    """How wide the length before the DER is, and the whole length, which the DER itself knows."""
    for width in (0, 2, 4):
        der = data[width:]
        if len(der) >= 4 and der[:2] == LONG_SEQUENCE:
            total = 4 + int.from_bytes(der[2:4], "big")
            if total <= MAX_CERTIFICATE:
                return width, total
    raise BadAnswer("token.certificate")


def _without_head(more: bytes, place: int, width: int) -> bytes:
    """A later part may begin with its place (two bytes) or with its own length."""
    if more[:2] == place.to_bytes(2, "big"):
        return more[2:]
    if width and int.from_bytes(more[:width], "big") == len(more) - width:
        return more[width:]
    return more
