"""The three time limits of Art. 10, their cap and the one change."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clocks import Due, DueAt, three_days
from app.domain.office_hours import Hours, hours_from
from app.domain.office_time import Span
from app.domain.tiers import SLOWER, Change, Tier, check, due, latest, may_change, terms
from tests.domain.refusals import refuses
from tests.domain.spans import ASKED, AUTOMATIC, CALENDAR, HOURS, REFERENCE, TERMS, at

D, P, N = Tier.DATABASE, Tier.PAPER, Tier.INCOMPLETE


@pytest.mark.parametrize(
    ("tier", "delivered", "due_at", "wall"),
    [
        (D, at(23, 10), at(23, 10, 30), at(23, 10, 30)),
        (D, at(23, 11, 50), at(23, 13, 50), at(23, 12, 20)),
        (D, at(27, 16, 45), at(30, 9, 15), at(27, 17, 15)),
        (P, at(23, 10), at(24, 17), at(24, 17)),
        (P, at(27, 10), at(30, 17), at(30, 17)),
        (N, at(26, 15), at(30, 17), at(30, 17)),
    ],
)
def test_the_worked_examples(
    tier: Tier, delivered: datetime, due_at: datetime, wall: datetime
) -> None:
    assert due(tier, delivered, TERMS) == DueAt(due_at, wall, False)


def test_a_machine_answers_by_the_plain_clock() -> None:
    night = due(D, at(27, 16, 45), AUTOMATIC)
    assert night == DueAt(at(27, 17, 15), at(27, 17, 15), False)
    assert not due(D, at(31, 16, 45, month=12), AUTOMATIC).provisional
    assert due(D, at(23, 11, 50), AUTOMATIC).at == at(23, 12, 20)
    assert due(P, at(23, 10), AUTOMATIC).at == at(24, 17)


def test_after_approval_the_earlier_of_tier_and_three_days_counts() -> None:
    friday = three_days(date(2026, 11, 27), CALENDAR)
    assert due(N, at(27, 10), TERMS).at == at(1, 17, month=12)
    assert due(N, at(27, 10), TERMS, follow_up=friday).at == at(30, 17)
    assert due(D, at(27, 10), TERMS, follow_up=friday).at == at(27, 10, 30)


def test_offline_the_tier_starts_at_delivery_and_the_three_days_at_the_signature() -> None:
    signed, delivered = at(24, 10), at(25, 9, 10)
    follow_up = three_days(signed.date(), CALENDAR)
    assert due(D, delivered, TERMS, follow_up=follow_up).at == at(25, 9, 40)
    assert follow_up == Due(date(2026, 11, 27), False)
    late = due(N, at(26, 16), TERMS, follow_up=follow_up)
    assert late.at == at(27, 17)


def test_the_platforms_outage_is_not_charged_but_the_three_days_stand() -> None:
    down = (Span(at(27, 10, 10), at(27, 10, 20)),)
    assert due(D, at(27, 10), TERMS, down=down).at == at(27, 10, 40)
    lost_morning = (Span(at(30, 9), at(30, 12)),)
    assert due(P, at(27, 10), TERMS, down=lost_morning).at == at(1, 12, month=12)
    follow_up = three_days(date(2026, 11, 27), CALENDAR)
    capped = due(P, at(27, 10), TERMS, follow_up=follow_up, down=lost_morning)
    assert capped.at == at(30, 17)


def test_the_numbers_are_those_of_the_pack() -> None:
    assert (TERMS.minutes, TERMS.paper_days, TERMS.incomplete_days) == (30, 1, 2)
    settings = replace(
        REFERENCE.pack.settings, tier_minutes=10, tier_paper_days=2, tier_incomplete_days=3
    )
    other = terms(settings, CALENDAR, ASKED)
    assert (other.grace_minutes, other.automatic) == (settings.report_grace_minutes, False)
    assert terms(settings, CALENDAR, ASKED, automatic=True).automatic is True
    assert due(D, at(23, 10), other).at == at(23, 10, 10)
    assert due(P, at(23, 10), other).at == at(25, 17)
    assert due(N, at(23, 10), other).at == at(26, 17)


def test_the_asked_units_own_hours_count() -> None:
    hospital = replace(ASKED, hours=hours_from([["08:00", "12:00"], ["14:30", "18:00"]], "医院"))
    by_its_own = terms(REFERENCE.pack.settings, CALENDAR, hospital)
    assert due(D, at(23, 11, 50), by_its_own).at == at(23, 14, 50)
    assert due(D, at(27, 17, 45), by_its_own).at == at(30, 8, 15)
    assert due(P, at(23, 10), by_its_own).at == at(24, 18)
    by_the_packs = terms(REFERENCE.pack.settings, CALENDAR, replace(ASKED, hours=None))
    assert by_the_packs.hours == REFERENCE.pack.settings.hours
    assert due(P, at(23, 10), by_the_packs).at == at(24, 17)
    assert due(P, at(23, 10), replace(by_the_packs, hours=Hours(((time(9), time(11)),)))).at == (
        at(24, 11)
    )


def test_an_unknown_year_makes_it_provisional() -> None:
    assert due(P, at(31, 10, month=12), TERMS).provisional


def test_the_case_shows_the_latest_of_its_clocks() -> None:
    early, late = DueAt(at(23, 10), at(23, 10), False), DueAt(at(24, 17), at(24, 17), False)
    unsure = DueAt(at(23, 11), at(23, 11), True)
    assert latest([late, early]) == late
    assert latest([early, late, unsure]) == DueAt(at(24, 17), at(24, 17), True)
    assert latest([]) is None


@pytest.mark.parametrize("why", ["", "  "])
def test_two_working_days_need_a_reason(why: str) -> None:
    with refuses("A10-3", "tier.no-reason"):
        check(N, why)


def test_the_other_tiers_need_none() -> None:
    check(N, "2003年前的档案分存两处")
    check(D, "")
    check(P, "")


RUNNING = DueAt(at(23, 10, 30), at(23, 10, 30), False)


def changed(before: Tier, after: Tier, *, reason: str = "未数字化", minute: int = 10) -> Change:
    return Change(before, after, reason, "李", at(23, 10, minute))


@pytest.mark.parametrize("before", Tier)
@pytest.mark.parametrize("after", Tier)
def test_only_a_slower_tier_can_be_taken(before: Tier, after: Tier) -> None:
    if (before, after) in {(D, P), (D, N), (P, N)}:
        may_change(changed(before, after), RUNNING)
        return
    with refuses("A10-4", "tier.not-slower", before=str(before), after=str(after)):
        may_change(changed(before, after), RUNNING)


def test_a_change_needs_a_reason_and_comes_before_the_due_time() -> None:
    may_change(changed(D, P, minute=29), RUNNING)
    with refuses("A10-4", "tier.no-reason-to-change", missing="reason"):
        may_change(changed(D, P, reason=" "), RUNNING)
    with refuses("A10-4", "tier.no-reason-to-change", missing="by"):
        may_change(replace(changed(D, P), by=""), RUNNING)
    for minute in (30, 31):
        with refuses("A10-4", "tier.too-late", due="2026-11-23T10:30:00+08:00"):
            may_change(changed(D, P, minute=minute), RUNNING)


def test_every_tier_has_its_row() -> None:
    assert set(SLOWER) == set(Tier)
    assert [str(tier) for tier in Tier] == ["database", "paper", "incomplete"]


MOMENTS = st.datetimes(datetime(2020, 1, 6), datetime(2026, 11, 1))  # noqa: DTZ001


@given(MOMENTS)
def test_a_slower_tier_is_never_due_earlier(delivered: datetime) -> None:
    assert due(D, delivered, TERMS).at <= due(P, delivered, TERMS).at
    assert due(P, delivered, TERMS).at <= due(N, delivered, TERMS).at


@given(MOMENTS, st.sampled_from(Tier), st.timedeltas(timedelta(0), timedelta(days=5)))
def test_the_cap_binds_and_later_delivery_is_never_due_earlier(
    delivered: datetime, tier: Tier, later: timedelta
) -> None:
    follow_up = three_days(delivered.date(), CALENDAR)
    capped = due(tier, delivered, TERMS, follow_up=follow_up).at
    assert capped == min(
        due(tier, delivered, TERMS).at, datetime.combine(follow_up.day, HOURS.closes)
    )
    assert capped <= due(tier, delivered + later, TERMS, follow_up=follow_up).at
