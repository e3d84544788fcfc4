"""Exchange outside the platform: evidence for all, nothing at all about secrets (Art. 11)."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import pytest

from app.domain.exchange import Channel, Exchange, SecretRoute, carried, channels, record
from app.domain.inquiries import InquiryState
from tests.domain.asked import PLAIN, delivered
from tests.domain.refusals import refuses
from tests.domain.spans import TERMS, at

FORM = Exchange(
    inquiry_id="q1",
    channel=Channel.FAX,
    other="",
    sent_at=at(23, 9, 58),
    delivered_at=at(23, 10),
    answered_at=at(23, 10, 20),
    asked_by="10432",
    answered_by="李",
    evidence=("5f" * 32,),
)
FOUND = {"婚姻状况": "已婚"}


def test_the_secrecy_question_comes_first() -> None:
    with refuses("A11-3", "exchange.secrecy-not-asked"):
        channels(None)
    with refuses("A11-3", "exchange.secrecy-not-asked"):
        record(None, FORM)


def test_a_secret_item_has_no_channel_and_no_record() -> None:
    assert channels(True) == ()
    for channel in Channel:
        with refuses("A11-3", "exchange.secret"):
            record(True, replace(FORM, channel=channel, other="电话"))


def test_of_a_secret_item_only_the_routing_is_kept() -> None:
    assert {field.name for field in fields(SecretRoute)} == {"case_number", "officer", "at"}
    assert SecretRoute("510502-T03-2026-000001", "10432", at(23)).officer == "10432"


def test_the_channels_are_those_of_the_measures_paper_first() -> None:
    assert [str(channel) for channel in channels(False)] == [
        "official-letter",
        "fax",
        "dingtalk",
        "wechat",
        "qq",
        "other",
    ]


@pytest.mark.parametrize(
    ("missing", "changes"),
    [
        ("inquiry", {"inquiry_id": ""}),
        ("channel", {"channel": Channel.OTHER}),
        ("asked_by", {"asked_by": ""}),
        ("answered_by", {"answered_by": ""}),
        ("evidence", {"evidence": ()}),
    ],
)
def test_a_record_needs_channel_persons_and_evidence(missing: str, changes: Any) -> None:
    with refuses("A11-2", "exchange.incomplete", missing=missing):
        record(False, replace(FORM, **changes))


def test_a_whole_record_is_kept_also_before_its_answer() -> None:
    waiting = replace(FORM, answered_at=None, answered_by="")
    other = replace(FORM, channel=Channel.OTHER, other="电话")
    for form in (FORM, waiting, other):
        assert record(False, form) is form


@pytest.mark.parametrize(
    "times",
    [
        {"delivered_at": at(23, 9, 57)},
        {"answered_at": at(23, 9, 59)},
        {"answered_at": None, "delivered_at": at(23, 9, 57)},
    ],
)
def test_the_times_are_in_order(times: dict[str, datetime | None]) -> None:
    with refuses("A11-2", "exchange.time-order"):
        record(False, replace(FORM, **times))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minute", "state"), [(30, InquiryState.ANSWERED), (31, InquiryState.ANSWERED_LATE)]
)
def test_the_same_clocks_run_outside_the_platform(minute: int, state: InquiryState) -> None:
    form = replace(FORM, answered_at=at(23, 10, minute))
    after = carried(PLAIN, form, TERMS, FOUND)
    assert (after.state, after.delivered_at) == (state, at(23, 10))
    assert after.answer == (("婚姻状况", "已婚"),)


def test_without_an_answer_the_clock_has_started() -> None:
    after = carried(PLAIN, replace(FORM, answered_at=None), TERMS, {})
    assert (after.state, after.delivered_at) == (InquiryState.DELIVERED, at(23, 10))


def test_a_platform_delivery_that_came_first_stands() -> None:
    after = carried(delivered(at(23, 9, 59)), FORM, TERMS, FOUND)
    assert after.delivered_at == at(23, 9, 59)


def test_an_exchange_serves_its_own_inquiry() -> None:
    with refuses("A11-2", "exchange.other-inquiry", id="q2"):
        carried(replace(PLAIN, id="q2"), FORM, TERMS, FOUND)
