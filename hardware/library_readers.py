"""Opens readers and photo decoders that only their maker's library can drive."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hardware.clock import Clock
from hardware.devices import library_card, photo
from hardware.devices.id_reader import IdReader
from hardware.devices.library_card import LibraryCardReader
from hardware.devices.photo import PhotoDecoder, PictureReader
from hardware.errors import DeviceRefused
from hardware.transports.base import VendorLibrary
from hardware.transports.reader_dialects import dialects, rows
from hardware.transports.vendor_library import LibraryProcess

Bound = Callable[[VendorLibrary], VendorLibrary]


def open_library_reader(
    library: Path,
    clock: Clock,
    *,
    dialect: str = "",
    fingerprints: bool = False,
    helper: Path | None = None,
    bound: Bound = lambda library: library,
) -> LibraryCardReader:
    """The reader behind its maker's library; which kind that is, its exported names tell.

    `dialect`: a row of profiles/readers.toml, the only one it may be.
    """
    process = LibraryProcess(
        library,
        library_card.WORKER,
        library_card.SECONDS,
        helper=helper,
        options={"dialects": {dialect: _row(dialect)} if dialect else rows()},
        drops_persons=True,
    )
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
