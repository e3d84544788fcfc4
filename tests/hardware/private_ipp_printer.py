"""A printer of software on the network: ippeveprinter, on a bus and a port of its own."""

import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

PRINTER = shutil.which("ippeveprinter") or shutil.which("ippeveprinter", path="/usr/sbin:/sbin")
BUS = shutil.which("dbus-daemon")

BUS_RULES = """<busconfig>
<type>system</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>
"""
# Keeps the document; reports what stands in FOLDER/trouble until that is taken away; fails
# while FOLDER/broken is there.
COMMAND = """#!/bin/sh
cd {folder}
while [ -e trouble ]; do echo "STATE: +$(cat trouble)" >&2; sleep 0.05; done
echo "STATE: none" >&2
[ -e broken ] && exit 1
echo "ATTR: job-impressions-completed=2" >&2
cat "$1" >> out
"""


@dataclass
class PrivateIppPrinter:
    """One printer; its paper, its cover and its health are files in its folder."""

    folder: Path
    processes: tuple[subprocess.Popen, ...] = ()
    port: int = 0

    @property
    def address(self):
        return f"ipp://localhost:{self.port}/ipp/print"

    def start(self):
        (self.folder / "bus.conf").write_text(BUS_RULES.format(folder=self.folder))
        command = self.folder / "command"
        command.write_text(COMMAND.format(folder=self.folder))
        command.chmod(0o755)
        bus = self._run(BUS, f"--config-file={self.folder / 'bus.conf'}", "--nofork")
        self._until(lambda: (self.folder / "bus").exists())
        self.port = _free_port()
        wanted = ("-p", str(self.port), "-r", "off", "-f", "application/pdf")
        spool = ("-d", str(self.folder), "-k", "-c", str(command), "Hall")
        self.processes = (bus, self._run(PRINTER, *wanted, *spool))
        self._until(self._answers)

    def _run(self, *command):
        bus = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/bus"}
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, env={**os.environ, **bus}, stdout=quiet, stderr=quiet)

    def stop(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait(10)
        self.processes = ()

    def trouble(self, reason):
        """A keyword of printer-state-reasons; nothing: all is well again."""
        mark = self.folder / "trouble"
        mark.write_text(reason) if reason else mark.unlink()

    def printed(self):
        out = self.folder / "out"
        return out.read_bytes() if out.exists() else b""

    def _answers(self):
        with socket.socket() as line:
            return line.connect_ex(("localhost", self.port)) == 0

    def _until(self, condition, seconds=15.0):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "the simulated printer did not start"
            time.sleep(0.02)


def _free_port():
    with socket.socket() as line:
        line.bind(("localhost", 0))
        return line.getsockname()[1]
