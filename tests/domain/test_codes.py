"""The unified social credit code (GB 32100, GB 11714)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import (
    ALPHABET,
    WEIGHTS,
    CreditCode,
    credit_check,
    organisation_check,
    read_credit_code,
)
from app.problems import PROBLEMS

REAL = ["91440300708461136T", "91110108551385082Q", "91350100M000100Y43"]


@pytest.mark.parametrize("code", REAL)
def test_real_codes_are_read(code: str) -> None:
    assert read_credit_code(code) == CreditCode(code)
    assert read_credit_code(f" {code[:8]} {code[8:].lower()}\n") == CreditCode(code)


def test_full_width_is_made_plain() -> None:
    assert read_credit_code("９１４４０３００７０８４６１１３６Ｔ") == CreditCode(REAL[0])


@pytest.mark.parametrize("code", REAL)
@pytest.mark.parametrize("place", range(18))
def test_any_one_wrong_character_is_found(code: str, place: int) -> None:
    for other in ALPHABET.replace(code[place], ""):
        wrong = code[:place] + other + code[place + 1 :]
        assert read_credit_code(wrong) == CreditCode(wrong, "credit-code.check")


@pytest.mark.parametrize("place", range(17))
def test_characters_that_change_places_are_found(place: int) -> None:
    code = REAL[2]
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (read_credit_code(swapped).problem == "") == (swapped == code)


@pytest.mark.parametrize("text", ["", "9144030070846113", REAL[0] + "0", "9144030070846113IT",
                                  "91440300708461136Ｏ", "9144030070846113-T",
                                  "9144030070846113٣T"])  # fmt: skip
def test_what_has_another_form_is_no_code(text: str) -> None:
    plain = text.replace("Ｏ", "O")
    assert read_credit_code(text) == CreditCode(plain, "credit-code.form")


@pytest.mark.parametrize("letter", "IOSVZ")
def test_five_letters_never_stand_in_a_code(letter: str) -> None:
    assert letter not in ALPHABET
    assert read_credit_code(REAL[0][:17] + letter).problem == "credit-code.form"


def test_the_organisations_own_check_is_looked_at_too() -> None:
    body = REAL[0][:16] + "7"
    assert read_credit_code(body + credit_check(body)).problem == "credit-code.organisation"


@pytest.mark.parametrize(("body", "check"), [("70846113", "6"), ("55138508", "2"),
                                             ("M000100Y", "4"), ("00000000", "0"),
                                             ("00000005", "1"), ("00000006", "X")])  # fmt: skip
def test_the_organisation_check_is_that_of_the_standard(body: str, check: str) -> None:
    assert organisation_check(body) == check


@pytest.mark.parametrize("longer_by", [-1, 1])
def test_a_check_character_is_that_of_a_whole_body(longer_by: int) -> None:
    with pytest.raises(ValueError, match="zip"):
        credit_check("1" * (17 + longer_by))
    with pytest.raises(ValueError, match="zip"):
        organisation_check("1" * (8 + longer_by))


def test_the_weights_are_powers_of_three() -> None:
    assert tuple(3**place % 31 for place in range(17)) == WEIGHTS
    assert len(ALPHABET) == len(set(ALPHABET)) == 31


@given(st.text(alphabet=ALPHABET, min_size=17, max_size=17))
def test_a_made_code_is_never_refused_for_form_or_check(body: str) -> None:
    assert read_credit_code(body + credit_check(body)).problem in {"", "credit-code.organisation"}


@given(st.text(max_size=30))
def test_any_text_has_a_known_problem_or_none(text: str) -> None:
    problem = read_credit_code(text).problem
    assert problem == "" or problem in PROBLEMS
