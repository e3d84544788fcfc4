"""Runs the platform on a socket until told to stop, or until the parent lets go of our stdin."""

import json
import os
import signal
import socket
import sys
import threading
from typing import Any

import uvicorn

from app.central.identity import References
from app.central.law import read_law
from app.central.records import Records, read_mark
from app.central.rules import Rules
from app.central.server import Platform, make_app
from app.central.successors import prepare
from app.clock import SystemClock
from app.errors import Unavailable

KEEP_ALIVE = 75  # seconds; five would meet a counter that sends every five


class _Server(uvicorn.Server):
    """Says where it listens once it does."""

    def __init__(self, config: uvicorn.Config, line: dict[str, str]) -> None:
        super().__init__(config)
        self._line = line
        self.unheard = False

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        try:
            print(json.dumps(self._line), flush=True)
        except OSError:
            self.unheard = self.should_exit = True


def serve(records: Records, host: str, port: int, *, until_stdin_closes: bool) -> int:
    """Blocks; 0 after a clean stop."""
    mark = read_mark(records)
    prepare(records)
    rules, references = _law(mark.mode)
    app = make_app(Platform(records, mark, SystemClock(), rules, references))
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}"
    server = _Server(_config(app), {"listening": address, "mode": mark.mode})
    if until_stdin_closes:
        _stop_when_stdin_closes(server)
    # Our server stops cleanly at either signal and then raises it again.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        return 0
    if server.unheard:
        raise Unavailable("output.lost")
    return 0


def _config(app: Any) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        access_log=False,  # addresses hold case numbers
        log_level="warning",
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=5,
        server_header=False,
        ws="none",
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small answers at once only on sockets that say TCP; else each waits 40 ms.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except (OSError, OverflowError):
        made.close()
        raise Unavailable("central.port", port=port) from None
    return made


def _law(mode: str) -> tuple[Rules, References]:
    """What cases are held against, and what a counter is told when it enrols."""
    reference = read_law()
    catalogue, years = reference.catalogue, reference.calendar.years
    rules = Rules(mode, reference.calendar, reference.catalogues(), reference.packs)
    last = str(max(years, default=0))
    return rules, References(reference.pack.id, catalogue.version, calendar=last)


def _stop_when_stdin_closes(server: uvicorn.Server) -> None:
    """A parent that dies takes us along. Windows can wait for a pipe in a thread only."""

    def wait() -> None:
        while os.read(0, 4096):
            pass
        server.should_exit = True

    threading.Thread(target=wait, daemon=True).start()  # noqa: TID251
