"""Days as cards and papers write them."""

from datetime import date, datetime


def read_day(text: str) -> date | None:
    """A day as cards write it (2044-02-29, 20440229, 2044.02.29); None for anything else.

    29 February of a common year stands on cards made for a round number of years: the 28th.
    """
    digits = text.strip().replace("-", "").replace(".", "")
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        return None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    for known in (day, 28 if (month, day) == (2, 29) else day):
        try:
            return date(year, month, known)
        except ValueError:
            continue
    return None


def day_of(moment: str) -> date:
    """The day of a moment as it is kept: ISO, in the zone of the clock that said it."""
    return datetime.fromisoformat(moment).date()
