"""Command APDUs in extended length, answers, and what a status word means (ISO 7816-4)."""

from dataclasses import dataclass

OK = 0x9000
MAX_DATA = 0xFFFF
WHOLE = 0x10000  # Le 0000: as much as there is

DEVICE_ERRORS = {0x64, 0x65, 0x6F}
MEANINGS = {
    0x6700: "wrong-length",
    0x6982: "not-logged-in",
    0x6983: "locked",
    0x6A80: "wrong-data",
    0x6A82: "not-found",
    0x6A83: "not-found",
    0x6A86: "wrong-parameter",
    0x6A88: "not-found",
    0x6D00: "unknown-command",
    0x6E00: "unknown-class",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One command: header, data, and how many bytes may come back (None: none are expected)."""

    cla: int
    ins: int
    p1: int = 0
    p2: int = 0
    data: bytes = b""
    le: int | None = None

    def encode(self, *, short: bool = False) -> bytes:
        """Extended length: one 00, then Lc and Le of two bytes each; `short`: one byte each."""
        header = bytes([self.cla, self.ins, self.p1, self.p2])
        if not self.data and self.le is None:
            return header
        if short:
            return header + self._short_body()
        lc = len(self.data).to_bytes(2, "big") if self.data else b""
        le = b"" if self.le is None else (self.le % WHOLE).to_bytes(2, "big")
        return header + b"\x00" + lc + self.data + le

    def _short_body(self) -> bytes:
        """ValueError for more than 255 bytes; more than 256 bytes back are fetched by 61xx."""
        lc = bytes([len(self.data)]) if self.data else b""
        return lc + self.data + (b"" if self.le is None else bytes([min(self.le, 0x100) % 0x100]))


def decode(apdu: bytes) -> Command:
    """The card's side: extended or short form; ValueError when the lengths do not fit."""
    if len(apdu) < 4:
        raise ValueError("an APDU has at least four bytes")
    cla, ins, p1, p2 = apdu[:4]
    data, le = _body(apdu[4:])
    return Command(cla, ins, p1, p2, data, le)


def _body(body: bytes) -> tuple[bytes, int | None]:
    if not body:
        return b"", None
    width = 2 if body[0] == 0 and len(body) >= 3 else 1
    rest = body[1:] if width == 2 else body
    if len(rest) == width:  # Le alone
        return b"", _expected(rest)
    length = int.from_bytes(rest[:width], "big")
    data, le = rest[width : width + length], rest[width + length :]
    if not length or len(data) != length or len(le) not in (0, width):
        raise ValueError("Lc and the data do not fit")
    return data, _expected(le) if le else None


def _expected(le: bytes) -> int:
    return int.from_bytes(le, "big") or 1 << 8 * len(le)


def split(raw: bytes) -> tuple[bytes, int] | None:
    """Data and status word; None when the bytes cannot be an answer."""
    if len(raw) < 2 or raw[-2] >> 4 not in (6, 9):
        return None
    return raw[:-2], int.from_bytes(raw[-2:], "big")


def tries_left(sw: int) -> int | None:
    """63Cx: x tries are left; None for every other status."""
    return sw & 0xF if sw & 0xFFF0 == 0x63C0 else None


def meaning(sw: int) -> str:
    """The word for a status: 'device-error', 'locked' ... or 'refused' when nobody defined it."""
    if sw >> 8 in DEVICE_ERRORS:
        return "device-error"
    return MEANINGS.get(sw, "refused")
