"""Broken packages get a verdict in time, whatever is broken, and only whole ones are good."""

import random
import time
import zlib

from tests.seal.ofd_parts import (
    LIST,
    SIGNED,
    VALUE,
    document,
    entry,
    judged,
    with_signature,
    zipped,
)

SEED, INPUTS, SECONDS_EACH = 20261126, 400, 1.0
WORDS = (
    "", "/", "..", "../../..", "OFD.xml", "/OFD.xml", "SM3", "MD5", "1", "-1", "Sign", "\u202e",
    "Signature.xml", "Doc_0/Document.xml", "a" * 70_000, "&#0;", "]]>", "<x>", "\ud83d\ude00",
)  # fmt: skip
FIELDS = {
    "flags": (0, 1, 8, 0x800, 0xFFFF),
    "method": (0, 8, 12, 99),
    "crc": (0, 0xFFFFFFFF),
    "size": (0, 1, 0xFFFFFFFF),
    "start": (0, 7, 60, 0xFFFFFFFF),
    "mode": (0o120777, 0o40755, 0),
    "extra": (b"\1\0", b"\1\0\x10\0" + bytes(16), b"up\x09\0\1abcdname"),
    "name": (b"", b"/", b"..", b"OFD.xml", b"ofd.XML", b"\xff\xfe", b"a/../b", LIST.encode()),
    "tail": (b"x", b"PK\3\4" + bytes(40)),
    "gap": (b"x", b"PK\3\4" + bytes(40), bytes(30)),
}


def attribute_changed(chance: random.Random, files: dict[str, bytes]) -> bytes:
    """A value or a text of one XML file is another."""
    name = chance.choice([name for name in files if name.endswith(".xml")])
    pieces = files[name].split(chance.choice((b'"', b">", b"<")))
    word = chance.choice(WORDS).encode("utf-8", "replace")
    pieces[chance.randrange(len(pieces))] = word
    return zipped({**files, name: chance.choice((b'"', b">", b"<")).join(pieces)})


def field_changed(chance: random.Random, files: dict[str, bytes]) -> bytes:
    """A field of one entry's headers lies, or of both its headers."""
    entries = [entry(*both) for both in files.items()]
    one, key = chance.choice(entries), chance.choice(list(FIELDS))
    one[key] = chance.choice(FIELDS[key])
    if one["method"] not in (0, 8):
        one["local"] = {"method": 8}
    return zipped(entries, before=chance.choice((b"", b"junk")), counted=chance.random() < 0.5)


def entry_changed(chance: random.Random, files: dict[str, bytes]) -> bytes:
    """One file is gone, doubled under another name, moved or has another's bytes."""
    name, other = chance.sample(list(files), 2)
    changed = dict(files)
    match chance.randrange(4):
        case 0:
            del changed[name]
        case 1:
            changed[name + "x"] = changed[name]
        case 2:
            changed[name] = changed[other]
        case _:
            changed[name.upper()] = changed.pop(name)
    return zipped(changed)


def bytes_changed(chance: random.Random, files: dict[str, bytes]) -> bytes:
    """Bits of the package flip, or a piece of it is cut out or doubled."""
    data = bytearray(zipped(files))
    place, length = chance.randrange(len(data)), chance.randint(1, 90)
    match chance.randrange(3):
        case 0:
            data[place] ^= 1 << chance.randrange(8)
        case 1:
            del data[place : place + length]
        case _:
            data[place:place] = data[place : place + length]
    return bytes(data)


def inside_changed(chance: random.Random, files: dict[str, bytes]) -> bytes:
    """Bytes of one file change, and all headers agree with them."""
    name = chance.choice([*files, SIGNED, VALUE])
    data = bytearray(files[name])
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return zipped({**files, name: bytes(data)})


WAYS = (attribute_changed, field_changed, entry_changed, bytes_changed, inside_changed)


def content(data: bytes, files: dict[str, bytes]) -> bool:
    """Every file's packed bytes stand in the package unchanged, but for the list nobody signed."""

    def packed(one: bytes) -> bytes:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        return deflate.compress(one) + deflate.flush()

    return all(packed(one) in data or one in data for name, one in files.items() if name != LIST)


def test_broken_packages_get_a_verdict_in_time(hall) -> None:
    chance = random.Random(SEED)  # noqa: S311 - repeatable, no secret
    files = with_signature(hall, document())
    sources, verdicts = (files, with_signature(hall, files, 1)), set()
    for number in range(INPUTS):
        source = sources[number % 2]
        data = WAYS[number % len(WAYS)](chance, source)
        began = time.process_time()
        report = judged(hall, data)
        assert time.process_time() - began < SECONDS_EACH, number
        assert report.verdict != "good" or content(data, source), number
        verdicts.add(report.verdict)
    assert verdicts == {"good", "bad", "cannot tell", "unreadable"}
