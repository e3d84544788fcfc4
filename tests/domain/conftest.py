"""Shared values: the shipped reference, and a case to change a little."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.cases import Case, CaseState, Plan
from app.domain.catalogue import Catalogue, Step, Way
from app.domain.office_hours import Calendar, Hours
from app.domain.people import Applicant
from app.reference import Reference, load


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load()


@pytest.fixture(scope="session")
def catalogue(reference: Reference) -> Catalogue:
    return reference.catalogue


@pytest.fixture(scope="session")
def calendar(reference: Reference) -> Calendar:
    return reference.calendar


@pytest.fixture(scope="session")
def hours(reference: Reference) -> Hours:
    return reference.pack.settings.hours


APPLICANT = Applicant(
    name="阿依努尔·买买提",
    raw_name="阿依努尔·买买提",
    sex="女",
    ethnic_group="维吾尔",
    birth="1988-03-12",
    address="四川省泸州市江阳区训练路1号",
    number="51050219880312002X",
    document="citizen",
    issuer="泸州市公安局江阳分局",
    valid_from="2020-01-01",
    valid_until="2040-01-01",
    source="card",
    simulated=True,
)


@pytest.fixture
def applicant() -> Applicant:
    return APPLICANT


def plan_of(way: Way, code: str = "P1") -> Plan:
    return Plan(code, f"证明{code}", Step(way, "8", "因为", "3日内核对"))


@pytest.fixture
def case_with(applicant: Applicant) -> Callable[..., Case]:
    plain = Case(
        id="8f0e",
        number="510502-T03-2026-000001",
        state=CaseState.OPEN,
        mode="training",
        pack="luzhou-2019-36@1",
        catalogue="t",
        matter_code="110104",
        matter_name="补领婚姻登记证",
        situation_code="01",
        unit_name="训练·江阳区民政局",
        applicant=applicant,
        plans=(),
        opened_at="2026-11-23T10:00:00+08:00",
        officer="10432",
    )

    def make(*ways: Way, **changes: Any) -> Case:
        plans = tuple(plan_of(way, f"P{place}") for place, way in enumerate(ways, 1))
        return replace(plain, plans=plans, **changes)

    return make
