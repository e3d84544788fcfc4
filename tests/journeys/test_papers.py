"""F7: a picture of the document camera and a file are kept with the case, each once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.domain.papers import Use
from app.services import papers
from tests.journeys.hall import Hall, open_hall


@pytest.fixture
def office(qapp: object, tmp_path_factory) -> Iterator[tuple[Hall, Path]]:
    """A counter, and the folder its camera's program writes into."""
    folder = tmp_path_factory.mktemp("camera")
    with open_hall(tmp_path_factory.mktemp("hall"), devices=(("camera", str(folder)),)) as hall:
        hall.sign_in()
        yield hall, folder


def picture(place: Path, colour: str = "white") -> bytes:
    image = QImage(400, 560, QImage.Format.Format_RGB32)
    image.fill(colour)
    image.save(str(place), "JPG")
    return place.read_bytes()


def kept(hall: Hall) -> list[tuple[Use, str]]:
    return [(each.use, each.source) for each in papers.papers_of(hall.office, hall.number)]


def test_a_signed_letter_is_taken_in_from_the_camera_and_evidence_from_a_file(
    office: tuple[Hall, Path],
) -> None:
    hall, folder = office
    hall.read_card()
    hall.key(Qt.Key.Key_F7)
    hall.wait_to_say("Make the letter first; then a paper can be taken in for its case.")
    hall.pick()
    hall.make_letter()
    hall.sign()
    hall.seal()
    strip = hall.page.papers
    assert hall.page.take_in.isVisible()
    hall.hands.click(hall.page.take_in)
    hall.wait_to_say("Take the picture with the camera; it appears here.")
    assert not strip.camera.isEnabled()
    shot = folder / "王兰510502.jpg"
    data = picture(shot)
    shot.write_bytes(data[:-2])  # the camera's program is still at it
    hall.wait_to_say("1 picture(s) still being written")
    shot.write_bytes(data)
    hall.wait_to_say("1 picture(s) ready in the camera's folder")
    hall.hands.click(strip.camera)
    hall.wait_to_say("1 paper(s) kept with the case")
    hall.wait(lambda: not shot.exists(), "the picture leaves the folder once it is kept")
    assert kept(hall) == [(Use.SIGNED_LETTER, "camera")]
    assert papers.load_paper(hall.office, hall.number, _first(hall)) == data
    _a_file(hall, folder)
    _nothing_of_its_name(hall)


def _first(hall: Hall) -> str:
    return papers.papers_of(hall.office, hall.number)[0].sm3


def _a_file(hall: Hall, folder: Path) -> None:
    part = hall.page._papers
    chosen = folder.parent / "evidence.jpg"
    picture(chosen, "black")
    for _ in range(2):
        part.take_file((Use.EVIDENCE, "", ""), str(chosen))
        hall.wait_to_say("Papers of this case: The letter signed on paper 1；Evidence")
    chosen.write_bytes(b"MZ")
    part.take_file((Use.EVIDENCE, "", ""), str(chosen))
    hall.wait_to_say("The file is no JPEG, no PNG and no PDF.")
    assert kept(hall) == [(Use.SIGNED_LETTER, "camera"), (Use.EVIDENCE, "file")]
    assert chosen.exists()
    hall.key(Qt.Key.Key_F7)
    hall.wait(lambda: not hall.page.papers.isVisible(), "the strip is put away")


def _nothing_of_its_name(hall: Hall) -> None:
    lines = [row["entry"] for row in hall.trail() if row["entry"]["act"] == "paper.take-in"]
    assert len(lines) == 2
    assert "王兰" not in str(lines)


def test_a_camera_whose_folder_is_gone_is_said_and_a_case_of_way_six_has_a_place_for_it(
    office: tuple[Hall, Path],
) -> None:
    hall, folder = office
    folder.rmdir()
    hall.read_card()
    hall.pick()
    hall.make_letter()
    hall.key(Qt.Key.Key_Escape, hall.page.applicant)
    hall.settle()
    hall.make_letter()
    hall.page.papers.closed.emit()
    hall.page._papers.toggle()
    hall.wait_to_say("The folder of the document camera cannot be read.")
    folder.mkdir()
    hall.wait_to_say("Take the picture with the camera; it appears here.")
