"""Every control has a name, is reached by the keyboard, and no text can become markup."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.journeys.hall import Hall
from tests.ui import walk

NAMED = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
MOST_TABS = 80
COVERED = "reading clerk"  # the applicant has the keyboard then


@pytest.fixture(scope="module")
def seen(opened_hall: Hall) -> list[tuple[str, list[str], list[str], list[str]]]:
    """For each page: controls without a name, not reached by Tab, labels that are no plain text."""
    found = []
    for name, window in _all(opened_hall):
        lost = _not_reached(opened_hall, window) if name != COVERED else []
        found.append((name, _nameless(window), lost, _rich(window)))
    return found


def test_every_control_has_a_name_for_who_cannot_see_it(seen) -> None:
    assert [(name, bad) for name, bad, _, _ in seen if bad] == []


def test_every_control_in_use_is_reached_by_tab(seen) -> None:
    assert [(name, bad) for name, _, bad, _ in seen if bad] == []


def test_every_label_is_plain_text(seen) -> None:
    assert [(name, bad) for name, _, _, bad in seen if bad] == []


def test_the_walk_saw_every_page(seen) -> None:
    assert len({name for name, *_ in seen}) == 24


def _all(hall: Hall) -> Iterator[walk.Page]:
    yield from walk.before_sign_in(hall)
    yield from walk.everything(hall)


def _shown(window: QWidget, kind: type | tuple[type, ...]) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if isinstance(w, kind) and w.isVisible()]


def _nameless(window: QWidget) -> list[str]:
    bad = []
    for control in _shown(window, NAMED):
        if isinstance(control, QHeaderView) or _inside_a_control(control):
            continue
        interface = QAccessible.queryAccessibleInterface(control)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            bad.append(_told(control))
    return bad


def _inside_a_control(control: QWidget) -> bool:
    """The clear button of a field, the list of a combo box: parts of something named."""
    parent = control.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, NAMED):
            return True
        parent = parent.parentWidget()
    return False


def _rich(window: QWidget) -> list[str]:
    labels = [each for each in window.findChildren(QLabel) if each.pixmap().isNull()]
    return [each.text() for each in labels if each.textFormat() != Qt.TextFormat.PlainText]


def _not_reached(hall: Hall, window: QWidget) -> list[str]:
    """What Tab does not come to, going once round the window."""
    hall.wait(window.isActiveWindow, "the window has the keyboard")
    before = QApplication.focusWidget()
    reached: list[QWidget] = []
    for _tab in range(MOST_TABS):
        at = QApplication.focusWidget() or window
        if at in reached:
            break
        reached.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    if before is not None:
        before.setFocus()
    wanted = [w for w in _shown(window, NAMED) if w.isEnabled() and not _inside_a_control(w)]
    return [_told(w) for w in wanted if w not in reached and not _by_arrows(w, reached)]


def _by_arrows(control: QWidget, reached: list[QWidget]) -> bool:
    """Radio buttons and menu entries of one group: Tab comes to one, arrows to the others."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    if isinstance(control, QHeaderView):
        return True
    return group is not None and any(each in reached for each in group.buttons())


def _told(control: QWidget) -> str:
    text = control.text() if isinstance(control, (QAbstractButton, QLineEdit)) else ""
    return f"{type(control).__name__} {text} {control.accessibleName()}".strip()
