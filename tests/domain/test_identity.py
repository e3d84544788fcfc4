"""Identity numbers as people type them (field case G05; facts: idcard 5.1)."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identity import (
    CHECKS,
    FULL_WIDTH,
    WEIGHTS,
    Number,
    check_digit,
    eighteen_of,
    read_old_number,
)
from app.domain.people import masked, read_number
from app.problems import PROBLEMS

GOOD = "51050219880312002X"
BODIES = st.text("0123456789", min_size=17, max_size=17)


@pytest.mark.parametrize(
    "typed",
    [
        GOOD,
        "51050219880312002x",
        "５１０５０２１９８８０３１２００２ｘ",
        "51050219880312002X ",
        "\u3000" + GOOD,
    ],
)
def test_every_spelling_of_one_number_is_one_person(typed: str) -> None:
    number = read_number(typed)
    assert (number.number, number.kind, number.problem) == (GOOD, "citizen", "")
    assert (number.birth, number.sex) == ("1988-03-12", "女")


@pytest.mark.parametrize(
    "typed",
    ["5105021988031200²X", "51050219880312²02X", "5105021A880312002X", "51050219880312ABCX",
     "०१२३४५६७८९०१२३४५६७", "①②③", "०१२", "510502-19880312-002X", "51050219880312 002X", "",
     "ABCDEFGHIJKLMNOPQR", "51050288031200A"],
)  # fmt: skip
def test_other_characters_are_refused_without_a_traceback(typed: str) -> None:
    assert read_number(typed) == Number(typed, "unknown", "number.character")


@pytest.mark.parametrize("typed", ["5105021988", "51050288031200", "5105028803120021", "51050219"])
def test_a_number_of_plain_characters_but_wrong_length_says_so(typed: str) -> None:
    assert read_number(typed) == Number(typed, "unknown", "number.length")


def test_fifteen_digits_are_only_an_old_papers_number() -> None:
    number = read_number("510502880312002")
    assert (number.kind, number.problem) == ("citizen-15", "number.old-form")
    for text, sex in (("510502880312002", "女"), ("510502880312003", "男")):
        assert read_old_number(text) == Number(text, "citizen-15", "", "1988-03-12", sex)
    odd = "510502881332002"
    assert read_old_number(odd) == Number(odd, "citizen-15", "number.birth", "", "女")
    assert read_old_number(GOOD).kind == "citizen"
    assert eighteen_of("510502880312002") == GOOD
    with pytest.raises(ValueError, match=r"^not a 15-digit number$"):
        eighteen_of(GOOD)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("11010519491231002X", "citizen"),
        ("810000199408230021", "hk-mo-tw"),
        ("830000199201300022", "hk-mo-tw"),
        ("932682198501010017", "foreigner"),
        ("911124198108030024", "foreigner"),
        ("931586198001010028", "foreigner"),
        ("PAK310080010103", "foreigner-2017"),
        ("KAZ110090123105", "foreigner-2017"),
    ],
)
def test_public_specimens_pass(number: str, kind: str) -> None:
    read = read_number(number)
    assert (read.kind, read.problem) == (kind, "")


def test_macao_is_a_permit_too() -> None:
    body = "82000019940823002"
    assert read_number(body + check_digit(body)).kind == "hk-mo-tw"


def test_the_old_permanent_residence_check_only_warns() -> None:
    odd = "PAK310080010104"
    assert read_number(odd) == Number(odd, "foreigner-2017", "number.check-unsure")


def test_an_unknown_division_is_no_reason_to_reject() -> None:
    body = "51252319820101001"  # 合江 in its prefecture of 1982
    assert read_number(body + check_digit(body)).problem == ""
    odd = "69999919820101001"
    assert read_number(odd + check_digit(odd)).problem == ""


def test_what_is_wrong_is_named_beside_what_was_read() -> None:
    wrong = "510502198803120021"
    assert read_number(wrong) == Number(wrong, "citizen", "number.check", "1988-03-12", "女")
    for unborn in ("510502198802300021", "510502190002290021"):
        assert read_number(unborn) == Number(unborn, "citizen", "number.birth")
    nowhere = "010502198803120021"
    assert read_number(nowhere) == Number(nowhere, "unknown", "number.form")


def test_an_odd_seventeenth_digit_is_a_mans() -> None:
    body = "51050219880312003"
    assert read_number(body + check_digit(body)).sex == "男"


@pytest.mark.parametrize("length", [0, 16, 18])
def test_a_check_character_is_that_of_seventeen_digits(length: int) -> None:
    with pytest.raises(ValueError, match="zip"):
        check_digit("1" * length)


@given(BODIES)
def test_one_and_only_one_check_character_fits(body: str) -> None:
    right = check_digit(body)
    numbers = [read_number(body + last) for last in "0123456789X"]
    fitting = [number.number[-1] for number in numbers if not number.problem]
    assert fitting in ([right], [])


def test_full_width_is_what_unicode_says_it_is() -> None:
    wide = {code: normalize("NFKC", chr(code)).upper() for code in range(0xFF10, 0xFF5B)}
    plain = {code: ord(sign) for code, sign in wide.items() if sign.isalnum()}
    assert plain == FULL_WIDTH


def test_weights_and_checks_are_those_of_the_standard() -> None:
    assert tuple(2 ** (17 - place) % 11 for place in range(17)) == WEIGHTS
    assert [check_digit("0" * 17), CHECKS] == ["1", "10X98765432"]


@given(BODIES, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_never_keeps_the_check_character(body: str, place: int, by: int) -> None:
    changed = body[:place] + str((int(body[place]) + by) % 10) + body[place + 1 :]
    assert check_digit(changed) != check_digit(body)


@given(st.text(max_size=40))
def test_reading_never_fails_and_reading_again_changes_nothing(text: str) -> None:
    number = read_number(text)
    assert number.problem == "" or number.problem in PROBLEMS
    if number.kind != "unknown":
        assert read_number(number.number) == number


def test_a_number_is_shown_with_its_middle_hidden() -> None:
    assert masked("510502198803121234") == "510502********1234"
    assert masked("510502880312002") == "510502*****2002"
    assert masked("51050288031") == "510502*8031"
    assert masked("5105028803") == "**********"  # six and four would be all of it
    assert masked("12345") == "*****"
    assert masked("") == ""
