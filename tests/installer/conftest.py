"""Set-up is tried in folders of the test's own."""

import subprocess
import sys
from pathlib import Path

import pytest

TREE = Path(__file__).parent.parent.parent


@pytest.fixture
def run_command(tmp_path):
    """Run one of the tree's commands with exactly the environment given."""

    def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(TREE / command[0]), *command[1:]],
            cwd=tmp_path,
            env={"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", **environment},
            capture_output=True,
            text=True,
            timeout=60,
        )

    return run
