"""How a seal lies in a letter: a row of resources/signature_profiles.toml, chosen by the hall."""

from dataclasses import dataclass
from functools import lru_cache

from app.errors import Unavailable
from resources import path

FILE = "signature_profiles.toml"


@dataclass(frozen=True, slots=True)
class Profile:
    """`newest`: generation of seals that may be set; `room`: bytes for the signature."""

    newest: int
    filter: str
    sub_filter: str
    room: int


@lru_cache(maxsize=8)
def profile(name: str) -> Profile:
    """Unavailable where the settings name a row that is not there."""
    import tomllib  # the first frame waits for no seal

    rows = tomllib.loads(path(FILE).read_text("utf-8"))
    if name not in rows:
        raise Unavailable("seal.profile-unknown", name=name, names=", ".join(rows))
    return Profile(**rows[name])
