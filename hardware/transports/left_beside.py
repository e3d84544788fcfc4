"""What readers' libraries drop outside their private folder: names and photos, by known names.

Beside the library (it must be loaded where it lies, for its other parts) and in the common temp
folder. A file of before is never touched, unless the library has just written over it: then what
it holds is the person of this very call.
"""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

NAMES = frozenset({
    "wz.txt", "zp.bmp", "zp.jpg", "zp.wlt", "xp.wlt", "xp.bmp", "xp.jpg", "pic.wlt", "sfz.bmp",
    "photo.wlt", "photo.bmp", "photo.jpg", "newadd.txt", "iinsndn.bin", "fp.dat",
})  # fmt: skip
INNER = "chinaidcard"  # a folder some make in the temp folder

Mark = tuple[int, int, int]


class LeftBeside:
    """Looks when made; remove() takes away what is new or changed since."""

    def __init__(self, library: Path) -> None:
        common = Path(tempfile.gettempdir())
        self._folders = tuple(dict.fromkeys((library.parent, common, common / INNER)))
        self._before = self._seen()

    def remove(self) -> None:
        for path, mark in self._seen().items():
            if self._before.get(path) != mark:
                with suppress(OSError):
                    path.unlink()

    def _seen(self) -> dict[Path, Mark]:
        found: dict[Path, Mark] = {}
        for folder in self._folders:
            for name in _named(folder):
                with suppress(OSError):
                    found[folder / name] = _mark(folder / name)
        return found


def _named(folder: Path) -> list[str]:
    """In any case; Windows tells them not apart, and its folders may be too large to be listed."""
    if sys.platform == "win32":
        return sorted(NAMES)
    try:
        return [name for name in os.listdir(folder) if name.lower() in NAMES]
    except OSError:
        return []


def _mark(path: Path) -> Mark:
    about = path.lstat()
    return about.st_ino, about.st_mtime_ns, about.st_size
