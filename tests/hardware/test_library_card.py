"""Readers behind makers' libraries, each kind built from C: every document, in every dialect."""

import sys

import pytest

from hardware.errors import BadAnswer, DeviceRefused
from hardware.transports.reader_dialects import rows
from tests.hardware.c_libraries import needs_gcc
from tests.hardware.library_hall import SAM_ID, Hall, bmp, on_chip
from tests.hardware.library_kinds import (
    DROPS,
    GETTERS,
    LAM,
    LUO,
    PERSONS,
    RAW,
    SCHMIDT,
    SMITH,
    SONG,
    WANG,
    XIONG,
)

pytestmark = [
    needs_gcc,
    pytest.mark.usefixtures("temp"),
    pytest.mark.skipif(sys.platform != "linux", reason="the libraries are built for Linux"),
]
TOLD = ("document", "name", "sex", "ethnic_group", "birth", "address", "number", "issuer")


@pytest.mark.parametrize("kind", RAW)
def test_raw_bytes_give_every_document_as_the_chip_holds_it(halls, opened, kind):
    hall = halls(kind)
    reader = opened(hall)
    for who in range(len(PERSONS)):
        hall.put(who)
        card, chip = reader.read(), on_chip(hall, who)
        for field in set(chip.__slots__) - {"raw"}:
            assert getattr(card, field) == getattr(chip, field), field
        assert dict(card.raw).items() >= dict(chip.raw).items()
        assert card.photo == hall.persons[who].photo()


@pytest.mark.parametrize("kind", GETTERS)
def test_getters_give_a_citizen_as_the_chip_does(halls, opened, kind):
    hall = halls(kind)
    reader = opened(hall)
    for who in (WANG, SONG, LUO):
        hall.put(who)
        card, chip = reader.read(), on_chip(hall, who)
        for field in (*TOLD, "valid_from", "valid_until"):
            assert getattr(card, field) == getattr(chip, field), field


@pytest.mark.parametrize("kind", DROPS)
def test_the_dropped_text_is_read_where_there_is_nothing_else(halls, opened, kind):
    hall = halls(kind)
    reader = opened(hall)
    for who in (WANG, SONG, LUO):
        hall.put(who)
        card, chip = reader.read(), on_chip(hall, who)
        for field in (*TOLD, "valid_from", "valid_until"):
            assert getattr(card, field) == getattr(chip, field), field


@pytest.mark.parametrize("kind", ["cvr", "lib100ud", "termb-size"])
def test_getters_tell_the_permit_of_a_resident(halls, opened, kind):
    hall = halls(kind)
    hall.put(LAM)
    card, chip = opened(hall).read(), on_chip(hall, LAM)
    assert card.document == "hk-mo-tw-J"
    assert (card.name, card.number, card.ethnic_group) == (chip.name, chip.number, "")
    if kind != "termb-size":
        assert card.pass_number == chip.pass_number
        assert int(card.issue_count) == int(chip.issue_count)


@pytest.mark.parametrize("kind", ["cvr", "lib100ud", "termb-size", "termb-zero"])
def test_getters_tell_both_names_of_a_foreigner(halls, opened, kind):
    hall = halls(kind)
    reader = opened(hall)
    hall.put(SMITH)
    card, chip = reader.read(), on_chip(hall, SMITH)
    assert (card.document, card.english_name) == ("foreigner-I", chip.english_name)
    assert (card.number, card.birth) == (chip.number, chip.birth)
    if kind in ("cvr", "lib100ud"):
        hall.put(SCHMIDT)
        card, chip = reader.read(), on_chip(hall, SCHMIDT)
        assert (card.document, card.name, card.english_name) == (
            "foreigner-Y",
            chip.name,
            chip.english_name,
        )


@pytest.mark.parametrize("kind", ["cvr", "cvr-four", "termb-size", "termb-returns"])
def test_a_character_the_code_page_lacks_is_no_name(halls, opened, kind):
    hall = halls(kind)
    hall.put(XIONG)
    with pytest.raises(BadAnswer) as caught:
        opened(hall).read()
    assert caught.value.code == "card.text-damaged"


def test_getters_for_wide_characters_keep_a_rare_name(tmp_path, opened):
    hall = Hall(tmp_path / "hall", PERSONS)
    hall.build("cvr", "WIDE")
    hall.put(XIONG)
    assert opened(hall).read().name == on_chip(hall, XIONG).name


def test_lib100ud_on_a_serial_line_is_found_behind_usb(tmp_path, opened, monkeypatch):
    hall = Hall(tmp_path / "hall", PERSONS)
    hall.build("lib100ud", "ON_SERIAL")
    hall.put(WANG)
    line = {**rows()["lib100ud"], "paths": ["/dev/none-such", "/dev/null"]}
    monkeypatch.setitem(rows(), "lib100ud", line)
    assert opened(hall).read().name == "王兰"


@pytest.mark.parametrize("kind", ["sdtapi", "cvr", "cvr-memory", "lib100ud"])
def test_the_reader_tells_its_number(halls, opened, kind):
    hall = halls(kind)
    hall.put(WANG)
    reader = opened(hall)
    assert reader.sam_id() == SAM_ID
    assert reader.read().sam_id == SAM_ID


def test_the_appended_address_is_read(halls, opened):
    hall = halls("sdtapi")
    reader = opened(hall)
    hall.put(SONG)
    card = reader.read()
    assert card.new_address == hall.persons[SONG].new_address
    hall.put(WANG)
    assert reader.read().new_address == ""


def test_fingerprints_are_read_only_when_asked_for(halls, opened):
    hall = halls("sdtapi")
    hall.put(WANG)
    assert opened(hall).read().fingerprints is None
    hall.take()
    hall.put(WANG)
    assert opened(hall, fingerprints=True).read().fingerprints == (b"\7" * 512, b"\7" * 512)


def test_a_library_without_fingerprints_says_so(tmp_path, opened):
    hall = Hall(tmp_path / "hall", PERSONS)
    hall.build("sdtapi", "WITHOUT_FINGERPRINTS")
    hall.put(WANG)
    with pytest.raises(DeviceRefused) as caught:
        opened(hall, fingerprints=True).read()
    assert caught.value.code == "id-reader.no-fingerprints"


def test_a_picture_the_library_decoded_itself_is_taken(halls, opened):
    hall = halls("cvr")
    hall.put(WANG)
    assert opened(hall).read().picture == bmp()
