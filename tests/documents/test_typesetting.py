"""Lines: the grid, what may not begin or end a line, words that stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import fonts, typesetting
from app.documents.fonts import BODY
from app.documents.layout import MEASURE

TEXT = st.text(
    st.sampled_from("承诺书证明0证明（）《》，。；：“”——……ABC123-〔2019〕号 "), max_size=200
)


def lines(text: str, size: float = 16.0) -> list[str]:
    set_lines = typesetting.paragraph([(BODY, text)], size, MEASURE)
    return ["".join(g.text for g in line.glyphs) for line in set_lines]


def test_size_3_gives_28_characters_a_line() -> None:
    assert [len(row) for row in lines("诺" * 60)] == [26, 28, 6]


@given(TEXT)
def test_no_text_is_lost_or_moved(text: str) -> None:
    assert "".join(lines(text)) == text


@given(TEXT, st.sampled_from([12.0, 14.0, 16.0]))
def test_no_line_sticks_out_by_more_than_hanging_punctuation(text: str, size: float) -> None:
    for line in typesetting.paragraph([(BODY, text)], size, MEASURE):
        hanging = size / 2 if line.glyphs[-1].text in typesetting.HALF_BLANK else 0
        assert line.indent + line.width <= MEASURE + hanging + 0.1


@pytest.mark.parametrize("mark", "，。；：）》”")
def test_closing_marks_never_begin_a_line(mark: str) -> None:
    for length in range(20, 60):
        assert not any(row.startswith(mark) for row in lines("诺" * length + mark + "书" * 9))


@pytest.mark.parametrize("mark", "（《“〔")
def test_opening_marks_never_end_a_line(mark: str) -> None:
    for length in range(20, 60):
        assert not any(row.endswith(mark) for row in lines("诺" * length + mark + "书" * 30))


def test_a_number_is_not_torn() -> None:
    number = "510502-T03-2026-000001"
    for length in range(1, 40):
        assert any(number in row for row in lines("诺" * length + number + "。"))


def test_full_lines_reach_the_right_edge() -> None:
    first, *_ = typesetting.paragraph([(BODY, "诺" * 25 + "，" + "书" * 40)], 14.0, MEASURE)
    assert first.indent + first.width == pytest.approx(MEASURE, abs=0.1)


def test_a_rare_character_comes_from_the_next_face() -> None:
    names = [g.face.fontName for g in typesetting.glyphs(BODY, "张𬭎䶮")]
    assert names == ["FandolFang-Regular.ttf", "NotoSerifSC-Regular.ttf", "NotoSerifSC-Regular.ttf"]


@pytest.mark.parametrize("code", [0xE815, 0xF8FF, 0xF0000, 0x0A, 0xD800, 0x3134B, 0x200D])
def test_a_code_point_that_no_face_has_is_named(code: int) -> None:
    assert fonts.missing("张" + chr(code)) == (f"U+{code:04X}",)


def test_the_unicode_map_pairs_surrogates_and_keeps_blocks_short() -> None:
    codes = (0, *range(0x4E00, 0x4EF0), 0x2CB4E)
    text = fonts.to_unicode_map(codes).decode()
    assert "<F1> <D872DF4E>" in text
    counts = [int(row.split()[0]) for row in text.splitlines() if row.endswith("beginbfchar")]
    assert counts == [100, 100, 41]
    assert "<00> <0000>" not in text
