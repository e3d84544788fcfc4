"""The first frame waits for nothing heavy."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TREE = Path(__file__).parents[2]
# What the store, the wire, the letters, the rules and the devices need, and nobody before them.
HEAVY = (
    *("alembic", "argon2", "cryptography", "http_message_signatures", "keyring", "logging.config"),
    *("multiprocessing", "pydantic", "pypdfium2", "reportlab", "requests", "segno", "serial"),
    *("smartcard", "sqlalchemy", "sqlcipher3", "sqlite3", "tomllib", "urllib3", "zoneinfo"),
    *("asyncio", "http.client", "ssl", "PySide6.QtNetwork", "PySide6.QtPrintSupport"),
    *("app.services", "app.store", "app.domain", "app.documents", "app.seal", "app.sync"),
    *("app.contract", "app.central", "app.problems", "app.reference", "hardware"),
)
NAME_THEM = """
import sys
from app.commands import counter
counter.Counter.tell_painted = lambda self: (print(*sys.modules), self.app.quit())
from app.__main__ import main
sys.exit(main(["--state", sys.argv[1], "--start-probe"]))
"""


def _said(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=TREE, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nothing_heavy_is_imported_before_the_first_frame(tmp_path: Path) -> None:
    imported = set(_said("-c", NAME_THEM, str(tmp_path)).split())
    assert "ui.sign_in.view" in imported, "the probe shows the sign-in page"
    assert sorted(imported.intersection(HEAVY)) == []


def test_the_start_probe_says_when_the_window_has_been_painted(tmp_path: Path) -> None:
    said = _said("-m", "app", "--state", str(tmp_path), "--start-probe")
    assert json.loads(said) == {"painted": True}


@pytest.mark.parametrize("name", ["sqlalchemy", "reportlab", "requests", "hardware"])
def test_a_heavy_import_on_the_start_path_would_be_named(name: str, tmp_path: Path) -> None:
    imported = set(_said("-c", f"import {name}\n{NAME_THEM}", str(tmp_path)).split())
    assert name in imported.intersection(HEAVY)
