"""Makers' libraries for the tests, built from tests/hardware/c with the C compiler there is."""

import os
import select
import shutil
import subprocess
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent / "c"
GCC = shutil.which("gcc")
needs_gcc = pytest.mark.skipif(GCC is None, reason="no C compiler (gcc): no library can be built")


def build(
    folder: Path, source: str, *switches: str, name: str = "", include: Path = SOURCES
) -> Path:
    """`source`.c as a shared library in `folder`, with -D for each switch."""
    library = folder / (name or f"lib{source}.so")
    defines = [f"-D{switch}" for switch in switches]
    command = [
        GCC,
        "-shared",
        "-fPIC",
        "-w",
        "-O1",
        "-I",
        include,
        *defines,
        SOURCES / f"{source}.c",
    ]
    subprocess.run([*command, "-o", library], check=True, timeout=60)
    return library


def ends(pid: int, seconds: float = 5) -> bool:
    """Whether the process ends by then; one not waited for by its parent has ended, too."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        waiting = select.poll()
        waiting.register(handle, select.POLLIN)
        return bool(waiting.poll(seconds * 1000))
    finally:
        os.close(handle)
