"""A live counter and a live platform: refused, confirmed here, confirmed there, taken."""

import threading
from dataclasses import replace

import pytest
import uvicorn
from sqlalchemy import select

from app.central.identity import make_code
from app.central.records import mark, open_records, read_mark
from app.central.rules import Rules
from app.central.server import Platform, make_app
from app.central.serving import _config, _listen
from app.central.successors import confirm_basis
from app.clock import FixedClock
from app.domain.cases import CaseState
from app.domain.seal_custody import Binding
from app.errors import Refused
from app.services import basis, office, officers, seal_registry, sealing
from app.store.tables import outbox
from app.sync import agreement, enrolment
from app.sync.client import PlatformClient
from app.sync.engine import Engine
from hardware.devices.seal_token import Profile, SealToken
from hardware.transports.bare_serial import BareSerialChannel
from hardware.transports.memory import MemoryLine
from tests.services.parts import (
    AT,
    OFFICER,
    PASSWORD,
    REFERENCE,
    ROLES,
    SECOND,
    BareLine,
    SteppedClock,
    found_live,
    handwriting,
    open_live,
    reviewer,
    shown,
)

NATIONAL, BASIS = "national@1", "泸州市证明事项联席会议纪要〔2026〕3号"
TERMINAL = "510502-T03"


def published(catalogue):
    """What ships is for training; a city publishes one that is not."""
    return replace(catalogue, training=False)


LAW = replace(
    REFERENCE,
    catalogue=published(REFERENCE.catalogue),
    refined={place: published(each) for place, each in REFERENCE.refined.items()},
)


class HallToken(SealToken):
    """The hall's own: the simulator behind it says of itself that it is one for training."""

    simulated = False  # type: ignore[assignment]


@pytest.fixture
def records(tmp_path):
    made = open_records(str(tmp_path / "platform.db"), bytes(32))
    mark(made, "live")
    yield made
    made.close()


@pytest.fixture
def url(records):
    """The platform's own server, in this process, with the published catalogue."""
    rules = Rules("live", LAW.calendar, LAW.catalogues(), LAW.packs)
    app = make_app(Platform(records, read_mark(records), FixedClock(AT), rules))
    listening = _listen("127.0.0.1", 0)
    server = uvicorn.Server(_config(app))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


class Live:
    """The counter, enrolled, with its clerk signed in."""

    def __init__(self, folder, url, records) -> None:
        self.clock = FixedClock(AT)
        settings = found_live(folder, platform_url=url)
        made = office.open_office(settings, self.clock, LAW)
        self.client = PlatformClient(url, self.clock)
        code = make_code(records, read_mark(records), self.clock, TERMINAL, "510502")
        with made.store.write() as tx:
            enrolment.keep(tx, enrolment.enrol(self.client, code, mode="live"))
        with made.store.read() as rx:
            self.client.become(enrolment.identity(rx))
        self.office = made.signed_in(office.Session(OFFICER, "李敏", ROLES, made.now()))
        self.engine = Engine(made.store, self.client, self.clock)

    def register(self, token) -> None:
        """Two officers of the hall enter its seal."""
        at = self.office
        officers.create_officer(at, OFFICER, "李敏", ROLES, PASSWORD)
        officers.create_officer(at, SECOND, "王芳", ("supervisor",), PASSWORD)
        seal_registry.register(at, token.seal, Binding(SECOND, (OFFICER,)), SECOND, PASSWORD)

    def seal(self, token):
        case, at = open_live(self.office), self.office
        line = MemoryLine(BareLine(token.simulated), SteppedClock())
        device = HallToken(BareSerialChannel(line), Profile(), self.clock)
        tools = {**token.tools(), "device": device}
        committed = {"shown": shown(at, case), "signature": handwriting(self.clock)}
        return sealing.seal(at, case, **committed, **tools).case

    def sent(self) -> list[tuple[str, str]]:
        self.engine.round()
        with self.office.store.read() as rx:
            rows = rx.execute(select(outbox.c.state, outbox.c.code).order_by(outbox.c.seq))
            return [tuple(row) for row in rows]

    def close(self) -> None:
        self.client.close()
        self.office.store.close()


@pytest.fixture
def live(tmp_path, url, records):
    folder = tmp_path / "state"
    folder.mkdir()
    made = Live(folder, url, records)
    yield made
    made.close()


def test_from_the_refusal_to_the_platform_s_receipt(live, records, token):
    with pytest.raises(Refused, match=r"A25-1 pack\.expired"):
        open_live(live.office)
    basis.confirm(reviewer(live.office), NATIONAL, BASIS)
    with pytest.raises(Refused, match=r"custody\.not-registered"):
        live.seal(token)
    live.register(token)
    first = live.seal(token)
    assert (first.pack, first.state, first.mode) == (NATIONAL, CaseState.APPROVED, "live")
    assert live.sent() == [("quarantine", "pack.not-confirmed")]  # the city has not said so

    confirm_basis(records, live.clock, tuple(LAW.packs.values()), "national", BASIS, "法制科")
    second = live.seal(token)
    assert live.sent()[1:] == [("applied", "")]
    assert agreement.differences(live.office.store, live.client, second) == ()
    theirs = agreement.their_record(live.client, second.number)
    assert theirs.case is not None
    assert (theirs.case.pack, theirs.mode) == (NATIONAL, "live")


def test_a_counter_that_opens_without_asking_is_stopped_at_the_platform(live, records, token):
    """Its program is old, or not ours: a case under the measures that ended."""
    confirm_basis(records, live.clock, tuple(LAW.packs.values()), "national", BASIS, "法制科")
    live.office = replace(live.office, shipped=with_endless_measures())
    live.register(token)
    assert live.seal(token).pack == "luzhou-2019-36@0"
    assert live.sent() == [("quarantine", "platform.pack")]


def with_endless_measures():
    pack = replace(LAW.pack, version="0", valid_until=LAW.packs[NATIONAL].valid_until)
    return replace(LAW, pack=pack, packs={**LAW.packs, pack.pin: pack})
