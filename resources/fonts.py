"""Where the letter fonts lie once set-up has fetched them."""

from pathlib import Path

import platformdirs

CACHE = "zero-proof-counter"


def folder() -> Path:
    """The folder of the user's cache that set-up fetches fonts into."""
    return platformdirs.user_cache_path(CACHE, appauthor=False) / "fonts"


def font_path(name: str) -> Path:
    """The face's file, named as in the index ("NotoSerifSC-Bold.ttf"); it may not be there yet."""
    return folder() / name


def index_path() -> Path:
    """The list of all faces with their digests, sources and licences."""
    return Path(__file__).with_suffix("") / "index.toml"
