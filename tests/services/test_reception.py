"""A case opens with its number, is changed and found again, and may be given up."""

from dataclasses import replace

import pytest

from app.domain.cases import CaseState
from app.domain.catalogue import Way
from app.errors import Refused
from app.services import reception, status, timing
from app.services.office import Session
from tests.services.parts import REFERENCE, applicant, confirmed, matter_with, open_case

DOTS = ["·", "\u2022", "\u30fb", "\uff0e", "\u2027", ".", " ", ""]


def numbers(hall, text: str) -> list[str]:
    return [row.case.number for row in status.ledger(hall.office, text)]


def test_numbers_have_no_gaps_and_start_with_the_counter(hall):
    found = [open_case(hall.office).number for _ in range(3)]
    assert found == [f"510502-T03-2026-{n:06d}" for n in (1, 2, 3)]


def test_each_year_counts_anew(hall):
    open_case(hall.office)
    hall.clock.at = hall.clock.at.replace(year=2027)
    assert open_case(hall.office).number == "510502-T03-2027-000001"


def test_a_case_comes_back_as_it_was_opened(hall):
    case = open_case(hall.office)
    assert reception.load_case(hall.office, case.number) == case
    assert case.state is CaseState.OPEN
    assert case.mode == "training"


def test_a_refused_duty_uses_no_number_and_is_in_the_trail(hall):
    auditor = hall.office.signed_in(Session("9", "审计", ("auditor",), hall.office.now()))
    with pytest.raises(Refused, match=r"duty\.missing"):
        open_case(auditor)
    assert open_case(hall.office).number.endswith("000001")
    from app.services.office import trail_lines

    refusals = [line for line in trail_lines(hall.office) if '"act":"refused"' in line]
    assert len(refusals) == 1
    assert "duty.missing" in refusals[0]


def test_refusing_the_commitment_takes_the_next_way_and_can_be_undone(hall):
    case = open_case(hall.office)
    refused = reception.refuse_commitment(hall.office, case)
    assert Way.COMMITMENT in {plan.way for plan in case.plans}
    assert Way.COMMITMENT not in {plan.way for plan in refused.plans}
    assert reception.load_case(hall.office, case.number) == refused
    assert reception.accept_commitment(hall.office, refused).plans == case.plans


def test_another_matter_and_another_person_keep_the_number(hall):
    case = open_case(hall.office)
    changed = reception.change_matter(hall.office, case, *matter_with(Way.DATA_SHARING))
    changed = reception.change_applicant(hall.office, changed, applicant(name="王芳"))
    assert (changed.number, changed.applicant.name) == (case.number, "王芳")
    assert reception.load_case(hall.office, case.number) == changed


def test_an_abandoned_case_keeps_its_number_and_goes_no_further(hall):
    case = reception.abandon(hall.office, open_case(hall.office), "申请人离开")
    assert case.state is CaseState.ABANDONED
    assert status.where(hall.office, case.number) == "here"
    with pytest.raises(Refused, match=r"case\.move"):
        reception.refuse_commitment(hall.office, case)
    with pytest.raises(Refused, match=r"case\.move"):
        reception.abandon(hall.office, case, "再来一次")
    assert open_case(hall.office).number.endswith("000002")


def test_abandoning_needs_a_reason(hall):
    with pytest.raises(Refused, match=r"reason\.missing"):
        reception.abandon(hall.office, open_case(hall.office), "  ")


def test_simulated_data_never_passes_as_real(hall):
    live = replace(hall.office, installation=replace(hall.office.installation, mode="live"))
    hall.clock.at = hall.clock.at.replace(year=2020)
    with pytest.raises(Refused, match=r"device\.simulated"):
        open_case(live)


@pytest.mark.parametrize("dot", DOTS)
def test_a_name_is_found_however_its_dot_is_typed(hall, dot):
    case = open_case(hall.office, name="阿依努尔·买买提", raw_name="阿依努尔·买买提")
    open_case(hall.office, name="王芳")
    assert numbers(hall, f"阿依努尔{dot}买买提") == [case.number]


@pytest.mark.parametrize(
    "typed",
    [
        "51050219880312002X",
        "51050219880312002x",
        "５１０５０２１９８８０３１２００２ｘ",
        "002X",
        " 002x ",
    ],
)
def test_a_person_is_found_by_the_number_as_it_is_typed(hall, typed):
    case = open_case(hall.office)
    open_case(hall.office, number="51050219900101123X")
    assert numbers(hall, typed) == [case.number]


def test_a_typed_number_and_the_cards_are_one_person(hall):
    card = open_case(hall.office)
    person = confirmed(hall.office, number="５１０５０２１９８８０３１２００２ｘ")
    typed = reception.open_case(hall.office, person, *matter_with(Way.COMMITMENT))
    assert set(numbers(hall, "51050219880312002X")) == {card.number, typed.number}


@pytest.mark.parametrize("text", ["%", "_", "²", "'; DROP TABLE cases; --", "x" * 5000])
def test_odd_searches_find_nobody_and_break_nothing(hall, text):
    open_case(hall.office)
    assert numbers(hall, text) == []


def test_a_list_shows_the_number_masked(hall):
    open_case(hall.office)
    (row,) = status.ledger(hall.office)
    assert row.case.number_masked == "510502********002X"
    assert "19880312" not in repr(row)


@pytest.mark.parametrize("group", ["穿青人", "97", "98", "00", "汉"])
@pytest.mark.parametrize("until", ["长期", "9999-12-31", "2044-02-29"])
def test_values_outside_the_tables_come_back_the_same(hall, group, until):
    case = open_case(hall.office, ethnic_group=group, valid_until=until)
    kept = reception.load_case(hall.office, case.number).applicant
    assert (kept.ethnic_group, kept.valid_until) == (group, until)


def test_the_character_as_read_is_kept_beside_the_assigned_one(hall):
    case = open_case(hall.office, name="张䶮", raw_name="张\ue863")
    kept = reception.load_case(hall.office, case.number).applicant
    assert (kept.name, kept.raw_name) == ("张䶮", "张\ue863")
    assert numbers(hall, "张䶮") == [case.number]


def test_what_was_put_aside_is_taken_back_once_and_by_its_owner(hall):
    name = reception.park(hall.office, "张𬭎", {"matter": "M1", "step": 2})
    other = hall.office.signed_in(Session("7", "王芳", ("clerk",), hall.office.now()))
    assert reception.parked(other) == ()
    with pytest.raises(Refused, match=r"draft\.unknown"):
        reception.recall(other, name)
    assert reception.recall(hall.office, name).body == {"matter": "M1", "step": 2}
    with pytest.raises(Refused, match=r"draft\.unknown"):
        reception.recall(hall.office, name)


def test_an_unknown_case_is_refused(hall):
    with pytest.raises(Refused, match=r"case\.unknown"):
        reception.load_case(hall.office, "510502-T03-2026-999999")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("510502198803120021", r"number\.check"),
        ("510502198813120020", r"number\.birth"),
        ("5105021988031²002X", r"number\."),
        ("510502880312002", r"number\.old-form"),
    ],
)
def test_a_number_that_is_no_persons_opens_no_case(hall, number, code):
    with pytest.raises(Refused, match=code):
        open_case(hall.office, number=number)
    assert status.ledger(hall.office) == ()


def test_a_number_is_kept_in_its_one_spelling(hall):
    typed = open_case(hall.office, number="５１０５０２１９８８０３１２００２ｘ")
    kept = reception.load_case(hall.office, typed.number)
    assert kept.applicant.number == "51050219880312002X"


def test_a_reason_never_asks_for_a_cancelled_proof(hall):
    proof = hall.office.reference.catalogue.proofs()[0].name
    case = open_case(hall.office)
    with pytest.raises(Refused, match=r"proof\.cancelled") as refusal:
        reception.abandon(hall.office, case, f"请申请人先去开具{proof}")
    assert refusal.value.article == "A7-3"


def refused_acts(hall) -> list[str]:
    with hall.office.store.read() as rx:
        lines = rx.exec_driver_sql("SELECT entry FROM trail WHERE act = 'refused' ORDER BY id")
        return [line for (line,) in lines]


def test_a_stale_screen_writes_nothing_over_what_was_changed(hall):
    case = open_case(hall.office)
    right = reception.change_applicant(hall.office, case, applicant(name="王芳"))
    with pytest.raises(Refused, match=r"case\.changed"):
        reception.change_matter(hall.office, case, *matter_with(Way.DATA_SHARING))
    with pytest.raises(Refused, match=r"case\.changed"):
        reception.refuse_commitment(hall.office, case)
    assert reception.load_case(hall.office, case.number) == right
    assert len(refused_acts(hall)) == 2


def test_every_refusal_of_a_change_is_in_the_trail(hall):
    case = open_case(hall.office)
    matter, situation = matter_with(Way.DATA_SHARING)
    with pytest.raises(Refused):
        reception.change_applicant(hall.office, case, applicant(number="510502198803120021"))
    with pytest.raises(Refused, match=r"matter\.unknown"):
        reception.change_matter(hall.office, case, replace(matter, code="none"), situation)
    assert ["number.check" in refused_acts(hall)[0], "matter.unknown" in refused_acts(hall)[1]] == [
        True,
        True,
    ]


def test_a_changed_matter_is_pinned_to_the_catalogue_it_was_picked_from(hall):
    case = open_case(hall.office)
    law = hall.office.reference
    newer = replace(law, catalogue=replace(law.catalogue, version="next@1"))
    office = replace(hall.office, shipped=newer)
    changed = reception.change_matter(office, case, *matter_with(Way.DATA_SHARING))
    assert changed.catalogue == "next@1"


def test_a_hall_works_with_the_catalogue_of_its_own_county(hall):
    assert hall.office.reference.catalogue == REFERENCE.catalogue_for("510502")
    assert open_case(hall.office).catalogue == "training-2026-11+13.1+510502.1"
    matter = reception.find_matter(hall.office, "510101")
    case = reception.open_case(hall.office, applicant(), matter, matter.situation("51"))
    assert {plan.way for plan in case.plans} == {Way.DATA_SHARING}
    with pytest.raises(Refused, match=r"A7-3 proof\.cancelled"):
        reception.abandon(hall.office, case, "请带务工证明来")


def test_the_day_and_the_numbers_year_are_the_platforms(hall):
    timing.note_contact(hall.office, "2027-01-01T00:00:05+08:00")
    case = open_case(hall.office)
    assert case.number == "510502-T03-2027-000001"
    assert case.opened_at == "2027-01-01T00:00:05+08:00"
