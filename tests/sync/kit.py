"""A real platform on a real port, counters enrolled at it, and lines that fail on demand."""

import http.client
import itertools
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from requests.adapters import HTTPAdapter

from app.central.identity import make_code
from app.central.records import open_records, read_mark
from app.clock import CHINA, FixedClock, SystemClock
from app.codecs.chain import sm3_hex
from app.domain.approval import follow_ups, open_checks
from app.domain.cases import Case, CaseState, Letter
from app.domain.ladder import plans
from app.domain.people import Applicant
from app.platform_process import PlatformProcess
from app.reference import Reference, load
from app.store import letters
from app.store.database import Store
from app.sync import enrolment, outbox, report
from app.sync.client import PlatformClient
from app.sync.engine import Engine

AT = datetime(2026, 11, 23, 9, 30, 0, tzinfo=CHINA)
PERSON = Applicant(
    name="王晓梅",
    raw_name="王晓梅",
    sex="女",
    ethnic_group="汉",
    birth="1988-03-12",
    address="四川省泸州市江阳区某街1号",
    number="51050219880312002X",
    document="citizen",
    issuer="泸州市公安局江阳分局",
    valid_from="2020-01-01",
    valid_until="长期",
    source="card",
    simulated=True,
)
_stations = itertools.count(1)
_law: list[Reference] = []


def law() -> Reference:
    if not _law:
        _law.append(load())
    return _law[0]


@dataclass
class Counter:
    """A counter with its own store, client and engine."""

    store: Store
    client: PlatformClient
    clock: FixedClock
    engine: Engine
    terminal: str
    cases: int = 0

    def save(self, *, actor: str = "u017", pdf: bytes = b"", **changes: object) -> Case:
        """One case with its letter, as the services keep it."""
        self.cases += 1
        changes.setdefault("number", f"{self.terminal}-2026-{self.cases:06d}")
        case = make_case(**changes)  # type: ignore[arg-type]
        data = pdf or f"%PDF {case.number}".encode()
        letter = make_letter(case, 1, data)
        case = replace(case, letters=(letter,))
        with self.store.write() as tx:
            letters.keep_blob(tx, data)
            report.case_submitted(tx, self.clock, case, letter, actor)
        return case

    def reissue(self, case: Case, actor: str = "u017") -> Case:
        """Void the letter, with a new one after it."""
        data = f"%PDF {case.number} again".encode()
        new = make_letter(case, 2, data)
        with self.store.write() as tx:
            letters.keep_blob(tx, data)
            report.letter_voided(tx, self.clock, case, case.letters[0], "印坏了", new, actor)
        old = replace(case.letters[0], voided_because="印坏了", replaced_by=new.number)
        return replace(case, letters=(old, new))

    def void(self, case: Case, actor: str = "u017") -> None:
        """The case falls with its letter."""
        with self.store.write() as tx:
            report.letter_voided(tx, self.clock, case, case.letters[0], "撤回", None, actor)

    def counts(self) -> dict[str, int]:
        with self.store.read() as rx:
            return outbox.counts(rx)

    def where(self, case: Case) -> str:
        with self.store.read() as rx:
            return outbox.whereabouts(rx, report.entity_of(case))

    def pass_time(self, seconds: float) -> None:
        self.clock.pass_time(timedelta(seconds=seconds))


def make_case(number: str, **changes: object) -> Case:
    matter, situation = next(
        (matter, situation)
        for matter in law().catalogue.matters
        for situation in matter.situations
        if not matter.verify_first
        and any(plan.way.value == "commitment" for plan in plans(matter, situation))
    )
    case = Case(
        id=str(uuid.uuid4()),
        number=number,
        state=CaseState.APPROVED,
        mode="training",
        pack=law().pack.pin,
        catalogue=law().catalogue.version,
        matter_code=matter.code,
        matter_name=matter.name,
        situation_code=situation.code,
        unit_name=matter.unit.name,
        applicant=PERSON,
        plans=plans(matter, situation),
        opened_at=AT.isoformat(),
        officer="u017",
        decided_at=AT.isoformat(),
        simulated_devices=("id-reader",),
    )
    assert not open_checks(case)
    case = replace(case, follow_ups=follow_ups(case, AT.date(), law().calendar, 3))
    return replace(case, **changes)  # type: ignore[arg-type]


def make_letter(case: Case, nth: int, pdf: bytes) -> Letter:
    return Letter(
        number=f"{case.number}-{nth:02d}",
        case_number=case.number,
        kind="commitment",
        sm3=sm3_hex(pdf),
        sealed_at=AT.isoformat(),
        trusted_time=True,
        check_code="7Q4M-2K9D-XP3T",
    )


def new_station() -> str:
    return f"510502-T{next(_stations):03d}"


def code_for(platform: PlatformProcess, terminal: str) -> str:
    """As enrol-code does, without the second it takes to start Python."""
    records = open_records(str(platform.database))
    code = make_code(records, read_mark(records), SystemClock(), terminal, terminal.split("-")[0])
    records.close()
    return code


def enrolled(
    platform: PlatformProcess,
    folder: Path,
    *,
    url: str = "",
    terminal: str = "",
    adapter: HTTPAdapter | None = None,
) -> Counter:
    """A new counter with an empty store."""
    clock = FixedClock(AT)
    client = PlatformClient(url or platform.url, clock, adapter=adapter)
    terminal = terminal or new_station()
    made = enrolment.enrol(client, code_for(platform, terminal), mode="training")
    folder.mkdir(parents=True, exist_ok=True)
    store = Store.create(folder, bytes(32))
    with store.write() as tx:
        enrolment.keep(tx, made)
    return Counter(store, client, clock, Engine(store, client, clock), terminal)


@contextmanager
def running(folder: Path, port: int = 0, mode: str = "training") -> Iterator[PlatformProcess]:
    made = PlatformProcess(folder, mode, port=port)
    try:
        _ = made.url  # it listens, and its database is marked
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="session")
def platform(tmp_path_factory):
    with running(tmp_path_factory.mktemp("platform")) as made:
        yield made


@pytest.fixture
def counter(platform, tmp_path):
    made = enrolled(platform, tmp_path / "counter")
    yield made
    made.client.close()
    made.store.close()


class FaultyLine(HTTPAdapter):
    """Loses what it is told to lose: "before" the platform has it, or its answer "after"."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def send(self, request, **kwargs):  # type: ignore[no-untyped-def]
        fault = self.faults.pop(0) if self.faults else ""
        if fault == "before":
            raise requests.ConnectionError
        response = super().send(request, **kwargs)
        if fault == "after":
            response.close()
            raise requests.ConnectionError
        return response


class Proxy:
    """A gateway on its own port: drops answers, or says 413 above a limit."""

    def __init__(self, platform_url: str) -> None:
        self.limit = 0
        self.drop: set[str] = set()  # methods of which each new request loses its answer once
        self.refused = self.passed = 0
        self._target = urlsplit(platform_url)
        self._seen: set[bytes] = set()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                outer.handle(self)

            do_GET = do_POST = do_PATCH = do_HEAD = handle_any

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def handle(self, at: BaseHTTPRequestHandler) -> None:
        body = at.rfile.read(int(at.headers.get("Content-Length", "0")))
        if self.limit and len(body) > self.limit:
            self.refused += 1
            at.send_response(413)
            at.send_header("Content-Length", "0")
            at.end_headers()
            return
        line = http.client.HTTPConnection(self._target.hostname, self._target.port)
        line.request(at.command, at.path, body or None, dict(at.headers.items()))
        answer = line.getresponse()
        data = answer.read()
        line.close()
        self.passed += 1
        if at.command in self.drop and answer.status < 300 and body not in self._seen:
            self._seen.add(body)
            at.close_connection = True
            return
        at.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                at.send_header(name, value)
        at.send_header("Content-Length", str(len(data)))
        at.end_headers()
        at.wfile.write(data if at.command != "HEAD" else b"")

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def proxy(platform):
    made = Proxy(platform.url)
    yield made
    made.stop()
