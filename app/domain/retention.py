"""How long papers are kept for inspection: the measures name no number (AMB-11)."""

from datetime import date

from app.domain.days import read_day
from app.errors import Refused


def years_allowed(years: int, case_file_years: int) -> int:
    """The setting, refused when it is shorter than the case file's own (AMB-11)."""
    if years < max(case_file_years, 1):
        raise Refused("AMB-11", "retention.too-short", years=years, least=max(case_file_years, 1))
    return years


def keep_until(closed: date, years: int, case_file_until: date | None = None) -> date:
    """The last day of keeping: so many years, and never before the case file's last day."""
    own = read_day(f"{closed.year + years:04d}{closed:%m%d}")
    if own is None:
        return date.max
    return own if case_file_until is None else max(own, case_file_until)
