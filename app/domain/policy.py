"""The measures as a pack of data: dates in force, tags of Art. 8, numbers that are settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.office_hours import Hours
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Formula:
    """What a unit loses for each proof demanded, breach and complaint; a version names one set."""

    version: str
    demanded: int
    breach: int
    complaint: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What the measures or their readings leave to a number (marked as settings in the pack)."""

    lockout_tries: int
    lockout_minutes: int
    offline_sign_in_days: int
    offline_bar_list_hours: int
    offline_approvals_a_day: int
    follow_up_days: int
    tier_minutes: int
    tier_paper_days: int
    tier_incomplete_days: int
    retention_years: int
    idle_lock_minutes: int
    expiry_reminder_days: int
    city_prefix: str  # how every division of the city begins (A4-2, A16-1)
    report_grace_minutes: int  # before the report of tier 1 goes out by itself (AMB-13)
    yellow_database_minutes: int  # how long before the due moment a clock turns yellow (A10-1)
    yellow_paper_minutes: int
    yellow_incomplete_minutes: int
    follow_up_warn_days: int  # after the signature (AMB-07)
    bulletin_unread_days: int  # working days (A5-2)
    source_fresh_hours: Mapping[str, int]  # by source (A13-1)
    evaluation: Formula  # A23-1
    hours: Hours


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack in short; `legal_review`: its wording was not checked on the original."""

    id: str
    basis: str
    says: str
    legal_review: bool


@dataclass(frozen=True, slots=True)
class Pack:
    """One set of measures. Both readings of the last day are kept; the later one counts."""

    id: str
    version: str
    number: str
    title: str
    issuer: str
    issued: date
    valid_from: date
    valid_until: date
    valid_until_other_reading: date
    categories: Mapping[str, str]  # tag → word of Art. 8
    exclusions: Mapping[str, str]  # tag → word of the national rule
    recommended: Mapping[str, str]  # tag → field in which No. 42 wants commitment first
    settings: Settings
    remarks: tuple[str, ...] = ()
    follows: str = ""  # the pack whose place it takes, once a person has confirmed that (A25-1)
    rules: tuple[Rule, ...] = ()

    @property
    def pin(self) -> str:
        """What a case is pinned to."""
        return f"{self.id}@{self.version}"


def standing(pack: Pack, on: date) -> str:
    """ "in-force", "not-yet" or "expired" on a day."""
    if on < pack.valid_from:
        return "not-yet"
    return "expired" if on > pack.valid_until else "in-force"


def may_open(pack: Pack, on: date, mode: str, successor: str = "") -> str:
    """The pack's standing, for the mark on the case; refused for a live case without a basis.

    `successor` names the basis somebody confirmed for the time after the pack (A25-1). Training
    goes on under an expired pack and carries the mark.
    """
    now = standing(pack, on)
    if mode != "training" and now != "in-force" and not (now == "expired" and successor):
        code = "pack.expired" if now == "expired" else "pack.not-yet"
        raise Refused(
            "A25-1",
            code,
            number=pack.number,
            first=pack.valid_from.isoformat(),
            last=pack.valid_until.isoformat(),
        )
    return now
