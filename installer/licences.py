"""`python -m installer.licences`: writes the package table of resources/licences/README.md anew.

Versions are the pinned ones, homes come from the installed packages' metadata; a licence that a
person has written down stays, that of a new package is what its metadata says.
"""

import re
from collections.abc import Mapping
from email.message import Message
from importlib.metadata import metadata
from typing import cast

from installer import places

LIST = places.TREE / "resources" / "licences" / "README.md"
PINNED = places.INSTALLER / "requirements.txt"
HEAD = "| Package | Licence (SPDX) | Version | Home |\n|---|---|---|---|\n"
TABLE = re.compile(r"\| Package \|.*\n\|[-|]+\|\n(?:\|.*\n)+")
ROW = re.compile(r"^\| ([a-z0-9._-]+) \| ([^|]+) \|", re.MULTILINE)
HOME_LABELS = ("homepage", "home", "source", "source code", "repository", "code", "github")


def main() -> int:
    text = LIST.read_text("utf-8")
    LIST.write_text(TABLE.sub(lambda found: table(known(found[0])), text), "utf-8")
    return 0


def pinned() -> dict[str, str]:
    """Name and version of everything the program is built from."""
    found = re.findall(r"^([a-z0-9._-]+)==([^ \\\n]+)", PINNED.read_text("utf-8"), re.MULTILINE)
    return dict(found)


def known(written: str) -> dict[str, str]:
    """The licences in a table."""
    return {name: licence.strip() for name, licence in ROW.findall(written)}


def table(licences: Mapping[str, str]) -> str:
    rows = [
        f"| {name} | {licences.get(name) or _licence(name)} | {version} | {_home(name)} |"
        for name, version in pinned().items()
    ]
    return HEAD + "\n".join(rows) + "\n"


def _licence(name: str) -> str:
    about = _about(name)
    return str(about["License-Expression"] or about["License"] or "not said")


def _home(name: str) -> str:
    about = _about(name)
    urls = dict(
        (label.strip().lower(), url.strip())
        for label, _, url in (line.partition(",") for line in about.get_all("Project-URL") or [])
    )
    found = next((urls[label] for label in HOME_LABELS if label in urls), about["Home-page"])
    return str(found or "not said")


def _about(name: str) -> Message:
    return cast(Message, metadata(name))


if __name__ == "__main__":
    raise SystemExit(main())
