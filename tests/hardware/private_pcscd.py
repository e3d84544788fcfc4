"""A pcscd of our own: its own socket and reader, in a file system view of its own (needs root)."""

import os
import random
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

DRIVERS = Path("/usr/lib/pcsc/drivers/serial")
PCSCD = shutil.which("pcscd") or shutil.which("pcscd", path="/usr/sbin:/sbin")
NAME = "Counter Test"
WHY_NOT = (
    "pcscd is not installed (package pcscd)" if not PCSCD
    else "a pcscd of our own needs root" if os.geteuid() != 0
    else "unshare is not installed (package util-linux)" if not shutil.which("unshare")
    else "no file system view of its own can be had here (unshare -m)"
    if subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode
    else ""
)  # fmt: skip


def free_port():
    """Below those that the system hands to outgoing calls, which keep theirs for a minute."""
    for port in random.sample(range(20_000, 32_000), 100):
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no port is free")


class PrivatePcscd:
    """Runs while used in `with`; client() is the environment for a process that talks to it."""

    def __init__(self, folder, device, library, name=NAME):
        self._folder = folder
        self._vpcd_port = int(device.partition(":")[2]) if device.startswith("/dev/null:") else 0
        (folder / "run").mkdir(parents=True)
        config = (
            f'FRIENDLYNAME "{name}"\nDEVICENAME {device}\n'
            f"LIBPATH {DRIVERS / library}\nCHANNELID 0x8D11\n"
        )
        (folder / "reader.conf").write_text(config)
        Path("/run/pcscd").mkdir(exist_ok=True)

    def __enter__(self):
        view = 'mount --bind "$0/run" /run/pcscd && exec "$1" -f -c "$0/reader.conf"'
        self._log = (self._folder / "log").open("w")
        self._process = subprocess.Popen(
            ["unshare", "-m", "sh", "-c", view, self._folder, PCSCD],
            stdout=self._log, stderr=self._log,
        )  # fmt: skip
        self._until_it_answers()
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """Once is enough; `with` may start it again."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait(10)
        self._log.close()

    def client(self):
        return os.environ | {"PCSCLITE_CSOCK_NAME": str(self._folder / "run" / "pcscd.comm")}

    def _until_it_answers(self):
        end = time.monotonic() + 15
        while not ((self._folder / "run" / "pcscd.comm").exists() and self._reader_listens()):
            assert time.monotonic() < end, (self._folder / "log").read_text()
            time.sleep(0.02)

    def _reader_listens(self):
        """A virtual reader waits for its card on a port; looked up, for a visit would be a card."""
        listening = f":{self._vpcd_port:04X} 00000000:0000 0A"
        return not self._vpcd_port or listening in Path("/proc/net/tcp").read_text()
