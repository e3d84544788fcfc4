"""What the joint conference studies and settles, item by item (Art. 5)."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.duties import Act, require
from app.domain.forms import complete
from app.domain.review import Person
from app.errors import Refused


@dataclass(frozen=True, slots=True)
class Item:
    """A problem before the joint conference: who raised it, and what was settled when."""

    number: str
    subject: str
    raised_by: str  # the unit
    raised_on: date
    settled_on: date | None = None
    resolution: str = ""
    kept_by: str = ""


def put_down(item: Item, who: Person) -> Item:
    """An item for the next meeting, kept by the joint conference's office (A5-1)."""
    require(who.roles, Act.KEEP_ITEMS)
    complete(
        "A5-1",
        "meeting.incomplete",
        number=item.number,
        subject=item.subject,
        raised_by=item.raised_by,
    )
    return replace(item, settled_on=None, resolution="", kept_by=who.number)


def settle(item: Item, resolution: str, on: date, who: Person) -> Item:
    """What the meeting settled, once, and not before the item was raised (A5-1)."""
    require(who.roles, Act.KEEP_ITEMS)
    complete("A5-1", "meeting.no-resolution", resolution=resolution)
    if item.settled_on is not None:
        raise Refused("A5-1", "meeting.settled", number=item.number)
    if on < item.raised_on:
        raise Refused("A5-1", "meeting.before-raised", raised=item.raised_on.isoformat())
    return replace(item, settled_on=on, resolution=resolution, kept_by=who.number)
