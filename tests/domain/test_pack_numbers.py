"""Every number and every tag of the packs that ship, written here a second time from the law."""

import re
from dataclasses import asdict, fields
from datetime import date, time
from typing import Any

import pytest

from app.domain.policy import Pack, Settings
from app.reference import load
from resources import path as resource

SIX_SOURCES = ("birth", "death", "household", "real-estate", "vehicle", "social-security")
SETTINGS: dict[str, Any] = {
    "lockout_tries": 5,
    "lockout_minutes": 15,
    "offline_sign_in_days": 3,
    "offline_bar_list_hours": 48,
    "offline_approvals_a_day": 50,
    "follow_up_days": 3,
    "tier_minutes": 30,
    "tier_paper_days": 1,
    "tier_incomplete_days": 2,
    "retention_years": 10,
    "idle_lock_minutes": 10,
    "expiry_reminder_days": 90,
    "city_prefix": "5105",
    "report_grace_minutes": 30,
    "yellow_database_minutes": 10,
    "yellow_paper_minutes": 120,
    "yellow_incomplete_minutes": 120,
    "follow_up_warn_days": 2,
    "bulletin_unread_days": 2,
    "source_fresh_hours": dict.fromkeys(SIX_SOURCES, 24),
    "evaluation": {"version": "1", "demanded": 10, "breach": 5, "complaint": 1},
    "hours": {"spans": ((time(9), time(12)), (time(13, 30), time(17)))},
}
DATES = {
    "luzhou-2019-36": ("2019-12-17", "2020-01-18", "2022-01-18", "2022-01-17"),
    "national": ("2020-10-27", "2020-10-27", "9999-12-31", "9999-12-31"),
}
CATEGORIES = {
    "environment": "环保",
    "work-safety": "安全生产",
    "personal-relations": "人身关系",
    "major-property": "重大财产处分",
    "fiscal-funds": "财政资金给付",
    "social-security-funds": "社保资金给付",
}
EXCLUSIONS = {
    "national-security": "国家安全",
    "state-secrets": "国家秘密",
    "public-safety": "公共安全",
    "finance": "金融业审慎监管",
    "ecology": "生态环境保护",
    "health-life-property": "直接关系人身健康、生命财产安全",
    "foreign-affairs": "重要涉外",
}
RECOMMENDED = {
    "household-register": "户籍管理",
    "market-entry": "市场主体准营",
    "qualification-exams": "资格考试",
    "social-insurance": "社会保险",
    "social-relief": "社会救助",
    "health-check": "健康体检",
    "legal-services": "法律服务",
}


@pytest.fixture(params=DATES, scope="module")
def pack(request: pytest.FixtureRequest) -> Pack:
    return load(pack=request.param).pack


@pytest.mark.parametrize("number", SETTINGS)
def test_a_number_of_a_pack_is_the_one_settled(pack: Pack, number: str) -> None:
    assert asdict(pack.settings)[number] == SETTINGS[number]


def test_no_number_stands_in_a_pack_that_is_not_settled_here() -> None:
    assert {field.name for field in fields(Settings)} == SETTINGS.keys()


def test_dates_and_tags_are_those_of_the_law(pack: Pack) -> None:
    said = (pack.issued, pack.valid_from, pack.valid_until, pack.valid_until_other_reading)
    assert said == tuple(map(date.fromisoformat, DATES[pack.id]))
    assert (pack.categories, pack.exclusions) == (CATEGORIES, EXCLUSIONS)
    assert pack.recommended == RECOMMENDED
    assert pack.version == "1"


def test_what_is_a_setting_is_marked_as_one() -> None:
    """The law's own numbers stand unmarked in the measures' pack; all others carry the sign."""
    text = (resource("policy") / "luzhou-2019-36.toml").read_text("utf-8")
    lines = re.findall("^([a-z_-]+) = (.*)$", text.split("[settings]")[1], re.MULTILINE)
    assert {name for name, rest in lines if "⚙" not in rest} == {
        "city_prefix",
        "follow_up_days",
        "tier_minutes",
        "tier_paper_days",
        "tier_incomplete_days",
        "version",
    }
