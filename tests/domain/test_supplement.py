"""Facts that differ, the one notice about them, and the ledger (Art. 15)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.cases import Case, CaseState
from app.domain.catalogue import Catalogue, Way
from app.domain.ledger import Entry, Ledger
from app.domain.supplement import (
    Item,
    Line,
    Mismatch,
    Row,
    SupplementNotice,
    keep,
    lines,
    masked_name,
    mismatches,
    notice,
    side_by_side,
)
from tests.domain.refusals import refuses
from tests.domain.spans import at

Make = Callable[..., Case]
FORM = {"姓名": "阿依努尔·买买提", "婚姻状况": "未婚", "住址": "训练路1号", "电话": "138"}
SOURCE = {"姓名": "阿依努尔•买买提", "婚姻状况": "已婚", "住址": " 训练路1号", "收入": "3000"}
FOUND = (
    Mismatch("P1", "婚姻状况", "未婚", "已婚", Way.INQUIRY, at(23, 10)),
    Mismatch("P2", "住址", "训练路1号", "训练路2号", Way.DATA_SHARING, at(23, 10)),
)
ITEM = Item("婚姻状况", "结婚证", "填写与登记信息不一致")


@pytest.fixture
def case(case_with: Make) -> Case:
    return case_with(Way.INQUIRY)


def sent(
    case: Case,
    catalogue: Catalogue,
    *items: Item,
    earlier: tuple[SupplementNotice, ...] = (),
    found: tuple[Mismatch, ...] = FOUND,
    by: str = "10432",
) -> SupplementNotice:
    return notice(case, items, found, earlier, catalogue, by=by, at=at(23, 11))


def test_form_and_source_stand_side_by_side() -> None:
    assert side_by_side(FORM, SOURCE) == (
        Row("姓名", "阿依努尔·买买提", "阿依努尔•买买提", False),  # only the dot is another
        Row("婚姻状况", "未婚", "已婚", True),
        Row("住址", "训练路1号", " 训练路1号", False),
    )
    assert side_by_side({"姓名": "张三"}, {"姓名": "张四"})[0].differs
    assert side_by_side({"面积": "1.5"}, {"面积": "15"})[0].differs  # no name: a dot counts


@pytest.mark.parametrize("way", Way)
def test_only_what_the_department_found_itself_is_a_mismatch(way: Way) -> None:
    rows = side_by_side(FORM, SOURCE)
    if way in {Way.DATA_SHARING, Way.INQUIRY, Way.INVESTIGATION}:
        assert mismatches(rows, proof_code="P1", way=way, at=at(23, 10)) == (
            Mismatch("P1", "婚姻状况", "未婚", "已婚", way, at(23, 10)),
        )
        return
    with refuses("A15-1", "supplement.source", way=str(way)):
        mismatches(rows, proof_code="P1", way=way, at=at(23, 10))


def test_one_notice_lists_everything_that_differs(case: Case, catalogue: Catalogue) -> None:
    both = (ITEM, Item("住址", "居住证", "住址与登记信息不一致"))
    assert sent(case, catalogue, *both) == SupplementNotice(case.number, both, "10432", at(23, 11))


def test_nothing_is_asked_about_a_fact_that_does_not_differ(
    case: Case, catalogue: Catalogue
) -> None:
    with refuses("A15-2", "supplement.not-linked", fact="收入"):
        sent(case, catalogue, ITEM, Item("收入", "工资单", "核对"))


@pytest.mark.parametrize("field", ["material", "reason"])
def test_a_cancelled_proof_is_never_asked_for(case: Case, catalogue: Catalogue, field: str) -> None:
    with refuses("A7-3", "proof.cancelled", proof="婚姻状况证明"):
        sent(case, catalogue, replace(ITEM, **{field: "请开单身证明"}))


@pytest.mark.parametrize("field", ["fact", "material", "reason"])
def test_each_item_says_fact_material_and_reason(
    case: Case, catalogue: Catalogue, field: str
) -> None:
    with refuses("A15-2", "supplement.item", missing=field):
        sent(case, catalogue, replace(ITEM, **{field: " "}))


def test_a_notice_lists_something_and_says_who_asks(case: Case, catalogue: Catalogue) -> None:
    with refuses("A15-2", "supplement.empty", missing="items"):
        sent(case, catalogue)
    with refuses("A15-2", "supplement.empty", missing="by"):
        sent(case, catalogue, ITEM, by="")


def test_no_second_notice_for_a_fact_already_known(case: Case, catalogue: Catalogue) -> None:
    first = SupplementNotice(case.number, (ITEM,), "10432", at(23, 10, 30))
    address = Item("住址", "居住证", "不一致")
    for item in (ITEM, address):
        with refuses("A15-2", "supplement.second-notice", fact=item.fact):
            sent(case, catalogue, item, earlier=(first,))
    at_once = replace(first, at=at(23, 10))
    with refuses("A15-2", "supplement.second-notice", fact="住址"):
        sent(case, catalogue, address, earlier=(at_once,))


def test_a_fact_found_later_may_be_asked_about(case: Case, catalogue: Catalogue) -> None:
    first = SupplementNotice(case.number, (ITEM,), "10432", at(23, 9))
    before = replace(first, at=at(23, 9, 59))
    assert sent(case, catalogue, ITEM, earlier=(first, before)).items == (ITEM,)
    last = replace(first, at=at(23, 10, 30))
    with refuses("A15-2", "supplement.second-notice"):
        sent(case, catalogue, ITEM, earlier=(last, first))


def test_a_known_fact_found_again_elsewhere_is_still_known(
    case: Case, catalogue: Catalogue
) -> None:
    first = SupplementNotice(case.number, (ITEM,), "10432", at(23, 10, 30))
    again = replace(FOUND[0], way=Way.INVESTIGATION, found_at=at(23, 10, 45))
    with refuses("A15-2", "supplement.second-notice"):
        sent(case, catalogue, ITEM, earlier=(first,), found=(*FOUND, again))


@pytest.mark.parametrize("state", CaseState)
def test_nothing_is_asked_for_after_the_decision(
    case: Case, catalogue: Catalogue, state: CaseState
) -> None:
    moved = replace(case, state=state)
    if state in {CaseState.OPEN, CaseState.WAITING}:
        assert sent(moved, catalogue, ITEM).case_number == case.number
        return
    with refuses("A15-2", "supplement.after-decision", state=str(state)):
        sent(moved, catalogue, ITEM)


LINE = Line(
    "510502-T03-2026-000001",
    "阿*******",
    "510502********002X",
    "P1",
    "inquiry",
    "婚姻状况",
    "结婚证",
    "填写与登记信息不一致",
    "10432",
    "2026-11-23",
)


def test_the_ledger_has_a_line_for_each_item_with_the_person_masked(
    case: Case, catalogue: Catalogue
) -> None:
    made = lines(case, sent(case, catalogue, ITEM), FOUND)
    assert made == (replace(LINE, applicant=masked_name(case.applicant.name)),)
    assert case.applicant.number not in repr(made)
    assert case.applicant.name not in repr(made)


@pytest.mark.parametrize(("name", "shown"), [("张三", "张*"), ("欧阳海涛", "欧***"), ("", "")])
def test_a_masked_name_shows_its_first_character(name: str, shown: str) -> None:
    assert masked_name(name) == shown


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ("case", "case_number"),
        ("applicant", "applicant"),
        ("proof", "proof_code"),
        ("way", "way"),
        ("fact", "fact"),
        ("material", "material"),
        ("reason", "reason"),
        ("asked_by", "asked_by"),
        ("asked_on", "asked_on"),
    ],
)
def test_a_line_lacks_nothing_that_must_stand_in_it(missing: str, field: str) -> None:
    changes: dict[str, Any] = {field: ""}
    with refuses("A15-3", "supplement.line", missing=missing):
        keep(Ledger(), replace(LINE, **changes), at=at(23, 11))


def test_receipt_and_outcome_come_as_a_further_line() -> None:
    assert (LINE.received_on, LINE.outcome) == ("", "")
    ledger = keep(Ledger[Line](), LINE, at=at(23, 11))
    assert ledger.entries == (Entry(1, LINE, "10432", at(23, 11)),)
    done = replace(LINE, received_on="2026-11-24", outcome="相符")
    after = ledger.correct(1, done, by="10432", at=at(24, 9), why="收到材料")
    assert [entry.line for entry in after.entries] == [LINE, done]
    assert [entry.line for entry in after.current()] == [done]
