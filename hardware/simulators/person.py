"""Invented persons as TOML, and the bytes their cards hold (facts: idcard 2)."""

import hashlib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from app.codecs.rare import assigned
from hardware.errors import DeviceTrouble

FOLDER = Path(__file__).parent / "persons"
FILE_CAP = 20_000
PHOTO_SIZE = 1024
TEXT_SIZE = 256
NEW_ADDRESS_SIZE = 70
TEMPLATE_SIZE = 512

# document: the field and its width in bytes, in the order of the block
_CITIZEN = (
    "name:30 sex:2 ethnic_group:4 birth:16 address:70 number:36 issuer:30 from:16 until:16"
    " reserved:18 reserved:4 reserved:6 type:2 reserved:6"
)
_J = (
    "name:30 sex:2 reserved:4 birth:16 address:70 number:36 issuer:30 from:16 until:16"
    " pass_number:18 issue_count:4 reserved:6 type:2 reserved:6"
)
_I = (
    "english_name:120 sex:2 number:30 nationality:6 name:30 from:16 until:16 birth:16"
    " card_version:4 authority_code:8 type:2 reserved:6"
)
_Y = (
    "name:30 sex:2 issue_count:4 birth:16 english_name:70 number:36 reserved:30 from:16 until:16"
    " english_name_rest:22 nationality:6 type:2 former_number:6"
)
_LAYOUTS = {"citizen": _CITIZEN, "J": _J, "I": _I, "Y": _Y}

# of the table [social_security]; who its holder is stands in the person's own fields
SOCIAL_FIELDS = {
    "card_number", "identification", "card_class", "card_version", "issuing_body", "from", "until",
    "birthplace", "name",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person. Fields hold what the chip holds: codes, dates as YYYYMMDD."""

    document: str
    fields: dict[str, str] = field(default_factory=dict)
    new_address: str = ""
    templates: int = 0  # how many fingerprints are on the card
    social_security: dict[str, str] = field(default_factory=dict)  # what that card has of its own

    def text(self) -> bytes:
        """The 256-byte block."""
        return b"".join(self._cell(cell) for cell in _LAYOUTS[self.document].split())

    def photo(self) -> bytes:
        """1024 bytes that belong to this person and to no face."""
        return hashlib.shake_256(self.text()).digest(PHOTO_SIZE)

    def new_address_bytes(self) -> bytes:
        return _padded(self.new_address, NEW_ADDRESS_SIZE) if self.new_address else b""

    def fingerprints(self) -> bytes:
        """512 bytes a template that are nobody's fingers."""
        return hashlib.shake_256(b"fingers" + self.text()).digest(TEMPLATE_SIZE * self.templates)

    def _cell(self, cell: str) -> bytes:
        name, width = cell.split(":")
        english = self.fields.get("english_name", "")
        match name, self.document:
            case "type", _:
                value = "" if self.document == "citizen" else self.document
            case "english_name", "Y":
                value = english[:35]
            case "english_name_rest", _:
                value = english[35:]
            case _:
                value = self.fields.get(name, "")
        return _padded(value, int(width))

    @property
    def shown_name(self) -> str:
        """For a list of persons: the name in assigned characters."""
        name = self.fields.get("name", "") or self.fields.get("english_name", "")
        return assigned(name)


def names() -> tuple[str, ...]:
    """The persons that ship with the program."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load(name: str) -> Person:
    """A shipped person by name, or one from a TOML file."""
    path = FOLDER / f"{name}.toml" if name in names() else Path(name)
    try:
        data = path.read_bytes()
    except OSError as trouble:
        raise DeviceTrouble("simulator.no-person", person=name) from trouble
    try:
        return parse(data)
    except (ValueError, KeyError, TypeError) as trouble:
        raise DeviceTrouble("simulator.bad-person", person=name, reason=str(trouble)) from trouble


def parse(data: bytes) -> Person:
    """ValueError when the text is no person or would not fit on a card."""
    if len(data) > FILE_CAP:
        raise ValueError("the file is too long")
    table = tomllib.loads(data.decode("utf-8"))
    document = str(table.pop("document", "citizen"))
    if document not in _LAYOUTS:
        raise ValueError(f"document {document}: citizen, I, J or Y")
    new_address = str(table.pop("new_address", ""))
    social = {k: str(v) for k, v in table.pop("social_security", {}).items()}
    if social.keys() - SOCIAL_FIELDS:
        raise ValueError(f"unknown: {', '.join(sorted(social.keys() - SOCIAL_FIELDS))}")
    templates = int(table.pop("fingerprints", 0))
    if not 0 <= templates <= 2:
        raise ValueError("fingerprints: 0, 1 or 2")
    person = Person(document, {k: str(v) for k, v in table.items()}, new_address, templates, social)
    known = {cell.split(":")[0] for cell in _LAYOUTS[document].split()} - {"reserved", "type"}
    if table.keys() - known:
        raise ValueError(f"unknown fields: {', '.join(sorted(table.keys() - known))}")
    person.text()
    person.new_address_bytes()
    return person


def _padded(text: str, width: int) -> bytes:
    data = text.encode("utf-16-le")
    if len(data) > width:
        raise ValueError(f"{len(data)} bytes do not fit into {width}")
    return data + " ".encode("utf-16-le") * ((width - len(data)) // 2)
