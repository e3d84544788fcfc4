"""What may be typed instead of reading a card (field cases G05, G06)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain import hand_entry
from app.domain.hand_entry import KINDS, Typed, Why, faults, read_typed
from app.domain.identity import check_digit, read_number
from app.domain.people import HandEntry, fold, spelled, still_marked, validity
from app.errors import Refused
from tests.domain.refusals import refuses

TODAY = date(2026, 11, 23)
GOOD = Typed(
    document="citizen",
    name="阿依努尔·买买提",
    number="51050219880312002X",
    address="四川省泸州市江阳区江阳西路1号",
    issuer="泸州市公安局江阳区分局",
    valid_from="2020-01-01",
    valid_until="2040-01-01",
)
HAND = HandEntry("card-damaged", "", "10432", "10433", "2026-11-23T09:00:00+08:00", 5)


def found(**changes: str) -> list[tuple[str, str]]:
    return list(faults(replace(GOOD, **changes), TODAY))


def numbered(head: str) -> str:
    return head + check_digit(head)


def test_a_document_typed_right_is_an_applicant_with_sex_and_birth_from_the_number() -> None:
    made = read_typed(GOOD, TODAY)
    assert (made.sex, made.birth, made.number) == ("女", "1988-03-12", "51050219880312002X")
    assert (made.source, made.simulated, made.hand) == ("typed", False, None)
    assert validity(made, TODAY) == "valid"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("51050219880312002x", "51050219880312002X"),
        ("５１０５０２１９８８０３１２００２ｘ", "51050219880312002X"),
        (" 51050219880312002X ", "51050219880312002X"),
    ],
)
def test_a_number_is_kept_in_its_one_spelling(typed: str, plain: str) -> None:
    assert read_typed(replace(GOOD, number=typed), TODAY).number == plain


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "hand.empty"),
        ("5105021988031²002X", "number.character"),
        ("5105021A880312002X", "number.character"),
        ("51050219880312ABCX", "number.character"),
        ("01050219880312002X", "number.form"),
        ("510502880312002", "number.old-form"),
        ("510502198803120021", "number.check"),
        ("510502198813120020", "number.birth"),
        (numbered("81000019880312002"), "hand.other-document"),
        (numbered("51050220991231002"), "hand.day"),
    ],
)
def test_a_number_that_is_not_this_documents_is_named_at_its_field(typed: str, code: str) -> None:
    assert found(number=typed) == [("number", code)]


@pytest.mark.parametrize(
    ("document", "number"),
    [
        ("citizen", "51050219880312002X"),
        ("hk-mo-tw-J", numbered("81000019880312002")),
        ("foreigner-Y", numbered("91105019880312002")),
    ],
)
def test_each_document_takes_its_own_kind_of_number_and_no_other(
    document: str, number: str
) -> None:
    for other in KINDS:
        bad = [field for field, _ in found(document=other, number=number) if field == "number"]
        assert bad == ([] if other == document else ["number"])


def test_the_fifteen_character_permit_is_asked_for_sex_and_birth() -> None:
    permit = {"document": "foreigner-I", "number": "CAN110192011123", "address": ""}
    assert [field for field, _ in found(**permit)] == ["sex", "birth"]
    assert found(**permit, sex="男", birth="1988.03.12") == []
    assert read_typed(replace(GOOD, **permit, sex="男", birth="19880312"), TODAY).birth == (
        "1988-03-12"
    )


@pytest.mark.parametrize("field", ["name", "number", "address", "issuer"])
def test_what_is_missing_is_named(field: str) -> None:
    assert found(**{field: " \u3000"}) == [(field, "hand.empty")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("张3", "hand.name"),
        ("张²", "hand.name"),
        ("·", "hand.name"),
        ("张" * 61, "hand.long"),
        ("张\u202e伟", "hand.character"),
        ("张\ue000", "hand.character"),
    ],
)
def test_what_is_no_name_is_refused(name: str, code: str) -> None:
    assert found(name=name) == [("name", code)]


@pytest.mark.parametrize("dot", ["\u00b7", "\u2022", "\u30fb", "\uff0e", "\u2027", ".", " · "])
def test_a_name_carries_the_standard_dot_and_what_was_typed_is_kept(dot: str) -> None:
    made = read_typed(replace(GOOD, name=f"阿依努尔{dot}买买提"), TODAY)
    assert made.name == "阿依努尔·买买提"
    assert made.raw_name == f"阿依努尔{dot}买买提"


def test_a_foreigners_initials_keep_their_dots() -> None:
    assert spelled("J.R. SMITH") == "J.R. SMITH"


@pytest.mark.parametrize(
    ("first", "last", "bad"),
    [
        ("2020.01.01", "长期", []),
        ("20200101", "99991231", []),
        ("２０２００１０１", "2040-01-01", []),
        ("2020-13-01", "长期", [("valid_from", "hand.day")]),
        ("2020-01-01", "soon", [("valid_until", "hand.day")]),
        ("2020-01-02", "2020-01-01", [("valid_until", "hand.span")]),
        ("长期", "长期", [("valid_from", "hand.day")]),
    ],
)
def test_days_are_days_and_in_their_order(first: str, last: str, bad: list[object]) -> None:
    assert found(valid_from=first, valid_until=last) == bad


def test_an_expired_document_bars_nothing_and_is_said_as_of_a_card() -> None:
    made = read_typed(replace(GOOD, valid_until="2025-09-01"), TODAY)
    assert validity(made, TODAY) == "expired"


@given(st.builds(Typed, *[st.text(max_size=30)] * 9))
@example(replace(GOOD, name="\ud800"))
@example(replace(GOOD, number="5105021988031²002X"))
def test_whatever_is_typed_is_an_applicant_or_a_named_fault(typed: Typed) -> None:
    named = {field for field, _ in faults(typed, TODAY)}
    assert named <= set(Typed.__dataclass_fields__)
    if named:
        with pytest.raises(Refused):
            read_typed(typed, TODAY)
    else:
        made = read_typed(typed, TODAY)
        assert read_number(made.number).number == made.number


@given(st.integers(0, 999), st.booleans())
def test_a_good_number_is_one_person_however_it_is_typed(serial: int, small: bool) -> None:
    number = numbered(f"51050219880312{serial:03d}")
    wide = "".join(chr(ord(c) + 0xFEE0) for c in (number.lower() if small else number))
    made = [read_typed(replace(GOOD, number=each), TODAY) for each in (number, wide)]
    assert {each.number for each in made} == {number}
    assert len({(each.sex, each.birth) for each in made}) == 1


@pytest.mark.parametrize("reason", [each for each in Why if each != Why.OTHER])
def test_a_reason_of_the_list_is_enough(reason: str) -> None:
    hand_entry.check_reason(reason, "")


@pytest.mark.parametrize(
    ("reason", "words", "code"),
    [
        ("", "", "hand.reason"),
        ("because", "x", "hand.reason"),
        ("other", " ", "hand.reason"),
        ("other", "x" * 101, "hand.long"),
    ],
)
def test_no_reason_is_no_entry(reason: str, words: str, code: str) -> None:
    with refuses("", code):
        hand_entry.check_reason(reason, words)


@pytest.mark.parametrize(
    ("hand", "code"),
    [
        (None, "hand.unconfirmed"),
        (replace(HAND, confirmed_by=" 10432 "), "hand.same-person"),
        (replace(HAND, confirmed_by=""), "hand.unconfirmed"),
        (replace(HAND, at="yesterday"), "hand.unconfirmed"),
        (replace(HAND, reason=""), "hand.reason"),
    ],
)
def test_typed_data_without_their_whole_mark_are_refused(hand: HandEntry, code: str) -> None:
    with refuses("", code):
        hand_entry.check_mark(replace(read_typed(GOOD, TODAY), hand=hand))


def test_typed_data_with_their_mark_and_a_card_without_one_pass() -> None:
    made = read_typed(GOOD, TODAY)
    hand_entry.check_mark(replace(made, hand=HAND))
    hand_entry.check_mark(replace(made, source="card"))


def test_the_mark_stays_whoever_takes_the_place() -> None:
    made = read_typed(GOOD, TODAY)
    marked, card = replace(made, hand=HAND), replace(made, source="card")
    assert still_marked(marked, card) == replace(card, hand=HAND)
    assert still_marked(card, card) == card
    assert still_marked(marked, marked) == marked
    with refuses("", "hand.marked"):
        still_marked(marked, replace(marked, hand=replace(HAND, confirmed_by="10434")))


def test_typed_and_read_a_name_has_one_key() -> None:
    made = read_typed(replace(GOOD, name="阿依努尔•买买提"), TODAY)
    assert fold(made.name) == fold("阿依努尔．买买提")
