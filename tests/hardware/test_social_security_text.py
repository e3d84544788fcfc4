"""The texts of a social security card: records, GBK names, BCD dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs import social_security as codec
from hardware.errors import BadAnswer
from hardware.simulators.social_security_card import name_bytes


@pytest.mark.parametrize(
    ("gbk", "raw", "shown"),
    [
        ("C1F5FE9F", "刘\u4dae", "刘䶮"),
        ("C1F5FE59", "刘\ue81e", "刘\u9fb4"),
        ("C1F5FE51", "刘\ue816", "刘\U00020087"),
        ("C1F5AAA1", "刘\ue000", "刘\ue000"),
        ("C1F5A8BC", "刘\ue7c7", "刘\u1e3f"),
    ],
)
def test_g06_private_code_points_stay_in_the_raw_text_and_their_characters_are_shown(
    gbk, raw, shown
):
    name = codec.full_name(bytes.fromhex(gbk).ljust(30, b"\0"), b"")
    assert (name, codec.shown("name", name)) == (raw, shown)


def test_a_character_cut_between_name_and_extension_is_whole_again():
    encoded = ("A" * 29 + "兰").encode("gb18030")
    assert codec.full_name(encoded[:30], encoded[30:].ljust(20, b"\0")) == "A" * 29 + "兰"


@pytest.mark.parametrize("padding", [b"\0", b" ", b"\xff"])
def test_any_usual_padding_is_stripped(padding):
    assert codec.full_name("王兰".encode("gbk").ljust(30, padding), padding * 20) == "王兰"


@pytest.mark.parametrize("record", ["", "09", "0802C1F5", "0904C1F5"])
def test_a_record_of_another_tag_or_length_is_refused(record):
    with pytest.raises(BadAnswer) as trouble:
        codec.value_of(bytes.fromhex(record), 0x09)
    assert (trouble.value.code, trouble.value.facts) == ("card.record-garbled", {"tag": "09"})


@given(st.integers(0, 255), st.binary(max_size=255), st.binary(max_size=4))
def test_a_value_comes_out_of_its_record_whatever_lies_behind_it(tag, value, behind):
    assert codec.value_of(bytes([tag, len(value)]) + value + behind, tag) == value


encodable = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=25)


@given(encodable)
def test_every_name_that_fits_survives_both_records(name):
    assert codec.full_name(*name_bytes(name)) == name


@given(st.dates())
def test_every_date_survives_as_bcd(day):
    digits = day.strftime("%Y").zfill(4) + day.strftime("%m%d")
    raw = codec.raw_texts({"birth": bytes.fromhex(digits)})["birth"]
    assert codec.shown("birth", raw) == day.isoformat()


@given(st.dictionaries(st.sampled_from(sorted(codec.ITEMS)), st.binary(max_size=40)))
def test_any_values_can_be_shown(values):
    try:
        raw = codec.raw_texts(values)
    except BadAnswer as trouble:
        assert trouble.code == "card.text-damaged"  # noqa: PT017
        return
    for name, text in raw.items():
        codec.shown(name, text).encode("utf-8")


def test_a_name_with_half_a_character_is_no_name():
    with pytest.raises(BadAnswer) as trouble:
        codec.raw_texts({"name": "王兰".encode("gbk")[:3]})
    assert (trouble.value.code, trouble.value.facts) == ("card.text-damaged", {"field": "name"})


def test_a_birth_that_is_no_day_is_not_shown():
    assert codec.shown("birth", "19991399") == ""
