"""The two commands as processes: a simulated token on a terminal, and the one that seals."""

import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import gmssl_pyx

from tests.hardware.sealing_parts import certificate

ROOT = Path(__file__).parents[2]
ANY_DAY = datetime(2020, 1, 1, tzinfo=UTC), datetime(2049, 1, 1, tzinfo=UTC)
DIGEST = "5A" * 32


def make_files(folder):
    """A throw-away key and its certificate, as the training hall has them."""
    folder.mkdir(exist_ok=True)
    public, private = gmssl_pyx.sm2_key_generate()
    (folder / "signer.key.hex").write_text(private.hex())
    (folder / "signer.cer").write_bytes(certificate(b"\x04" + public, *ANY_DAY))


@contextmanager
def simulated(folder, *options):
    """The process and the terminal's path."""
    files = ("--key", folder / "signer.key.hex", "--certificate", folder / "signer.cer")
    process = subprocess.Popen(
        [sys.executable, "-m", "hardware", "simulate", "seal-token", *files, *options],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.communicate("quit\n", timeout=10)


def seal(where, name, *options, pin="123456", env=None):
    """where: --port or --pcsc."""
    return subprocess.run(
        [sys.executable, "-m", "hardware", "seal", where, name, *options],
        input=f"{pin}\n", capture_output=True, text=True, cwd=ROOT, check=False, env=env,
        timeout=60,
    )  # fmt: skip
