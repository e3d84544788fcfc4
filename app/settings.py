"""One frozen set of settings, from settings.toml in the state folder and from the environment.

The only reader of the environment. Stronger first: the command line, the environment, the file.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from app import private_file
from app.errors import Unavailable

APP = "zero-proof-counter"
FILE = "settings.toml"
PREFIX = "COUNTER_"  # COUNTER_STATE, COUNTER_PLATFORM_URL, …
OWN_FOLDERS = ("hall", "trust")
LARGEST = 64 * 1024
LONGEST = 60  # seconds that may be waited for anything
GONE = ("print_server",)  # written by earlier versions; nothing ever used it


@dataclass(frozen=True, slots=True)
class Settings:
    """What a hall may set.

    `devices`: (kind, address), each kind as often as needed; `training_devices`: kinds
    simulated; `seal_profile`: the make of the seal tokens; `signature_profile`: how a seal lies in
    a letter; `reader_profile`: the kind of card reader; `photo_decoder`, `library_helper`: files,
    for libraries of devices' makers; `library_port`: the only port a card reader's library may try;
    `time_stamp_url`, `time_stamp_seconds`: who stamps letters, and how long he is waited for.
    """

    state: Path
    platform_url: str = ""
    ca_file: str = ""
    printer: str = ""
    devices: tuple[tuple[str, str], ...] = ()
    training_devices: tuple[str, ...] = ()
    seal_profile: str = "standard"
    signature_profile: str = "standard"
    reader_profile: str = "standard"
    photo_decoder: str = ""
    library_helper: str = ""
    library_port: str = ""
    keyring: bool = True  # False only in training: the demo leaves nothing in a person's keyring
    language: str = "zh_CN"
    time_stamp_url: str = ""
    time_stamp_seconds: int = 5
    simulators_file: Path | None = None  # where the demo says which devices it started

    @property
    def trust(self) -> Path:
        """The folder of trust anchors."""
        return self.state / "trust"


def load(state: Path | None = None) -> Settings:
    """The settings of this start; makes the state folder when it is missing."""
    folder = (state or _from_environment("STATE") or default_state()).resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for each in (folder, *(folder / name for name in OWN_FOLDERS)):
        keep_private(each)
    found: dict[str, Any] = dict(_read(folder / FILE))
    for name in ("platform_url", "ca_file", "printer", "language"):
        found[name] = os.environ.get(PREFIX + name.upper()) or found.get(name, "")
    return Settings(state=folder, **{name: value for name, value in found.items() if value != ""})


def default_state() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def save(settings: Settings) -> None:
    """Write settings.toml for its owner's eyes only, whole or not at all."""
    private_file.write(settings.state / FILE, _written(settings))


def keep_private(place: Path) -> None:
    """A folder or file of ours that others can look into is closed to them."""
    if os.name == "posix" and place.exists() and place.stat().st_mode & 0o077:
        place.chmod(0o700 if place.is_dir() else 0o600)


def input_method() -> str:
    """What QT_IM_MODULE asks for; the launcher changes one that has no plug-in (ui 3)."""
    return os.environ.get("QT_IM_MODULE", "")


def use_input_method(name: str) -> None:
    os.environ["QT_IM_MODULE"] = name


def use_platform_plugin(name: str) -> None:
    """The demo's window needs no display."""
    os.environ["QT_QPA_PLATFORM"] = name


def has_display() -> bool:
    """False on a Linux terminal without a window system."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return os.name == "nt" or any(os.environ.get(name) for name in wanted)


def _from_environment(name: str) -> Path | None:
    value = os.environ.get(PREFIX + name)
    return Path(value) if value else None


def _read(file: Path) -> Mapping[str, Any]:
    if not file.exists():
        return {}
    keep_private(file)
    if file.stat().st_size > LARGEST:
        raise Unavailable("settings.unreadable", file=FILE)
    import tomllib  # most counters have no file, and the first frame waits for this

    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise Unavailable("settings.unreadable", file=FILE) from None
    return {name: _checked(name, value) for name, value in found.items() if name not in GONE}


def _checked(name: str, value: Any) -> Any:
    """The value as Settings holds it; an unknown name or another type is said, never skipped."""
    known = {field.name: field.type for field in fields(Settings) if field.name != "state"}
    match known.get(name), value:
        case (kind, _) if kind is str and isinstance(value, str):
            return value
        case (kind, _) if kind is bool and isinstance(value, bool):
            return value
        case (kind, int()) if kind is int and not isinstance(value, bool) and 0 < value <= LONGEST:
            return value
        case _, dict() if name == "devices" and _all_text([a for _, a in _pairs(value)]):
            return tuple(_pairs(value))
        case _, list() if name == "training_devices" and _all_text(value):
            return tuple(value)
    raise Unavailable("settings.unknown", file=FILE, name=name)


def _pairs(devices: dict[str, Any]) -> list[tuple[str, Any]]:
    """A kind has one address or a list of them."""
    rows = {kind: at if isinstance(at, list) else [at] for kind, at in devices.items()}
    return [(kind, address) for kind, addresses in rows.items() for address in addresses]


def _all_text(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _written(settings: Settings) -> str:
    lines = [f"{n} = {_quoted(getattr(settings, n))}" for n in _plain_names()]
    lines.append(f"keyring = {str(settings.keyring).lower()}")
    lines.append(f"time_stamp_seconds = {settings.time_stamp_seconds}")
    kinds = ", ".join(_quoted(kind) for kind in settings.training_devices)
    lines += [f"training_devices = [{kinds}]", "", "[devices]"]
    for kind in dict(settings.devices):
        addresses = ", ".join(_quoted(at) for each, at in settings.devices if each == kind)
        lines.append(f"{_quoted(kind)} = [{addresses}]")
    return "\n".join(lines) + "\n"


def _plain_names() -> list[str]:
    return [field.name for field in fields(Settings) if field.type is str]


def _quoted(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
    )
