"""One process holds the store (sync 2.2); the lock is the system's own, so no dead holder blocks.

The pid in the file is for the message only: a living stranger's pid or a copied file stops nobody.
"""

import os
import sys
from pathlib import Path
from types import TracebackType

from app.errors import Unavailable

FAR = 1 << 30  # Windows locks bytes against reading too: lock one that nobody reads


class StoreLock:
    """Held from take() to release(); the system lets go when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = -1

    def take(self) -> "StoreLock":
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(file)
        except OSError:
            holder = os.read(file, 20).decode("ascii", "replace").strip()
            os.close(file)
            raise Unavailable("store.in-use", pid=holder or "?") from None
        os.ftruncate(file, 0)
        os.write(file, f"{os.getpid()}\n".encode("ascii"))
        self._file = file
        return self

    @property
    def held(self) -> bool:
        return self._file >= 0

    def release(self) -> None:
        """The file stays: removing it would let two newcomers lock two different files."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> "StoreLock":
        return self.take()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        os.lseek(file, FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
