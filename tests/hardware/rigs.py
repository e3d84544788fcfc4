"""Every driver with its simulated device on a line in memory, for cutting and bending the bytes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from app.clock import FixedClock
from app.codecs import sm2
from hardware.clock import SteppedClock
from hardware.codecs import apdu, certificate
from hardware.devices.id_card import IdCard, IdCardReader
from hardware.devices.seal_token import SealToken
from hardware.devices.token_profile import Profile
from hardware.errors import BadAnswer
from hardware.simulators import person
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader
from hardware.simulators.seal_token import MAX_TRIES, Gone, Silent, SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.transports.bare_serial import BareSerialChannel
from hardware.transports.base import Answer
from hardware.transports.ccid_serial import CcidSerialChannel
from hardware.transports.memory import MemoryLine, Piece, Talker
from tests.hardware.sealing_parts import DIGEST, NOW, PIN, content

KEY = content()
POINT = certificate.read(KEY.certificate).public_key


class Wrapped(Protocol):
    """Something between a device and its line."""

    def __call__(self, talker: Talker) -> Talker: ...


@dataclass(frozen=True)
class Plugged:
    """A driver and what lies behind it."""

    driver: Any
    device: Any
    line: Any
    clock: SteppedClock


@dataclass(frozen=True)
class Rig:
    """One driver in one situation: how device and driver are made, what to do, what is right.

    `good(value)`: is this what may come of the act. `still_open(device)`: may somebody else use it.
    `since`: part of the request from which on it is broken; what comes before is another act's.
    `again(device)`: unplugged and plugged in. `forget(device)`: half a request, after a while.
    `done_early`: what comes last may fail without spoiling the act (logging out of a pulled token).
    """

    name: str
    device: Callable[[], Any]
    talker: Callable[[Any], Talker]
    driver: Callable[[Any, SteppedClock], Any]
    act: Callable[[Any], Any]
    good: Callable[[Any], bool]
    still_open: Callable[[Any], bool] = lambda device: False
    again: Callable[[Any], None] = lambda device: device.power_on()
    forget: Callable[[Any], object] = lambda device: device.receive(bytes(0x910))
    seconds: float = 20.0
    line: Callable[..., Any] = MemoryLine
    kind: str = ""
    done_early: bool = False
    since: bytes = b""

    def plug(
        self, device: Any = None, wrap: Wrapped = lambda talker: talker, cut: int | None = None
    ) -> Plugged:
        device, clock = device or self.device(), SteppedClock()
        line = self.line(wrap(self.talker(device)), clock, cut)
        return Plugged(self.driver(line, clock), device, line, clock)


@dataclass
class Tap:
    """Notes what goes over the line."""

    talker: Talker
    exchanges: list[tuple[bytes, bytes]] = field(default_factory=list)

    def receive(self, data: bytes) -> Sequence[Piece]:
        pieces = self.talker.receive(data)
        self.exchanges.append((data, b"".join(piece.data for piece in pieces)))
        return pieces


def before(rig: Rig, made: Sequence[tuple[bytes, bytes]]) -> int:
    """How many exchanges come before the act's own first one."""
    return next(i for i, (told, _) in enumerate(made) if rig.since in told)


def exchanges(rig: Rig) -> list[tuple[bytes, bytes]]:
    """Requests and answers of the act when nothing is wrong."""
    taps: list[Tap] = []

    def tapped(talker: Talker) -> Talker:
        taps.append(Tap(talker))
        return taps[0]

    if not rig.good(rig.act(rig.plug(wrap=tapped).driver)):
        raise AssertionError(f"{rig.name}: not even without a fault")
    return taps[0].exchanges


class CardLine:
    """An APDU channel in memory, as the smart card service is one; `talker` answers one APDU."""

    def __init__(self, talker: Talker, clock: SteppedClock, cut_after: int | None = None) -> None:
        self._line = MemoryLine(talker, clock, cut_after)

    @property
    def gone(self) -> bool:
        return self._line.gone

    def transmit(self, command: bytes) -> Answer:
        self._line.clear()
        self._line.write(command)
        raw = self._line.read(0x20000, 0.0)
        if not raw:
            raise BadAnswer("pcsc.silent")
        if (parts := apdu.split(raw)) is None:
            raise BadAnswer("pcsc.garbled")
        return Answer(*parts)

    def reset(self) -> None:
        """An empty command stands for the line that switches a card off and on."""
        self.transmit(b"")

    def close(self) -> None:
        self._line.close()


@dataclass
class Chip:
    """A card's `answer` as a talker; an empty command switches it off and on."""

    card: Any

    def receive(self, data: bytes) -> Sequence[Piece]:
        if not data:
            self.card.power(on=True)
            return [Piece(b"\x90\x00")]
        try:
            return [Piece(self.card.answer(data))]
        except (Gone, Silent):
            return []


# --- the reader of identity cards ---


def id_rig(
    name: str,
    who: str,
    act: Callable[[IdCardReader], Any],
    good: Callable[[Any, person.Person], bool],
    *,
    templates: int = 0,
    knobs: Knobs | None = None,
) -> Rig:
    visitor = replace(person.load(who), templates=templates)
    return Rig(
        name,
        device=lambda: SimulatedIdCardReader(visitor, knobs),
        talker=lambda device: device,  # type: ignore[no-any-return]
        driver=IdCardReader,
        act=act,
        good=lambda value: good(value, visitor),
        kind="sam",
    )


def right_card(card: IdCard, visitor: person.Person) -> bool:
    """Text and photo as on the card; address, number of the reader right or not told."""
    appended = visitor.new_address
    return (
        card.raw.get("name", "") == visitor.fields.get("name", "").strip()
        and card.raw["number"] == visitor.fields["number"]
        and card.photo == visitor.photo()
        and card.new_address in (None, appended)
        and card.sam_id in ("", "05.03-20140820-0012345678-0123456789")
    )


def with_templates(card: IdCard, visitor: person.Person) -> bool:
    prints = b"".join(card.fingerprints or ())
    return right_card(card, visitor) and prints == visitor.fingerprints()


def reads(reader: IdCardReader) -> IdCard:
    return reader.read()


def reads_with_templates(reader: IdCardReader) -> IdCard:
    return reader.with_fingerprints().read()


def reads_then_looks(reader: IdCardReader) -> bool:
    reader.read()
    return reader.card_present() and not reader.wait_for_removal(0.4)


PERSONS = {"citizen": "wang-lan", "moved": "song-moved", "J": "", "I": "", "Y": ""}
for _name in person.names():
    PERSONS[person.load(_name).document] = PERSONS[person.load(_name).document] or _name

ID_READER = [
    *(id_rig(f"id-reader {kind}", who, reads, right_card) for kind, who in PERSONS.items()),
    *(
        id_rig(
            f"id-reader {count} templates", "wang-lan", reads_with_templates, with_templates,
            templates=count,
        )
        for count in range(3)
    ),
    id_rig("id-reader look", "wang-lan", lambda r: r.card_present(), lambda v, _: v is True),
    id_rig(
        "id-reader lies", "song-moved", reads_then_looks, lambda v, _: v is True,
        knobs=Knobs(reads_in_place=True),
    ),
    id_rig(
        "id-reader number", "wang-lan", lambda r: r.sam_id(),
        lambda v, _: v == "05.03-20140820-0012345678-0123456789",
    ),
]  # fmt: skip

# --- the seal token ---

GEN_RANDOM = bytes.fromhex("80500000")


def shown_first(token: SealToken) -> bytes:
    """All that is asked without a PIN; tries may be told or not."""
    if token.serial != "TRAINING-0001" or token.tries_left() not in (None, MAX_TRIES):
        raise AssertionError(token.serial)
    return token.certificate()


def signs(token: SealToken) -> bytes:
    with token.logged_in(PIN) as signer:
        return signer.sign(DIGEST)


def is_signature(value: bytes) -> bool:
    r, s = sm2.read_signature(value)
    return sm2.verify_digest(POINT or b"", DIGEST, r, s)


def token_rig(name: str, talker: Callable[[Any], Talker], channel: Callable[[Any], Any]) -> Rig:
    return Rig(
        name,
        device=lambda: SimulatedSealToken([KEY]),
        talker=talker,
        driver=lambda line, clock: SealToken(channel(line), Profile(), FixedClock(NOW)),
        act=signs,
        good=is_signature,
        still_open=lambda device: device.logged_in,  # type: ignore[no-any-return]
        again=plugged_again,
        forget=lambda device: None,
        seconds=60.0,
        line=CardLine if channel is as_it_is else MemoryLine,
        kind=name.split()[1],
        done_early=True,
        since=GEN_RANDOM,
    )


def plugged_again(token: SimulatedSealToken) -> None:
    token.take()
    token.put()


def as_it_is(line: CardLine) -> CardLine:
    return line


def shows_certificate(rig: Rig) -> Rig:
    """The act without a PIN."""
    return replace(
        rig,
        name=f"{rig.name} certificate",
        act=shown_first,
        good=lambda value: value == KEY.certificate,
        since=b"",
    )


SIGNING = [
    token_rig("seal-token bare", BareLine, BareSerialChannel),
    token_rig("seal-token ccid", CcidLine, CcidSerialChannel),
    token_rig("seal-token ccid-echo", lambda t: CcidLine(t, echo=True), CcidSerialChannel),
    token_rig("seal-token apdu", Chip, as_it_is),
]
SEAL_TOKEN = [*SIGNING, *map(shows_certificate, SIGNING)]

RIGS: Mapping[str, Rig] = {rig.name: rig for rig in (*ID_READER, *SEAL_TOKEN)}
