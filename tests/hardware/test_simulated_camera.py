"""The simulated document camera fills a folder as a camera's own program does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hardware.clock import SteppedClock
from hardware.devices.document_camera import GIVEN_UP_SECONDS, DocumentCamera
from hardware.errors import DeviceTrouble
from hardware.simulators.document_camera import SimulatedDocumentCamera, sample

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(tmp_path):
    """The simulated camera, and a look of the driver's once all stood still for so long."""
    clock = SteppedClock()
    driver = DocumentCamera(tmp_path, clock)

    def look(seconds=2.0):
        driver.look()
        clock.sleep(seconds)
        return driver.look()

    return SimulatedDocumentCamera(tmp_path), look


def test_each_page_it_drops_is_taken_in_as_another_picture(desk):
    camera, look = desk
    camera.shoot()
    camera.shoot()
    found = look()
    assert [each.data for each in found.pictures] == [sample(1), sample(2)]
    for each in found.pictures:
        image = QImage.fromData(each.data)
        assert (image.width(), image.height()) == (210, 297)


@pytest.mark.parametrize(
    ("fault", "code"),
    [("half-written", "camera.half-written"), ("not-a-picture", "camera.not-a-picture")],
)
def test_a_page_gone_wrong_is_said_and_the_next_one_is_taken_in(desk, fault, code):
    camera, look = desk
    camera.be(fault)
    camera.shoot()
    assert look(GIVEN_UP_SECONDS + 1).troubles == (code,)
    camera.be("")
    camera.shoot()
    assert [each.data for each in look().pictures] == [sample(2)]


def test_the_last_page_can_be_taken_back(desk):
    camera, look = desk
    camera.take_back()
    camera.shoot()
    camera.take_back()
    assert look().pictures == ()


def test_a_fault_it_does_not_know_is_said(desk):
    with pytest.raises(DeviceTrouble) as trouble:
        desk[0].be("upside-down")
    assert trouble.value.code == "simulator.no-fault"


def command(folder, words):
    return subprocess.run(
        [sys.executable, "-m", "hardware", "simulate", "camera", folder],
        input=words, cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_the_command_drops_a_page_or_a_file_at_each_word(tmp_path):
    paper = tmp_path / "paper.jpg"
    paper.write_bytes(b"\xff\xd8\xff paper \xff\xd9")
    folder = tmp_path / "camera"
    folder.mkdir()
    done = command(folder, f"put\nput {paper}\nput {tmp_path / 'none'}\nquit\n")
    assert (done.returncode, done.stdout) == (0, f"{folder}\n")
    assert json.loads(done.stderr)["error"] == "place.unusable"
    assert {each.read_bytes() for each in folder.iterdir()} == {sample(1), paper.read_bytes()}


def test_a_folder_that_is_not_there_is_said(tmp_path):
    done = command(tmp_path / "none", "quit\n")
    assert (done.returncode, json.loads(done.stderr)["error"]) == (2, "camera.no-folder")
