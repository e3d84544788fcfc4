"""Opens readers and photo decoders that only their maker's library can drive."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hardware.clock import Clock
from hardware.devices import library_card, photo
from hardware.devices.id_reader import IdReader
from hardware.devices.library_card import LibraryCardReader
from hardware.devices.photo import PhotoDecoder, PictureReader
from hardware.errors import DeviceRefused, NoDevice
from hardware.transports.base import VendorLibrary
from hardware.transports.reader_dialects import dialects, rows
from hardware.transports.vendor_library import LibraryProcess

Bound = Callable[[VendorLibrary], VendorLibrary]


class OneKind:
    """A library that must be of the kind that was chosen; its file's and the kind's name."""

    def __init__(self, library: VendorLibrary, file: str, kind: str) -> None:
        self._library = library
        self._told = {"file": file, "name": kind}

    def ask(self, question: dict[str, Any], seconds: float | None = None) -> dict[str, Any]:
        try:
            return self._library.ask(question, seconds)
        except NoDevice as no:
            if no.code != "library.not-known":
                raise
            raise NoDevice("library.not-of-profile", **self._told, names=", ".join(rows())) from no

    def close(self) -> None:
        self._library.close()


def open_library_reader(
    library: Path,
    clock: Clock,
    *,
    dialect: str = "",
    port: str = "",
    fingerprints: bool = False,
    helper: Path | None = None,
    bound: Bound = lambda library: library,
) -> LibraryCardReader:
    """The reader behind its maker's library; which kind that is, its exported names tell.

    `dialect`: a row of profiles/readers.toml, the only one it may be. `port`: a number (1-16 COM,
    1001-1016 USB), `COM3` or a line's path, the only one that is tried; else it is searched for.
    """
    known = {dialect: _row(dialect)} if dialect else rows()
    process: VendorLibrary = LibraryProcess(
        library,
        library_card.WORKER,
        library_card.SECONDS,
        helper=helper,
        options={"dialects": {name: {**row, "port": port} for name, row in known.items()}},
        drops_persons=True,
    )
    if dialect:
        process = OneKind(process, library.name, dialect)
    return LibraryCardReader(
        bound(process), dialects(), clock, name=library.name, fingerprints=fingerprints
    )


def with_pictures(
    reader: IdReader,
    decoder: Path,
    helper: Path | None = None,
    bound: Bound = lambda library: library,
) -> PictureReader:
    """The same reader, its cards with the photo decoded; it is let go of while that is done."""
    process = LibraryProcess(
        decoder, photo.WORKER, photo.SECONDS, helper=helper, drops_persons=True
    )
    release = reader.release if isinstance(reader, LibraryCardReader) else _nothing
    return PictureReader(reader, PhotoDecoder(bound(process)), release)


def _row(dialect: str) -> dict[str, Any]:
    if dialect not in rows():
        raise DeviceRefused("id-reader.no-such-profile", name=dialect, names=", ".join(rows()))
    return rows()[dialect]


def _nothing() -> None:
    """Lines and the card service are not wanted by a decoder."""
