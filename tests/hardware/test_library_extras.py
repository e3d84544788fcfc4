"""What a library need not tell: its loss costs nothing else; and old files beside the library."""

import sys
import time

import pytest

from hardware.devices.library_card import FACT_SECONDS
from hardware.errors import BadAnswer
from tests.hardware.c_libraries import needs_gcc
from tests.hardware.library_hall import SAM_ID
from tests.hardware.library_kinds import SONG, WANG

pytestmark = [
    needs_gcc,
    pytest.mark.usefixtures("temp"),
    pytest.mark.skipif(sys.platform != "linux", reason="the libraries are built for Linux"),
]
KINDS = (
    "sdtapi",
    "cvr",
    "cvr-memory",
    "lib100ud",
    "lib100ud-memory",
    "cvr-four",
    "cvr-four-beside",
)
WITH_ALL = [kind for kind in KINDS if "four" not in kind]


@pytest.mark.parametrize("kind", KINDS)
def test_the_newest_address_is_told_on_every_path(halls, opened, kind):
    hall = halls(kind)
    reader = opened(hall)
    hall.put(SONG)
    card = reader.read()
    assert card.new_address == card.raw["new_address"] == hall.persons[SONG].new_address
    hall.put(WANG)
    assert not reader.read().new_address


@pytest.mark.parametrize("kind", WITH_ALL)
def test_a_crash_behind_the_text_costs_only_what_was_asked(halls, opened, kind):
    hall = halls(kind)
    hall.put(SONG, "a")
    card = opened(hall).read()
    assert (card.name, card.new_address, card.sam_id) == ("宋迁", None, SAM_ID)
    hall.put(SONG, "i")
    card = opened(hall).read()
    assert (card.new_address, card.sam_id) == (hall.persons[SONG].new_address, "")


@pytest.mark.parametrize("kind", ["sdtapi", "cvr-memory"])
@pytest.mark.parametrize("where", ["A", "I"])
def test_a_hang_behind_the_text_ends_soon_and_is_met_once(halls, opened, kind, where):
    hall = halls(kind)
    reader = opened(hall)
    hall.put(SONG, where)
    begun = time.monotonic()
    assert reader.read().name == "宋迁"
    assert time.monotonic() - begun < FACT_SECONDS + 2
    hall.take()
    hall.put(WANG, where)
    begun = time.monotonic()
    assert reader.read().name == "王兰"
    assert time.monotonic() - begun < FACT_SECONDS


@pytest.mark.parametrize("old", ["wz.txt", "WZ.TXT"])
def test_files_the_makers_program_left_do_not_spoil_the_first_read(halls, opened, old):
    """The library writes over them in this very call, or beside them."""
    hall = halls("cvr-four-beside")
    for name in (old, "xp.wlt"):
        (hall.folder / name).write_bytes(hall.persons[SONG].text())
    hall.put(WANG)
    card = opened(hall).read()
    assert (card.name, card.photo) == ("王兰", hall.persons[WANG].photo())
    assert {each.name for each in hall.folder.iterdir()} == {hall.library.name}


def test_a_text_of_before_is_nobody_where_the_library_writes_none(halls, opened):
    hall = halls("cvr-four")
    (hall.folder / "wz.txt").write_bytes(hall.persons[SONG].text())
    hall.put(WANG, "w")
    with pytest.raises(BadAnswer) as caught:
        opened(hall).read()
    assert caught.value.code == "card.text-incomplete"
    (hall.folder / "wz.txt").unlink(missing_ok=True)
