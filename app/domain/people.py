"""Names, identity numbers and the applicant (facts: idcard 5; AMB-10)."""

import re
from dataclasses import dataclass, replace
from datetime import date

from app.domain.days import read_day
from app.domain.identity import Number, masked, read_number
from app.errors import Refused

__all__ = [
    "Applicant",
    "HandEntry",
    "Number",
    "age",
    "ends_within",
    "fold",
    "is_minor",
    "last_day",
    "masked",
    "read_number",
    "same_name",
    "spelled",
    "still_marked",
    "validity",
]

LONG_TERM = "长期"
NEVER_ENDS = date(9999, 12, 31)  # some cards say so instead of 长期
ADULT = 18

# The name's separator should be U+00B7; these stand for it on papers and keyboards.
DOTS = "\u00b7\u2022\u30fb\uff0e\u2027.\uff65\u2219\u22c5\u0387"
_NOT_IN_KEY = dict.fromkeys(map(ord, DOTS))
_BETWEEN_CHARACTERS = re.compile(rf"(?<=[^\x00-\x7f])[ \u3000]*[{DOTS}][ \u3000]*(?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class HandEntry:
    """Why a person's data were typed, by whom, and who vouched for them; for good.

    `reason` is one of hand_entry.Why; `words` say more, always for "other".
    """

    reason: str
    words: str
    typed_by: str
    confirmed_by: str
    at: str  # ISO, when the second officer signed in
    line: int = 0  # the trail's, at the counter where it happened


@dataclass(frozen=True, slots=True)
class Applicant:
    """A person at the counter. Dates are ISO strings as the card gives them; `until` may be 长期.

    `name` is the assigned spelling (idcard 5.4), `raw_name` the string exactly as read.
    """

    name: str
    raw_name: str
    sex: str
    ethnic_group: str
    birth: str
    address: str
    number: str
    document: str  # citizen, foreigner-I, foreigner-Y, hk-mo-tw-J, social-security or typed
    issuer: str
    valid_from: str
    valid_until: str
    source: str  # "card" or "typed"
    simulated: bool
    hand: HandEntry | None = None  # once there, it stays, also when a card is read later


def spelled(name: str) -> str:
    """The name with the standard separator U+00B7 where another stands between characters."""
    return _BETWEEN_CHARACTERS.sub("\u00b7", name)


def still_marked(before: Applicant, after: Applicant) -> Applicant:
    """Whoever takes the place of a typed applicant in a case: the mark stays."""
    if before.hand is None or before.hand == after.hand:
        return after
    if after.hand is not None:
        raise Refused("", "hand.marked")
    return replace(after, hand=before.hand)


def fold(name: str) -> str:
    """The search key of a name: no dots, no blanks, no case; characters are never exchanged."""
    return "".join(name.translate(_NOT_IN_KEY).split()).casefold()


def same_name(a: str, b: str) -> str:
    """ "same", "dot" when only the separator is written differently, or "different"."""
    if a.strip().casefold() == b.strip().casefold():
        return "same"
    return "dot" if fold(a) == fold(b) else "different"


def last_day(applicant: Applicant) -> date | None:
    """The last day on which the document is good; the end of time for 长期."""
    if applicant.valid_until.strip() == LONG_TERM:
        return NEVER_ENDS
    return read_day(applicant.valid_until)


def validity(applicant: Applicant, today: date) -> str:
    """ "valid", "expired", "not-yet" or "unknown"."""
    first, last = read_day(applicant.valid_from), last_day(applicant)
    if last is None:
        return "unknown"
    if last < today:
        return "expired"
    return "not-yet" if first is not None and today < first else "valid"


def ends_within(applicant: Applicant, today: date, days: int) -> bool:
    """Does the document end in so many days? For the reminder; never for 长期."""
    last = last_day(applicant)
    return last is not None and last != NEVER_ENDS and 0 <= (last - today).days <= days


def age(birth: str, today: date) -> int | None:
    """Full years; None when the birth is no day. Born on 29 February: older on 1 March."""
    born = read_day(birth)
    if born is None or born > today:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def is_minor(applicant: Applicant, today: date) -> bool:
    """Under 18: the guardian signs (AMB-10). An unknown birth is not taken for a minor's."""
    years = age(applicant.birth, today)
    return years is not None and years < ADULT
