"""What a card says, in all four layouts, also where it says odd things."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.card_text import DOCUMENTS, ETHNIC_GROUPS, SEX, decode, ethnic_group, iso_date
from hardware.errors import BadAnswer
from hardware.simulators import person

WORD = {
    "01": "汉", "02": "蒙古", "03": "回", "04": "藏", "05": "维吾尔", "06": "苗", "07": "彝",
    "08": "壮", "09": "布依", "10": "朝鲜", "11": "满", "12": "侗", "13": "瑶", "14": "白",
    "15": "土家", "16": "哈尼", "17": "哈萨克", "18": "傣", "19": "黎", "20": "傈僳", "21": "佤",
    "22": "畲", "23": "高山", "24": "拉祜", "25": "水", "26": "东乡", "27": "纳西", "28": "景颇",
    "29": "柯尔克孜", "30": "土", "31": "达斡尔", "32": "仫佬", "33": "羌", "34": "布朗",
    "35": "撒拉", "36": "毛南", "37": "仡佬", "38": "锡伯", "39": "阿昌", "40": "普米",
    "41": "塔吉克", "42": "怒", "43": "乌孜别克", "44": "俄罗斯", "45": "鄂温克", "46": "德昂",
    "47": "保安", "48": "裕固", "49": "京", "50": "塔塔尔", "51": "独龙", "52": "鄂伦春",
    "53": "赫哲", "54": "门巴", "55": "珞巴", "56": "基诺", "97": "其他",
    "98": "外国血统中国籍人士",
}  # fmt: skip


def block(**cells: tuple[int, str]) -> bytes:
    """256 bytes of padding with texts at byte offsets."""
    data = bytearray("\0".encode("utf-16-le") * 128)
    data[248:250] = b" \0"
    for offset, text in cells.values():
        encoded = text.encode("utf-16-le", errors="surrogatepass")
        data[offset : offset + len(encoded)] = encoded
    return bytes(data)


def test_the_ethnic_table_is_whole():
    assert ETHNIC_GROUPS == WORD


@pytest.mark.parametrize(("code", "shown"), [("81", "81"), ("00", "00"), ("57", "57"), ("", "")])
def test_a_code_outside_the_table_stays_its_digits(code, shown):
    assert ethnic_group(code) == shown


@pytest.mark.parametrize(("code", "shown"), [("97", "其他"), ("98", "外国血统中国籍人士")])
def test_the_two_codes_beyond_the_56_have_names(code, shown):
    assert decode(block(code=(32, code))).ethnic_group == shown
    assert decode(block(code=(32, code))).raw["ethnic_group"] == code


@pytest.mark.parametrize(
    ("on_card", "shown"),
    [
        ("长期", "长期"),
        ("99991231", "9999-12-31"),
        ("20440229", "2044-02-29"),
        ("20230230", "20230230"),
        ("２０２４０１０１", "２０２４０１０１"),
        ("", ""),
    ],
)
def test_dates_become_iso_text_and_nothing_is_guessed(on_card, shown):
    card = decode(block(until=(204, on_card)))
    assert card.valid_until == shown
    assert card.raw["valid_until"] == on_card


@given(st.dates())
def test_every_date_of_the_calendar_survives(day):
    assert iso_date(day.strftime("%Y").zfill(4) + day.strftime("%m%d")) == day.isoformat()


@pytest.mark.parametrize(("code", "shown"), [*SEX.items(), ("5", "5")])
def test_sex_is_said_in_words_where_the_table_has_one(code, shown):
    assert decode(block(sex=(30, code))).sex == shown


@pytest.mark.parametrize("padding", ["\0", " ", "\u3000"])
def test_any_usual_padding_is_stripped(padding):
    assert decode(block(name=(0, "王兰" + padding * 13))).name == "王兰"


def test_a_private_code_point_shows_its_character_and_stays_in_the_raw_string():
    card = decode(block(name=(0, "刘\ue863"), address=(52, "\ue863巷")))
    assert (card.name, card.raw["name"]) == ("刘䶮", "刘\ue863")
    assert card.address == "䶮巷"


def test_the_middle_dot_is_kept_as_the_card_has_it():
    assert decode(block(name=(0, "阿依努尔·买买提"))).name == "阿依努尔\u00b7买买提"


def test_a_character_beyond_the_basic_plane_is_whole():
    assert decode(block(name=(0, "熊𬭎"))).name == "熊𬭎"


@pytest.mark.parametrize("broken", [0xD871, 0xDC00, 0xFFFD, 0xFFFF, 0xFFFE])
@pytest.mark.parametrize(("field", "place"), [("name", 0), ("number", 122)])
def test_a_name_or_number_with_what_is_no_character_is_refused(field, place, broken):
    """As of a library: what nobody can read is typed in, not taken over with a mark in it."""
    with pytest.raises(BadAnswer) as trouble:
        decode(block(name=(0, "熊"), damage=(place, f"4{chr(broken)}4")))
    assert (trouble.value.code, trouble.value.facts) == ("card.text-damaged", {"field": field})


def test_an_address_cut_within_a_character_is_kept():
    assert decode(block(name=(0, "熊"), cut=(52, "泸州\ud871"))).address == "泸州\ufffd"


@pytest.mark.parametrize("on_card", ["19991399", "20230230", "1999", "长期", "２０２４０１０１"])
def test_a_birth_that_is_no_day_is_only_in_the_raw_text(on_card):
    card = decode(block(name=(0, "熊"), birth=(36, on_card)))
    assert (card.birth, card.raw["birth"]) == ("", on_card)


def test_control_characters_inside_a_field_are_not_shown():
    assert decode(block(name=(0, "王\0\n兰"))).name == "王兰"


def test_the_english_name_of_a_y_card_is_joined_before_it_is_trimmed():
    card = decode(person.load("schmidt-y").text())
    assert card.document == "foreigner-Y"
    assert card.english_name == "SCHMIDT-SAMPLE, MAXIMILIAN TRAINING K"
    blank_at_the_seam = {"a": (52, "A" * 34 + " "), "b": (220, "B"), "type": (248, "Y")}
    assert decode(block(**blank_at_the_seam)).english_name == "A" * 34 + " B"


def test_a_card_of_2017_without_a_chinese_name_goes_by_its_english_one():
    card = decode(person.load("smith-i").text())
    assert card.document == "foreigner-I"
    assert card.name == card.english_name == "SAMPLE, TRAINING JANE"
    assert (card.raw["name"], card.nationality, card.authority_code) == ("", "USA", "5100")
    assert (card.birth, card.card_version) == ("1990-01-01", "01")


def test_a_permit_of_hong_kong_residents_has_its_pass_number_and_no_ethnic_group():
    card = decode(person.load("lam-j").text())
    assert card.document == "hk-mo-tw-J"
    assert (card.pass_number, card.issue_count) == ("H00000000", "01")
    assert card.ethnic_group == ""
    assert "ethnic_group" not in card.raw


def test_an_unknown_kind_of_document_is_refused():
    with pytest.raises(BadAnswer) as trouble:
        decode(block(type=(248, "K")))
    assert trouble.value.facts == {"letter": "U+004B"}


@pytest.mark.parametrize("size", [0, 255, 257, 1024])
def test_a_text_of_another_length_is_refused(size):
    with pytest.raises(BadAnswer):
        decode(bytes(size))


@given(st.binary(min_size=256, max_size=256), st.sampled_from(["", *DOCUMENTS]))
def test_any_256_bytes_of_a_known_document_can_be_shown(data, letter):
    try:
        card = decode(data[:248] + (letter or " ").encode("utf-16-le") + data[250:])
    except BadAnswer as trouble:
        assert trouble.code == "card.text-damaged"  # noqa: PT017
        return
    shown = [card.name, card.address, card.english_name, card.sex, card.valid_until]
    "".join(shown).encode("utf-8")  # no half pair gets out


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_card_or_bad_answer(data):
    with suppress(BadAnswer):
        decode(data)
