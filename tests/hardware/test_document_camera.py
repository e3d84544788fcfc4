"""A camera's folder: whole pictures only, once, gone only when they are kept."""

import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.codecs.chain import sm3_hex
from hardware.clock import SteppedClock
from hardware.devices import document_camera
from hardware.devices.document_camera import AT_ONCE, DocumentCamera, is_whole, kind_of
from hardware.errors import NoDevice
from hardware.problems import PROBLEMS
from hardware.station import DeviceEntry, Station, StationSettings

JPEG = b"\xff\xd8\xff\xe0 a paper \xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n a paper IEND\xaeB`\x82"
PDF = b"%PDF-1.7\n a paper\n%%EOF\n"
NAME = "王兰510502.jpg"


class Desk:
    """A folder with a clock that only goes on when told."""

    def __init__(self, folder):
        self.folder, self.clock = folder, SteppedClock()
        self.camera = DocumentCamera(folder, self.clock)

    def put(self, name, data):
        (self.folder / name).write_bytes(data)

    def look(self, after=0.0):
        self.clock.sleep(after)
        return self.camera.look()

    def settled(self):
        self.look()
        return self.look(after=2.0)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("data", "media_type"), [(JPEG, "image/jpeg"), (PNG, "image/png"), (PDF, "application/pdf")]
)
def test_a_whole_file_is_taken_by_its_bytes_whatever_its_name(desk, data, media_type):
    desk.put("scan.exe", data)
    assert desk.look().unfinished == 1
    (picture,) = desk.look(after=2.0).pictures
    assert (picture.data, picture.media_type, picture.sm3) == (data, media_type, sm3_hex(data))
    assert (desk.folder / "scan.exe").exists()


def test_a_file_leaves_the_folder_only_when_told(desk):
    desk.put(NAME, JPEG)
    (picture,) = desk.settled().pictures
    assert desk.camera.remove(picture.sm3) == 1
    assert list(desk.folder.iterdir()) == []
    assert desk.settled().pictures == ()
    assert desk.camera.remove(picture.sm3) == 0


def test_a_file_that_changed_meanwhile_stays(desk):
    desk.put(NAME, JPEG)
    (picture,) = desk.settled().pictures
    desk.put(NAME, PNG)
    assert desk.camera.remove(picture.sm3) == 0
    assert (desk.folder / NAME).read_bytes() == PNG


def test_the_same_picture_twice_is_one_and_both_files_go(desk):
    desk.put("1.jpg", JPEG)
    desk.put("2.jpg", JPEG)
    (picture,) = desk.settled().pictures
    assert desk.camera.remove(picture.sm3) == 2


@pytest.mark.parametrize("whole", [JPEG, PNG, PDF])
def test_a_file_cut_at_any_byte_waits_and_is_taken_once_it_is_whole(desk, whole):
    for size in range(len(whole) - 1 - (whole is PDF)):
        desk.put("1", whole[:size])
        found = desk.settled()
        assert (found.pictures, found.unfinished) == ((), 1), size
    desk.put("1", whole)
    assert [each.data for each in desk.settled().pictures] == [whole]


def test_a_file_that_never_gets_whole_is_said_and_stays(desk):
    desk.put("1", JPEG[:-2])
    desk.put("2", b"MZ a program")
    desk.look()
    assert desk.look(after=31.0).troubles == ("camera.half-written", "camera.not-a-picture")
    assert len(list(desk.folder.iterdir())) == 2


def test_a_file_beyond_all_measure_is_said_unread(desk, monkeypatch):
    monkeypatch.setattr(document_camera, "LARGEST", 10)
    desk.put("1", JPEG)
    assert desk.settled().troubles == ("camera.too-large",)


def test_links_folders_pipes_and_hidden_files_are_nothing(desk, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.jpg"
    secret.write_bytes(JPEG)
    (desk.folder / "link.jpg").symlink_to(secret)
    (desk.folder / "folder.jpg").mkdir()
    os.mkfifo(desk.folder / "pipe.jpg")
    desk.put(".half.jpg", JPEG)
    found = desk.settled()
    assert (found.pictures, found.unfinished, found.troubles) == ((), 0, ())


def test_many_at_once_come_a_few_at_a_time(desk):
    for number in range(AT_ONCE + 3):
        desk.put(str(number), JPEG + b"%d" % number + b"\xff\xd9")
    first = desk.settled().pictures
    assert len(first) == AT_ONCE
    for picture in first:
        desk.camera.remove(picture.sm3)
    assert len(desk.look(after=2.0).pictures) == 3


def test_no_name_of_a_file_is_shown_anywhere(desk):
    desk.put(NAME, JPEG)
    (picture,) = desk.settled().pictures
    assert repr(picture) == f"Picture(image/jpeg, {len(JPEG)} bytes)"
    assert "王兰" not in str(desk.look())


def test_a_folder_that_is_gone_is_said_and_found_again(desk):
    folder = desk.folder / "camera"
    desk.camera = DocumentCamera(folder, desk.clock)
    with pytest.raises(NoDevice) as trouble:
        desk.look()
    assert trouble.value.code == "camera.no-folder"
    folder.mkdir()
    assert desk.look().pictures == ()


def test_the_station_opens_the_folder_of_its_settings_or_says_that_there_is_none(tmp_path):
    entry = DeviceEntry("camera", "folder", str(tmp_path))
    station = Station(StationSettings((entry,)))
    assert station.camera() is station.camera()
    assert [each.state for each in station.states()] == ["ready"]
    station.close()
    gone = Station(StationSettings((DeviceEntry("camera", "folder", str(tmp_path / "no")),)))
    assert [each.code for each in gone.states()] == ["camera.no-folder"]
    with pytest.raises(NoDevice) as trouble:
        Station(StationSettings()).camera()
    assert trouble.value.code == "camera.not-set"
    assert {"camera.not-set", "camera.no-folder"} <= set(PROBLEMS)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_kind_or_none(data):
    kind = kind_of(data)
    assert kind == "" or isinstance(is_whole(data, kind), bool)


def test_looks_at_a_full_folder_take_less_than_one_percent_of_a_processor(desk):
    """One a second while the strip is shown; whatever lies there is read once."""
    for number in range(document_camera.MOST_FILES):
        begun = JPEG[:-2] + number.to_bytes(2, "big")
        desk.put(f"{number}", begun + bytes(2_000_000) + JPEG[-2:] if number < AT_ONCE else begun)
    assert len(desk.settled().pictures) == AT_ONCE
    looks, began = 20, time.process_time()
    for _ in range(looks):
        assert len(desk.look(after=1.0).pictures) == AT_ONCE
    assert time.process_time() - began < 0.01 * looks
