"""A delivered inquiry to change a little, for the tests of what comes after it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.inquiries import Inquiry, InquiryState
from app.domain.tiers import Tier
from tests.domain.spans import at

PLAIN = Inquiry(
    id="q1",
    case_number="510502-T03-2026-000001",
    proof_code="P1",
    asking="U1",
    asked="U2",
    fields=("婚姻状况",),
    purpose="补领婚姻登记证",
    inquiry_template="inquiry-P1@1",
    feedback_template="feedback-P1@1",
    tier=Tier.DATABASE,
    sent_at=at(23, 9, 59),
)


def delivered(when: datetime, **changes: Any) -> Inquiry:
    """In the asked unit's inbox since `when`."""
    return replace(PLAIN, **({"delivered_at": when, "state": InquiryState.DELIVERED} | changes))


LATE = delivered(at(23, 10), state=InquiryState.LATE, late=True)
