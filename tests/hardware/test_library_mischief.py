"""A reader's library at its worst: the counter lives, nothing is left, the next card is read."""

import sys
import time
from contextlib import suppress

import pytest

from hardware.errors import BadAnswer
from hardware.transports.left_beside import NAMES
from tests.hardware.c_libraries import needs_gcc
from tests.hardware.library_hall import Hall, Limited

pytestmark = [
    needs_gcc,
    pytest.mark.usefixtures("temp"),
    pytest.mark.skipif(sys.platform != "linux", reason="the libraries are built for Linux"),
]
STYLES = {
    "sdtapi": ("sdtapi",),
    "cvr": ("cvr",),
    "cvr-memory": ("cvr", "MEMORY"),
    "cvr-four": ("cvr", "FOUR", "BESIDE_IT"),
    "lib100ud": ("lib100ud",),
    "termb": ("termb",),
}
SECONDS = 1.0


@pytest.fixture(scope="module", params=STYLES)
def built(request, tmp_path_factory):
    hall = Hall(tmp_path_factory.mktemp("hall"), ("wang-lan", "song-moved"))
    hall.build(*STYLES[request.param])
    return hall


@pytest.fixture
def hall(built):
    built.take()
    return built


@pytest.fixture
def reader(hall):
    reader = hall.reader(bound=Limited)
    yield reader
    reader.close()
    assert {each.name for each in hall.folder.iterdir()} == {hall.library.name}


def test_a_hang_ends_in_time_and_the_next_card_is_read(hall, reader):
    hall.put(0, "h")
    reader._library.seconds = SECONDS
    begun = time.monotonic()
    with pytest.raises(BadAnswer) as caught:
        reader.read()
    assert time.monotonic() - begun < 3 * SECONDS
    assert caught.value.code == "library.hung"
    reader._library.seconds = 20.0
    hall.put(1)
    assert reader.read().name == "宋迁"


@pytest.mark.parametrize("fault", ["c", "e"])
def test_a_crash_is_said_and_the_next_card_is_read(hall, reader, fault):
    hall.put(0, fault)
    with pytest.raises(BadAnswer) as caught:
        reader.read()
    assert caught.value.code == "library.crashed"
    hall.put(1)
    assert reader.read().name == "宋迁"


def test_what_is_printed_is_not_read(hall, reader):
    hall.put(0, "s")
    assert reader.read().name == "王兰"


def test_what_is_dropped_anywhere_is_gone_after_the_read(hall, reader, temp):
    hall.put(1, "l")
    with suppress(BadAnswer):  # where texts are dropped that disagree, there is no card
        assert reader.read().name == "宋迁"
    left = [each for each in (*temp.rglob("*"), *hall.folder.iterdir()) if each.is_file()]
    assert left == [hall.library]


def test_what_lay_beside_the_library_before_stays(hall, reader):
    license_file, older = hall.folder / "termb.lic", hall.folder / "xp.jpg"
    license_file.write_text("licence")
    older.write_text("of the maker's own program")
    hall.put(0)
    reader.read()
    assert license_file.read_text() == "licence"
    assert older.read_text() == "of the maker's own program"
    license_file.unlink()
    older.unlink()


def test_an_older_text_beside_the_library_is_no_card(hall, reader):
    """What the vendor's own program left there last week."""
    older = hall.folder / "WZ.TXT"
    older.write_bytes(hall.persons[0].text())
    hall.put(1)
    assert reader.read().name == "宋迁"
    older.unlink(missing_ok=True)


def test_the_names_that_are_removed_are_written_small():
    assert all(name == name.lower() for name in NAMES)
