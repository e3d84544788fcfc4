"""A reader and a token that are unplugged and come back under the same name."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.child_process import ChildProcess
from tests.journeys.hall import Hall, open_hall
from ui.reception.state import Step

Plug = Callable[[], ChildProcess]


@pytest.fixture(scope="module")
def reader_link(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dev") / "reader"


@pytest.fixture(scope="module")
def counter(qapp: object, tmp_path_factory, reader_link: Path) -> Iterator[tuple[Hall, list]]:
    """A counter whose reader is a line of its own, plugged in and out by the test."""
    plugged = [_reader(reader_link)]
    devices = (("id-reader", str(reader_link)), ("printer", str(reader_link.parent / "none")))
    with open_hall(
        tmp_path_factory.mktemp("hall"), devices=devices, training_devices=("seal-token",)
    ) as hall:
        hall.sign_in()
        yield hall, plugged
    for child in plugged:
        child.stop()


def test_a_reader_unplugged_while_waiting_is_said_and_works_when_it_is_back(
    counter: tuple[Hall, list[ChildProcess]], reader_link: Path
) -> None:
    hall, plugged = counter
    to_waiting(hall, plugged[0])
    plugged.pop().stop()
    hall.wait(
        lambda: hall.says("unplugged") or hall.says("No device is plugged in"), "the loss is said"
    )
    assert hall.says("Plug")
    plugged.append(_reader(reader_link))
    hall.wait_to_say("Put the applicant's identity card on the reader")
    plugged[0].tell("put wang-lan")
    hall.wait_for(Step.MATTER)


def test_a_token_that_died_between_pin_and_signature_leaves_no_letter(
    counter: tuple[Hall, list[ChildProcess]],
) -> None:
    hall, plugged = counter
    to_waiting(hall, plugged[0])
    plugged[0].tell("put wang-lan")
    hall.wait_for(Step.MATTER)
    hall.pick()
    hall.make_letter()
    hall.sign()
    hall.ask_pin()
    hall.opened.simulators["seal-token"].stop()
    hall.give_pin()
    hall.wait(lambda: hall.page.foot.message.text() != "" and not hall.page.foot.working, "said")
    assert hall.says("Plug")
    assert not hall.says("Sealed")
    assert hall.case().letters == ()
    assert hall.case().state == "open"
    assert hall.page.state.step is Step.SEALING


def to_waiting(hall: Hall, reader: ChildProcess) -> None:
    reader.tell("take")
    hall.next_visit()


def _reader(link: Path) -> ChildProcess:
    return ChildProcess("hardware", ("simulate", "id-reader", "--link", str(link)))
