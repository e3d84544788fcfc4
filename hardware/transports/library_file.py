"""What a maker's library is made for, read from its header before anything loads it (ELF, PE)."""

import os
import struct
from dataclasses import dataclass
from pathlib import Path

from hardware.errors import NoDevice

HEAD = 4096  # both headers lie within this
LOADED = 1  # the kind of a segment that is mapped into memory
ELF_BITS = {1: 32, 2: 64}
ELF_MACHINES = {3: "x86", 40: "arm", 62: "x86", 183: "arm", 243: "riscv", 258: "loongarch"}
PE_MACHINES = {
    0x014C: ("x86", 32),
    0x8664: ("x86", 64),
    0x01C4: ("arm", 32),
    0xAA64: ("arm", 64),
}


@dataclass(frozen=True, slots=True)
class Build:
    """Format (elf, pe), family of processors and bits of a program or library."""

    format: str
    family: str
    bits: int


def build_of(file: Path) -> Build | None:
    """None where the file is neither; OSError where it cannot be read."""
    with file.open("rb") as opened:
        head = opened.read(HEAD)
    try:
        if head.startswith(b"\x7fELF"):
            return _elf(head)
        return _pe(head) if head.startswith(b"MZ") else None
    except struct.error:
        return None


def check_fits(library: Path, interpreter: Path) -> None:
    """NoDevice, with what is wrong, when the interpreter cannot possibly load the library."""
    try:
        mine = build_of(library)
    except OSError:
        raise NoDevice("library.absent", file=library.name) from None
    if mine is None:
        raise NoDevice("library.unloadable", file=library.name, why="not a library")
    if mine.format == "elf" and is_cut_short(library):
        raise NoDevice("library.damaged", file=library.name)
    try:
        its = build_of(interpreter)
    except OSError:
        raise NoDevice("library.no-helper", file=interpreter.name) from None
    if its is None or mine == its:  # a script that starts an interpreter: loading will tell
        return
    if (mine.format, mine.family) != (its.format, its.family):
        raise NoDevice("library.wrong-machine", file=library.name)
    raise NoDevice("library.wrong-bits", file=library.name, bits=mine.bits, ours=its.bits)


def is_cut_short(library: Path) -> bool:
    """Whether an ELF file ends before what must be loaded of it: using it would end by SIGBUS."""
    with library.open("rb") as opened:
        head = opened.read(HEAD)
        size = opened.seek(0, os.SEEK_END)
        try:
            start, each, count, segment = _segments(head)
            opened.seek(start)
            table = opened.read(each * count)
            rows = [segment.unpack_from(table, at * each) for at in range(count)]
        except (struct.error, OSError, OverflowError):
            return True
    return any(kind == LOADED and offset + length > size for kind, offset, length in rows)


def _segments(head: bytes) -> tuple[int, int, int, struct.Struct]:
    """Where their table starts, the size of a row, how many; what a row tells."""
    order = ">" if head[5:6] == b"\2" else "<"
    if ELF_BITS.get(head[4]) == 64:
        (start,) = struct.unpack_from(order + "Q", head, 32)
        return start, *struct.unpack_from(order + "HH", head, 54), struct.Struct(order + "I4xQ16xQ")
    (start,) = struct.unpack_from(order + "I", head, 28)
    return start, *struct.unpack_from(order + "HH", head, 42), struct.Struct(order + "II8xI")


def _elf(head: bytes) -> Build:
    order = ">" if head[5:6] == b"\2" else "<"
    (machine,) = struct.unpack_from(order + "H", head, 18)
    return Build("elf", ELF_MACHINES.get(machine, str(machine)), ELF_BITS.get(head[4], 0))


def _pe(head: bytes) -> Build | None:
    (offset,) = struct.unpack_from("<I", head, 0x3C)
    mark, machine = struct.unpack_from("<4sH", head, offset)
    if mark != b"PE\0\0":
        return None
    family, bits = PE_MACHINES.get(machine, (str(machine), 0))
    return Build("pe", family, bits)
