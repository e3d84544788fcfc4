"""Asks the system's keyring in a child process, because one that hangs must not hold the program.

`ask` is the parent's side; `python -m app.store.keyring_call` is the child: one JSON object on
standard input, one on standard output.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECONDS = 4.5  # the person is told within five (G20)
SERVICE = "zero-proof-counter"
NONE = "none"  # the backend's name where there is no keyring
FROZEN_COMMAND = "keyring-call"  # the bundle has no -m; its main program answers to this word


@dataclass(frozen=True, slots=True)
class Answer:
    """`trouble`: empty, none, locked, no-default-collection, forgets, silent or failed."""

    backend: str
    secret: str | None = None
    trouble: str = ""


def ask(do: str, entry: str = "", secret: str = "", seconds: float = SECONDS) -> Answer:
    """`do` is name, read or keep. Always answers within `seconds`."""
    request = json.dumps({"do": do, "entry": entry, "secret": secret})
    try:
        done = subprocess.run(
            _command(),
            input=request.encode("ascii"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            cwd=Path(__file__).parents[2],
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
        return Answer(**json.loads(done.stdout))
    except subprocess.TimeoutExpired:
        return Answer("", trouble="silent")
    except (ValueError, TypeError):
        return Answer("", trouble="failed")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_COMMAND]
    return [sys.executable, "-m", "app.store.keyring_call"]


def main() -> None:
    """The child. Nothing but the answer is printed; no exception text leaves it."""
    request = json.loads(sys.stdin.buffer.read(4096))
    print(json.dumps(_answer(request["do"], request["entry"], request["secret"])))


def _answer(do: str, entry: str, secret: str) -> dict[str, Any]:
    import keyring.errors  # 71 ms

    backend = _backend()
    name = f"{type(backend).__module__}.{type(backend).__qualname__}"
    if name.startswith("keyring.backends.fail."):
        return {"backend": NONE, "trouble": "none"}
    try:
        trouble = _trouble_of_secret_service() if "SecretService" in name else ""
        if not trouble and do == "keep":
            backend.set_password(SERVICE, entry, secret)
            trouble = "" if backend.get_password(SERVICE, entry) == secret else "forgets"
        found = backend.get_password(SERVICE, entry) if not trouble and do == "read" else None
    except keyring.errors.KeyringLocked:
        return {"backend": name, "trouble": "locked"}
    except Exception:  # a backend raises what it likes; the parent needs a word, not a traceback
        return {"backend": name, "trouble": "failed"}
    return {"backend": name, "secret": found, "trouble": trouble}


def _backend() -> Any:
    """One backend, always the same: a chain would write into the first and read from the second."""
    import keyring

    backend: Any = keyring.get_keyring()
    if type(backend).__module__ == "keyring.backends.chainer":
        backend = next(iter(backend.backends), backend)
    if hasattr(backend, "persist"):
        backend.persist = "local machine"  # Windows: the entry must not roam through the domain
    return backend


def _trouble_of_secret_service() -> str:
    """Looks without asking the person: no default collection is not the same as a locked one."""
    from jeepney import DBusAddress, Properties, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    bus, name = "org.freedesktop.secrets", "org.freedesktop.Secret."
    service = DBusAddress("/org/freedesktop/secrets", bus, name + "Service")
    with open_dbus_connection() as line:
        asked = new_method_call(service, "ReadAlias", "s", ("default",))
        (path,) = line.send_and_get_reply(asked).body
        if path == "/":
            return "no-default-collection"
        collection = DBusAddress(path, bus, name + "Collection")
        ((_, locked),) = line.send_and_get_reply(Properties(collection).get("Locked")).body
    return "locked" if locked else ""


if __name__ == "__main__":
    main()
