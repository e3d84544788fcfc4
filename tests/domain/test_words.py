"""The words that stores and messages keep: a change would orphan what is written."""

from enum import StrEnum

import pytest

from app.domain import (
    acting,
    complaints,
    exchange,
    false_commitment,
    inquiries,
    outward,
    overdue,
    tiers,
    violations,
)

WORDS: list[tuple[type[StrEnum], str]] = [
    (acting.Capacity, "self guardian authorised"),
    (complaints.Channel, "window hotline"),
    (complaints.Kind, "complaint opinion"),
    (complaints.ComplaintState, "taken in-hand with-conference closed"),
    (complaints.Move, "assign hand-on reply close"),
    (exchange.Channel, "official-letter fax dingtalk wechat qq other"),
    (false_commitment.Finding, "false not-false cannot-tell"),
    (false_commitment.Outcome, "stop correct-in-time revoke penalise credit-record repair"),
    (
        inquiries.InquiryState,
        "sent delivered opened late answered answered-late withdrawn",
    ),
    (inquiries.Move, "deliver open run-out answer withdraw"),
    (outward.Ground, "not-our-duty no-record not-true not-entitled secret inside-the-city"),
    (overdue.ReportState, "drafted sent stopped closed"),
    (overdue.Move, "send stop close"),
    (tiers.Tier, "database paper incomplete"),
    (violations.Kind, "asked-for-cancelled added-a-proof no-assistance other"),
    (violations.Place, "checklist notice receipt guide"),
]


@pytest.mark.parametrize(
    ("kind", "words"), WORDS, ids=lambda value: getattr(value, "__qualname__", None)
)
def test_the_words_stay_as_they_are(kind: type[StrEnum], words: str) -> None:
    assert [str(one) for one in kind] == words.split()
