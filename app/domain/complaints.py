"""Complaints at the supervision window and by hotline, and who may handle them (Art. 17)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.forms import complete
from app.errors import Refused


class Channel(StrEnum):
    """On the spot (A17-2) or through the government's hotline (A17-4)."""

    WINDOW = "window"
    HOTLINE = "hotline"


class Kind(StrEnum):
    """A complaint about a unit, or an opinion or suggestion about nobody (A17-4)."""

    COMPLAINT = "complaint"
    OPINION = "opinion"


class ComplaintState(StrEnum):
    TAKEN = "taken"
    IN_HAND = "in-hand"
    WITH_CONFERENCE = "with-conference"
    CLOSED = "closed"


class Move(StrEnum):
    ASSIGN = "assign"
    HAND_ON = "hand-on"  # hard cases, to the joint conference's office (A17-3)
    REPLY = "reply"
    CLOSE = "close"


MOVES: Mapping[tuple[ComplaintState, Move], ComplaintState] = {
    (ComplaintState.TAKEN, Move.ASSIGN): ComplaintState.IN_HAND,
    (ComplaintState.TAKEN, Move.HAND_ON): ComplaintState.WITH_CONFERENCE,
    (ComplaintState.IN_HAND, Move.ASSIGN): ComplaintState.IN_HAND,
    (ComplaintState.IN_HAND, Move.HAND_ON): ComplaintState.WITH_CONFERENCE,
    (ComplaintState.IN_HAND, Move.CLOSE): ComplaintState.CLOSED,
    (ComplaintState.WITH_CONFERENCE, Move.REPLY): ComplaintState.IN_HAND,
}


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody who could handle a complaint, and who heads the unit they belong to."""

    id: str
    unit: str
    head: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """`person` and `proof` stay empty when the complaint names none, `unit` in an opinion."""

    number: str
    channel: Channel
    hotline_number: str
    unit: str
    text: str
    taken_at: datetime
    taken_by: str
    person: str = ""
    proof: str = ""
    state: ComplaintState = ComplaintState.TAKEN
    handler: str = ""
    passed_because: str = ""
    reply: str = ""
    result: str = ""
    founded: bool = False
    kind: Kind = Kind.COMPLAINT


def take(complaint: Complaint) -> Complaint:
    """Taken on the spot: what and whom it is about; from the hotline also its number."""
    on_line = complaint.channel is Channel.HOTLINE
    complete(
        "A17-4" if on_line else "A17-2",
        "complaint.incomplete",
        number=complaint.number,
        unit=complaint.kind is Kind.OPINION or complaint.unit,
        text=complaint.text,
        hotline_number=not on_line or complaint.hotline_number,
    )
    return complaint


def conflict(complaint: Complaint, official: Official, unit_head: str) -> str:
    """Why an official may not handle it: "self", "head", "subordinate", or "" (A17-2).

    `unit_head` heads the unit complained of. Nobody judges themselves, their own unit, or the
    person they answer to.
    """
    if official.id == complaint.person:
        return "self"
    if official.id == unit_head:
        return "head"
    return "subordinate" if complaint.person and official.head == complaint.person else ""


def assign(complaint: Complaint, official: Official, unit_head: str) -> Complaint:
    """Into the hands of somebody it does not concern (A17-2)."""
    why = conflict(complaint, official, unit_head)
    if why:
        raise Refused("A17-2", "complaint.conflict", why=why)
    return replace(_moved(complaint, Move.ASSIGN), handler=official.id)


def free(
    complaint: Complaint, officials: Collection[Official], unit_head: str
) -> tuple[Official, ...]:
    """Who may handle it; when there is nobody it is passed on (A17-3)."""
    return tuple(one for one in officials if not conflict(complaint, one, unit_head))


def pass_on(complaint: Complaint, why: str) -> Complaint:
    """To the joint conference's office, with what makes it hard (A17-3)."""
    complete("A17-3", "complaint.no-reason", why=why)
    return replace(_moved(complaint, Move.HAND_ON), passed_because=why)


def reply(complaint: Complaint, text: str, official: Official, unit_head: str) -> Complaint:
    """What the joint conference says; a handler it does not concern takes it from there."""
    complete("A17-3", "complaint.no-reply", reply=text)
    back = replace(_moved(complaint, Move.REPLY), reply=text)
    return assign(back, official, unit_head)


def close(complaint: Complaint, result: str, *, founded: bool, by: str) -> Complaint:
    """Investigated and handled, with a result, by whom it was given to (A17-2)."""
    complete("A17-2", "complaint.no-result", result=result)
    closed = _moved(complaint, Move.CLOSE)
    if by != complaint.handler:
        raise Refused("A17-2", "complaint.not-handler", number=complaint.number)
    return replace(closed, result=result, founded=founded)


def _moved(complaint: Complaint, act: Move) -> Complaint:
    state = MOVES.get((complaint.state, act))
    if state is None:
        raise Refused("A17-2", "complaint.move", act=str(act), state=str(complaint.state))
    return replace(complaint, state=state)
