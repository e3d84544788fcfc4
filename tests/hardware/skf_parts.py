"""A token's SKF library made from C, with its tokens in folders beside it."""

import json
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from app.clock import FixedClock
from hardware.devices.skf_token import SkfToken, skf_tokens, the_one
from hardware.devices.token_profile import Profile
from hardware.transports.vendor_library import LibraryProcess
from tests.hardware.c_libraries import GCC, SOURCES
from tests.hardware.sealing_parts import DIGEST, NOW, PIN, YEAR, certificate

ROOT = Path(__file__).parents[2]
HAS_OPENSSL = Path("/usr/include/openssl/ec.h").exists()
needs_skf = pytest.mark.skipif(
    GCC is None or not HAS_OPENSSL,
    reason="no C compiler (gcc) or no headers of OpenSSL (libssl-dev): no SKF library can be built",
)
WIDTHS = ("uint32_t", "uint64_t")
SECONDS = 10.0


@dataclass
class SkfHall:
    """The folder of one library; what lies there says what it does."""

    folder: Path

    @property
    def library(self) -> Path:
        return self.folder / "libskf.so"

    def fault(self, words: str = "") -> None:
        (self.folder / "fault").write_text(words)

    def calls(self) -> list[str]:
        file = self.folder / "calls"
        return file.read_text().split() if file.exists() else []

    def token(self, number: int = 1) -> Path:
        return self.folder / f"token{number}"

    def logged_in(self, number: int = 1) -> bool:
        return (self.token(number) / "logged-in").exists()

    def tries(self, number: int = 1) -> int:
        file = self.token(number) / "tries"
        return int(file.read_text()) if file.exists() else 10

    def add_token(self, number: int = 1, serial: str = "KX-1") -> None:
        self.token(number).mkdir()
        (self.token(number) / "serial").write_text(serial)
        self.add_container(number)

    def add_container(self, number: int = 1, which: str = "", **dates) -> None:
        key = self.token(number) / f"key{which}.pem"
        key.write_text(new_key())
        public = subprocess.run(
            ["openssl", "pkey", "-in", key, "-pubout", "-outform", "DER"],
            check=True, capture_output=True,
        ).stdout[-65:]  # fmt: skip
        dates = {"start": NOW - 9 * YEAR, "end": NOW + 9 * YEAR} | dates
        made = certificate(public, dates["start"], dates["end"])
        (self.token(number) / f"certificate{which}.der").write_bytes(made)

    def helper(self, seconds: float = SECONDS) -> LibraryProcess:
        return LibraryProcess(self.library, "skf", seconds)

    def open(self, helper: LibraryProcess, serial: str | None = None, **changes) -> SkfToken:
        tokens = skf_tokens(helper, Profile(**changes), FixedClock(NOW))
        return the_one(tokens, serial)


def new_key() -> str:
    command = ["openssl", "genpkey", "-algorithm", "SM2"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@cache
def built(width: str, folder: Path) -> bytes:
    library = folder / f"{width}.so"
    source = SOURCES / "skf_token.c"
    command = [GCC, "-shared", "-fPIC", "-w", "-O1", f"-DNUMBER={width}", source, "-o", library]
    subprocess.run([*command, "-lcrypto"], check=True, timeout=60)
    return library.read_bytes()


def made(builds: Path, folder: Path, width: str) -> SkfHall:
    hall = SkfHall(folder)
    hall.library.write_bytes(built(width, builds))
    hall.add_token()
    return hall


def sealed(hall: SkfHall, digest: bytes = DIGEST, pin: str = PIN, **options: bool) -> bytes:
    with closing(hall.helper()) as helper, hall.open(helper).logged_in(pin, **options) as signer:
        return signer.sign(digest)


def seal(library: Path, *options: str, pin: str = "123456") -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "hardware", "seal", "--skf", library, *options],
        input=f"{pin}\n", capture_output=True, text=True, cwd=ROOT, check=False, timeout=60,
    )  # fmt: skip


def error(done: subprocess.CompletedProcess) -> str:
    return json.loads(done.stderr.splitlines()[-1])["error"]
