"""The social security card, contact side: SSSE, EF05 and EF06 read by tag (facts: idcard 4).

Cards that know no tags are read by record numbers; what a record is, its own tag says.

Only what is free is read: no PIN is ever sent, not even a default one.
"""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from hardware.codecs.apdu import OK, Command
from hardware.codecs.social_security import (
    EF05,
    EF06,
    ITEMS,
    Item,
    SocialSecurity,
    raw_texts,
    shown,
    value_of,
)
from hardware.devices.card_call import ask
from hardware.devices.id_card import IdCard
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble
from hardware.transports.base import Answer, ApduChannel

SSSE = b"sx1.sh." + "社会保障".encode("gbk")
SELECT, READ_RECORD = 0xA4, 0xB2
SELECT_FORMS = (0x02, 0x00)  # both are met; the first that is taken counts
HOLDER = (
    "name", "number", "sex", "ethnic_group", "birth", "valid_from", "valid_until", "card_version",
)  # fmt: skip
SHORT_FILE_ID = {EF05: 0x28, EF06: 0x30}  # P2 = SFI << 3
BY_NUMBER = 0x04  # in P2
MOST_RECORDS = 12  # of one file; seven are known
ANY_LENGTH = 0x100
HEAD = 2  # tag and length before each value

END_EARLY = 0x6282  # fewer bytes than asked for; they are all there is
WRONG_LENGTH = 0x6700
NOT_HELD = (0x6A83, 0x6A88)  # this card has no such record
NOT_THERE = (0x6A, 0x6B, 0x6D)  # SW1 of every way to say so
NEEDED = ("name", "number")
OTHER_FORM = (0x6A86, 0x6B00)
LOCKED = 0x6283
KEYS = (0x6982, 0x6983)
REFUSALS = {
    0x6982: "card.needs-key",
    0x6983: "card.blocked",
    LOCKED: "card.blocked",
    0x6A82: "card.no-such-file",
}


def select_application(channel: ApduChannel) -> bool:
    """True when the card is one; its application is then chosen."""
    sw = ask(channel, Command(0x00, SELECT, 0x04, 0x00, SSSE)).sw
    if sw == LOCKED:
        raise _refused(sw)
    return sw == OK


def read_social_security(channel: ApduChannel) -> IdCard:
    """The card's holder and itself; select_application() comes first."""
    values: dict[str, bytes] = {}
    for file in (EF06, EF05):
        values |= _file(channel, file)
    return as_card(values)


def as_card(values: dict[str, bytes]) -> IdCard:
    """The values of the records as a document; a card without any person is refused."""
    raw = raw_texts(values)
    if not (raw["name"] or raw.get("number")):
        raise BadAnswer("card.blank")
    told = {name: shown(name, text) for name, text in raw.items()}
    itself = SocialSecurity(
        card_number=told.get("card_number", ""),
        identification=told.get("identification", ""),
        region=told.get("identification", "")[:6],
        card_class=told.get("card_class", ""),
        issuing_body=told.get("issuing_body", ""),
        birthplace=told.get("birthplace", ""),
    )
    holder: dict[str, Any] = {name: told.get(name, "") for name in HOLDER}
    return IdCard("social-security", **holder, social_security=itself, raw=MappingProxyType(raw))


def _select_file(channel: ApduChannel, file: int) -> int:
    """Make the file the current one; returns the P2 its records are read with."""
    for p1 in SELECT_FORMS:
        sw = ask(channel, Command(0x00, SELECT, p1, 0x00, file.to_bytes(2, "big"))).sw
        if sw == OK:
            return 0
        if REFUSALS.get(sw, "") in ("card.needs-key", "card.blocked"):
            raise _refused(sw)
    return SHORT_FILE_ID[file]  # a card that selects no files may still read by the short name


def _file(channel: ApduChannel, file: int) -> dict[str, bytes]:
    """What the file holds: by tag, or by record number where the card gives nothing by tag."""
    p2 = _select_file(channel, file)
    values, refused = _by_tag(channel, file, p2)
    if not values:
        values = _by_number(channel, file, p2)
    elif refused:
        raise _refused(refused)
    if not values and refused:
        raise _refused(refused)
    return values


def _by_tag(channel: ApduChannel, file: int, p2: int) -> tuple[dict[str, bytes], int]:
    """What it gives, and with which status it refused what no card lacks."""
    values: dict[str, bytes] = {}
    refused = 0
    for name, item in _items(file).items():
        answer = _in_either_form(channel, item, p2)
        if answer.sw in (OK, END_EARLY):
            values[name] = value_of(answer.data, item.tag)
        elif answer.sw not in NOT_HELD:
            if answer.sw >> 8 not in NOT_THERE:
                raise _refused(answer.sw)
            refused = refused or (answer.sw if name in NEEDED else 0)
    return values, refused


def _by_number(channel: ApduChannel, file: int, p2: int) -> dict[str, bytes]:
    """Cards count differently: what a record is, the tag in its answer says, not its place."""
    names = {item.tag: name for name, item in _items(file).items()}
    forms = [p2, SHORT_FILE_ID[file]] if p2 == 0 else [p2]
    for form in forms:
        values = _numbered(channel, names, form | BY_NUMBER)
        if values:
            return values
    return {}


def _numbered(channel: ApduChannel, names: dict[int, str], p2: int) -> dict[str, bytes]:
    values: dict[str, bytes] = {}
    for number in range(1, MOST_RECORDS + 1):
        answer = ask(channel, Command(0x00, READ_RECORD, number, p2, le=ANY_LENGTH))
        if answer.sw in KEYS:
            raise _refused(answer.sw)
        if answer.sw in (OK, END_EARLY) and answer.data[:1] and answer.data[0] in names:
            tag = answer.data[0]
            values.setdefault(names[tag], value_of(answer.data, tag))
        elif answer.sw not in (OK, END_EARLY, *NOT_HELD):
            break
    return values


def _items(file: int) -> dict[str, Item]:
    return {name: item for name, item in ITEMS.items() if item.file == file}


def _in_either_form(channel: ApduChannel, item: Item, p2: int) -> Answer:
    answer = _record(channel, item, p2)
    if answer.sw in OTHER_FORM and p2 == 0:
        return _record(channel, item, SHORT_FILE_ID[item.file])
    return answer


def _record(channel: ApduChannel, item: Item, p2: int) -> Answer:
    """By its tag, with the length it should have, else with whatever it has."""
    command = Command(0x00, READ_RECORD, item.tag, p2, le=item.size + HEAD)
    answer = ask(channel, command)
    return ask(channel, replace(command, le=ANY_LENGTH)) if answer.sw == WRONG_LENGTH else answer


def _refused(sw: int) -> DeviceTrouble:
    return DeviceRefused(REFUSALS.get(sw, "card.refused"), status=f"{sw:04X}")
