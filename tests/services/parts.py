"""A training hall to test with: store, clerk, a token behind a simulated line, its seal."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app import reference, settings
from app.audit import trail
from app.clock import CHINA, FixedClock
from app.domain.cases import Case
from app.domain.catalogue import Matter, Situation, Way
from app.domain.commitment import Point, Shown, Signature
from app.domain.hand_entry import Typed
from app.domain.ladder import plans
from app.domain.people import Applicant
from app.errors import Refused
from app.seal.chains import Anchors
from app.services import hand_entry, office, officers, reception
from app.services.drawing import notice_for
from app.services.office import Office
from app.store import installation, keys
from app.store.database import Store
from hardware.clock import SteppedClock
from hardware.devices.seal_token import Profile, SealToken
from hardware.simulators.seal_token import Content, SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine
from hardware.simulators.sm2_key import Sm2Key
from hardware.transports.bare_serial import BareSerialChannel
from hardware.transports.memory import MemoryLine

AT = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)
OFFICER, PASSWORD, PIN = "10432", "训练口令-泸州-2026", "123456"
REFERENCE = reference.load()
REVIEWER, SECOND = "20001", "10433"
TYPED_FIELDS = (
    *("document", "name", "number", "address", "issuer", "valid_from", "valid_until"),
    *("sex", "birth"),
)
ROLES = ("clerk", "seal-holder", "administrator", "auditor")


def applicant(**changes: object) -> Applicant:
    person = Applicant(
        name="张𬭎",
        raw_name="张𬭎",
        sex="男",
        ethnic_group="汉",
        birth="1988-03-12",
        address="四川省泸州市江阳区江阳西路1号",
        number="51050219880312002X",
        document="citizen",
        issuer="泸州市公安局江阳区分局",
        valid_from="2020-01-01",
        valid_until="长期",
        source="card",
        simulated=True,
    )
    return replace(person, **changes)  # type: ignore[arg-type]


def found(folder: Path, mode: str = "training") -> tuple[settings.Settings, FixedClock]:
    """A counter in its own folder; it never touches a person's keyring."""
    chosen = settings.Settings(
        state=folder, platform_url="http://127.0.0.1:1", keyring=mode == "live"
    )
    clock = FixedClock(AT)
    office.found(
        chosen,
        clock,
        mode=mode,
        division="510502",
        terminal="T03",
        hall_name="泸州市江阳区政务服务中心",
    )
    return chosen, clock


def found_live(folder: Path, **changes: object) -> settings.Settings:
    """A live counter, its key in a file: a live one made by `found` asks for a real keyring."""
    made = keys.create(folder, training=True, use_keyring=False)
    store = Store.create(folder, made.key)
    counter = installation.new("live", "510502", "T03", "政务服务中心", "政务服务中心")
    with store.write() as tx:
        line = trail.add(tx, FixedClock(AT), office.NOBODY, "installation.found", counter.id)
        installation.mark(tx, counter, line)
    store.close()
    return settings.Settings(state=folder, **changes)  # type: ignore[arg-type]


def opened(folder: Path) -> tuple[Office, FixedClock]:
    """An office whose training clerk is signed in."""
    chosen, clock = found(folder)
    hall = office.open_office(chosen, clock, REFERENCE)
    officers.create_training_officer(hall, OFFICER, "李敏", ROLES, PASSWORD)
    session = office.Session(OFFICER, "李敏", ROLES, hall.now())
    return hall.signed_in(session), clock


def opened_live(folder: Path) -> tuple[Office, FixedClock]:
    """A live counter with its clerk signed in; nothing at it is simulated."""
    clock = FixedClock(AT)
    hall = office.open_office(found_live(folder), clock, REFERENCE)
    return hall.signed_in(office.Session(OFFICER, "李敏", ROLES, hall.now())), clock


def reviewer(hall: Office) -> Office:
    """The same counter before a legal reviewer of the joint conference's office."""
    session = office.Session(REVIEWER, "周洁", ("legal-reviewer",), hall.now())
    return hall.signed_in(session)


def open_live(hall: Office) -> Case:
    person = applicant(simulated=False)
    return reception.open_case(hall, person, *matter_with(Way.COMMITMENT))


def typed(**changes: str) -> Typed:
    """The person of `applicant` as an officer types it off the card."""
    person = applicant()
    fields = {name: getattr(person, name) for name in TYPED_FIELDS}
    return Typed(**{**fields, **changes})


def second_officer(hall: Office, roles: tuple[str, ...] = ("clerk",)) -> str:
    """Another officer who can sign in beside the clerk."""
    officers.create_training_officer(hall, SECOND, "王芳", roles, PASSWORD)
    return SECOND


def confirmed(hall: Office, **changes: str) -> Applicant:
    """A typed person, vouched for by a second officer."""
    with suppress(Refused):
        second_officer(hall)
    return hand_entry.confirm(hall, typed(**changes), "card-damaged", "", SECOND, PASSWORD)


def matter_with(way: Way, *, verify_first: bool = False) -> tuple[Matter, Situation]:
    """The first matter of the training catalogue in which a proof goes that way."""
    for matter in REFERENCE.catalogue.matters:
        for situation in matter.situations:
            ways = {plan.way for plan in plans(matter, situation, on=AT.date())}
            if way in ways and matter.verify_first == verify_first:
                return matter, situation
    raise AssertionError(f"no matter with {way}")


def open_case(hall: Office, way: Way = Way.COMMITMENT, **changes: object) -> Case:
    return reception.open_case(hall, applicant(**changes), *matter_with(way))


def handwriting(clock: FixedClock) -> Signature:
    stroke = tuple(Point(10.0 + n, 10.0 + n % 5, 0.5, n * 8) for n in range(25))
    return Signature((stroke,), 90, 45, clock.now().isoformat())


def shown(hall: Office, case: Case) -> tuple[Shown, ...]:
    """Every paragraph of the notice, fully visible now."""
    return tuple(Shown(each.id, hall.now()) for each in notice_for(hall, case).paragraphs)


@dataclass(frozen=True, slots=True)
class Sealer:
    """What seals: the driver, the simulated token behind it, the seal and the anchors."""

    device: SealToken
    simulated: SimulatedSealToken
    seal: bytes
    anchors: Anchors

    def tools(self, pin: str = PIN) -> dict[str, object]:
        return {
            "pin": pin,
            "device": self.device,
            "seal": self.seal,
            "anchors": self.anchors,
        }


def sealer(certificate: bytes, key: bytes, seal: bytes, anchors: Anchors) -> Sealer:
    simulated = SimulatedSealToken((Content("seal", certificate, Sm2Key(key)),))
    line = MemoryLine(BareLine(simulated), SteppedClock())
    device = SealToken(BareSerialChannel(line), Profile(), FixedClock(AT))
    return Sealer(device, simulated, seal, anchors)
