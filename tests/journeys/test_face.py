"""The photograph of the card that lies there, and only of that card (G03)."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel

from tests.hardware.c_libraries import needs_gcc
from tests.hardware.library_hall import Hall as Library
from tests.journeys.hall import Hall, open_hall
from ui.reception.face import SIZE

pytestmark = [
    needs_gcc,
    pytest.mark.skipif(sys.platform != "linux", reason="the decoder is built for Linux"),
]
NONE = "No photograph"
THERE = "Photograph on the card"


@pytest.fixture(scope="module")
def decoder(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library(tmp_path_factory.mktemp("decoder"), ("wang-lan", "song-moved"))
    made.build("wlt", "BUFFER")
    made.state.write_text("")
    return made


@pytest.fixture(scope="module")
def counter(decoder: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("hall")
    with open_hall(folder, photo_decoder=str(decoder.library)) as made:
        made.sign_in()
        yield made


@pytest.fixture
def hall(counter: Hall, decoder: Library) -> Hall:
    decoder.state.write_text("")
    counter.next_visit()
    return counter


def shown(hall: Hall) -> tuple[int, int] | None:
    """The picture's size; None where none is seen."""
    faces = [each for each in hall.page.face.findChildren(QLabel) if not each.pixmap().isNull()]
    return (faces[0].pixmap().width(), faces[0].pixmap().height()) if faces else None


def test_the_photograph_is_shown_while_the_visit_lasts(hall: Hall) -> None:
    hall.read_card("wang-lan")
    assert shown(hall) == SIZE
    assert hall.says(THERE)
    hall.next_visit()
    assert shown(hall) is None
    assert not hall.page.face.isVisible()


def test_a_photograph_that_cannot_be_decoded_leaves_none_of_the_card_before(
    hall: Hall, decoder: Library
) -> None:
    hall.read_card("wang-lan")
    hall.next_visit()
    decoder.state.write_text("f")
    hall.read_card("song-moved")
    assert shown(hall) is None
    assert hall.says(NONE)
    assert hall.page.state.applicant is not None


def test_the_address_appended_to_the_card_is_said_beside_the_printed_one(hall: Hall) -> None:
    hall.read_card("song-moved")
    assert hall.says("newest address on the card: ")
    hall.next_visit()
    hall.read_card("wang-lan")
    assert not hall.says("newest address on the card: ")


def test_a_decoder_that_crashes_costs_the_photograph_and_not_the_card(
    hall: Hall, decoder: Library
) -> None:
    decoder.state.write_text("c")
    hall.read_card("wang-lan")
    assert shown(hall) is None
    assert hall.says(NONE)
