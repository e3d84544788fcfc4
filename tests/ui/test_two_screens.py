"""The applicant's page opens on the screen that is not the clerk's."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.child_process import TREE

PLACED = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from ui.reception.applicant_window import ApplicantWindow
from ui.theme import Look
app = QApplication([])
clerk = QWidget()
clerk.setScreen(next(each for each in app.screens() if each.name() == sys.argv[1]))
clerk.move(clerk.screen().geometry().topLeft())
clerk.show()
page = ApplicantWindow(Look(), lambda: "now")
page.place(clerk)
app.processEvents()
covered = page.geometry().contains(clerk.screen().geometry())
print(page.screen().name(), page.screen().geometry() == page.geometry(), covered)
"""
BOTH = [
    {"name": "desk", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
    {"name": "hall", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
]


@pytest.mark.parametrize(
    ("screens", "clerk", "placed"),
    [
        (BOTH, "desk", "hall True False"),
        (BOTH, "hall", "desk True False"),
        (BOTH[:1], "desk", "desk True True"),
    ],
)
def test_the_page_fills_the_other_screen_or_covers_the_only_one(
    tmp_path: Path, screens: list[dict[str, object]], clerk: str, placed: str
) -> None:
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PLACED, clerk],
        cwd=TREE,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == placed
