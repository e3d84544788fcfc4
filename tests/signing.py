"""The signed folders to alter and sign anew, as their owner would."""

import shutil
import subprocess
import sys
from pathlib import Path

from resources import path as resource

SIGN = Path(__file__).parent.parent / "installer" / "sign_pack.py"
FOLDERS = ("policy", "catalogue", "calendars", "letters", "overlays")


def copied(root: Path) -> Path:
    """The folders that ship, in a place where they may be altered."""
    for name in FOLDERS:
        shutil.copytree(resource(name), root / name)
    return root


def sign(root: Path, key: Path, *more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(SIGN), "--root", str(root), "--key", str(key), *more]
    return subprocess.run(command, capture_output=True, check=False, timeout=60)
