"""A session bus of its own with a real gnome-keyring, or with a secret service that misbehaves."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

NO_BUS = "unix:path=/nonexistent/bus"


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch, tmp_path):
    """By default a test sees no keyring at all, and never a person's own."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", NO_BUS)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def backend(monkeypatch) -> Callable[[str], None]:
    return lambda name: monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"keyring.backends.{name}")


@pytest.fixture
def bus(monkeypatch, no_keyring) -> Iterator[None]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed (package dbus)")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE
    )
    assert daemon.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().decode().strip())
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    yield
    daemon.terminate()
    daemon.communicate(timeout=10)


class Gnome:
    """gnome-keyring-daemon on the test's bus, with its files in the test's folder."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._daemon: subprocess.Popen[bytes] | None = None

    def start(self, *, unlocked: bool) -> None:
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        self._daemon = subprocess.Popen(
            [*command, "--unlock"] if unlocked else command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._environment(),
        )
        assert self._daemon.stdin is not None
        self._daemon.stdin.write(b"a word\n" if unlocked else b"")
        self._daemon.stdin.close()
        wait_for_service()

    def _environment(self) -> dict[str, str]:
        import os

        for name in ("data", "run", "cache"):
            (self._home / name).mkdir(mode=0o700, exist_ok=True)
        own = {"HOME": self._home, "XDG_DATA_HOME": self._home / "data"}
        own |= {"XDG_RUNTIME_DIR": self._home / "run", "XDG_CACHE_HOME": self._home / "cache"}
        return {**os.environ, **{name: str(path) for name, path in own.items()}}

    def stop(self) -> None:
        if self._daemon is not None:
            self._daemon.terminate()
            self._daemon.wait(10)
            self._daemon = None


@pytest.fixture
def gnome(bus, tmp_path) -> Iterator[Gnome]:
    if shutil.which("gnome-keyring-daemon") is None:
        pytest.skip("gnome-keyring is not installed (package gnome-keyring)")
    home = tmp_path / "home"
    home.mkdir()
    keyring = Gnome(home)
    yield keyring
    keyring.stop()


@pytest.fixture
def odd_service(bus) -> Iterator[Callable[[str], None]]:
    """A secret service that is `silent`, or one that has `no-default` collection."""
    started: list[subprocess.Popen[bytes]] = []

    def start(fault: str) -> None:
        script = Path(__file__).with_name("odd_secret_service.py")
        process = subprocess.Popen([sys.executable, str(script), fault], stdout=subprocess.PIPE)
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=10)


def wait_for_service() -> None:
    """Asks the bus itself to say when the secret service has its name."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    with open_dbus_connection() as line:
        for _ in range(2_000):
            asked = new_method_call(address, "NameHasOwner", "s", ("org.freedesktop.secrets",))
            if line.send_and_get_reply(asked).body[0]:
                return
            subprocess.run(["sleep", "0.01"], check=True)
    raise AssertionError("the secret service did not come up")
