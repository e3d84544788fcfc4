"""A clerk's hands at the form that takes the card's place, and the second officer's."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.commands.opening import TRAINING_PASSWORD, TRAINING_SECOND
from tests.journeys.hall import Hall
from ui.reception.state import Step, Typing

NUMBER = "51050219880312002X"
PERSON = {
    "number": NUMBER,
    "name": "王兰",
    "address": "四川省泸州市江阳区江阳西路1号",
    "issuer": "泸州市公安局江阳区分局",
    "valid_from": "20200101",
    "valid_until": "20400101",
}


def open_form(hall: Hall) -> None:
    hall.key(Qt.Key.Key_F2, None, Qt.KeyboardModifier.ShiftModifier)
    hall.wait(lambda: hall.page.state.typing is Typing.FIELDS, "the form")


def fill(hall: Hall, reason: str = "card-damaged", **changes: str) -> None:
    """keyClicks takes ASCII only: Chinese comes as an input method commits it."""
    for name, text in {**PERSON, **changes}.items():
        inner = hall.page.hand.fields[name].inner
        assert isinstance(inner, QLineEdit)
        inner.setText(text)
    choose(hall, "reason", reason)


def choose(hall: Hall, name: str, value: str) -> None:
    inner = hall.page.hand.fields[name].inner
    assert isinstance(inner, QComboBox)
    inner.setCurrentIndex(inner.findData(value))


def check(hall: Hall) -> None:
    hall.key(Qt.Key.Key_F12)
    hall.wait(lambda: hall.page.state.typing is Typing.SECOND, "a second officer asked for")


def vouch(hall: Hall, officer: str = TRAINING_SECOND, password: str = TRAINING_PASSWORD) -> None:
    box = hall.page.hand.second
    box.officer.clear()
    hall.hands.keys(officer, box.officer, counted=False)
    hall.hands.keys(password, box.password, counted=False)
    hall.key(Qt.Key.Key_Return, box.password)
    hall.settle()


def type_in(hall: Hall, **changes: str) -> None:
    """The whole way to the matter."""
    open_form(hall)
    fill(hall, **changes)
    check(hall)
    vouch(hall)
    hall.wait_for(Step.MATTER)
