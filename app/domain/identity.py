"""Reading identity numbers as people type them (GB 11643; facts: idcard 5.1)."""

import re
from dataclasses import dataclass

from app.domain.days import read_day

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
PASSPORT_WEIGHTS = (7, 3, 1)  # the 2017 permanent residence card, by specimens only: warn
FULL_WIDTH = str.maketrans(
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ",
)
EIGHTEEN = re.compile(r"[0-9]{17}[0-9X]")
FIFTEEN = re.compile(r"[0-9]{15}")
FOREIGNER_2017 = re.compile(r"[A-Z]{3}[0-9]{12}")
PERMITS = ("810000", "820000", "830000")
SHOWN_FIRST, SHOWN_LAST = 6, 4


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its one spelling. `problem` is empty, or a code of app/problems.py.

    An unknown division is no problem: old codes were reused and new ones come.
    """

    number: str
    kind: str  # citizen | hk-mo-tw | foreigner | foreigner-2017 | citizen-15 | unknown
    problem: str = ""
    birth: str = ""
    sex: str = ""


def read_number(text: str) -> Number:
    """The number in `text`: full-width made plain, x made X, blanks around it dropped.

    Fifteen digits are an old paper's number and no longer a person's: kept, with a problem.
    """
    plain = text.strip().translate(FULL_WIDTH).upper()
    if EIGHTEEN.fullmatch(plain):
        return _eighteen(plain)
    if FIFTEEN.fullmatch(plain):
        return Number(plain, "citizen-15", "number.old-form")
    if FOREIGNER_2017.fullmatch(plain):
        return _foreigner_2017(plain)
    return Number(plain, "unknown", _why_unknown(plain))


def read_old_number(text: str) -> Number:
    """The number of an old document, where fifteen digits are welcome."""
    number = read_number(text)
    if number.kind != "citizen-15":
        return number
    birth = read_day("19" + number.number[6:12])
    problem = "" if birth else "number.birth"
    return Number(number.number, number.kind, problem, str(birth or ""), _sex(number.number[14]))


def eighteen_of(old: str) -> str:
    """The 18-digit form of a 15-digit number: the century put in, the check digit added."""
    if not FIFTEEN.fullmatch(old):
        raise ValueError("not a 15-digit number")
    body = old[:6] + "19" + old[6:]
    return body + check_digit(body)


def check_digit(body: str) -> str:
    """The eighteenth character for seventeen digits (ISO 7064 MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, body, strict=True))
    return CHECKS[total % 11]


def masked(number: str) -> str:
    """First six and last four; a text too short for that shows nothing."""
    hidden = len(number) - SHOWN_FIRST - SHOWN_LAST
    if hidden <= 0:
        return "*" * len(number)
    return number[:SHOWN_FIRST] + "*" * hidden + number[-SHOWN_LAST:]


def _eighteen(plain: str) -> Number:
    birth = read_day(plain[6:14])
    kind = _kind(plain)
    if kind == "unknown":
        return Number(plain, kind, "number.form")
    if birth is None or birth.strftime("%m%d") != plain[10:14]:
        return Number(plain, kind, "number.birth")
    problem = "" if check_digit(plain[:17]) == plain[17] else "number.check"
    return Number(plain, kind, problem, birth.isoformat(), _sex(plain[16]))


def _kind(plain: str) -> str:
    if plain.startswith(PERMITS):
        return "hk-mo-tw"
    return {"0": "unknown", "9": "foreigner"}.get(plain[0], "citizen")


def _foreigner_2017(plain: str) -> Number:
    values = [int(character, 36) for character in plain[:14]]
    total = sum(value * PASSPORT_WEIGHTS[place % 3] for place, value in enumerate(values))
    problem = "" if total % 10 == int(plain[14]) else "number.check-unsure"
    return Number(plain, "foreigner-2017", problem)


def _sex(digit: str) -> str:
    return "男" if int(digit) % 2 else "女"


def _why_unknown(plain: str) -> str:
    good = plain.isascii() and plain.isalnum()
    return "number.length" if good and len(plain) not in (15, 18) else "number.character"
