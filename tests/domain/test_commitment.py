"""First told, then signed (A8-4, A8-6)."""

import pytest

from app.domain.commitment import (
    Notice,
    Paragraph,
    Point,
    Shown,
    Signature,
    accept,
    may_sign,
    must_be_signed,
)
from app.errors import Refused
from tests.domain.refusals import refuses

NOTICE = Notice(
    "1",
    (Paragraph("content", "承诺内容", "……"), Paragraph("liability", "虚假承诺的责任", "……")),
)
SEEN = (
    Shown("content", "2026-11-23T09:00:00+08:00"),
    Shown("liability", "2026-11-23T09:00:40+08:00"),
)


def signature(*strokes: tuple[tuple[float, float], ...], at: str = "09:01:00") -> Signature:
    points = tuple(tuple(Point(x, y, 0.5, 0) for x, y in stroke) for stroke in strokes)
    return Signature(points, 100.0, 40.0, f"2026-11-23T{at}+08:00")


WRITTEN = signature(((10, 10), (20, 10)), ((15, 5), (15, 25)))


def test_a_notice_shown_in_full_and_then_signed_is_accepted() -> None:
    accept(NOTICE, iter(SEEN), WRITTEN)


@pytest.mark.parametrize("shown", [(), SEEN[:1], SEEN[1:]])
def test_nobody_signs_before_every_paragraph_was_shown(shown: tuple[Shown, ...]) -> None:
    with pytest.raises(Refused) as refused:
        may_sign(NOTICE, shown)
    assert (refused.value.article, refused.value.code) == ("A8-4", "notice.not-shown")
    titles = {"content": "承诺内容", "liability": "虚假承诺的责任"}
    for one in shown:
        del titles[one.paragraph]
    assert dict(refused.value.facts) == {
        "paragraphs": "、".join(titles.values()),
        "count": 2 - len(shown),
    }


def test_the_missing_paragraph_is_named() -> None:
    with pytest.raises(Refused) as refused:
        may_sign(NOTICE, SEEN[:1])
    assert refused.value.facts["paragraphs"] == "虚假承诺的责任"


def test_a_notice_that_says_nothing_is_no_notice() -> None:
    with refuses("A8-4", "notice.not-shown", paragraphs="", count=0):
        may_sign(Notice("1", ()), ())


@pytest.mark.parametrize(
    "empty", [signature(), signature(((10, 10),)), signature(((10, 10), (12, 10)), ((50, 30),))]
)
def test_a_touch_of_the_pad_is_no_signature(empty: Signature) -> None:
    with pytest.raises(Refused) as refused:
        must_be_signed(empty)
    assert (refused.value.article, refused.value.code) == ("A8-6", "signature.empty")


def test_five_millimetres_of_ink_are_a_signature() -> None:
    must_be_signed(signature(((10, 10), (15, 10))))
    must_be_signed(signature(((10, 10), (10, 15))))
    must_be_signed(signature(((10, 10), (13, 14))))
    with pytest.raises(Refused, match=r"signature\.empty"):
        must_be_signed(signature(((10, 10), (14.9, 10))))


def test_a_signature_older_than_the_notice_does_not_count() -> None:
    early = signature(((10, 10), (20, 10)), at="09:00:30")
    with refuses("A8-4", "signature.before-notice"):
        accept(NOTICE, SEEN, early)
    at_once = signature(((10, 10), (20, 10)), at="09:00:40")
    accept(NOTICE, SEEN, at_once)
