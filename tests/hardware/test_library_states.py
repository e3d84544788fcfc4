"""A library's reader while cards come and go, and every way in which it can fail."""

import os
import sys
import time
from pathlib import Path

import pytest

from hardware.devices.id_card import POLL_SECONDS
from hardware.errors import BadAnswer, DeviceRefused, NoCard, NoDevice
from hardware.library_readers import open_library_reader
from hardware.transports.reader_dialects import check, dialects, rows
from tests.hardware.c_libraries import needs_gcc
from tests.hardware.library_hall import Hall
from tests.hardware.library_kinds import PERSONS, SONG, WANG

pytestmark = [
    needs_gcc,
    pytest.mark.usefixtures("temp"),
    pytest.mark.skipif(sys.platform != "linux", reason="the libraries are built for Linux"),
]


@pytest.mark.parametrize("kind", ["sdtapi", "cvr", "cvr-four", "lib100ud", "termb-returns"])
def test_no_card_is_said_and_then_a_card_is_read(halls, opened, kind):
    hall = halls(kind)
    reader = opened(hall)
    with pytest.raises(NoCard):
        reader.read()
    assert not reader.card_present()
    hall.put(WANG)
    assert reader.card_present()
    assert reader.read().name == "王兰"


def test_waiting_takes_less_than_one_part_in_a_hundred_of_a_processor(halls, opened):
    """Twenty looks are ten seconds of waiting; a look's cost is counted, not the pause."""
    hall = halls("sdtapi")
    reader = opened(hall)
    reader.card_present()
    children = Path(f"/proc/{reader._library._process.pid}/stat")
    begun, before = time.process_time(), ticks(children)
    for _ in range(20):
        assert not reader.card_present()
    spent = time.process_time() - begun + (ticks(children) - before) / os.sysconf("SC_CLK_TCK")
    assert spent < 0.01 * 20 * POLL_SECONDS


def ticks(stat):
    fields = stat.read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


@pytest.mark.parametrize("kind", ["cvr", "cvr-memory", "cvr-four"])
def test_a_look_and_the_read_behind_it_authenticate_once(halls, opened, kind):
    """The library refuses a second authentication within 300 ms."""
    hall = halls(kind)
    reader = opened(hall)
    hall.put(WANG)
    assert reader.card_present()
    assert reader.read().name == "王兰"
    hall.take()
    assert not reader.card_present()
    hall.put(SONG)
    assert reader.card_present()
    assert reader.read().name == "宋迁"


@pytest.mark.parametrize("kind", ["sdtapi", "lib100ud", "termb-returns"])
def test_removal_is_noticed(halls, opened, kind):
    hall = halls(kind)
    reader = opened(hall)
    hall.put(WANG)
    reader.read()
    assert not reader.wait_for_removal(2)
    hall.take()
    assert reader.wait_for_removal(2)


def test_a_card_that_was_not_lifted_is_said(halls, opened):
    hall = halls("sdtapi")
    reader = opened(hall)
    hall.put(WANG)
    reader.read()
    with pytest.raises(NoCard) as caught:
        reader.read()
    assert caught.value.code == "card.not-lifted"
    hall.take()
    assert not reader.card_present()
    hall.put(SONG)
    assert reader.read().name == "宋迁"


def test_a_find_that_misses_a_card_just_put_on_is_repeated(tmp_path, opened):
    hall = Hall(tmp_path / "hall", PERSONS)
    hall.build("sdtapi", "MISSES_FIRST")
    hall.put(WANG)
    assert opened(hall).read().name == "王兰"


@pytest.mark.parametrize(
    ("kind", "fault", "code"),
    [
        ("sdtapi", "t", "card.select-failed"),
        ("cvr", "t", "card.select-failed"),
        ("sdtapi", "4", "id-reader.short-answer"),
        ("sdtapi", "n", "card.text-length"),
        ("cvr", "f", "card.read-failed"),
        ("cvr-memory", "f", "card.read-failed"),
        ("cvr-four", "f", "card.read-failed"),
        ("lib100ud", "f", "card.read-failed"),
        ("termb-returns", "f", "id-reader.unknown-status"),
    ],
)
def test_each_way_to_fail_has_its_words_and_the_next_read_works(halls, opened, kind, fault, code):
    hall = halls(kind)
    reader = opened(hall)
    hall.put(WANG, fault)
    with pytest.raises((BadAnswer, DeviceRefused)) as caught:
        reader.read()
    assert caught.value.code == code
    hall.take()
    hall.put(SONG)
    assert reader.read().name == "宋迁"


@pytest.mark.parametrize("kind", ["cvr", "lib100ud", "termb-returns"])
def test_after_a_failed_read_the_former_person_is_not_shown(halls, opened, kind):
    hall = halls(kind)
    reader = opened(hall)
    hall.put(WANG)
    assert reader.read().name == "王兰"
    hall.put(SONG, "f")
    with pytest.raises((BadAnswer, DeviceRefused)):
        reader.read()


def test_lengths_without_sense_do_no_harm(halls, opened):
    hall = halls("sdtapi")
    hall.put(WANG, "g")
    card = opened(hall).read()
    assert (card.name, card.photo) == ("王兰", hall.persons[WANG].photo())


def test_a_dropped_text_that_is_missing_is_no_card(halls, opened):
    hall = halls("cvr-four")
    hall.put(WANG, "w")
    with pytest.raises(BadAnswer) as caught:
        opened(hall).read()
    assert caught.value.code == "card.text-incomplete"


def test_no_reader_on_any_port_is_said(tmp_path):
    hall = Hall(tmp_path / "hall", PERSONS)
    hall.build("sdtapi", "GOOD_PORT=77")
    with pytest.raises(NoDevice) as caught:
        hall.reader().read()
    assert caught.value.code == "id-reader.port-not-open"


@pytest.mark.parametrize(
    ("status", "code"),
    [("0x60", "id-reader.self-test-failed"), ("0x66", "id-reader.not-authorised")],
)
def test_a_module_that_cannot_work_is_said(tmp_path, status, code):
    hall = Hall(tmp_path / "hall", PERSONS)
    hall.build("sdtapi", f"SAM_STATUS={status}")
    hall.put(WANG)
    with pytest.raises(DeviceRefused) as caught:
        hall.reader().read()
    assert caught.value.code == code


def test_a_library_of_another_kind_is_said(tmp_path):
    hall = Hall(tmp_path / "hall", PERSONS)
    hall.build("wlt", "BUFFER")
    with pytest.raises(NoDevice) as caught:
        hall.reader().read()
    assert caught.value.code == "library.not-known"


def test_a_library_that_is_not_of_the_chosen_kind_is_said_with_the_kinds(halls, opened):
    hall = halls("sdtapi")
    hall.put(WANG)
    with pytest.raises(NoDevice) as caught:
        opened(hall, dialect="cvr").read()
    assert caught.value.code == "library.not-of-profile"
    assert caught.value.facts["name"] == "cvr"
    assert "sdtapi" in caught.value.facts["names"]
    assert opened(hall, dialect="sdtapi").read().name == "王兰"


def test_a_kind_that_does_not_exist_is_refused():
    with pytest.raises(DeviceRefused) as caught:
        open_library_reader(Path("some.so"), None, dialect="none")
    assert caught.value.code == "id-reader.no-such-profile"


def test_every_row_of_the_dialects_is_whole():
    assert set(dialects()) == set(rows())
    for name, row in rows().items():
        check(name, row)
        with pytest.raises(ValueError, match="unknown"):
            check(name, {**row, "surplus": 1})
        with pytest.raises(ValueError, match="misses"):
            check(name, {key: value for key, value in row.items() if key != "good"})
