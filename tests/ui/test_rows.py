"""Lines laid and taken away again in one turn of the loop stay inside their window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Look
from ui.widgets.rows import MarkedLine, column, empty


def test_a_line_laid_and_taken_away_in_one_turn_never_becomes_a_window(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    lines = column()
    page.setLayout(lines)
    page.show()
    windows: list[QWidget] = []

    class Line(MarkedLine):
        def showEvent(self, event: object) -> None:
            windows.extend([self] if self.isWindow() else [])

    lines.addWidget(Line(Look(), "first"))
    empty(lines)
    lines.addWidget(Line(Look(), "second"))
    QApplication.processEvents()
    assert windows == []


def test_a_marked_line_takes_no_more_height_than_its_text(qtbot: QtBot) -> None:
    page, line, lines = QWidget(), MarkedLine(Look(), "said"), column()
    qtbot.addWidget(page)
    lines.addWidget(line)
    lines.setAlignment(Qt.AlignmentFlag.AlignTop)
    page.setLayout(lines)
    page.resize(400, 400)
    page.show()
    assert line.height() == line.sizeHint().height()
