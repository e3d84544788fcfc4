"""Service, device and card: three lights that follow what is plugged in within two seconds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.child_process import ChildProcess
from hardware.device_states import SERVICE_KIND, DeviceState
from hardware.errors import DeviceTrouble, PinLocked
from tests.journeys.hall import Hall, open_hall
from ui.desk import SealAbout
from ui.widgets.light import Light

NAMES = ("Service", "Device", "Card")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dev")


@pytest.fixture(scope="module")
def reader(folder: Path) -> Iterator[list[ChildProcess]]:
    plugged = [_reader(folder)]
    yield plugged
    for child in plugged:
        child.stop()


@pytest.fixture(scope="module")
def counter(qapp: object, folder: Path, reader: list, tmp_path_factory) -> Iterator[Hall]:
    devices = (("id-reader", str(folder / "reader")), ("printer", str(folder / "none")))
    with open_hall(
        tmp_path_factory.mktemp("hall"), devices=devices, training_devices=("seal-token",)
    ) as hall:
        hall.sign_in()
        yield hall


def test_a_reader_unplugged_and_plugged_in_again_is_seen_at_the_foot(
    counter: Hall, reader: list[ChildProcess], folder: Path
) -> None:
    soon(counter, lambda: foot(counter) == ["Service not needed", "Device ready", "Card none"])
    reader.pop().stop()
    soon(counter, lambda: foot(counter)[1:] == ["Device not plugged in", "Card not known"])
    counter.open_workspace(3)
    counter.wait_to_say("No device is plugged in at")  # the page is made now, and laid out next
    assert counter.says("Plug the device in, or choose its line on the devices page.")
    assert counter.says("See to the light before this one.")
    counter.open_workspace(0)
    reader.append(_reader(folder))
    soon(counter, lambda: foot(counter)[1] == "Device ready")


def test_a_card_put_on_and_taken_is_seen_at_the_foot(
    counter: Hall, reader: list[ChildProcess]
) -> None:
    reader[0].tell("take")
    counter.next_visit()
    soon(counter, lambda: foot(counter)[2] == "Card none")
    reader[0].tell("put wang-lan")
    soon(counter, lambda: foot(counter)[2] == "Card there")
    reader[0].tell("take")
    counter.next_visit()
    soon(counter, lambda: foot(counter)[2] == "Card none")


def test_pressing_a_light_opens_the_devices_page(counter: Hall) -> None:
    counter.open_workspace(0)
    chip = counter.page.foot.lights.findChildren(QPushButton)[1]
    chip.setFocus()
    chip.click()
    assert counter.pages.devices.isVisible()
    counter.open_workspace(0)


def test_a_token_pulled_is_seen_in_the_bar_and_on_the_page(counter: Hall) -> None:
    assert whole(counter, "Seal token").word == "ready"
    counter.opened.simulators["seal-token"].stop()
    soon(counter, lambda: whole(counter, "Seal token").word == "not plugged in")
    assert "not plugged in" in counter.pages.frame.status.sentence()
    light = whole(counter, "Seal token")
    assert light.tone == "error"
    assert light.sentence
    assert light.remedy


def soon(hall: Hall, until: Callable[[], bool]) -> None:
    hall.wait(until, "the lights follow")


def foot(hall: Hall) -> list[str]:
    return [chip.accessibleName() for chip in hall.page.foot.lights.findChildren(QPushButton)]


def whole(hall: Hall, name: str) -> Light:
    return next(each for each in hall.session.board.whole_lights() if each.name == name)


def _reader(folder: Path) -> ChildProcess:
    return ChildProcess("hardware", ("simulate", "id-reader", "--link", str(folder / "reader")))


READER = DeviceState("id-reader", "Reader", "R", "no-card", False)
TOKEN = DeviceState("seal-token", "Token", "T", "ready", False)
SERVICE = DeviceState(SERVICE_KIND, "PC/SC", "pcsc", "ready", False)


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ((), ("not needed", "none", "not known")),
        ((SERVICE, READER), ("running", "ready", "none")),
        ((SERVICE, replace(READER, state="card")), ("running", "ready", "there")),
        (
            (
                replace(SERVICE, state="absent", code="pcsc.no-service"),
                replace(READER, state="absent", code="pcsc.no-service"),
            ),
            ("not running", "not known", "not known"),
        ),
        (
            (
                replace(SERVICE, state="absent", code="pcsc.forbidden"),
                replace(READER, state="absent", code="pcsc.forbidden"),
            ),
            ("not allowed", "not known", "not known"),
        ),
        (
            (SERVICE, replace(READER, state="absent", code="pcsc.no-reader")),
            ("running", "not plugged in", "not known"),
        ),
        (
            (SERVICE, replace(READER, state="trouble", code="pcsc.in-use")),
            ("running", "in trouble", "not known"),
        ),
        (
            (SERVICE, replace(READER, state="trouble", code="card.blank")),
            ("running", "ready", "in trouble"),
        ),
    ],
)
def test_each_state_has_its_three_words(states, words, qapp) -> None:
    from app.commands.lights import lights

    shown = lights(states)
    assert tuple(each.word for each in shown) == words
    assert tuple(each.name for each in shown) == NAMES
    assert all(each.sentence and each.remedy for each in shown)


@pytest.mark.parametrize(
    ("token", "answer", "tone", "word"),
    [
        (TOKEN, SealAbout("seal", 6), "ok", "ready"),
        (TOKEN, SealAbout("seal", 0), "error", "locked"),
        (TOKEN, PinLocked("token.locked"), "error", "locked"),
        (TOKEN, DeviceTrouble("token.expired", date="2026-01-01"), "error", "not ready"),
        (TOKEN, None, "off", "being asked"),
        (replace(TOKEN, state="absent", code="pcsc.no-card"), None, "error", "not plugged in"),
    ],
)
def test_ready_means_that_the_token_is_in_known_and_not_locked(
    token, answer, tone, word, qapp
) -> None:
    from app.commands.lights import seal_light

    light = seal_light((token,), answer)
    assert (light.tone, light.word) == (tone, word)
    assert light.sentence
    assert light.remedy
