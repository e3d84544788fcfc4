"""The counter's station with a reader behind its maker's library, and a decoder for its photos."""

import sys

import pytest

from hardware.clock import SteppedClock
from hardware.errors import BadAnswer, NoDevice
from hardware.station import DeviceEntry, Station, StationSettings
from tests.hardware.c_libraries import needs_gcc
from tests.hardware.library_hall import SAM_ID, Hall

pytestmark = [
    needs_gcc,
    pytest.mark.skipif(sys.platform != "linux", reason="the libraries are built for Linux"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    hall = Hall(tmp_path_factory.mktemp("hall"), ("wang-lan", "song-moved"))
    hall.decoder = hall.build("wlt", "BUFFER")
    hall.build("sdtapi")
    return hall


@pytest.fixture
def hall(built):
    built.take()
    return built


@pytest.fixture
def station(hall):
    entry = DeviceEntry("id-reader", "library", str(hall.library))
    settings = StationSettings((entry,), photo_decoder=str(hall.decoder))
    station = Station(settings, SteppedClock())
    yield station
    station.close()


def test_a_card_comes_with_its_picture_and_no_mark_of_a_simulator(hall, station):
    hall.put(0)
    card = station.id_reader().read()
    assert (card.name, card.sam_id, card.simulated) == ("王兰", SAM_ID, False)
    assert card.picture[54:57] == card.photo[:3]


def test_watching_tells_of_cards(hall, station):
    watch = station.watch()
    first = [event.event for event in watch.step()]
    assert first == ["plugged"]
    hall.put(0)
    seen = []
    for _ in range(3):
        station._clock.sleep(0.5)
        seen += [event.event for event in watch.step()]
    assert seen == ["card-on"]
    hall.take()
    station._clock.sleep(0.5)
    assert [event.event for event in watch.step()] == ["card-off"]


def test_a_crash_is_a_state_and_the_next_read_clears_it(hall, station):
    hall.put(0, "c")
    with pytest.raises(BadAnswer):
        station.id_reader().read()
    state = station.states()[0]
    assert (state.state, state.code) == ("trouble", "library.crashed")
    hall.put(1)
    assert station.id_reader().read().name == "宋迁"
    assert station.states()[0].code == ""


def test_a_library_that_is_not_there_is_an_absent_device(tmp_path):
    entry = DeviceEntry("id-reader", "library", str(tmp_path / "none.so"))
    station = Station(StationSettings((entry,)), SteppedClock())
    with pytest.raises(NoDevice):
        station.id_reader().read()
    assert station.states()[0].state == "absent"
