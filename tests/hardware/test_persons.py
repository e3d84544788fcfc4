"""The shipped persons are invented, varied, and their numbers right."""

import pytest

from hardware.errors import DeviceTrouble
from hardware.simulators import person

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ALL = {name: person.load(name) for name in person.names()}


def right_check_digit(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17]


def test_there_are_at_least_twelve_of_all_four_documents():
    assert len(ALL) >= 12
    assert {visitor.document for visitor in ALL.values()} == {"citizen", "I", "Y", "J"}


@pytest.mark.parametrize("name", ALL)
def test_each_fits_on_a_card(name):
    visitor = ALL[name]
    assert (len(visitor.text()), len(visitor.photo())) == (256, 1024)
    assert visitor.text()[248:250] in (b" \0", b"I\0", b"Y\0", b"J\0")


@pytest.mark.parametrize("name", [name for name, v in ALL.items() if v.document != "I"])
def test_each_number_has_its_check_digit_birth_and_sex(name):
    fields = ALL[name].fields
    number = fields["number"]
    assert right_check_digit(number)
    assert fields["birth"] in number
    assert int(number[16]) % 2 == int(fields["sex"]) % 2


def test_no_two_share_a_number_or_a_photo():
    assert len({visitor.fields["number"] for visitor in ALL.values()}) == len(ALL)
    assert len({visitor.photo() for visitor in ALL.values()}) == len(ALL)


def test_a_person_of_ones_own_is_read_from_a_file(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('name = "张试"\nsex = "1"\n', encoding="utf-8")
    assert person.load(str(path)).text().startswith("张试".encode("utf-16-le"))


@pytest.mark.parametrize(
    "text",
    [
        'name = "' + "长" * 16 + '"',
        'document = "K"',
        'nickname = "x"',
        "name = ",
        "# " + "x" * 20_001,
    ],
)
def test_a_file_that_is_no_person_is_refused(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeviceTrouble) as trouble:
        person.load(str(path))
    assert trouble.value.code == "simulator.bad-person"


def test_a_person_who_is_not_there_is_said():
    with pytest.raises(DeviceTrouble) as trouble:
        person.load("nobody")
    assert trouble.value.code == "simulator.no-person"
