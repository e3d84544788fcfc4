"""The finished page: text layer, faces, the seal's place, equal bytes for equal facts."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app.documents import layout, pdf, seal_field
from app.documents.letters import LetterFacts, texts
from app.documents.preview import page_images
from app.errors import Refused, Unavailable
from tests.documents import letter


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed")


def squeezed(text: str) -> str:
    return "".join(text.split())


def pdfium_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return "\n".join(pages)


def poppler_text(data: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("name", ["张𬭎", "龚䶮", "阿依古丽·买买提", "𠅤𪚥㐂", "张堃喆翀"])
@pytest.mark.parametrize(
    "read", [pdfium_text, pytest.param(poppler_text, marks=needs("pdftotext"))]
)
def test_the_text_layer_gives_back_what_was_printed(name: str, read) -> None:  # type: ignore[no-untyped-def]
    facts = letter.facts(name)
    found = squeezed(read(pdf.compose(facts, seal=letter.seal(200)).pdf))
    assert f"申请人：{name}" in found
    assert f"公民身份号码：{facts.number}" in found
    assert f"{name}（公民身份号码{facts.number_masked}）：" in found
    for paragraph in (*facts.notice, *facts.receipt, *facts.commitment):
        assert squeezed(paragraph.text) in found
    assert facts.check_code in found


def test_a_missing_character_blocks_the_letter_and_is_named() -> None:
    facts = letter.facts("张\ue815\U0003134b")
    assert pdf.missing_characters(facts) == ("U+E815", "U+3134B")
    with pytest.raises(Unavailable) as caught:
        pdf.compose(facts, seal=letter.seal(200))
    assert caught.value.facts["characters"] == "U+E815、U+3134B"


def test_a_draft_names_the_code_point_instead_of_a_box() -> None:
    facts = letter.facts("张\ue815")
    found = squeezed(pdfium_text(pdf.compose(facts, seal=None).pdf))
    assert "申请人：张〔U+E815〕" in found
    assert "张〔U+E815〕（公民身份号码" in found


def test_every_printed_string_is_looked_at_for_missing_characters() -> None:
    facts = letter.facts()
    looked_at = set(texts(facts))
    for name in ("issuer", "salutation", "opening", "closing", "check_code", "letter_number"):
        assert getattr(facts, name) in looked_at
    assert {p.text for p in (*facts.notice, *facts.receipt, *facts.commitment)} <= looked_at


def test_an_unsigned_commitment_shows_but_is_not_sealed() -> None:
    facts = replace(letter.facts(), signature=None)
    pdf.compose(facts, seal=None)
    with pytest.raises(Refused):
        pdf.compose(facts, seal=letter.seal(200))


def test_the_plain_letter_has_two_pages_and_the_receipt_one() -> None:
    assert pdf.compose(letter.facts(), seal=letter.seal(200)).pages == 2
    assert pdf.compose(letter.facts(kind="receipt"), seal=letter.seal(200)).pages == 1


def test_a_long_letter_keeps_text_on_the_page_of_the_seal() -> None:
    composed = pdf.compose(letter.long_facts(), seal=letter.seal(200))
    assert 1 < composed.seal_page == composed.pages - 1
    assert composed.seal_rect_mm[1] > 37 + 10  # at least two lines above it


def red_box(data: bytes, page: int, dpi: float) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in mm of the seal's red on a page, small red words apart."""
    width, height, pixels = page_images(data, dpi)[page]
    picture = Image.frombytes("RGBA", (width, height), pixels, "raw", "BGRA").convert("RGB")
    red, green, _ = picture.split()
    mask = Image.eval(green, lambda v: 255 if v < 120 else 0)
    mask.paste(0, mask=Image.eval(red, lambda v: 255 if v < 150 else 0))
    for top, bottom in ((0, 34), (270, 297)):  # the training lines in the margins
        mask.paste(0, (0, int(top / 25.4 * dpi), width, int(bottom / 25.4 * dpi)))
    box = mask.getbbox()
    assert box is not None
    return tuple(side / dpi * 25.4 for side in box)  # type: ignore[return-value]


@pytest.mark.parametrize("facts", [letter.facts(), letter.facts(kind="receipt")])
def test_the_seal_stands_where_it_was_planned_at_its_true_size(facts: LetterFacts) -> None:
    composed = pdf.compose(facts, seal=letter.seal())
    left, top, width, height = composed.seal_rect_mm
    found = red_box(composed.pdf, composed.seal_page - 1, 200)
    ring = 4 / 992 * 42  # the test picture's ring starts four pixels inside
    planned = (left + ring, top + ring, left + width - ring, top + height - ring)
    assert found == pytest.approx(planned, abs=0.5)


def test_the_seal_is_set_within_a_line_of_the_text_and_over_name_and_date() -> None:
    facts = letter.facts()
    composed = pdf.compose(facts, seal=letter.seal(200))
    left, top, width, height = composed.seal_rect_mm
    document = pypdfium2.PdfDocument(composed.pdf)
    try:
        page = document[0].get_textpage()
        inside = page.get_text_bounded(
            left * 72 / 25.4,
            (297 - top - height) * 72 / 25.4,
            (left + width) * 72 / 25.4,
            (297 - top) * 72 / 25.4,
        )
        above = page.get_text_bounded(
            28 * 72 / 25.4, (297 - top) * 72 / 25.4, 184 * 72 / 25.4, (297 - top + 10) * 72 / 25.4
        )
    finally:
        document.close()
    assert "2026年11月25日" in inside
    assert "申请表" in above


def test_name_and_date_stay_black_under_the_seal() -> None:
    black = []
    for seal in (letter.seal(), None):
        composed = pdf.compose(letter.facts(), seal=seal)
        left, top, side, _ = (part / 25.4 * 150 for part in composed.seal_rect_mm)
        width, height, pixels = page_images(composed.pdf, 150)[0]
        picture = Image.frombytes("RGBA", (width, height), pixels, "raw", "BGRA").convert("RGB")
        reds = (
            picture.crop((int(left), int(top), int(left + side), int(top + side)))
            .getchannel(0)
            .tobytes()
        )
        black.append({n for n, red in enumerate(reds) if red < 100})
    assert black[1]
    assert len(black[1] - black[0]) < len(black[1]) / 50


def test_no_seal_touches_the_applicant_s_part() -> None:
    composed = pdf.compose(letter.facts(), seal=letter.seal())
    with pytest.raises(AssertionError):
        red_box(composed.pdf, composed.pages - 1, 60)


def test_the_placeholders_stand_literally_in_the_file_once() -> None:
    data = pdf.compose(letter.facts(), seal=letter.seal(200)).pdf
    assert data.count(b"/ByteRange [0 0000000000 0000000000 0000000000]") == 1
    assert data.count(b"/Contents <" + b"0" * 131072 + b">") == 1
    assert b"/Filter /GM.PKILite" in data
    assert b"/SubFilter /GM.sm2seal" in data
    assert b"(D:20261125103000+08'00')" in data
    assert data.count(b"/SigFlags 3") == 1


def test_without_a_seal_there_is_no_field() -> None:
    data = pdf.compose(letter.facts(), seal=None).pdf
    assert b"/ByteRange" not in data
    assert b"/AcroForm" not in data


def test_equal_facts_give_equal_bytes() -> None:
    first = pdf.compose(letter.facts(), seal=letter.seal(200)).pdf
    pdf.compose(letter.facts("龚䶮"), seal=letter.seal(200))
    assert pdf.compose(letter.facts(), seal=letter.seal(200)).pdf == first


def test_the_title_names_nobody() -> None:
    document = pypdfium2.PdfDocument(pdf.compose(letter.facts(), seal=None).pdf)
    try:
        found = document.get_metadata_dict()
    finally:
        document.close()
    assert found["Title"] == "证明事项告知承诺书"
    everything = " ".join(found.values())
    assert "张" not in everything
    assert "510502" not in everything


@needs("pdffonts")
def test_only_our_own_faces_are_in_the_file_and_all_are_embedded(tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(pdf.compose(letter.facts("张𬭎𪚥𪜁"), seal=letter.seal(200)).pdf)
    done = subprocess.run(["pdffonts", file], capture_output=True, check=True, text=True)
    rows = [row.split() for row in done.stdout.splitlines()[2:]]
    assert {row[0].split("+")[1] for row in rows} == {
        "FandolFang-Regular", "NotoSansSC-Regular", "NotoSerifSC-Bold", "NotoSerifSC-Regular",
        "HanaMinA", "HanaMinB",
    }  # fmt: skip
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)
    assert not done.stderr


@needs("qpdf")
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    for n, facts in enumerate((letter.facts(), letter.long_facts(), letter.facts(kind="receipt"))):
        file = tmp_path / f"{n}.pdf"
        file.write_bytes(pdf.compose(facts, seal=letter.seal(200)).pdf)
        subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)


def test_a_training_letter_says_so_on_every_page_and_a_live_one_does_not() -> None:
    facts = letter.facts()
    for shown, wanted in ((facts, True), (replace(facts, training=False), False)):
        document = pypdfium2.PdfDocument(pdf.compose(shown, seal=None).pdf)
        try:
            pages = [page.get_textpage().get_text_bounded() for page in document]
        finally:
            document.close()
        assert all(("训练用，不作凭证" in page) is wanted for page in pages)
        assert all(("模拟设备：读卡器、印章、手写板" in page) is wanted for page in pages)


def test_a_long_hall_name_stays_on_the_paper() -> None:
    name = "泸州市江阳区茜草街道党群服务中心政务服务综合受理大厅"
    composed = pdf.compose(replace(letter.facts(), issuer=name), seal=letter.seal(200))
    assert name in squeezed(pdfium_text(composed.pdf))


@pytest.mark.parametrize("png", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"0" * 40])
def test_a_seal_without_a_picture_is_said(png: bytes) -> None:
    with pytest.raises(Unavailable) as caught:
        pdf.compose(letter.facts(), seal=replace(letter.seal(200), png=png))
    assert caught.value.code == "letter.seal-picture"


def test_a_seal_s_picture_is_decoded_once() -> None:
    png = letter.seal(64).png
    assert seal_field.pixels(png) is seal_field.pixels(bytes(png))


def test_the_preview_draws_every_page_with_the_seal() -> None:
    data = pdf.compose(letter.facts(), seal=letter.seal(200)).pdf
    images = page_images(data, 50)
    assert [(w, h) for w, h, _ in images] == [(414, 585)] * 2
    assert all(len(pixels) == w * h * 4 for w, h, pixels in images)


def test_the_note_of_typed_data_stands_below_the_text_however_long_the_officers_numbers() -> None:
    long = "9" * 64
    note = f"证件信息由工作人员手工录入（证件损坏），{long}录入，{long}复核"
    plain = letter.facts("张𬭎")
    made = pdf.compose(replace(plain, hand_entry=note), seal=letter.seal(200))
    assert made.pages == pdf.compose(plain, seal=letter.seal(200)).pages
    document = pypdfium2.PdfDocument(made.pdf)
    try:
        for page in document:
            text = page.get_textpage()
            found = text.search("手工录入")
            place = found.get_next()
            assert place is not None
            left, _bottom, _right, top = text.get_charbox(place[0] - len("证件信息由工作人员"))
            assert left >= layout.LEFT - 1
            assert top < layout.FLOOR
    finally:
        document.close()
