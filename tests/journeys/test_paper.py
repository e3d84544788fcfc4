"""Without a printer the letter waits and goes out by itself; printing again is recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.services import printing
from tests.hardware.private_cups import CLIENT, CUPSD, PrivateCups
from tests.journeys.hall import Hall, open_hall

pytestmark = pytest.mark.skipif(
    not (CUPSD and CLIENT), reason="cupsd is not installed (packages cups-daemon, cups-client)"
)


@pytest.fixture
def office(qapp: object, tmp_path_factory) -> Iterator[tuple[Hall, PrivateCups]]:
    """A counter, and the print service it will have."""
    cups = PrivateCups(tmp_path_factory.mktemp("cups"))
    cups.prepare(("Hall",), "Hall")
    with open_hall(tmp_path_factory.mktemp("hall"), devices=(("printer", cups.socket),)) as hall:
        hall.sign_in()
        yield hall, cups
    cups.stop()


def states(hall: Hall) -> list[str]:
    letter = hall.case().letters[-1].number
    return [each.state for each in printing.prints_of(hall.office, letter)]


def test_a_letter_waits_for_a_printer_and_goes_out_by_itself_once(
    office: tuple[Hall, PrivateCups],
) -> None:
    hall, cups = office
    hall.whole_case()
    hall.wait_to_say("There is no printer now; the letter waits for one.")
    hall.wait_to_say("2 copy(s) wait for a printer")
    assert states(hall) == ["waiting", "waiting"]
    assert hall.case().state == "approved"
    cups.start()
    hall.wait(lambda: states(hall) == ["done", "done"], "followed to the end")
    assert cups.printed("Hall") == hall.pdf() * 2
    hall.wait_to_say("2 copy(s) printed")
    _again_is_recorded(hall, cups)


def _again_is_recorded(hall: Hall, cups: PrivateCups) -> None:
    hall.key(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    hall.wait(lambda: len(cups.printed("Hall")) == 3 * len(hall.pdf()), "a third copy")
    lines = [row["entry"] for row in hall.trail() if row["entry"]["act"] == "letter.reprint"]
    assert len(lines) == 1
    assert lines[0]["subject"] == hall.case().letters[-1].number
    assert "asked for at the counter" in str(lines[0])


def test_out_of_paper_paused_and_cancelled_are_told_apart_until_a_person_prints_again(
    office: tuple[Hall, PrivateCups],
) -> None:
    hall, cups = office
    cups.start()
    cups.paper("Hall", there=False)
    hall.whole_case()
    hall.wait_to_say("The printer is out of paper. Put A4 paper in; printing goes on by itself.")
    cups.paper("Hall", there=True)
    hall.wait_to_say("2 copy(s) printed")
    cups.operate("cupsdisable", "Hall")
    hall.key(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    hall.wait_to_say("Printing is paused at the printer.")
    cups.run("cancel", "-a", "Hall")
    hall.wait_to_say("1 copy(s) were cancelled in the print queue")
    cups.operate("cupsenable", "Hall")
    assert states(hall) == ["done", "done", "cancelled"]
    assert cups.printed("Hall") == hall.pdf() * 2


def test_the_print_service_sees_no_name_and_no_number(office: tuple[Hall, PrivateCups]) -> None:
    hall, cups = office
    cups.start()
    hall.whole_case()
    hall.wait(lambda: len(cups.printed("Hall")) == 2 * len(hall.pdf()), "on paper")
    title, _options = cups.title_and_options("Hall")
    assert title == "letter"
    assert not list(Path(cups.folder).rglob("*510502*"))


def test_a_job_that_waits_is_found_again_after_a_fresh_start_and_printed_once(
    qapp: object, tmp_path_factory
) -> None:
    cups = PrivateCups(tmp_path_factory.mktemp("cups"))
    cups.prepare(("Hall",), "Hall")
    cups.start()
    cups.operate("cupsdisable", "Hall")
    folder, devices = tmp_path_factory.mktemp("hall"), (("printer", cups.socket),)
    try:
        with open_hall(folder, devices=devices) as hall:
            hall.sign_in()
            hall.whole_case()
            hall.wait_to_say("Printing is paused at the printer.")
            number, pdf = hall.number, hall.pdf()
        with open_hall(folder, devices=devices) as hall:
            hall.sign_in()
            hall.page.open_case(number)
            hall.wait_to_say("Printing is paused at the printer.")
            cups.operate("cupsenable", "Hall")
            hall.wait_to_say("2 copy(s) printed")
            assert states(hall) == ["done", "done"]
        assert cups.printed("Hall") == pdf * 2
    finally:
        cups.stop()
