"""Official letters on paper: all of the text, the form of GB/T 9704, the seal's place."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app.documents import official_layout, official_pdf, pairs, pdf, typesetting
from app.documents.ink import MM
from app.documents.official import OfficialFacts
from app.documents.preview import page_images
from app.errors import Unavailable
from tests.documents import letter, reading
from tests.documents import official_kit as kit
from tests.documents.reading import squeezed

RARE = ["张𬭎", "龚䶮", "阿依古丽·买买提", "𠅤𪚥㐂", "张堃喆翀"]
SEALED = [kind for kind in kit.EVERY if kind != "authority"]
RED_HEADED = ["inquiry", "feedback", "overdue", "interview"]


def composed(facts: OfficialFacts) -> official_pdf.Composed:
    seal = None if facts.signature_label else letter.seal(200)
    return official_pdf.compose(facts, seal=seal)


def readers() -> list[object]:
    missing = shutil.which("pdftotext") is None
    skip = pytest.mark.skipif(missing, reason="pdftotext is not installed")
    return [lambda data: "".join(reading.pages(data)), pytest.param(reading.poppler, marks=skip)]


@pytest.mark.parametrize("kind", kit.EVERY)
@pytest.mark.parametrize("read", readers(), ids=["pdfium", "poppler"])
def test_all_that_is_said_is_on_the_paper(kind: str, read) -> None:  # type: ignore[no-untyped-def]
    facts = kit.EVERY[kind]()
    # A paragraph may go over a page's end, where number and training mark stand between.
    found = without_margins(read(composed(facts).pdf), facts)
    for text in (facts.title, facts.addressee, facts.letter_number):
        assert squeezed(text) in found
    for paragraph in facts.paragraphs:
        assert squeezed(paragraph.title) in found
        assert squeezed(paragraph.text) in found
    if facts.signature_label:
        assert squeezed(facts.signature_label) in found
        assert "2026年11月25日" in found
    else:
        assert f"{squeezed(facts.issuer)}{facts.day.year}年{facts.day.month}月" in found
        assert found.count(squeezed(facts.head)) >= bool(facts.head)


def without_margins(text: str, facts: OfficialFacts) -> str:
    mark = "训练用，不作凭证"
    text = text.replace(f"{mark}模拟设备：身份证阅读器、印章UKey", "").replace(mark, "")
    for page in range(2, 9):
        text = text.replace(f"—{page}—", "")
    number = f"编号：{squeezed(facts.letter_number)}"
    return number + text.replace(number, "")


@pytest.mark.parametrize("kind", kit.EVERY)
@pytest.mark.parametrize("name", RARE)
def test_a_rare_name_is_printed(kind: str, name: str) -> None:
    facts = kit.EVERY[kind]()
    facts = replace(facts, addressee=f"{name}：")
    assert f"{name}：" in reading.pages(composed(facts).pdf)[0]


@pytest.mark.parametrize("kind", SEALED)
def test_a_character_that_no_face_has_blocks_the_seal_and_is_named_on_a_draft(kind: str) -> None:
    facts = kit.EVERY[kind]()
    first = replace(facts.paragraphs[0], text="张\ue815")
    facts = replace(facts, paragraphs=(first, *facts.paragraphs[1:]))
    with pytest.raises(Unavailable) as caught:
        official_pdf.compose(facts, seal=letter.seal(64))
    assert caught.value.code == "letter.character-missing"
    assert caught.value.facts["characters"] == "U+E815"
    draft = "".join(reading.pages(official_pdf.compose(facts, seal=None).pdf))
    assert "张〔U+E815〕" in draft


def test_a_signed_authority_with_a_missing_character_is_refused_and_a_draft_names_it() -> None:
    facts = replace(kit.authority(), addressee="张\ue815：")
    with pytest.raises(Unavailable):
        official_pdf.compose(facts, seal=None)
    draft = official_pdf.compose(replace(facts, signature=None), seal=None)
    assert "张〔U+E815〕：" in reading.pages(draft.pdf)[0]


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("authority", 1), ("inquiry", 2), ("feedback", 2), ("supplement", 2),
        ("outward", 1), ("overdue", 2), ("interview", 1),
    ],
)  # fmt: skip
def test_pages_are_as_many_as_the_text_needs(kind: str, count: int) -> None:
    made = composed(kit.EVERY[kind]())
    assert made.pages == count
    assert made.seal_page == (0 if kind == "authority" else count)


def test_forty_items_flow_over_pages_and_none_is_cut() -> None:
    facts = kit.many_items(40)
    made = composed(facts)
    shown = reading.pages(made.pdf)
    assert made.pages == made.seal_page == len(shown) == 7
    found = without_margins("".join(shown), facts)
    assert all(squeezed(p.text) in found for p in facts.paragraphs)
    assert [f"—{n}—" in page for n, page in enumerate(shown, 1)] == [False] + [True] * 6
    for leaf in official_layout.leaves(facts, pdf.SEAL_SIDE * MM + pdf.SEAL_GAP):
        assert leaf.end >= official_layout.PAGE[1] - (37 + 225) * MM - 0.01


@pytest.mark.parametrize("count", range(1, 12))
def test_text_stands_on_the_page_of_the_seal_and_the_seal_on_the_paper(count: int) -> None:
    made = composed(kit.many_items(count))
    left, top, width, height = made.seal_rect_mm
    assert top + height <= 297 - 35 + 0.01
    assert left >= 28
    assert left + width <= 184
    page = pypdfium2.PdfDocument(made.pdf)
    try:
        text = page[made.seal_page - 1].get_textpage()
        above = text.get_text_bounded(28 * MM, (297 - top) * MM, 184 * MM, (297 - top + 10) * MM)
        inside = text.get_text_bounded(
            left * MM, (297 - top - height) * MM, (left + width) * MM, (297 - top) * MM
        )
    finally:
        page.close()
    assert "0830-0000001" in above
    assert "2026年11月23日" in inside


def test_a_line_that_leads_in_stands_on_the_page_of_what_it_leads_to() -> None:
    first, second = reading.pages(composed(kit.overdue_report()).pdf)
    assert "我单位已经：" not in first
    assert "我单位已经：（一）" in second


def page_picture(kind: str, page: int = 0) -> Image.Image:
    facts = replace(kit.EVERY[kind](), training=False)
    width, height, pixels = page_images(composed(facts).pdf, 100)[page]
    return Image.frombytes("RGBA", (width, height), pixels, "raw", "BGRA").convert("RGB")


def red_rows(picture: Image.Image) -> list[float]:
    """Height in mm from the top of every row of pixels that is red over more than 160 mm."""
    width, height = picture.size
    rows = []
    for y in range(height):
        line = picture.crop((0, y, width, y + 1)).tobytes()
        red = sum(
            1 for n in range(0, len(line), 3) if line[n] > 140 and line[n + 1] < 170 > line[n + 2]
        )
        if red / width * 210 > 160:
            rows.append(y / height * 297)
    return rows


@pytest.mark.parametrize("kind", kit.EVERY)
def test_letters_to_other_units_have_the_red_double_lines(kind: str) -> None:
    rows = red_rows(page_picture(kind))
    if kind not in RED_HEADED:
        assert rows == []
        return
    upper = [y for y in rows if y < 100]
    lower = [y for y in rows if y > 200]
    head = official_layout.head(kit.EVERY[kind]())
    assert head is not None
    planned = 297 - head.rule / MM
    assert min(upper) - 1 < planned < max(upper) + 1
    assert min(lower) - 1 < 297 - 20 < max(lower) + 1


def test_the_red_head_stands_on_the_first_page_alone() -> None:
    assert red_rows(page_picture("inquiry", 1)) == []
    first, second = reading.pages(composed(kit.inquiry()).pdf)
    assert first.count("训练·江阳区民政局") == 1
    assert "编号：" not in first.split("训练·泸州市公安局户政管理支队：")[0]
    assert "编号：510502-T03-2026-000001-02" in second


@pytest.mark.parametrize("kind", RED_HEADED)
def test_a_head_is_never_wider_than_the_text(kind: str) -> None:
    name = "泸州市江阳区茜草街道党群服务中心政务服务综合受理大厅"
    for issuer in (kit.HALL, name):
        head = official_layout.head(replace(kit.EVERY[kind](), head=issuer))
        assert head is not None
        assert head.name.line.width <= official_layout.MEASURE + 0.01
        assert head.name.line.size <= official_layout.HEAD_LARGEST


def test_a_long_title_is_balanced_and_no_row_begins_with_a_mark() -> None:
    title = "关于协助核实有无负同等以上责任的重大事故（含涉外）情况的函"
    rows = official_layout.title_rows(title)
    assert "".join(rows) == title
    assert len(rows) == 2
    assert abs(len(rows[0]) - len(rows[1])) <= 2
    facts = replace(kit.inquiry(), title=title)
    assert squeezed(title) in reading.pages(composed(facts).pdf)[0]


@pytest.mark.parametrize(
    ("text", "count", "rows"),
    [
        ("甲乙丙丁", 2, ("甲乙", "丙丁")),
        ("甲乙丙丁戊", 2, ("甲乙丙", "丁戊")),
        ("甲乙”丙", 2, ("甲", "乙”丙")),
        ("甲（乙丙", 2, ("甲", "（乙丙")),
        ("甲乙丙丁戊己", 3, ("甲乙", "丙丁", "戊己")),
        ("甲", 1, ("甲",)),
    ],
)
def test_rows_are_balanced(text: str, count: int, rows: tuple[str, ...]) -> None:
    assert typesetting.balanced(text, count) == rows


def test_a_name_in_two_rows_keeps_its_marks() -> None:
    facts = replace(letter.facts(), issuer="泸州市“0证明城市”联席会议办公室")
    page = pdf.compose(facts, seal=None).pdf
    assert "泸州市“0证明城\n市”联席会议办公室" in raw(page).replace("\r", "")


def raw(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return str(document[0].get_textpage().get_text_bounded())
    finally:
        document.close()


@pytest.mark.parametrize("kind", SEALED)
def test_the_seal_s_place_is_reserved_as_on_the_commitment_letter(kind: str) -> None:
    facts = replace(kit.EVERY[kind](), sealed_at=letter.AT)
    made = official_pdf.compose(facts, seal=letter.seal(200))
    assert made.pdf.count(b"/ByteRange [0 0000000000 0000000000 0000000000]") == 1
    assert made.pdf.count(b"/Contents <" + b"0" * 131072 + b">") == 1
    assert b"(D:20261125103000+08'00')" in made.pdf
    assert made.seal_rect_mm[2:] == pytest.approx((42.0, 42.0))
    assert b"/ByteRange" not in official_pdf.compose(facts, seal=None).pdf


def test_the_authority_is_never_sealed() -> None:
    with pytest.raises(ValueError, match="applicant's words"):
        official_pdf.compose(kit.authority(), seal=letter.seal(64))


@pytest.mark.parametrize("kind", kit.EVERY)
def test_the_file_s_title_names_nobody(kind: str) -> None:
    document = pypdfium2.PdfDocument(composed(kit.EVERY[kind]()).pdf)
    try:
        found = document.get_metadata_dict()
    finally:
        document.close()
    assert found["Title"] == kit.LETTERS[kind]["name"]
    assert "阿依努尔" not in " ".join(found.values())


@pytest.mark.parametrize("kind", kit.EVERY)
def test_a_training_letter_says_so_on_every_page_and_a_live_one_does_not(kind: str) -> None:
    facts = kit.EVERY[kind]()
    for shown, wanted in ((facts, True), (replace(facts, training=False), False)):
        for page in reading.pages(composed(shown).pdf):
            assert ("训练用，不作凭证" in page) is wanted
            assert ("模拟设备：身份证阅读器、印章UKey" in page) is wanted


@pytest.mark.parametrize("kind", kit.EVERY)
def test_equal_facts_give_equal_bytes(kind: str) -> None:
    assert composed(kit.EVERY[kind]()).pdf == composed(kit.EVERY[kind]()).pdf


def test_every_proof_s_letters_have_faces_for_all_their_characters() -> None:
    for row in pairs.rows(kit.LETTERS["asked"]):
        pair = pairs.pair_for(kit.LETTERS, row.proof)
        arrangement = replace(kit.ARRANGEMENT, proof_code=row.proof, fields=pair.fields)
        of = kit.delivered(arrangement)
        asked = kit.inquiry(of, pair=pair, arrangement=arrangement)
        assert pdf.missing_characters(asked) == ()
        assert len(official_layout.title_rows(asked.title)) <= 2


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("kind", kit.EVERY)
def test_qpdf_finds_nothing_wrong(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(composed(kit.EVERY[kind]()).pdf)
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)
