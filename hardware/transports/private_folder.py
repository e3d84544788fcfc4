"""A new folder nobody else can look into, for what a maker's library drops; gone afterwards."""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

PREFIX = "zero-proof-library-"  # and the number of the process it belongs to


class PrivateFolder:
    """`work` and `temp`, new and empty, mode 0700. What a power cut left of former ones goes."""

    def __init__(self) -> None:
        _remove_orphans()
        prefix = f"{PREFIX}{os.getpid()}-"
        self.root = Path(tempfile.mkdtemp(prefix=prefix))  # mkdtemp makes it 0700
        self.work, self.temp = self.root / "work", self.root / "temp"
        for folder in (self.work, self.temp):
            folder.mkdir(mode=0o700)

    def empty(self) -> None:
        """Whatever a library left in the two goes; they stay."""
        for folder in (self.work, self.temp):
            with suppress(OSError):
                folder.chmod(0o700)
                for each in list(folder.iterdir()):
                    _remove(each)

    def remove(self) -> None:
        """With all that is in it; what another program holds open (Windows) stays."""
        _remove(self.root)


def _remove_orphans() -> None:
    """Folders of processes that run no more. Windows tells nobody whether one runs."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            number = folder.name.removeprefix(PREFIX).partition("-")[0]
            if number.isascii() and number.isdigit() and not _runs(int(number)):
                _remove(folder)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # another user's
    return True


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            _make_writable(path)
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def _make_writable(root: Path) -> None:
    """A library may have taken our rights away; links are not followed."""
    root.chmod(0o700)
    for folder, names, _ in os.walk(root):
        for name in names:
            inner = Path(folder, name)
            if not inner.is_symlink():
                inner.chmod(0o700)
