"""Opens a counter step by step: rules, hall, store, platform, devices. No window here.

At a first start without a platform in the settings this becomes a training hall: everything is made
here, and a platform of its own runs as a child. Afterwards the store's mark says what this is.
"""

import json
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from app import private_file, reference
from app import settings as places
from app.child_process import ChildProcess
from app.clock import Clock
from app.commands import new_hall
from app.commands.hall_seal import HallSeal
from app.domain.duties import Role
from app.errors import Unavailable, denied
from app.platform_process import PlatformProcess
from app.seal.chains import read_anchors
from app.services import office as offices
from app.services import officers, seal_log, seal_registry
from app.services.office import Office
from app.services.timing import SealingClock
from app.settings import Settings
from app.sync import enrolment
from app.sync.client import PlatformClient
from app.sync.engine import Engine
from hardware.devices.token_profile import STANDARD
from hardware.station import DeviceEntry, Station, StationSettings, training_persons
from resources.fonts import font_path

DIVISION, TERMINAL = "510502", "T03"
HALL, ISSUER = "训练区政务服务中心", "训练区政务服务中心"
TRAINING_OFFICER, TRAINING_NAME, TRAINING_PASSWORD = "10432", "李敏", "training-2019"
TRAINING_SECOND, TRAINING_SECOND_NAME = "10433", "王芳"  # vouches for typed data and for seals
TRAINING_SECOND_ROLES = (Role.CLERK, Role.SUPERVISOR)
TRAINING_PIN = "123456"  # of training tokens only
TRAINING_ROLES = (Role.CLERK, Role.SEAL_HOLDER, Role.SUPERVISOR)
SIMULATED = ("id-reader", "seal-token")
LIBRARIES = (".so", ".dll", ".dylib")
DEVICES_FILE = "devices.json"

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A counter ready for somebody to sign in, acting by itself until then; `close` ends it all."""

    office: Office
    station: Station
    seal: HallSeal
    engine: Engine | None
    client: PlatformClient
    simulators: dict[str, ChildProcess]
    platform: PlatformProcess | None
    persons: tuple[tuple[str, str], ...]  # whose simulated cards there are: file, name
    recovery: str = field(repr=False)  # shown once, at the first start
    _held: ExitStack = field(repr=False)

    @property
    def training(self) -> bool:
        return self.office.installation.training

    @property
    def simulated(self) -> tuple[str, ...]:
        """Kinds of simulated devices, started here or only named in the settings."""
        return tuple(sorted({each.kind for each in self.station.states() if each.simulated}))

    def close(self) -> None:
        self._held.close()


def open_counter(settings: Settings, clock: Clock, report: Report, *, use_keyring: bool) -> Opened:
    """Everything, or nothing: what was opened before a failure is closed again.

    A store that is there is opened before anything is made: its mark says what may be made. At a
    first start the children come up while it is founded.
    """
    try:
        return _opened(settings, clock, report, use_keyring=use_keyring)
    except OSError as error:  # a full disk, a folder of somebody else's
        raise denied(error) from error


def _opened(settings: Settings, clock: Clock, report: Report, *, use_keyring: bool) -> Opened:
    with ExitStack() as held:
        report("rules")
        settings = replace(settings, keyring=settings.keyring and use_keyring)
        rules, hall = reference.load(), settings.state / "hall"
        found = offices.is_founded(settings)
        known = _existing(settings, clock, rules, held, report) if found else None
        training = not settings.platform_url
        platform = _platform(settings, held) if training else None
        simulators = _training_devices(settings, hall, held, report) if training else {}
        recovery = _found(settings, clock, report) if training and not found else ""
        office = known or _existing(settings, clock, rules, held, report)
        if training:
            _training_officers(office)
        report("platform" if training else "enrol")
        office = _at_platform(office, platform)
        client = _client(office)
        held.callback(client.close)
        engine = _engine(office, platform, client)
        report("devices")
        if training:
            _tell_devices(settings, simulators)
        station = Station(_station_settings(settings, simulators), wall=SealingClock(office))
        held.callback(station.close)
        seal_file = _read_seal(hall)
        seal_registry.install_training(office, seal_file)
        seal_log.end_unknown(office)
        seal = HallSeal(station, seal_file, read_anchors(settings.trust), office)
        persons = training_persons() if "id-reader" in simulators else ()
        parts = (office, station, seal, engine, client, simulators, platform, persons, recovery)
        return Opened(*parts, held.pop_all())


def _existing(
    settings: Settings, clock: Clock, rules: reference.Reference, held: ExitStack, report: Report
) -> Office:
    """The counter that is there; a live one without a platform lost its settings (A13-2)."""
    report("store")
    office = offices.open_office(settings, clock, rules).by_itself()
    held.callback(office.store.close)
    if not office.installation.training and not settings.platform_url:
        raise Unavailable("counter.no-platform")
    return office


def _training_devices(
    settings: Settings, hall: Path, held: ExitStack, report: Report
) -> dict[str, ChildProcess]:
    """The simulated token needs the hall's keys first."""
    report("hall")
    _training_hall(settings, hall)
    return _simulators(settings, hall, held)


def _platform(settings: Settings, held: ExitStack) -> PlatformProcess:
    platform = PlatformProcess(settings.state / "platform", "training")
    held.callback(platform.stop)
    return platform


def _at_platform(office: Office, platform: PlatformProcess | None) -> Office:
    """The embedded platform listens somewhere else at every start."""
    if platform is None:
        return office
    return replace(office, settings=replace(office.settings, platform_url=platform.url))


def _training_hall(settings: Settings, hall: Path) -> None:
    """Keys, certificates and a seal of this installation's own, once."""
    if not (hall / "signer.key.hex").exists():  # written last
        new_hall.make(hall, HALL, font_path(new_hall.FACE))
    settings.trust.mkdir(mode=0o700, parents=True, exist_ok=True)
    places.keep_private(hall)
    for anchor in (hall / "trust").glob("*.cer"):
        (settings.trust / anchor.name).write_bytes(anchor.read_bytes())


def _found(settings: Settings, clock: Clock, report: Report) -> str:
    """Makes the store; answers its recovery key."""
    report("store")
    return offices.found(
        settings,
        clock,
        mode="training",
        division=DIVISION,
        terminal=TERMINAL,
        hall_name=HALL,
        issuer=ISSUER,
    )


def _client(office: Office) -> PlatformClient:
    ca = Path(office.settings.ca_file) if office.settings.ca_file else None
    return PlatformClient(office.settings.platform_url, office.clock, ca=ca)


def _engine(
    office: Office, platform: PlatformProcess | None, client: PlatformClient
) -> Engine | None:
    """The line; None while a real counter is not enrolled yet."""
    with office.store.read() as rx:
        known = enrolment.enrolled_at(rx)
    if not known and platform is not None:
        code = platform.enrol_code(f"{DIVISION}-{TERMINAL}")
        made = enrolment.enrol(client, code, mode=office.installation.mode)
        with office.store.write() as tx:
            enrolment.keep(tx, made)
            office.line(tx, "counter.enrol", made.terminal)
    elif not known:
        return None
    with office.store.read() as rx:
        client.become(enrolment.identity(rx))
    return Engine(office.store, client, office.clock)


def _simulators(settings: Settings, hall: Path, held: ExitStack) -> dict[str, ChildProcess]:
    """Simulated devices as processes of their own, so that one can be pulled from outside."""
    key, certificate = str(hall / "signer.key.hex"), str(hall / "signer.cer")
    arguments = {
        "id-reader": (),
        "seal-token": ("--key", key, "--certificate", certificate),
    }
    started: dict[str, ChildProcess] = {}
    for kind in settings.training_devices or SIMULATED:
        child = ChildProcess("hardware", ("simulate", kind, *arguments[kind]))
        held.callback(child.stop)
        started[kind] = child
    return started


def _tell_devices(settings: Settings, started: dict[str, ChildProcess]) -> None:
    """For who pulls a device from outside."""
    rows = {kind: {"pid": each.pid, "address": each.ready} for kind, each in started.items()}
    file = settings.simulators_file or settings.state / DEVICES_FILE
    private_file.write(file, json.dumps(rows))


def _station_settings(settings: Settings, simulators: dict[str, ChildProcess]) -> StationSettings:
    """Devices of the settings, and the simulated ones in the place of their kind."""
    profiles = {"seal-token": settings.seal_profile, "id-reader": settings.reader_profile}
    entries = [
        DeviceEntry(kind, _transport(kind, address), address, profile=profiles.get(kind, STANDARD))
        for kind, address in settings.devices
        if kind not in simulators
    ]
    entries += [
        DeviceEntry(kind, "serial", child.ready, simulated=True)
        for kind, child in simulators.items()
    ]
    return StationSettings(
        tuple(entries), settings.photo_decoder, settings.library_helper, settings.library_port
    )


def _transport(kind: str, address: str) -> str:
    """A camera has a folder; a maker's library is known by its ending, a line by its path or COM.

    Everything else is the name of a PC/SC reader.
    """
    if kind in ("camera", "pad"):
        return "folder" if kind == "camera" else "file"
    if address.lower().endswith(LIBRARIES):
        return "library"
    return "serial" if address.startswith("/") or address.upper().startswith("COM") else "pcsc"


def _training_officers(office: Office) -> None:
    """Two, so that what needs a second officer can be practised; both with one password."""
    if not officers.has_officers(office):
        both = (
            (TRAINING_OFFICER, TRAINING_NAME, TRAINING_ROLES),
            (TRAINING_SECOND, TRAINING_SECOND_NAME, TRAINING_SECOND_ROLES),
        )
        for officer, name, roles in both:
            officers.create_training_officer(office, officer, name, roles, TRAINING_PASSWORD)


def _read_seal(hall: Path) -> bytes:
    """The hall's seal file; without one the counter works and sealing says why not."""
    file = hall / "hall.esl"
    try:
        return file.read_bytes() if file.exists() else b""
    except OSError as error:
        raise Unavailable("seal.not-there") from error
