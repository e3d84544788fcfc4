"""A card's text without the person: the same places filled, with words that mean nobody."""

from hardware.codecs.card_text import TEXT_SIZE, TYPE_OFFSET, places
from hardware.errors import BadAnswer

SOMEBODY, LETTER, DIGIT = "某", "X", "0"
BLANKS = "\0 \u3000"
FIXED = {
    "sex": "1",
    "ethnic_group": "01",
    "birth": "19900101",
    "valid_from": "20200101",
    "valid_until": "20400101",
}
KEPT = ("issue_count", "card_version")


def block(text: bytes) -> bytes:
    """A card's 256 bytes; a kind not known becomes blanks but for the letter of its kind."""
    if len(text) != TEXT_SIZE:
        return bytes(len(text))
    made = bytearray(" ".encode("utf-16-le") * (TEXT_SIZE // 2))
    made[TYPE_OFFSET : TYPE_OFFSET + 2] = text[TYPE_OFFSET : TYPE_OFFSET + 2]
    try:
        fields = places(text)
    except BadAnswer:
        return bytes(made)
    for name, (start, size) in fields.items():
        made[start : start + size] = _field(name, text[start : start + size])
    return bytes(made)


def words(data: bytes) -> bytes:
    """Any text of two-byte characters; half a character at the end becomes a zero."""
    even = len(data) // 2 * 2
    characters = (data[at : at + 2] for at in range(0, even, 2))
    return b"".join(_neutral(each) for each in characters) + bytes(len(data) - even)


def _field(name: str, data: bytes) -> bytes:
    if name in KEPT or not _filled(data):
        return data
    if name == "valid_until" and not data[:2].decode("utf-16-le", "replace").isascii():
        return data  # without end
    fixed = FIXED.get(name, "")
    return fixed.encode("utf-16-le") if len(fixed) * 2 == len(data) else words(data)


def _filled(data: bytes) -> bool:
    return bool(data.decode("utf-16-le", errors="replace").strip(BLANKS))


def _neutral(character: bytes) -> bytes:
    """Surrogates are two characters here and become two words; no length changes."""
    point = int.from_bytes(character, "little")
    if chr(point) in BLANKS:
        return character
    if chr(point).isdigit():
        return DIGIT.encode("utf-16-le")
    return (LETTER if point < 0x2000 else SOMEBODY).encode("utf-16-le")
