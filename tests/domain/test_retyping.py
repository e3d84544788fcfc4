"""Fields typed although they were known are counted, case by case (A13-3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.retyping import Filled, Origin, by_case, retyped

A, B = "510502-T03-2026-000001", "510502-T03-2026-000002"
TYPED = Filled(A, "住址", Origin.TYPED)


@pytest.mark.parametrize("known", ["card", "source", "earlier-entry", "typed"])
def test_what_was_known_and_is_typed_again_counts(known: str) -> None:
    assert retyped([Filled(A, "住址", Origin(known)), TYPED]) == (TYPED,)
    assert by_case([Filled(A, "住址", Origin(known)), TYPED, TYPED]) == {A: 2}


def test_the_origins_stay_as_they_are() -> None:
    assert [str(origin) for origin in Origin] == ["card", "source", "earlier-entry", "typed"]


@pytest.mark.parametrize("origin", [origin for origin in Origin if origin is not Origin.TYPED])
def test_what_comes_by_itself_is_not_typed(origin: Origin) -> None:
    filled = [TYPED, Filled(A, "住址", origin)]
    assert retyped(filled) == ()
    assert by_case(filled) == {A: 0}


def test_a_first_time_another_field_and_another_case_are_no_second_time() -> None:
    other_field = Filled(A, "姓名", Origin.TYPED)
    other_case = Filled(B, "住址", Origin.TYPED)
    assert retyped([TYPED, other_field, other_case]) == ()
    assert by_case([other_case, TYPED, other_field]) == {B: 0, A: 0}


def test_each_case_is_counted_by_itself_in_the_order_given() -> None:
    other = Filled(B, "姓名", Origin.TYPED)
    filled = [Filled(B, "姓名", Origin.CARD), TYPED, other, TYPED, other]
    assert retyped(filled) == (other, TYPED, other)
    assert list(by_case(filled).items()) == [(B, 2), (A, 1)]
    assert by_case(iter(filled)) == {B: 2, A: 1}
    assert by_case([]) == {}


FILLED = st.builds(Filled, st.sampled_from([A, B]), st.sampled_from("xy"), st.sampled_from(Origin))


@given(st.lists(FILLED))
def test_the_cases_together_have_as_many_as_there_are(filled: list[Filled]) -> None:
    assert sum(by_case(filled).values()) == len(retyped(filled))
