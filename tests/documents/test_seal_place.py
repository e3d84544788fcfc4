"""Where the seal comes out: every size and length of letter, in two renderers, under the text."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from functools import lru_cache
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from PIL import Image, ImageChops

from app.documents import official_pdf, paper, pdf, riding_seal
from app.documents.ink import MM
from app.documents.paper import Composed
from app.documents.preview import page_images
from app.documents.riding_seal import MOST, slices
from app.documents.seal_field import FieldForm
from tests.documents import letter, official_kit

DPI = 120
TOLERANCE = 0.5  # mm
LINE = 10.6  # mm, a line of size 3
SIZES = [(40, 40), (45, 45), (45, 30)]
LETTERS = {
    "plain": letter.facts(),
    "receipt": letter.facts(kind="receipt"),
    "several pages": letter.long_facts(),
}
CASES = [*((name, (42, 42)) for name in LETTERS), *(("plain", size) for size in SIZES)]


def in_pdfium(data: bytes, page: int) -> Image.Image:
    width, height, pixels = page_images(data, DPI)[page]
    return Image.frombytes("RGBA", (width, height), pixels, "raw", "BGRA").convert("RGB")


def in_poppler(data: bytes, page: int) -> Image.Image:
    number = str(page + 1)
    command = ["pdftoppm", "-r", str(DPI), "-f", number, "-l", number, "-png", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    assert not done.stderr
    return Image.open(BytesIO(done.stdout)).convert("RGB")


RENDERERS = [
    in_pdfium,
    pytest.param(
        in_poppler,
        marks=pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm is not installed"),
    ),
]


@lru_cache(maxsize=4)
def composed(name: str, width: int = 42, height: int = 42) -> Composed:
    return pdf.compose(LETTERS[name], seal=letter.seal(600, width, height))


def cropped(page: Image.Image, *sides_mm: float) -> Image.Image:
    left, top, right, bottom = (round(side / 25.4 * DPI) for side in sides_mm)
    return page.crop((left, top, right, bottom))


def mask(picture: Image.Image, *, red: bool) -> Image.Image:
    """Red ink, or black."""
    high, low, _ = picture.split()
    inked = low.point([255 * (value < 150) for value in range(256)])
    bright = high.point([255 * (value > 150) for value in range(256)])
    return _both(inked, bright if red else ImageChops.invert(bright))


@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize(("name", "size"), CASES, ids=str)
def test_the_seal_comes_out_where_it_was_planned_and_close_under_the_text(
    name: str, size: tuple[int, int], render
) -> None:
    made = composed(name, *size)
    left, top, width, height = made.seal_rect_mm
    assert (width, height) == pytest.approx(size)
    page = render(made.pdf, made.seal_page - 1)
    around = (left - 10, top - 10, left + width + 10, top + height + 10)
    found = mask(cropped(page, *around), red=True).getbbox()
    ring = 4 / 600 * width  # the test picture's ring starts four pixels inside
    planned = (10 + ring, 10 + ring, 10 + width - ring, 10 + height - ring)
    assert found is not None
    assert [side / DPI * 25.4 for side in found] == pytest.approx(planned, abs=TOLERANCE)
    words = mask(cropped(page, 28, top - LINE, 184, top), red=False).getbbox()
    assert words is not None, "a line of the text is within one line above the seal"


@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize("size", [(42, 42), (45, 30)], ids=str)
def test_name_and_date_are_under_the_seal_and_stay_black(size: tuple[int, int], render) -> None:
    made = composed("plain", *size)
    left, top, width, height = made.seal_rect_mm
    page = render(made.pdf, made.seal_page - 1)
    below = mask(cropped(page, left, top + height / 2, left + width, top + height), red=False)
    assert below.getbbox() is not None, "the date"
    bare = pdf.compose(LETTERS["plain"], seal=replace(letter.seal(600, *size), png=_nothing()))
    without = render(bare.pdf, made.seal_page - 1)
    rect = (left, top, left + width, top + height)
    written, seen = (mask(cropped(each, *rect), red=False) for each in (without, page))
    assert _count(_both(written, seen)) > 0.98 * _count(written) > 0


def _both(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.darker(one, other)


def _nothing() -> bytes:
    out = BytesIO()
    Image.new("RGBA", (600, 600), (0, 0, 0, 0)).save(out, "PNG")
    return out.getvalue()


def _count(picture: Image.Image) -> int:
    return picture.histogram()[255]


@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize("name", LETTERS)
def test_the_seal_is_nowhere_on_the_applicants_part(name: str, render) -> None:
    made = composed(name)
    for page in range(made.seal_page, made.pages):
        assert mask(cropped(render(made.pdf, page), 0, 35, 210, 268), red=True).getbbox() is None


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_page_of_the_seal_has_text_of_its_own(size: tuple[int, int]) -> None:
    made = composed("several pages", *size)
    document = pypdfium2.PdfDocument(made.pdf)
    try:
        page = document[made.seal_page - 1].get_textpage()
        above = page.get_text_bounded(
            28 * MM, (297 - made.seal_rect_mm[1]) * MM, 184 * MM, 262 * MM
        )
    finally:
        document.close()
    assert len("".join(above.split())) > 28  # more than a line


def test_the_field_prints_and_is_named_as_the_halls_profile_says() -> None:
    form = FieldForm("Gomain.GMPkiLite", "GM.SM2", 40_000)
    data = pdf.compose(letter.facts(), seal=letter.seal(200), form=form).pdf
    assert b"/Filter /Gomain.GMPkiLite" in data
    assert b"/SubFilter /GM.SM2" in data
    assert data.count(b"<" + b"00" * 40_000 + b">") == 1
    assert b"/F 132" in data  # printed and locked


# --- the riding seal ---


def fanned(made: Composed, render) -> Image.Image:
    """The pages' edges side by side, as when the sheets are fanned out."""
    cuts = slices(made.seal_page, (42 * MM, 42 * MM))
    strips = []
    for number, cut in enumerate(cuts):
        left, bottom, right, top = (side / MM for side in cut.rect)
        strips.append(cropped(render(made.pdf, number), left, 297 - top, right, 297 - bottom))
    whole = Image.new("RGB", (sum(strip.width for strip in strips), strips[0].height))
    across = 0
    for strip in strips:
        whole.paste(strip, (across, 0))
        across += strip.width
    return whole


@pytest.mark.parametrize("render", RENDERERS)
def test_the_pages_of_the_notice_fanned_out_show_the_whole_seal(render) -> None:
    made = composed("several pages")
    assert made.seal_page > 1
    whole = mask(fanned(made, render), red=True)
    with Image.open(BytesIO(letter.seal(600).png)) as picture:
        white = Image.new("RGBA", picture.size, "white")
        wanted = mask(
            Image.alpha_composite(white, picture).convert("RGB").resize(whole.size), red=True
        )
    both = _both(whole, wanted)
    assert _count(both) > 0.85 * _count(wanted)
    assert _count(both) > 0.85 * _count(whole)


@pytest.mark.parametrize("name", ["plain", "receipt"])
def test_a_notice_of_one_page_has_no_riding_seal(name: str) -> None:
    made = composed(name)
    for page in range(made.pages):
        edge = cropped(in_pdfium(made.pdf, page), 186, 35, 210, 268)
        assert mask(edge, red=True).getbbox() is None


def test_an_official_letter_of_several_pages_has_one_and_a_draft_none() -> None:
    facts = official_kit.many_items(40)
    sealed = official_pdf.compose(facts, seal=letter.seal(600))
    assert sealed.pages > 1
    draft = official_pdf.compose(facts, seal=None)
    for number in range(sealed.pages):
        edge = (200, 35, 210, 250)
        assert mask(cropped(in_pdfium(sealed.pdf, number), *edge), red=True).getbbox()
        assert not mask(cropped(in_pdfium(draft.pdf, number), *edge), red=True).getbbox()


@pytest.mark.parametrize("pages", range(2, 40))
def test_many_pages_go_under_several_riding_seals_of_slices_that_show_something(pages: int) -> None:
    cuts = slices(pages, (42 * MM, 42 * MM))
    assert len(cuts) == pages
    starts = [n for n, cut in enumerate(cuts) if cut.part == 0]
    for start, end in pairwise([*starts, pages]):
        run = cuts[start:end]
        assert [cut.part for cut in run] == list(range(len(run)))
        assert {cut.parts for cut in run} == {len(run)}
        assert 1 < len(run) <= MOST


def test_the_riding_seal_keeps_clear_of_the_text() -> None:
    for width in (40, 42, 45, 50):
        (first, _) = slices(2, (width * MM, width * MM))
        assert first.rect[0] / MM >= 184


@pytest.mark.parametrize("width", range(40, 61, 5))
@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 12, 31)])
@pytest.mark.parametrize("issuer", ["民政局", "泸州市江阳区政务服务中心"])
def test_seal_and_riding_seal_never_touch(width: int, day: date, issuer: str) -> None:
    side = width * MM
    seal = paper.sign_off(issuer, day, 200 * MM, (side, side)).seal
    assert seal[2] < slices(2, (side, side))[0].rect[0]
    assert seal[2] < paper.LEFT + paper.MEASURE  # nor does the seal leave the text's width


def test_the_seals_picture_is_in_the_file_once_however_many_pages() -> None:
    sizes = [len(composed(name).pdf) for name in ("plain", "several pages")]
    assert sizes[1] < 1.2 * sizes[0]
    assert riding_seal.slices(1, (42 * MM, 42 * MM)) == ()
