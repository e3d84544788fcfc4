"""A card's data typed by hand: what may be typed, for which reason, vouched for by whom (G05, G06).

The numbers' rules are those of a card; nothing here is looser because a person typed it. Private
code points are exchanged for the characters assigned since before any of this is asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.days import read_day
from app.domain.identity import FULL_WIDTH, Number, read_number
from app.domain.people import LONG_TERM, Applicant, spelled
from app.errors import Refused

UNSURE = "number.check-unsure"  # the 2017 permit's check is known from specimens only
LONGEST_NAME, LONGEST_TEXT, LONGEST_REASON = 60, 100, 100  # characters
SEXES = ("男", "女")


class Why(StrEnum):
    """Reasons to type what a card would say; "other" needs words of its own."""

    DAMAGED = "card-damaged"
    READER = "reader-out-of-order"
    NO_CHIP = "no-chip"
    OTHER = "other"


# Documents that may be typed, and the kind of number each bears.
KINDS: Mapping[str, str] = {
    "citizen": "citizen",
    "hk-mo-tw-J": "hk-mo-tw",
    "foreigner-Y": "foreigner",
    "foreigner-I": "foreigner-2017",
}
WITH_ADDRESS = ("citizen", "hk-mo-tw-J")


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields as typed; sex and birth count only where the number does not tell them."""

    document: str
    name: str
    number: str
    address: str
    issuer: str
    valid_from: str
    valid_until: str
    sex: str = ""
    birth: str = ""


def tells_birth(number: Number) -> bool:
    """Sex and birth follow from the number; the fifteen-character permit tells neither."""
    return bool(number.birth and number.sex)


def faults(typed: Typed, today: date) -> Iterator[tuple[str, str]]:
    """What is wrong, as (field, code of app/problems.py), in the order of the form."""
    number = read_number(typed.number)
    if typed.document not in KINDS:
        yield "document", "hand.document"
    yield from _number_faults(typed.document, number)
    yield from _name_faults(_one_line(typed.name))
    if not number.problem or number.problem == UNSURE:
        yield from _person_faults(typed, number, today)
    yield from _text_faults(typed)
    yield from _validity_faults(typed)


def read_typed(typed: Typed, today: date) -> Applicant:
    """The applicant, not vouched for yet; Refused with the first fault."""
    for field, code in faults(typed, today):
        raise Refused("", code, field=field)
    number, as_typed = read_number(typed.number), _one_line(typed.name)
    birth = number.birth or _iso(typed.birth)
    return Applicant(
        name=spelled(as_typed),
        raw_name=as_typed,
        sex=number.sex or typed.sex,
        ethnic_group="",
        birth=birth,
        address=_one_line(typed.address),
        number=number.number,
        document=typed.document,
        issuer=_one_line(typed.issuer),
        valid_from=_iso(typed.valid_from),
        valid_until=_iso(typed.valid_until),
        source="typed",
        simulated=False,
    )


def check_reason(reason: str, words: str) -> None:
    """One of the list; "other" says in words what it is."""
    if reason not in tuple(Why) or (reason == Why.OTHER and not words.strip()):
        raise Refused("", "hand.reason")
    if len(words) > LONGEST_REASON:
        raise Refused("", "hand.long")


def check_second(typed_by: str, confirmed_by: str) -> None:
    """Nobody vouches for what they typed themselves."""
    if not typed_by.strip() or not confirmed_by.strip():
        raise Refused("", "hand.unconfirmed")
    if typed_by.strip() == confirmed_by.strip():
        raise Refused("", "hand.same-person")


def check_mark(applicant: Applicant) -> None:
    """Typed data carry their whole mark: reason, who typed, who vouched, when. At both ends."""
    hand = applicant.hand
    if hand is None:
        if applicant.source != "card":
            raise Refused("", "hand.unconfirmed")
        return
    check_reason(hand.reason, hand.words)
    check_second(hand.typed_by, hand.confirmed_by)
    try:
        datetime.fromisoformat(hand.at)
    except ValueError:
        raise Refused("", "hand.unconfirmed") from None


def _number_faults(document: str, number: Number) -> Iterator[tuple[str, str]]:
    if not number.number:
        yield "number", "hand.empty"
    elif number.problem and number.problem != UNSURE:
        yield "number", number.problem
    elif document in KINDS and number.kind != KINDS[document]:
        yield "number", "hand.other-document"


def _name_faults(name: str) -> Iterator[tuple[str, str]]:
    if not name:
        yield "name", "hand.empty"
    elif len(name) > LONGEST_NAME:
        yield "name", "hand.long"
    elif not any(c.isalpha() for c in name) or any(c.isdigit() for c in name):
        yield "name", "hand.name"
    elif not _drawable(name):
        yield "name", "hand.character"


def _person_faults(typed: Typed, number: Number, today: date) -> Iterator[tuple[str, str]]:
    if not number.sex and typed.sex not in SEXES:
        yield "sex", "hand.empty"
    born = read_day(number.birth or _plain(typed.birth))
    if born is None or born > today:
        yield ("number" if number.birth else "birth"), "hand.day"


def _text_faults(typed: Typed) -> Iterator[tuple[str, str]]:
    texts = {"address": _one_line(typed.address), "issuer": _one_line(typed.issuer)}
    for field, text in texts.items():
        needed = field == "issuer" or typed.document in WITH_ADDRESS
        if needed and not text:
            yield field, "hand.empty"
        elif len(text) > LONGEST_TEXT:
            yield field, "hand.long"
        elif not _drawable(text):
            yield field, "hand.character"


def _validity_faults(typed: Typed) -> Iterator[tuple[str, str]]:
    first = read_day(_plain(typed.valid_from))
    last = read_day(_plain(typed.valid_until))
    if first is None:
        yield "valid_from", "hand.day"
    if _plain(typed.valid_until) == LONG_TERM:
        return
    if last is None:
        yield "valid_until", "hand.day"
    elif first is not None and last < first:
        yield "valid_until", "hand.span"


def _drawable(text: str) -> bool:
    """No control characters, halves of pairs, or private code points without a meaning."""
    return all(c.isprintable() or c == "\u3000" for c in text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    return text.strip().translate(FULL_WIDTH)


def _iso(text: str) -> str:
    plain = _plain(text)
    day = read_day(plain)
    return plain if day is None else day.isoformat()
