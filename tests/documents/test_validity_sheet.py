"""The report on paper: every word, every step, every page told apart, nothing left out of print."""

from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.clock import CHINA
from app.documents.preview import page_images
from app.documents.validity_sheet import SealBlock, SealImage, StepRow, ValiditySheet, compose
from tests.documents import letter
from tests.documents.reading import pages, squeezed

MARK = "训练用，不作凭证"
ROWS = tuple(
    StepRow(f"{n} 第{n}步", "✓ 通过" if n < 9 else "× 不通过", f"第{n}步的说明。")
    for n in range(1, 10)
)
PICTURE = SealImage(letter.seal(200, 42, 30).png, 42, 30)
BLOCK = SealBlock(
    "印章 1：训练专用章", (("签章人", "训练签章人"), ("印章编码", "S1")), ROWS, PICTURE
)
SHEET = ValiditySheet(
    title="电子印章验证报告",
    verdict="× 无效",
    headline="此印章无效：文件盖章后被改动。",
    facts=(("文件", "承诺书.pdf"), ("SM3", "0123456789abcdef" * 4)),
    blocks=(BLOCK,),
    notes=("打印件不能代替文件本身。",),
    foot="SM3 0123456789abcdef",
    at=datetime(2026, 11, 26, 18, 0, tzinfo=CHINA),
    training=MARK,
)


def test_every_word_is_on_the_paper() -> None:
    (found,) = pages(compose(SHEET))
    told = [SHEET.title, SHEET.verdict, SHEET.headline, *SHEET.notes, SHEET.foot, BLOCK.title]
    told += [each for pair in (*SHEET.facts, *BLOCK.facts) for each in pair]
    told += [f"{row.name}{row.result}{row.words}" for row in ROWS]
    assert [each for each in told if squeezed(each) not in found] == []


def test_a_page_is_a4() -> None:
    document = pypdfium2.PdfDocument(compose(SHEET))
    width, height = document[0].get_size()
    document.close()
    assert (round(width), round(height)) == (595, 842)


def test_training_stands_on_every_page_and_never_on_a_live_counters() -> None:
    many = replace(SHEET, blocks=(BLOCK,) * 4)
    assert all(MARK in page for page in pages(compose(many)))
    assert not any(MARK in page for page in pages(compose(replace(many, training=""))))


def test_many_seals_take_many_pages_each_with_its_number_and_the_files_digest() -> None:
    found = pages(compose(replace(SHEET, blocks=(BLOCK,) * 6)))
    count = len(found)
    assert count > 2
    for number, page in enumerate(found, 1):
        assert squeezed(f"{SHEET.foot} {number} / {count}") in page
    assert "".join(found).count(squeezed(BLOCK.title)) == 6


def test_a_seals_head_is_never_alone_at_the_foot_of_a_page() -> None:
    for facts in range(1, 30):
        sheet = replace(SHEET, facts=(("文件", "x"),) * facts)
        for page in pages(compose(sheet)):
            if squeezed(BLOCK.title) in page:
                assert squeezed(f"{ROWS[0].name}{ROWS[0].result}") in page


@pytest.mark.parametrize("name", ["张𬭎.pdf", "龚䶮.pdf", "𠅤𪚥㐂.pdf"])
def test_rare_characters_are_printed_as_they_are(name: str) -> None:
    (found,) = pages(compose(replace(SHEET, facts=(("文件", name),))))
    assert name in found


def test_what_cannot_be_drawn_is_spelt_out() -> None:
    """U+202E would turn fdp.exe round into exe.pdf."""
    (found,) = pages(compose(replace(SHEET, facts=(("文件", "a\u202efdp\U0010ffff"),))))
    assert "a〔U+202E〕fdp〔U+10FFFF〕" in found


def test_the_files_title_names_no_file() -> None:
    document = pypdfium2.PdfDocument(compose(SHEET))
    told = str(document.get_metadata_dict())
    document.close()
    assert "承诺书.pdf" not in told


def test_a_seals_picture_is_grey_and_in_its_own_proportions() -> None:
    """Nobody shall take the report for sealed."""
    data = compose(replace(SHEET, training=""))
    document = pypdfium2.PdfDocument(data)
    (image,) = document[0].get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    left, bottom, right, top = image.get_bounds()
    document.close()
    assert (right - left) / (top - bottom) == pytest.approx(42 / 30, rel=0.01)
    ((_, _, bgra),) = page_images(data, 72)
    colours = {bgra[at : at + 3] for at in range(0, len(bgra), 4)}
    assert any(max(colour) < 200 for colour in colours)
    assert all(max(colour) - min(colour) < 8 for colour in colours)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60), st.text(max_size=400))
def test_no_text_out_of_a_file_stops_the_report(name: str, words: str) -> None:
    row = StepRow("1 结构", "？ 无法判断", words)
    block = replace(BLOCK, title=name, facts=(("签章人", name),), rows=(row,), picture=None)
    assert pages(compose(replace(SHEET, facts=(("文件", name),), blocks=(block,))))
