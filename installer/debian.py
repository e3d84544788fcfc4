"""A package from Debian, unpacked without being installed; any user may."""

import re
import subprocess
import tarfile
from collections.abc import Set as AbstractSet
from pathlib import Path

from installer.package import Fetched, take_out
from installer.steps import tell
from installer.trouble import Stopped, run

CODE = "set-up.apt-download"
VERSION_IN_NAME = re.compile(r"_([^_]+)_[^_]+\.deb$")


def fetch(package: str, _version: str, members: AbstractSet[str], work: Path) -> Fetched:
    """Take `members` out of the version apt offers; the caller knows the digests."""
    _download(package, work)
    (archive,) = work.glob("*.deb")
    found = VERSION_IN_NAME.search(archive.name)
    version = found[1].replace("%3a", ":") if found else "of unknown version"
    return Fetched(version, _take_out(archive, members, work))


def _download(package: str, work: Path) -> None:
    download = ["download", "-q", package]
    try:
        run(["apt-get", *download], code=CODE, remedy="", folder=work)
    except Stopped:
        tell("    apt's lists are missing or old; fetching some of our own")
        own = _own_lists(work)
        run(["apt-get", *own, "-q", "update"], code=CODE, remedy="")
        run(["apt-get", *own, *download], code=CODE, remedy="", folder=work)


def _own_lists(work: Path) -> list[str]:
    """Options that let an ordinary user fetch lists, with the machine's own sources and keys."""
    for name in ("lists/partial", "archives/partial"):
        (work / name).mkdir(parents=True, exist_ok=True)
    places = {"Dir::State::Lists": work / "lists", "Dir::Cache": work}
    options = [f"{key}={value}" for key, value in places.items()]
    return [part for option in options for part in ("-o", option)]


def _take_out(archive: Path, members: AbstractSet[str], work: Path) -> dict[str, Path]:
    command: list[str | Path] = ["dpkg-deb", "--fsys-tarfile", archive]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as unpacking,
        tarfile.open(fileobj=unpacking.stdout, mode="r|") as content,
    ):
        files = take_out(content, members, work)
        unpacking.kill()  # the rest of the package is of no interest
    return files
