"""Pens and signature pads as Linux knows them: input devices with a pen among their keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LISTED = Path("/proc/bus/input/devices")
LARGEST = 0x100000
PEN = 0x140  # BTN_TOOL_PEN
WORD_BITS = 64  # of the key map, which is written in hexadecimal words, the highest first


@dataclass(frozen=True, slots=True)
class Pad:
    """What the pad calls itself, and where its events come from."""

    name: str
    address: str


def pads(listed: Path = LISTED) -> tuple[Pad, ...]:
    """None where the system has no such list."""
    try:
        with listed.open(encoding="utf-8", errors="replace") as file:
            text = file.read(LARGEST)
    except OSError:
        return ()
    return tuple(pad for block in text.split("\n\n") for pad in _pad(block))


def _pad(block: str) -> Iterator[Pad]:
    name, events, keys = "", "", 0
    for line in block.splitlines():
        if line.startswith("N: Name="):
            name = line.removeprefix("N: Name=").strip().strip('"')
        elif line.startswith("H: Handlers="):
            handlers = line.removeprefix("H: Handlers=").split()
            events = next((each for each in handlers if each.startswith("event")), "")
        elif line.startswith("B: KEY="):
            keys = _bits(line.removeprefix("B: KEY="))
    if keys >> PEN & 1 and events:
        yield Pad(name, f"/dev/input/{events}")


def _bits(words: str) -> int:
    made = 0
    for word in words.split():
        try:
            made = made << WORD_BITS | int(word, 16)
        except ValueError:
            return 0
    return made
