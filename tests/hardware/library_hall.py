"""A reader behind its maker's library, built for the test: its cards, and which lies there."""

import struct
from collections.abc import Sequence
from pathlib import Path

from hardware.clock import SteppedClock
from hardware.codecs import card_text
from hardware.codecs.card_text import CardText
from hardware.devices.library_card import LibraryCardReader
from hardware.library_readers import open_library_reader
from hardware.simulators.person import Person, load
from tests.hardware.c_libraries import build

FIELDS = 16
SEX = {"1": "男", "2": "女"}
GROUPS = {"01": "汉", "03": "回", "05": "维吾尔", "07": "彝", "98": "外国血统中国籍人士"}
COUNTRIES = {"USA": "美国", "DEU": "德国"}
SAM_ID = "05.03-20140820-0012345678-0123456789"


def bmp() -> bytes:
    """A picture of the right size, of no face."""
    rows = b"".join(
        b"".join(bytes((x, y, (x * y) % 251)) for x in range(102)) + b"\0\0" for y in range(126)
    )
    info = struct.pack("<IiiHHIIiiII", 40, 102, 126, 1, 24, 0, len(rows), 0, 0, 0, 0)
    return struct.pack("<2sIHHI", b"BM", 54 + len(rows), 0, 0, 54) + info + rows


def told(person: Person) -> list[str]:
    """What getters tell of a person, in the order of the sources."""
    of = person.fields.get
    foreign = person.document in ("I", "Y")
    nationality = of("nationality", "")
    return [
        of("english_name", "") if foreign else of("name", ""),
        SEX[of("sex", "")],
        COUNTRIES.get(nationality, nationality) if foreign else GROUPS.get(of("ethnic_group"), ""),
        of("birth", ""),
        of("address", ""),
        of("number", ""),
        of("issuer", "") or of("authority_code", ""),
        of("from", ""),
        of("until", ""),
        {"citizen": " "}.get(person.document, person.document),
        of("name", "") if foreign else "",
        of("card_version", ""),
        of("pass_number", ""),
        of("issue_count", ""),
        nationality,
        person.new_address,
    ]


def lines(person: Person) -> bytes:
    """The eight lines of a dropped wz.txt, and a ninth where an address was appended."""
    said = told(person)
    term = f"{said[7]}-{said[8]}"
    return (
        "\r\n".join([*said[:7], term, *filter(None, said[15:])]).encode("gbk", "replace") + b"\r\n"
    )


class Limited:
    """A library's process; `seconds` for each question."""

    def __init__(self, process):
        self.process = process
        self.seconds = 20.0

    def ask(self, question, seconds=None):
        return self.process.ask(question, seconds or self.seconds)

    def close(self):
        self.process.close()


class Hall:
    """One folder with the cards' header, the library and the file that says what lies there."""

    def __init__(self, folder: Path, persons: Sequence[str]) -> None:
        self.folder = folder / "maker"
        self.folder.mkdir(parents=True)
        self.state = folder / "lies-there"
        self.persons = [load(name) for name in persons]
        (folder / "card.h").write_text(_header(self.persons))
        self._include = folder
        self.library = self.folder / "none.so"

    def build(self, source: str, *switches: str, state: Path | None = None) -> Path:
        given = (f'STATE="{state or self.state}"', f'BESIDE="{self.folder}"', *switches)
        name = f"lib{source}{len(list(self.folder.iterdir()))}.so"
        self.library = build(self.folder, source, *given, name=name, include=self._include)
        return self.library

    def reader(self, **more: object) -> LibraryCardReader:
        return open_library_reader(self.library, SteppedClock(), **more)

    def put(self, card: int = 0, fault: str = "") -> None:
        self.state.write_text(f"{card}{fault}")

    def take(self) -> None:
        self.state.write_text("")


def on_chip(hall: Hall, who: int) -> CardText:
    """What the card's own bytes say."""
    return card_text.decode(hall.persons[who].text())


def _header(persons: list[Person]) -> str:
    texts = [told(person) for person in persons]
    new = [person.new_address_bytes() for person in persons]
    tables = {
        f"TEXTS[{len(persons)}][256]": [_text(person.text()) for person in persons],
        f"PHOTOS[{len(persons)}][1024]": [_text(person.photo()) for person in persons],
        f"NEW_ADDRESSES[{len(persons)}][280]": [_text(each) for each in new],
        "BMP[38862]": [_text(bmp())],
        f"UTF16[{len(persons)}][{FIELDS}][256]": [
            _nested([_text(text.encode("utf-16-le")) for text in each]) for each in texts
        ],
    }
    made = [f"#define CARDS {len(persons)}", f"#define FIELDS {FIELDS}"]
    made += [f"static const unsigned char {k} = {_nested(v)};" for k, v in tables.items()]
    sizes = ",".join(str(len(each)) for each in new)
    made.append(f"static const unsigned NEW_SIZES[] = {{{sizes}}};")
    for name, encoding in (("GBK", "gbk"), ("UTF8", "utf-8")):
        rows = [_nested([_text(text.encode(encoding, "replace")) for text in t]) for t in texts]
        made.append(f"static const char *{name}[][FIELDS] = {_nested(rows)};")
    said = [_text(lines(person)) for person in persons]
    return "\n".join([*made, f"static const char *LINES[] = {_nested(said)};", ""])


def _text(data: bytes) -> str:
    return '"' + "".join(f"\\{byte:03o}" for byte in data) + '"'


def _nested(parts: list[str]) -> str:
    return "{" + ",".join(parts) + "}"
