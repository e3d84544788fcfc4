"""The unified social credit code of a firm (GB 32100; facts: idcard 5.2)."""

import re
from dataclasses import dataclass

from app.domain.identity import FULL_WIDTH

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
FORM = re.compile("[0-9A-HJ-NPQRTUWXY]{18}")
ORGANISATION = slice(8, 16)  # the code of GB 11714; its own check character follows
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
ORGANISATION_CHECKS = "0123456789X"


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A code in its one spelling; `problem` is empty, or a code of app/problems.py."""

    code: str
    problem: str = ""


def read_credit_code(text: str) -> CreditCode:
    """The code in `text`: full-width made plain, small letters large, blanks dropped."""
    plain = "".join(text.translate(FULL_WIDTH).upper().split())
    if not FORM.fullmatch(plain):
        return CreditCode(plain, "credit-code.form")
    if credit_check(plain[:17]) != plain[17]:
        return CreditCode(plain, "credit-code.check")
    wrong = organisation_check(plain[ORGANISATION]) != plain[16]
    return CreditCode(plain, "credit-code.organisation" if wrong else "")


def credit_check(body: str) -> str:
    """The eighteenth character for the seventeen before it."""
    total = sum(w * ALPHABET.index(c) for w, c in zip(WEIGHTS, body, strict=True))
    return ALPHABET[-total % 31]


def organisation_check(body: str) -> str:
    """The ninth character of an organisation code (GB 11714)."""
    total = sum(w * int(c, 36) for w, c in zip(ORGANISATION_WEIGHTS, body, strict=True))
    return ORGANISATION_CHECKS[-total % 11]
