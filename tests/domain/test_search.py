"""Finding the matter by words, initials and code."""

from dataclasses import replace
from datetime import date
from unicodedata import normalize

import pytest

from app.domain.catalogue import Catalogue
from app.domain.search import FULL_WIDTH, find, weigh


def first(catalogue: Catalogue, text: str, usage: dict[str, int] | None = None) -> str:
    return find(catalogue, text, usage or {})[0].name


def test_full_width_is_what_unicode_says_it_is() -> None:
    signs = {code: normalize("NFKC", chr(code)) for code in (0x3000, *range(0xFF01, 0xFF5F))}
    assert signs == {code: chr(plain) for code, plain in FULL_WIDTH.items()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("110104", "补领婚姻登记证"),
        ("１１０１０４", "补领婚姻登记证"),
        ("补领婚姻登记证", "补领婚姻登记证"),
        ("补结婚证", "补领婚姻登记证"),
        ("blhydjz", "补领婚姻登记证"),
        ("BLHY", "补领婚姻登记证"),
        ("低保", "最低生活保障金给付"),
        ("教资", "教师资格认定"),
        ("教师 认定", "教师资格认定"),
        ("资格认定 教育和体育局", "教师资格认定"),
        ("网约车", "网络预约出租汽车驾驶员证核发"),
        ("犬", "养犬登记"),
        ("最低生活", "最低生活保障金给付"),
    ],
)
def test_the_matter_comes_first(catalogue: Catalogue, text: str, name: str) -> None:
    assert first(catalogue, text) == name


def test_initials_in_the_middle_are_found_after_those_at_the_start(catalogue: Catalogue) -> None:
    names = [matter.name for matter in find(catalogue, "zgrd", {})]
    assert "教师资格认定" in names


def test_a_code_s_beginning_lists_the_unit_s_matters(catalogue: Catalogue) -> None:
    found = find(catalogue, "1101", {})
    assert [matter.code for matter in found] == sorted(
        matter.code for matter in catalogue.matters if matter.code.startswith("1101")
    )


def test_a_proof_s_name_leads_to_the_matters_that_used_to_ask_for_it(catalogue: Catalogue) -> None:
    names = [matter.name for matter in find(catalogue, "单身证明", {})]
    assert "公租房配租资格确认" in names


def test_every_word_must_fit(catalogue: Catalogue) -> None:
    assert find(catalogue, "补领婚姻 公积金", {}) == ()
    assert find(catalogue, "甲乙丙丁", {}) == ()
    assert find(catalogue, "zzzzqq", {}) == ()


def test_without_words_the_used_ones_come_first(catalogue: Catalogue) -> None:
    found = find(catalogue, "  ", {"420101": 9, "410101": 31})
    assert [matter.code for matter in found[:3]] == ["410101", "420101", "110101"]
    assert len(found) == len(catalogue.matters)
    assert find(catalogue, "", {"420101": 1})[0].code == "420101"


def test_a_spoken_short_form_is_chinese_characters_in_their_order(catalogue: Catalogue) -> None:
    latin = replace(catalogue.matters[0], name="ETC卡 办理 Online", initials="", words=())
    book = replace(catalogue, matters=(latin,))
    assert [len(find(book, text, {})) for text in ("卡办", "卡理", "办卡", "ec", "eo", "o")] == [
        1, 1, 0, 0, 0, 1,
    ]  # fmt: skip


def test_use_decides_between_equal_hits_but_not_against_a_better_one(catalogue: Catalogue) -> None:
    assert first(catalogue, "营业执照", {"160102": 5}) == "个体工商户登记"
    by_name = find(catalogue, "公积金提取", {"170104": 50})
    assert by_name[0].name == "住房公积金提取（离职）"  # the word itself, before any use
    assert by_name[1].name == "住房公积金提取（租房）"


def test_often_and_lately_weighs_most() -> None:
    today = date(2026, 11, 25)
    weights = weigh(
        [
            ("a", date(2026, 11, 25)),
            ("b", date(2026, 11, 24)),
            ("b", date(2026, 11, 20)),
            ("c", date(2026, 10, 26)),
            ("d", date(2026, 10, 25)),
            ("e", date(2026, 12, 1)),  # a clock that was wrong
        ],
        today,
    )
    assert weights == {"a": 31, "b": 56, "c": 1, "e": 31}
