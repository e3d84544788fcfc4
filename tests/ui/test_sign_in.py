"""The sign-in page while the counter is still opening, and afterwards."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.sign_in.view import SignInView
from ui.theme import Look


@pytest.fixture
def page(qtbot: QtBot) -> SignInView:
    made = SignInView(Look(), "0")
    qtbot.addWidget(made)
    made.show()
    return made


def _type(page: SignInView) -> list[tuple[str, str]]:
    asked: list[tuple[str, str]] = []
    page.asked.connect(lambda number, password: asked.append((number, password)))
    QTest.keyClicks(page.officer, "10432")
    QTest.keyClicks(page.password, "training\r")
    return asked


def test_what_was_entered_while_the_counter_opened_is_asked_once_it_is_ready(
    page: SignInView,
) -> None:
    asked = _type(page)
    assert asked == []
    page.show_ready((("ok", "ready"),))
    assert asked == [("10432", "training")]
    assert page.password.text() == ""


def test_nothing_is_asked_by_itself_after_trouble(page: SignInView) -> None:
    asked = _type(page)
    page.show_trouble("no store", usable=False)
    page.show_ready(())
    assert asked == []


def test_becoming_ready_leaves_the_keyboard_where_it_is(page: SignInView, qtbot: QtBot) -> None:
    page.activateWindow()
    page.password.setFocus()
    qtbot.waitUntil(page.password.hasFocus)
    page.show_ready(())
    assert page.password.hasFocus()
