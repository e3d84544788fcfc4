"""The register of breaches: four kinds, each line with its evidence (Art. 19)."""

from dataclasses import replace

import pytest

from app.domain.complaints import Channel, Complaint, ComplaintState
from app.domain.ledger import Ledger
from app.domain.violations import (
    KIND_OF,
    Attempt,
    Breach,
    Kind,
    Place,
    enter,
    of_attempt,
    of_complaint,
    of_inquiry,
)
from tests.domain.asked import LATE, delivered
from tests.domain.refusals import refuses
from tests.domain.spans import at

ATTEMPT = Attempt("a1", Place.CHECKLIST, "P1", "10432", "U1", at(23, 10))


def test_the_kinds_are_those_of_the_measures() -> None:
    assert [str(kind) for kind in Kind] == [
        "asked-for-cancelled",
        "added-a-proof",
        "no-assistance",
        "other",
    ]


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (Place.CHECKLIST, Kind.ASKED_FOR_CANCELLED),
        (Place.NOTICE, Kind.ASKED_FOR_CANCELLED),
        (Place.RECEIPT, Kind.ASKED_FOR_CANCELLED),
        (Place.GUIDE, Kind.ADDED_A_PROOF),
    ],
)
def test_each_blocked_attempt_can_become_a_line(place: Place, kind: Kind) -> None:
    breach = of_attempt(replace(ATTEMPT, place=place))
    assert breach == Breach(kind, "U1", ("attempt:a1",), "10432")
    [entry] = enter(Ledger(), breach, by="10500", at=at(24, 9)).entries
    assert (entry.line, entry.by, entry.at) == (breach, "10500", at(24, 9))


def test_every_place_has_its_kind() -> None:
    assert set(KIND_OF) == set(Place)


def test_each_late_answer_can_become_a_line_and_one_in_time_cannot() -> None:
    breach = of_inquiry(LATE)
    assert breach == Breach(Kind.NO_ASSISTANCE, "U2", ("inquiry:q1",))
    assert (breach.person, breach.what) == ("", "")
    enter(Ledger(), breach, by="10500", at=at(24, 9))
    with refuses("A19-1", "breach.in-time", id="q1"):
        of_inquiry(delivered(at(23, 10)))


COMPLAINT = Complaint(
    number="TS-1",
    channel=Channel.WINDOW,
    hotline_number="",
    unit="U1",
    text="仍要求开收入证明",
    taken_at=at(23, 10),
    taken_by="10500",
    person="10432",
    state=ComplaintState.CLOSED,
    founded=True,
)


@pytest.mark.parametrize("kind", Kind)
def test_a_founded_complaint_can_become_a_line(kind: Kind) -> None:
    breach = of_complaint(COMPLAINT, kind, "态度粗暴")
    assert breach == Breach(kind, "U1", ("complaint:TS-1",), "10432", "态度粗暴")
    assert of_complaint(COMPLAINT, kind).what == ""


@pytest.mark.parametrize("state", ComplaintState)
@pytest.mark.parametrize("founded", [True, False])
def test_only_what_was_looked_into_and_is_right(state: ComplaintState, founded: bool) -> None:
    complaint = replace(COMPLAINT, state=state, founded=founded)
    if state is ComplaintState.CLOSED and founded:
        of_complaint(complaint, Kind.ADDED_A_PROOF)
        return
    with refuses("A19-1", "breach.not-founded", number="TS-1"):
        of_complaint(complaint, Kind.ADDED_A_PROOF)


@pytest.mark.parametrize("kind", Kind)
def test_a_line_has_its_unit_and_evidence_and_other_says_what(kind: Kind) -> None:
    whole = Breach(kind, "U1", ("complaint:1",), what="泄露证明信息")
    enter(Ledger(), whole, by="10500", at=at(24, 9))
    for field, empty in {"unit": "", "evidence": ()}.items():
        with refuses("A19-1", "breach.incomplete", missing=field):
            enter(Ledger(), replace(whole, **{field: empty}), by="1", at=at(24))  # type: ignore[arg-type]
    silent = replace(whole, what=" ")
    if kind is Kind.OTHER:
        with refuses("A19-1", "breach.incomplete", missing="what"):
            enter(Ledger(), silent, by="10500", at=at(24, 9))
    else:
        enter(Ledger(), silent, by="10500", at=at(24, 9))
