"""The look chosen on this counter, kept in its state folder."""

import json
from pathlib import Path

from app import private_file
from ui.theme import TEXT_SIZES, THEMES, Look

FILE = "look.json"


def kept(state: Path) -> Look:
    """What was chosen last; anything odd in the file gives the usual look."""
    try:
        found = json.loads((state / FILE).read_text("utf-8"))
        look = Look(found["theme"], found["size"])
        if look.theme in THEMES and look.size in TEXT_SIZES:
            return look
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return Look()


def keep(state: Path, look: Look) -> None:
    private_file.write(state / FILE, json.dumps({"theme": look.theme, "size": look.size}))
