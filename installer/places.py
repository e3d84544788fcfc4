"""Where set-up reads from and puts things."""

import os
import pwd
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
INSTALLER = TREE / "installer"
ENVIRONMENT = TREE / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STAMPS = TREE / ".cache" / "set-up"
CACHE_NAME = "zero-proof-counter"  # the same in resources/fonts.py; a test holds them together


def cache() -> Path:
    """The user's cache folder, found as platformdirs finds it, which is not there yet."""
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(chosen) if os.path.isabs(chosen) else _home() / ".cache"
    return base / CACHE_NAME


def fonts() -> Path:
    """The folder the fonts are fetched into."""
    return cache() / "fonts"


def _home() -> Path:
    home = os.environ.get("HOME", "")
    return Path(home if os.path.isabs(home) else pwd.getpwuid(os.getuid()).pw_dir)
