"""A port that was named is the only one a maker's library may try."""

import json
import os
import sys

import pytest

from hardware.errors import DeviceRefused, NoDevice
from hardware.station import DeviceEntry, Station, StationSettings
from hardware.workers.calls import Unable, port_number, ports_of
from tests.hardware.c_libraries import needs_gcc
from tests.hardware.library_hall import Hall
from tests.hardware.test_read_library_command import failure, run

pytestmark = [
    needs_gcc,
    pytest.mark.skipif(sys.platform != "linux", reason="the libraries are built for Linux"),
]


@pytest.fixture
def hall(tmp_path):
    made = Hall(tmp_path / "hall", ("wang-lan",))
    made.put(0)
    return made


def read(hall, port):
    reader = hall.reader(port=port)
    try:
        return reader.read().name
    finally:
        reader.close()


@pytest.mark.parametrize(
    ("source", "switches", "port"),
    [
        ("sdtapi", ("GOOD_PORT=3",), "3"),
        ("sdtapi", ("GOOD_PORT=3",), "COM3"),
        ("sdtapi", ("GOOD_PORT=77",), "77"),
        ("sdtapi", (), "1003"),
        ("cvr", ("GOOD_PORT=1005",), "1005"),
        ("termb", (), "4"),
        ("cvr", ('BY_PATH="/dev/null"',), "/dev/null"),
        ("lib100ud", ("ON_SERIAL",), "/dev/null"),
        ("lib100ud", ("ON_SERIAL",), "1"),
        ("lib100ud", (), "1001"),
    ],
)
def test_the_reader_at_the_port_that_was_named_is_read(hall, source, switches, port):
    hall.build(source, *switches)
    assert read(hall, port) == "王兰"


@pytest.mark.parametrize(
    ("source", "switches", "port"),
    [
        ("sdtapi", (), "1004"),
        ("cvr", (), "COM1"),
        ("lib100ud", (), "/dev/null"),  # it is at USB
        ("lib100ud", ("ON_SERIAL",), "1001"),
        ("cvr", ('BY_PATH="/dev/null"',), "/dev/zero"),
    ],
)
def test_no_other_port_is_tried(hall, source, switches, port):
    hall.build(source, *switches)
    with pytest.raises(NoDevice) as caught:
        read(hall, port)
    assert caught.value.code == "id-reader.port-not-open"


@pytest.mark.parametrize("port", ["/dev/ttyS0", "first", "COM", "-1"])
def test_a_library_that_opens_by_number_says_that_it_takes_no_path(hall, port):
    hall.build("sdtapi")
    with pytest.raises(DeviceRefused) as caught:
        read(hall, port)
    assert caught.value.code == "id-reader.port-by-number"
    assert read(hall, "") == "王兰"


def test_numbers_are_read_as_people_write_them():
    assert [port_number(text) for text in ("7", "COM7", "com16", "1001")] == [7, 7, 16, 1001]
    assert ports_of({"ports": [[1, 3]]}) == [1, 2, 3]
    with pytest.raises(Unable):
        port_number("\u0663")  # a digit, of another script


def test_the_command_and_the_counters_settings_name_it_too(hall, tmp_path):
    hall.build("cvr", 'BY_PATH="/dev/null"')
    hall.temp = tmp_path / "temp"
    hall.temp.mkdir()
    done = run(hall, "--library-port", "/dev/null")
    assert json.loads(done.stdout)["name"] == "王兰"
    assert failure(run(hall, "--library-port", "3"))["error"] == "id-reader.port-not-open"
    assert os.listdir(hall.temp) == []
    entry = DeviceEntry("id-reader", "library", str(hall.library))
    station = Station(StationSettings((entry,), library_port="/dev/null"))
    assert station.id_reader().read().name == "王兰"
    station.close()
