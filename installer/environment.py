"""The virtual environment with the pinned requirements, each file of them by its digest."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from installer import places
from installer.steps import Step, tell
from installer.trouble import Stopped, run

BUILD = places.INSTALLER / "requirements-build.txt"
BEING_MADE = places.ENVIRONMENT / "being-made"
SITE = places.ENVIRONMENT / "lib" / "python3.11" / "site-packages"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
REMEDY = "Is the network there? Start again to go on; what was fetched is kept."
# Only pyscard comes as source. It is built with the pinned tools of requirements-build.txt;
# pip's own isolated build would fetch whatever setuptools is newest, without a digest.
PIP = (
    *("-I", "-B", "-m", "pip", "install", "--require-hashes", "--no-build-isolation"),
    *("--only-binary=:all:", "--disable-pip-version-check", "--no-input"),
)


def step(*, check: bool) -> Step:
    """The environment of the run set, or of the check set, which holds the run set too."""
    name = "requirements-check.txt" if check else "requirements.txt"
    requirements = places.INSTALLER / name
    return Step(
        name="Python environment",
        stamp=places.ENVIRONMENT / f"set-up-{'check' if check else 'run'}",
        inputs=lambda: requirements.read_bytes() + BUILD.read_bytes(),
        do=lambda: provide(requirements),
        whole=places.PYTHON.exists,
    )


def provide(requirements: Path) -> None:
    """Take over an environment that has it all, complete one that is sound, else make it new."""
    if not _is_sound():
        _make()
    discard_halves(SITE)
    if not holds(requirements, SITE):
        _install(requirements)
    _open_the_tree()


def holds(requirements: Path, site: Path) -> bool:
    """Every requirement lies in `site` in exactly its version."""
    there = {_plain(folder.name.removesuffix(".dist-info")) for folder in _whole_packages(site)}
    pins = PINNED.findall(requirements.read_text(encoding="utf-8"))
    return all(_plain(f"{name}-{version}") in there for name, version in pins)


def _whole_packages(site: Path) -> Iterator[Path]:
    return (record.parent for record in site.glob("*.dist-info/RECORD"))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_sound() -> bool:
    """There is a Python that runs and a pip that is all there."""
    if BEING_MADE.exists() or not any(SITE.glob("pip-*.dist-info/RECORD")):
        return False
    try:
        run([places.PYTHON, "-I", "-c", "import ssl"], code="set-up.python", remedy=REMEDY)
    except Stopped:
        return False
    return True


def discard_halves(site: Path) -> None:
    """Forget packages whose installing was broken off; pip would take them for whole."""
    for folder in site.glob("*.dist-info"):
        if not (folder / "RECORD").exists():  # pip writes it last
            shutil.rmtree(folder)


def _make() -> None:
    if places.ENVIRONMENT.exists():
        tell("    making the environment anew")
        shutil.rmtree(places.ENVIRONMENT)
    places.ENVIRONMENT.mkdir()
    BEING_MADE.touch()
    run(
        [sys.executable, "-I", "-B", "-m", "venv", places.ENVIRONMENT],
        code="set-up.environment",
        remedy="Is python3-venv installed?",
    )
    BEING_MADE.unlink()


def _install(requirements: Path) -> None:
    tell(f"    packages of {requirements.name}")
    for wanted in (("-r", BUILD), ("-r", requirements, "--no-binary=pyscard")):
        run(
            [places.PYTHON, *PIP, *wanted],
            code="set-up.requirements",
            remedy=REMEDY,
            folder=places.INSTALLER,
            environment={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},  # root's own library
        )


def _open_the_tree() -> None:
    """`python -m app` from any folder; relative, so the tree may be moved."""
    (SITE / "zero-proof-counter.pth").write_text("../../../..\n", encoding="ascii")
