"""The fonts: fetched once from where they are published, each checked by digest."""

import shutil
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from installer import debian, npm, places
from installer.faces import INDEX, Face, digest, listed
from installer.package import Fetched
from installer.steps import Step, tell
from installer.trouble import Stopped, run

CONVERTER = places.INSTALLER / "truetype.py"
SOURCES = {"npm": npm.fetch, "debian": debian.fetch}
CODE = "set-up.fonts"
WORK = ".part-"


def step() -> Step:
    """Every face of the index, in the user's cache."""
    return Step(
        name="fonts",
        stamp=places.fonts() / "complete",
        inputs=lambda: INDEX.read_bytes() + CONVERTER.read_bytes(),
        do=lambda: provide(listed(), places.fonts()),
        whole=lambda: all(face.is_about_in(places.fonts()) for face in listed()),
    )


def provide(faces: Sequence[Face], folder: Path) -> None:
    """Fetch what is not there yet, package by package; each file appears whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    _remove_leavings(folder)
    by_origin: dict[tuple[str, str, str], list[Face]] = defaultdict(list)
    for face in faces:
        if not face.lies_in(folder):
            by_origin[face.origin].append(face)
    with tempfile.TemporaryDirectory(prefix=WORK, dir=folder) as work:
        for number, absent in enumerate(by_origin.values()):
            tell(f"    {absent[0].package} {absent[0].version}")
            room = Path(work, str(number))
            room.mkdir()
            _fetch(absent, room, folder)


def _fetch(faces: Sequence[Face], work: Path, folder: Path) -> None:
    source, package, version = faces[0].origin
    try:
        found = SOURCES[source](package, version, {face.member for face in faces}, work)
    except (Stopped, OSError, tarfile.TarError) as error:
        raise _not_fetched(faces, str(error), folder) from error
    for face in faces:
        _ready(face, found).replace(folder / face.file)


def _ready(face: Face, found: Fetched) -> Path:
    """The face's file as it must be."""
    if (fetched := found.files.get(face.member)) is None:
        raise _unlike(face, found.version, "no such file")
    if face.converted_from_sha256 is not None:
        _check(fetched, face.converted_from_sha256, face, found.version)
        fetched = _converted(fetched, face)
    _check(fetched, face.sha256, face, found.version)
    return fetched


def _converted(source: Path, face: Face) -> Path:
    tell(f"    converting its outlines to {face.file}")
    result = source.with_suffix(".ttf")
    run([places.PYTHON, "-I", CONVERTER, source, result], code=CODE, remedy="Start again.")
    return result


def _check(path: Path, sha256: str, face: Face, version: str) -> None:
    if (has := digest(path)) != sha256:
        raise _unlike(face, version, f"SHA-256 {has}")


def _unlike(face: Face, version: str, what: str) -> Stopped:
    pinned = face.converted_from_sha256 or face.sha256
    return Stopped(
        CODE,
        f"{face.package} {version} has for {face.member}: {what}; "
        f"pinned is {pinned} of version {face.version}.",
        f"Use that version, or look at the new font and pin its digest in {INDEX}.",
    )


def _not_fetched(faces: Sequence[Face], why: str, folder: Path) -> Stopped:
    files = ", ".join(face.file for face in faces)
    return Stopped(
        CODE,
        f"{faces[0].package} could not be fetched: {why}",
        f"Is the network there? Start again to go on, or copy {files} into {folder} "
        "from a machine that has them; their digests are checked.",
    )


def _remove_leavings(folder: Path) -> None:
    """Folders of a set-up that was killed."""
    for leaving in folder.glob(f"{WORK}*"):
        shutil.rmtree(leaving, ignore_errors=True)
