"""A cupsd of our own: its own folders and socket, and a backend that keeps what is printed."""

import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

CUPSD = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin:/sbin")
CLIENT = shutil.which("cupsdisable") or shutil.which("cupsdisable", path="/usr/sbin:/sbin")

SERVER = """
Listen {folder}/sock
WebInterface No
Browsing No
DefaultAuthType None
LogLevel warn
MaxLogSize 0
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
FILES = """
ServerBin {folder}/bin
ServerRoot {folder}
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
SystemGroup root
"""
QUEUE = """
<{kind} {name}>
Info {name}
DeviceURI keep:{folder}/out/{name}
State Idle
Accepting Yes
</{kind}>
"""

# Prints into a file as often as asked; while FILE.empty is there it is out of paper.
BACKEND = """#!/bin/sh
[ $# -eq 0 ] && echo 'direct keep "Unknown" "keep"' && exit 0
out=${DEVICE_URI#keep:}
[ -e "$out.empty" ] && echo "STATE: +media-empty-error" >&2
while [ -e "$out.empty" ]; do sleep 0.05; done
echo "STATE: -media-empty-error" >&2
echo "$3|$5" > "$out.job"
copies=$4
while [ "$copies" -gt 0 ]; do cat "${6:--}" >> "$out"; copies=$((copies - 1)); done
"""


@dataclass
class PrivateCups:
    """One running cupsd; stop() and start() as its operator would."""

    folder: Path
    process: subprocess.Popen | None = None

    @property
    def socket(self) -> str:
        return str(self.folder / "sock")

    def prepare(self, queues, default=None):
        for name in ("state", "spool/tmp", "cache", "out"):
            (self.folder / name).mkdir(parents=True)
        for name in ("daemon", "notifier", "filter"):
            (self.folder / "bin").mkdir(exist_ok=True)
            (self.folder / "bin" / name).symlink_to(f"/usr/lib/cups/{name}")
        backend = self.folder / "bin" / "backend" / "keep"
        backend.parent.mkdir()
        backend.write_text(BACKEND)
        backend.chmod(0o700)  # only then it is not run as another user
        (self.folder / "cupsd.conf").write_text(SERVER.format(folder=self.folder))
        (self.folder / "cups-files.conf").write_text(FILES.format(folder=self.folder))
        kinds = [("DefaultPrinter" if name == default else "Printer", name) for name in queues]
        text = "".join(QUEUE.format(kind=k, name=n, folder=self.folder) for k, n in kinds)
        (self.folder / "printers.conf").write_text(text)

    def start(self):
        files = ("-c", self.folder / "cupsd.conf", "-s", self.folder / "cups-files.conf")
        self.process = subprocess.Popen([CUPSD, "-f", *files], stderr=subprocess.DEVNULL)
        self.until(self.answers)

    def answers(self):
        with socket.socket(socket.AF_UNIX) as line:
            return line.connect_ex(self.socket) == 0

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(10)
            self.process = None

    def add(self, queue, address, *options):
        """A queue with the system's own backend for that address: ipp://..., cups-pdf:/..."""
        name = address.partition(":")[0]
        backend = self.folder / "bin" / "backend" / name
        shutil.copy(f"/usr/lib/cups/backend/{name}", backend)
        backend.chmod(0o700)
        self.run("lpadmin", "-p", queue, "-E", "-v", address, *options)

    def operate(self, command, queue):
        """cupsdisable, cupsenable, cupsreject, cancel -a ... as the operator types them."""
        self.run(command, queue)

    def run(self, command, *arguments):
        """A command of CUPS's, spoken to this server."""
        where = shutil.which(command) or str(Path(CLIENT).parent / command)
        told = [where, "-h", self.socket, *arguments]
        quiet = subprocess.DEVNULL
        subprocess.run(told, check=True, timeout=20, stdout=quiet, stderr=quiet)

    def printed(self, queue):
        out = self.folder / "out" / queue
        return out.read_bytes() if out.exists() else b""

    def title_and_options(self, queue):
        return (self.folder / "out" / f"{queue}.job").read_text().strip().split("|")

    def paper(self, queue, *, there):
        mark = self.folder / "out" / f"{queue}.empty"
        mark.unlink() if there else mark.touch()

    def until(self, condition, seconds=60.0):
        """Wait for something of the other process, at most so long."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, self.log()
            time.sleep(0.02)

    def log(self):
        log = self.folder / "error_log"
        return log.read_text() if log.exists() else "nothing happened and no log"
