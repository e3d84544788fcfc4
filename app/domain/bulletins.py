"""The conference's members inform one another; what stays unread is listed (Art. 5)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.clocks import Due
from app.domain.forms import complete
from app.domain.office_hours import Calendar
from app.errors import Refused


class Member(StrEnum):
    """The three bureaus of the joint conference."""

    JUSTICE = "justice-bureau"
    GOVERNMENT_SERVICES = "government-services-bureau"
    DIGITAL_ECONOMY = "digital-economy-bureau"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A member has read it: by whom and when."""

    member: Member
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What one member tells the two others."""

    number: str
    by: Member
    text: str
    sent_at: datetime
    receipts: tuple[Receipt, ...] = ()

    def unread_by(self) -> tuple[Member, ...]:
        """Members who have not read it; whoever wrote it need not."""
        had = {self.by, *(receipt.member for receipt in self.receipts)}
        return tuple(member for member in Member if member not in had)


@dataclass(frozen=True, slots=True)
class Unread:
    """A bulletin that somebody should have read by the due day."""

    number: str
    members: tuple[Member, ...]
    due: Due


def send(bulletin: Bulletin) -> Bulletin:
    """It goes to the two other members, read by nobody yet (A5-2)."""
    complete("A5-2", "bulletin.incomplete", number=bulletin.number, text=bulletin.text)
    return replace(bulletin, receipts=())


def read(bulletin: Bulletin, receipt: Receipt) -> Bulletin:
    """With a read receipt; a member's first one stands (A5-2)."""
    complete("A5-2", "bulletin.nobody", person=receipt.person)
    if receipt.member is bulletin.by:
        raise Refused("A5-2", "bulletin.own", number=bulletin.number)
    if receipt.at < bulletin.sent_at:
        raise Refused("A5-2", "bulletin.before-sent", number=bulletin.number)
    if receipt.member not in bulletin.unread_by():
        return bulletin
    return replace(bulletin, receipts=(*bulletin.receipts, receipt))


def unread(
    bulletins: Iterable[Bulletin], today: date, days: int, calendar: Calendar
) -> tuple[Unread, ...]:
    """Those unread for more than so many working days, the day of sending not counted (A5-2)."""
    all_of_them = (_open(bulletin, days, calendar) for bulletin in bulletins)
    return tuple(each for each in all_of_them if each.members and today > each.due.day)


def _open(bulletin: Bulletin, days: int, calendar: Calendar) -> Unread:
    sent = bulletin.sent_at.date()
    last = calendar.working_day_after(sent, days)
    due = Due(last, not calendar.covers(sent, last))
    return Unread(bulletin.number, bulletin.unread_by(), due)
