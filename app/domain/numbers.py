"""Case and letter numbers: DIVISION-TERMINAL-YEAR-NNNNNN and -NN."""

import re
from dataclasses import dataclass

CASE = re.compile(r"([0-9]{6})-([A-Z0-9]{1,8})-([0-9]{4})-([0-9]{6})")
LETTER = re.compile(r"([0-9]{6}-[A-Z0-9]{1,8}-[0-9]{4}-[0-9]{6})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The parts of a case number; the serial is gapless per counter and year."""

    division: str
    terminal: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.division}-{self.terminal}-{self.year:04d}-{self.serial:06d}"


def case_number(division: str, terminal: str, year: int, serial: int) -> str:
    """ValueError for parts that make no number, also when a counter's year is full."""
    text = str(CaseNumber(division, terminal, year, serial))
    read_case_number(text)
    return text


def read_case_number(text: str) -> CaseNumber:
    """The parts of `text`; ValueError when it is no case number."""
    match = CASE.fullmatch(text)
    if match is None or int(match[4]) == 0:
        raise ValueError("not a case number")
    return CaseNumber(match[1], match[2], int(match[3]), int(match[4]))


def letter_number(case: str, nth: int) -> str:
    """The number of the nth letter of a case, from 1."""
    text = f"{read_case_number(case)}-{nth:02d}"
    read_letter_number(text)
    return text


def read_letter_number(text: str) -> tuple[CaseNumber, int]:
    """Case and place of a letter; ValueError when `text` is no letter number."""
    match = LETTER.fullmatch(text)
    if match is None or int(match[2]) == 0:
        raise ValueError("not a letter number")
    return read_case_number(match[1]), int(match[2])
