"""The translations, compiled from their sources for Qt."""

from pathlib import Path

from installer import places
from installer.environment import SITE
from installer.steps import Step
from installer.trouble import run

FOLDER = places.TREE / "resources" / "translations"
LRELEASE = SITE / "PySide6" / "lrelease"


def step() -> Step:
    """A .qm beside every .ts."""
    return Step(
        name="translations",
        stamp=places.STAMPS / "translations",
        inputs=lambda: b"".join(source.read_bytes() for source in _sources()),
        do=provide,
        whole=lambda: all(source.with_suffix(".qm").exists() for source in _sources()),
    )


def provide() -> None:
    """Compile them all; it takes no time."""
    for source in _sources():
        part = source.with_suffix(".qm.part")
        run(
            [LRELEASE, "-silent", source, "-qm", part],
            code="set-up.translations",
            remedy=f"Look at {source}.",
        )
        part.replace(source.with_suffix(".qm"))


def _sources() -> list[Path]:
    return sorted(FOLDER.glob("*.ts"))
