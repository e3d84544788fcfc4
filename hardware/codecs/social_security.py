"""Records of a social security card to fields: tag, length, value; GBK, BCD (facts: idcard 4.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.codecs.rare import assigned
from hardware.codecs.card_text import SEX, a_day, ethnic_group, iso_date, sound
from hardware.errors import BadAnswer

PADDING = b"\0 \xff"


@dataclass(frozen=True, slots=True)
class Item:
    """Where a field lies: elementary file, tag, and how many bytes its value has."""

    file: int
    tag: int
    size: int


EF05, EF06 = 0xEF05, 0xEF06
ITEMS: dict[str, Item] = {
    "number": Item(EF06, 0x08, 18),
    "name": Item(EF06, 0x09, 30),
    "name_extension": Item(EF06, 0x4E, 20),
    "sex": Item(EF06, 0x0A, 1),
    "ethnic_group": Item(EF06, 0x0B, 1),
    "birthplace": Item(EF06, 0x0C, 3),
    "birth": Item(EF06, 0x0D, 4),
    "identification": Item(EF05, 0x01, 16),
    "card_class": Item(EF05, 0x02, 1),
    "card_version": Item(EF05, 0x03, 4),
    "issuing_body": Item(EF05, 0x04, 12),
    "valid_from": Item(EF05, 0x05, 4),
    "valid_until": Item(EF05, 0x06, 4),
    "card_number": Item(EF05, 0x07, 9),
}
NAMES = ("name", "name_extension")  # GBK, the second goes on where the first was too short
DIGITS = ("ethnic_group", "birthplace", "birth", "valid_from", "valid_until")  # BCD
BINARY = ("identification", "issuing_body")  # shown in hexadecimal


@dataclass(frozen=True, slots=True)
class SocialSecurity:
    """What only a social security card has; the rest stands where every document has it."""

    card_number: str = ""
    identification: str = ""
    region: str = ""  # the first six digits of the identification: a division
    card_class: str = ""
    issuing_body: str = ""
    birthplace: str = ""  # a division


def value_of(record: bytes, tag: int) -> bytes:
    """The value of one record; BadAnswer when it is another's or its length does not fit."""
    if len(record) < 2 or record[0] != tag or len(record) < 2 + record[1]:
        raise BadAnswer("card.record-garbled", tag=f"{tag:02X}")
    return record[2 : 2 + record[1]]


def raw_texts(values: Mapping[str, bytes]) -> dict[str, str]:
    """Every field as the card has it, the two parts of a name as one text; BadAnswer if damaged."""
    raw = {name: _raw(name, value) for name, value in values.items() if name not in NAMES}
    name = full_name(values.get("name", b""), values.get("name_extension", b""))
    return {"name": sound("name", name), **raw}


def full_name(name: bytes, extension: bytes) -> str:
    """Joined as bytes, so that a character that was cut in two is whole again."""
    rest = extension.strip(PADDING)
    joined = name.rstrip(b"\0\xff") + rest if rest else name
    return joined.strip(PADDING).decode("gb18030", errors="replace")


def shown(name: str, raw: str) -> str:
    """A field for people: words for codes, ISO dates, assigned characters for private ones."""
    match name:
        case "sex":
            return SEX.get(raw, raw)
        case "ethnic_group":
            return ethnic_group(raw)
        case "birth":
            return a_day(iso_date(raw))
        case "valid_from" | "valid_until":
            return iso_date(raw)
        case "number":
            return raw.upper()
    return assigned("".join(c for c in raw if c >= " "))


def _raw(name: str, value: bytes) -> str:
    if name in DIGITS + BINARY:
        return "" if set(value) <= {0xFF} else value.hex().upper()  # FF: never written
    text = value.strip(PADDING)
    return text.decode("ascii") if text.isascii() else value.hex().upper()
