"""A social security card without a card: SSSE with EF05 and EF06, T=0 or T=1 (facts: idcard 4)."""

from collections.abc import Sequence

from hardware.errors import DeviceTrouble
from hardware.simulators.apdu_card import ApduCard
from hardware.simulators.knobs import ApduKnobs
from hardware.simulators.person import Person

APPLICATION = bytes.fromhex("7378312E73682EC9E7BBE1B1A3D5CF")
FILES = (b"\xef\x05", b"\xef\x06")
SHORT_NAMES = {0x28: b"\xef\x05", 0x30: b"\xef\x06"}  # P2 of READ RECORD by tag
NAME_SIZE, EXTENSION_SIZE = 30, 20

OK = b"\x90\x00"
NOT_FOUND, NO_RECORD, NO_KEY = b"\x6a\x82", b"\x6a\x83", b"\x69\x82"
WRONG_PARAMETERS, NO_SUCH_COMMAND, NO_SUCH_CLASS = b"\x6a\x86", b"\x6d\x00", b"\x6e\x00"
WRONG_LENGTH = b"\x67\x00"


class SimulatedSocialSecurityCard(ApduCard):
    """`needs_pin`: EF06 is not free, as on some regions' cards; `forms`: which P1 selects files."""

    def __init__(
        self,
        person: Person,
        knobs: ApduKnobs | None = None,
        *,
        needs_pin: bool = False,
        forms: Sequence[int] = (0x02, 0x00),
    ) -> None:
        super().__init__(knobs or ApduKnobs(t0=True))
        if not person.social_security:
            raise DeviceTrouble("simulator.no-social-card")
        self._needs_pin, self._forms = needs_pin, forms
        self._files = {FILES[0]: card_records(person), FILES[1]: holder_records(person)}
        self.pin_tries = 6  # to be seen untouched afterwards
        self.power()

    def power(self) -> None:
        self._in_application = False
        self._file: bytes | None = None
        self._held = b""

    def respond(self, apdu: bytes) -> bytes:
        if len(apdu) < 4:
            return WRONG_LENGTH
        if apdu[0] != 0:
            return NO_SUCH_CLASS
        match apdu[1]:
            case 0xA4:
                return self._select(apdu)
            case 0xB2:
                return self._read_record(apdu)
            case 0xC0:
                return self._get_response(apdu)
            case 0x20:
                self.pin_tries -= 1
                return bytes([0x63, 0xC0 | self.pin_tries])
        return NO_SUCH_COMMAND

    def _select(self, apdu: bytes) -> bytes:
        name = apdu[5 : 5 + apdu[4]] if len(apdu) > 5 else b""
        if apdu[2] == 0x04:
            return self._select_application(name)
        if apdu[2] not in self._forms:
            return WRONG_PARAMETERS
        if not self._in_application or name not in self._files:
            return NOT_FOUND
        self._file = name
        return OK

    def _select_application(self, name: bytes) -> bytes:
        if name != APPLICATION:
            return NOT_FOUND
        self._in_application, self._file = True, None
        about = b"\x84\x0f" + APPLICATION + b"\xa5\x09\x9f\x0c\x06" + bytes(6)
        return self._give(b"\x6f" + bytes([len(about)]) + about)

    def _give(self, data: bytes) -> bytes:
        """With T=0 data that answer data must be fetched."""
        if not self.knobs.t0:
            return data + OK
        self._held = data
        return bytes([0x61, len(data)])

    def _get_response(self, apdu: bytes) -> bytes:
        held, self._held = self._held, b""
        asked = apdu[4] if len(apdu) > 4 else 0
        if not held:
            return b"\x69\x85"
        return held[: asked or 256] + OK

    def _read_record(self, apdu: bytes) -> bytes:
        number, p2 = apdu[2], apdu[3]
        by_number = bool(p2 & 0x04)
        short = p2 & 0xF8
        file = SHORT_NAMES.get(short) if short else self._file
        if not self._in_application or file is None:
            return NOT_FOUND
        if self._needs_pin and file == FILES[1]:
            return NO_KEY
        records = self._files[file]
        tags = sorted(records) if by_number else []
        tag = (tags[number - 1] if 0 < number <= len(tags) else -1) if by_number else number
        if tag not in records:
            return NO_RECORD
        return self._record(bytes([tag, len(records[tag])]) + records[tag], apdu)

    def _record(self, record: bytes, apdu: bytes) -> bytes:
        """Only for the right length; a length of nothing counts as all, but not with T=0."""
        asked = apdu[4] if len(apdu) > 4 else 0
        if asked == len(record) or (not asked and not self.knobs.t0):
            return record + OK
        return bytes([0x6C, len(record)])


def card_records(person: Person) -> dict[int, bytes]:
    """EF05: the card itself."""
    own = person.social_security
    return {
        0x01: bytes.fromhex(own.get("identification", "F" * 32)),
        0x02: _padded(own.get("card_class", ""), 1),
        0x03: _padded(own.get("card_version", ""), 4),
        0x04: bytes.fromhex(own.get("issuing_body", "F" * 24)),
        0x05: _digits(own.get("from", ""), 4),
        0x06: _digits(own.get("until", ""), 4),
        0x07: _padded(own.get("card_number", ""), 9),
    }


def holder_records(person: Person) -> dict[int, bytes]:
    """EF06: who holds it. A name that is too long goes on in 4E."""
    own, of = person.social_security, person.fields
    name, extension = name_bytes(own.get("name", "") or of.get("name", ""))
    records = {
        0x08: _padded(of.get("number", ""), 18),
        0x09: name,
        0x0A: _padded(of.get("sex", ""), 1),
        0x0B: _digits(of.get("ethnic_group", ""), 1),
        0x0C: _digits(own.get("birthplace", ""), 3),
        0x0D: _digits(of.get("birth", ""), 4),
    }
    return records | ({0x4E: extension} if extension else {})


def name_bytes(name: str) -> tuple[bytes, bytes]:
    """30 bytes, and 20 more where there is more."""
    first = b""
    rest = list(name)
    while rest and len(first) + len(rest[0].encode("gb18030")) <= NAME_SIZE:
        first += rest.pop(0).encode("gb18030")
    more = "".join(rest).encode("gb18030")
    if len(more) > EXTENSION_SIZE:
        raise DeviceTrouble("simulator.bad-person", person=name, reason="the name is too long")
    return first.ljust(NAME_SIZE, b"\0"), more.ljust(EXTENSION_SIZE, b"\0") if more else b""


def _padded(text: str, size: int) -> bytes:
    return text.encode("ascii").ljust(size, b" ")[:size]


def _digits(text: str, size: int) -> bytes:
    return bytes.fromhex(text.zfill(2 * size)) if text else b"\xff" * size
