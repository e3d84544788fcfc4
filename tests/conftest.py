"""Guards for every test: nothing of the person's own is touched, nothing leaves this machine."""

import logging
import os
import sys
from pathlib import Path

import pytest

TREE = Path(__file__).parent.parent
NOT_OURS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR"}
LONG_FILE = 300
LOOPBACK = ("127.", "::1", "localhost", "::ffff:127.")


def pytest_configure(config: pytest.Config) -> None:
    """Tests see no display, no session bus and no keyring; the fonts' cache stays the person's."""
    config.addinivalue_line("markers", "expects_log_errors: the test provokes errors in the log")
    for name in NOT_OURS:
        os.environ.pop(name, None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/bus"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """State and settings of a test lie in its own folder."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture(autouse=True)
def _no_unexpected_log_errors(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture):
    """An error in the log that the test did not announce fails it."""
    yield
    if request.node.get_closest_marker("expects_log_errors"):
        return
    errors = [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert not errors, [record.getMessage() for record in errors]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Long files are reported here; tests/test_house.py says from where on they fail."""
    for path in sorted(TREE.glob("[ahirtu]*/**/*.py")):
        if (lines := path.read_bytes().count(b"\n")) > LONG_FILE:
            terminalreporter.write_line(f"long file: {path.relative_to(TREE)}, {lines} lines")


def _stay_here(event: str, arguments: tuple[object, ...]) -> None:
    """No test opens a connection to another machine."""
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
        raise PermissionError(f"a test wanted to reach {address[0]}")


sys.addaudithook(_stay_here)
