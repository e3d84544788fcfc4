"""What libraries tell in text: every shape of dates and terms, lines in GBK, damage."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.card_text import CardText
from hardware.codecs.library_text import document_of, from_lines, from_texts, iso, term, text
from hardware.errors import BadAnswer

FIRST, LAST = date(1900, 1, 1), date(2999, 12, 31)
SHAPES = ("%Y%m%d", "%Y年%m月%d日", "%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d")
LINES = [
    "王兰", "女", "汉", "19880312", "四川省泸州市江阳区1号", "51050219880312002X", "泸州市公安局",
]  # fmt: skip
days = st.dates(FIRST, LAST)


def written(day: date, shape: str) -> str:
    """strftime has no years of four digits below 1000 and no Chinese on every system."""
    year, month, last = f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"
    return shape.replace("%Y", year).replace("%m", month).replace("%d", last)


@given(days, st.sampled_from(SHAPES))
def test_every_shape_of_a_date_is_that_date(day, shape):
    assert iso(written(day, shape)) == day.isoformat()


@given(days, st.sampled_from(SHAPES), st.integers(1, 20000), st.sampled_from("-—~"))
def test_a_term_is_cut_between_its_dates(day, shape, length, dash):
    until = min(day + timedelta(length), LAST)
    told = f"{written(day, shape)}{dash}{written(until, shape)}"
    begun, over = term(told)
    assert (iso(begun), iso(over)) == (day.isoformat(), until.isoformat())


@given(days, st.sampled_from(SHAPES))
def test_a_term_without_end_keeps_its_word(day, shape):
    begun, over = term(f"{written(day, shape)}-长期")
    assert (iso(begun), over) == (day.isoformat(), "长期")


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("1988年11月18日", "1988-11-18"),
        ("1988年1月8日", "1988-01-08"),
        ("1988-11-18", "1988-11-18"),
        ("19881118", "1988-11-18"),
        ("20230230", "20230230"),
        ("长期", "长期"),
        ("", ""),
        ("1988118", "1988118"),
    ],
)
def test_dates_as_they_were_seen(told, parts):
    assert iso(told) == parts


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("20110330-20210330", ("20110330", "20210330")),
        ("2011.03.30-2021.03.30", ("2011.03.30", "2021.03.30")),
        ("2011.03.30-长期", ("2011.03.30", "长期")),
        ("2011-03-30-2021-03-30", ("2011-03-30", "2021-03-30")),
        ("2011年03月30日-长期", ("2011年03月30日", "长期")),
        ("20110330", ("20110330", "")),
        ("", ("", "")),
    ],
)
def test_terms_as_they_were_seen(told, parts):
    assert term(told) == parts


@given(st.binary(max_size=2000))
def test_any_dropped_bytes_are_a_card_or_a_clear_error(data):
    code, card = "", None
    try:
        card = from_lines(text(data, "gb18030"))
    except BadAnswer as said:
        code = said.code
    assert code in ("card.text-incomplete", "card.text-damaged") or (card.name and card.number)


names = st.text(st.characters(codec="gbk", categories=["Lo"]), min_size=1, max_size=15)


@given(names, names, st.sampled_from(["\r\n", "\n"]), st.sampled_from(["", "新地址路2号"]))
def test_lines_in_gbk_come_back_as_they_were_written(name, address, ending, ninth):
    told = [*LINES, "20110330-20210330"]
    told[0], told[4] = name, address
    data = ending.join([*told, ninth] if ninth else told).encode("gbk")
    card = from_lines(text(data, "gb18030"))
    assert (card.raw["name"], card.raw["address"]) == (name, address)
    assert (card.birth, card.valid_from, card.valid_until) == (
        "1988-03-12",
        "2011-03-30",
        "2021-03-30",
    )


def test_too_few_lines_are_no_card():
    with pytest.raises(BadAnswer) as caught:
        from_lines("\r\n".join(LINES))
    assert caught.value.code == "card.text-incomplete"


@pytest.mark.parametrize("field", ["name", "address", "issuer", "chinese_name"])
@pytest.mark.parametrize("mark", ["?", "\ufffd"])
def test_what_a_conversion_left_of_a_character_is_damage(field, mark):
    told = {"name": "王兰", "number": "51050219880312002X", field: f"王{mark}"}
    with pytest.raises(BadAnswer) as caught:
        from_texts(told)
    assert caught.value.code == "card.text-damaged"


def test_half_a_character_is_damage():
    assert "\ufffd" in text("王兰".encode("gbk")[:3], "gb18030")


def test_bytes_that_are_good_in_two_encodings_are_read_in_the_dialects():
    """GBK 女 and 壮 are valid UTF-8, too."""
    assert text(b"\xc5\xae", "gb18030") == "女"
    assert text(b"\xd7\xb3", "gb18030") == "壮"


@pytest.mark.parametrize(
    ("number", "document"),
    [
        ("51050219880312002X", "citizen"),
        ("510502880312002", "citizen"),
        ("USA510090010109", "foreigner-I"),
        ("951276198504120039", "foreigner-Y"),
        ("810000199408230056", "hk-mo-tw-J"),
        ("830000199408230056", "hk-mo-tw-J"),
    ],
)
def test_the_kind_of_document_by_its_number(number, document):
    assert document_of(number) == document


@pytest.mark.parametrize(
    ("told", "shown"),
    [("汉", "汉"), ("汉族", "汉"), ("01", "汉"), ("81", "81"), ("穿青人", "穿青人"), ("", "")],
)
def test_an_ethnic_group_by_name_or_number(told, shown):
    of = {"name": "王兰", "number": "51050219880312002X", "nation": told}
    assert from_texts(of).ethnic_group == shown


@pytest.mark.parametrize("told", ["19991399", "1999-13-99", "1999年13月99日", "?"])
def test_a_birth_that_is_no_day_is_only_in_the_raw_text(told):
    card = from_texts({"name": "王兰", "number": "51050219880312002X", "birth": told})
    assert (card.birth, card.raw["birth"]) == ("", told)


@pytest.mark.parametrize("mark", ["\ufffd", "\uffff", "\U0001fffe"])
def test_a_number_with_what_is_no_character_is_damage(mark):
    with pytest.raises(BadAnswer) as caught:
        from_texts({"name": "王兰", "number": f"5105021988031200{mark}X"})
    assert caught.value.code == "card.text-damaged"


OF_I = {
    "name": "SAMPLE", "chinese_name": "样本", "nation": "美国", "number": "USA510090010109",
    "issuer": "5100", "issue_count": "1",
}  # fmt: skip


def test_fields_have_the_same_content_as_on_the_card_itself():
    """Three letters for a country, two digits for a count, and that only where it stands."""
    old = from_texts(OF_I)
    assert (old.nationality, old.issue_count, old.authority_code) == ("USA", "", "5100")
    new = {**OF_I, "number": "951276198504120039", "nation_code": "DEU"}
    card = from_texts(new)
    assert (card.document, card.nationality, card.issue_count) == ("foreigner-Y", "DEU", "01")
    assert (
        from_texts({"name": "王", "number": "51050219880312002X", "issue_count": "1"}).raw.get(
            "issue_count"
        )
        is None
    )


def test_what_was_told_stands_under_the_names_of_the_cards_fields():
    known = {*CardText.__slots__, "new_address"}
    citizen = from_texts({"name": "王", "number": "51050219880312002X", "nation": "汉"})
    assert citizen.raw["ethnic_group"] == "汉"
    old = from_texts(OF_I)
    assert (old.raw["english_name"], old.raw["name"]) == ("SAMPLE", "样本")
    assert (old.raw["nationality"], old.raw["authority_code"]) == ("美国", "5100")
    assert set(old.raw) | set(citizen.raw) <= known
