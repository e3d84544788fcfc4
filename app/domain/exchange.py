"""Exchange outside the platform (Art. 11): logged with its evidence, and never for secrets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain import inquiries
from app.domain.forms import complete
from app.domain.inquiries import Inquiry, InquiryState
from app.domain.tiers import Terms
from app.errors import Refused


class Channel(StrEnum):
    """The channels Art. 11 names; paper and telephone line first, chats after (AMB-20)."""

    OFFICIAL_LETTER = "official-letter"
    FAX = "fax"
    DINGTALK = "dingtalk"
    WECHAT = "wechat"
    QQ = "qq"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SecretRoute:
    """All that is kept of a secret item: that it went the way of secret documents (A11-3)."""

    case_number: str
    officer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Exchange:
    """One inquiry sent and answered outside the platform; `evidence` are digests of scans."""

    inquiry_id: str
    channel: Channel
    other: str  # which channel, when it is none of those named
    sent_at: datetime
    delivered_at: datetime
    answered_at: datetime | None
    asked_by: str
    answered_by: str
    evidence: tuple[str, ...]


def channels(secret: bool | None) -> tuple[Channel, ...]:
    """What may be used: everything, nothing for a secret, and no list before the answer (A11-3)."""
    if secret is None:
        raise Refused("A11-3", "exchange.secrecy-not-asked")
    return () if secret else tuple(Channel)


def record(secret: bool | None, form: Exchange) -> Exchange:
    """A record that may be kept: not secret (A11-3), with channel, times, persons and evidence."""
    if form.channel not in channels(secret):
        raise Refused("A11-3", "exchange.secret")
    _complete(form)
    times = [form.sent_at, form.delivered_at, form.answered_at or form.delivered_at]
    if times != sorted(times):
        raise Refused("A11-2", "exchange.time-order")
    return form


def carried(inquiry: Inquiry, made: Exchange, terms: Terms, found: Mapping[str, str]) -> Inquiry:
    """The inquiry with the times of the exchange: the same clocks run as on the platform."""
    if made.inquiry_id != inquiry.id:
        raise Refused("A11-2", "exchange.other-inquiry", id=inquiry.id)
    if inquiry.state is InquiryState.SENT:
        inquiry = inquiries.deliver(inquiry, made.delivered_at)
    if made.answered_at is None:
        return inquiry
    running = inquiries.due(inquiry, terms)
    return inquiries.answer(inquiry, made.answered_at, running, found)


def _complete(form: Exchange) -> None:
    complete(
        "A11-2",
        "exchange.incomplete",
        inquiry=form.inquiry_id,
        channel=form.channel is not Channel.OTHER or form.other,
        asked_by=form.asked_by,
        answered_by=form.answered_at is None or form.answered_by,
        evidence=form.evidence,
    )
