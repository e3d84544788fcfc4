"""Every driver there is, in each situation that has bytes of its own: what is cut and bent."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import gmssl_pyx

from app.clock import FixedClock
from hardware.codecs import certificate
from hardware.devices.id_card import IdCard, IdCardReader
from hardware.devices.pcsc_id_reader import document_in
from hardware.devices.seal_token import SealToken
from hardware.devices.token_profile import Profile
from hardware.simulators import person
from hardware.simulators.apdu_card import ApduCard
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader
from hardware.simulators.knobs import ApduKnobs
from hardware.simulators.seal_token import SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.simulators.social_security_card import SimulatedSocialSecurityCard
from hardware.simulators.stream_card import SimulatedStreamReader
from hardware.simulators.transparent_reader import SimulatedTransparentReader
from hardware.transports.apdu_stream import ApduStream
from hardware.transports.bare_serial import BareSerialChannel
from hardware.transports.ccid_serial import CcidSerialChannel
from hardware.transports.memory import Talker
from hardware.transports.reader_profiles import PseudoApdu, reader_profile
from tests.hardware.rig import CardLine, Chip, CountingLine, Rig
from tests.hardware.sealing_parts import DIGEST, NOW, PIN, content

KEY = content()
POINT = certificate.read(KEY.certificate).public_key or b""

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
        anew=lambda device: device.put_card(visitor),
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
    """All that is asked without a PIN."""
    token.serial, token.label, token.tries_left()
    return token.certificate()


def signs(token: SealToken) -> bytes:
    with token.logged_in(PIN) as signer:
        return signer.sign(DIGEST)


def is_signature(value: bytes) -> bool:
    """Asked of another program than ours, which the driver has asked."""
    return bool(gmssl_pyx.sm2_verify_sm3_digest(POINT[1:], DIGEST, value))


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
        line=CardLine if channel is as_it_is else CountingLine,
        kind=name.split()[1].removesuffix("-t1"),
        done_early=True,
        since=GEN_RANDOM,
        keeps_driver=False,
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
        weight=4,
    )


SIGNING = [
    token_rig("seal-token bare", BareLine, BareSerialChannel),
    token_rig("seal-token ccid", CcidLine, CcidSerialChannel),
    token_rig("seal-token ccid-echo", lambda t: CcidLine(t, echo=True), CcidSerialChannel),
    token_rig("seal-token ccid-t1", lambda t: CcidLine(t, t1=True), CcidSerialChannel),
    token_rig("seal-token apdu", Chip, as_it_is),
]
SHOWING = [shows_certificate(rig) for rig in SIGNING]

# --- cards in the card service ---


def card_rig(name: str, card: Callable[[person.Person], ApduCard]) -> Rig:
    holder = person.load("wang-lan")
    return Rig(
        name,
        device=lambda: card(holder),
        talker=Chip,
        driver=lambda line, clock: line,
        act=lambda channel: document_in(channel, "a reader"),
        good=lambda value: right_document(value, holder),
        again=lambda device: device.power(),
        forget=lambda device: None,
        line=CardLine,
        kind="apdu",
    )


def right_document(card: IdCard, holder: person.Person) -> bool:
    named = (card.raw["name"], card.raw.get("number", ""))
    return named == (holder.fields["name"], holder.fields["number"]) and card.photo in (
        None,
        holder.photo(),
    )


def transparent(line: CardLine, clock: Any) -> IdCardReader:
    profile = reader_profile("transparent-ff")
    if not isinstance(profile, PseudoApdu):
        raise TypeError(profile.name)
    return IdCardReader(ApduStream(line, profile, clock), clock)


T0 = ApduKnobs(t0=True)
CARDS = [
    card_rig("card ff-b0", SimulatedStreamReader),
    card_rig("card ff-b0 T=0", lambda holder: SimulatedStreamReader(holder, T0)),
    card_rig("card social-security", lambda h: SimulatedSocialSecurityCard(h, ApduKnobs())),
    card_rig("card social-security T=0", SimulatedSocialSecurityCard),
    replace(
        card_rig(
            "card transparent", lambda h: SimulatedTransparentReader(SimulatedIdCardReader(h))
        ),
        driver=transparent,
        act=reads,
        anew=lambda device: device._module.put_card(person.load("wang-lan")),
        again=lambda device: (device.power(), device._module.power_on()),  # both are unplugged
        forget=lambda device: (device.power(), device._module.receive(bytes(0x910))),
        done_early=True,
    ),
]

RIGS: Mapping[str, Rig] = {rig.name: rig for rig in (*ID_READER, *SIGNING, *SHOWING, *CARDS)}
