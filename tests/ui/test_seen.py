"""A paragraph counts as shown when all of it has been on the screen, in whatever order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.reception.seen import Seen

PARTS = st.floats(min_value=-0.5, max_value=1.5, allow_nan=False)


def test_first_and_last_lines_alone_are_not_the_whole() -> None:
    seen = Seen()
    seen.add(0, 0.2)
    seen.add(0.8, 1)
    assert not seen.whole
    seen.add(0.2, 0.8)
    assert seen.whole


def test_nothing_visible_adds_nothing() -> None:
    seen = Seen()
    seen.add(1.2, 1.5)
    seen.add(0.5, 0.5)
    assert not seen.whole


@given(st.lists(st.tuples(PARTS, PARTS), max_size=12))
def test_the_union_of_what_was_visible_decides(spans: list[tuple[float, float]]) -> None:
    seen = Seen()
    for start, end in spans:
        seen.add(start, end)
    marks = sorted({0.0, 1.0, *(min(max(x, 0.0), 1.0) for span in spans for x in span)})
    middles = [(a + b) / 2 for a, b in pairwise(marks)]
    covered = all(any(max(s, 0) <= m <= min(e, 1) for s, e in spans) for m in middles)
    assert seen.whole == covered
