"""The recovery key is read as people type it, and a slip is found in its group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Unavailable
from app.store import recovery_key
from app.store.recovery_key import LETTERS, make, read


def test_six_groups_and_never_twice_the_same():
    assert len({make() for _ in range(50)}) == 50
    assert [len(group) for group in make().split("-")] == [6] * 6


def test_blanks_dashes_and_small_letters_do_not_matter():
    text = make()
    assert read(text) == read(text.lower().replace("-", "  "))


@given(at=st.integers(0, 35), other=st.sampled_from(LETTERS))
def test_one_wrong_character_is_found_and_its_group_named(at, other):
    plain = make().replace("-", "")
    if plain[at] == other:
        return
    with pytest.raises(Unavailable) as trouble:
        read(plain[:at] + other + plain[at + 1 :])
    assert trouble.value.code == "keys.recovery-mistyped"
    assert trouble.value.facts["group"] == at // 6 + 1


@given(st.integers(0, 5), st.integers(0, 3))
def test_two_swapped_neighbours_are_found(group, at):
    parts = make().split("-")
    chars = list(parts[group])
    if chars[at] == chars[at + 1]:
        return
    chars[at], chars[at + 1] = chars[at + 1], chars[at]
    parts[group] = "".join(chars)
    with pytest.raises(Unavailable):
        read("-".join(parts))


def test_swapped_groups_are_found():
    parts = make().split("-")
    with pytest.raises(Unavailable):
        read("-".join([parts[1], parts[0], *parts[2:]]))


NO_KEYS = {"empty": "", "short": "ABC", "long": make() + "2", "wide": "０" * 36, "ones": "1" * 36}


@pytest.mark.parametrize("text", NO_KEYS.values(), ids=NO_KEYS)
def test_what_cannot_be_a_key_is_said(text):
    with pytest.raises(Unavailable):
        read(text)


def test_the_strength_is_148_bits():
    assert 31 ** (recovery_key.GROUPS * recovery_key.DATA) > 2**148
