"""Waiting for a card: what the reader says, and what to do when it says no."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.problems import Trouble
from ui.theme import Look
from ui.widgets.mark import Mark, Tone
from ui.widgets.rows import card, column, row
from ui.widgets.text import label


class CardPanel(QWidget):
    """The first page of a visit; `type_in` when there is no card to be read."""

    type_in = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._mark = Mark(look, "off", 40)
        self._title = label("", "huge")
        self._detail = label("", "dim")
        self.no_card = QPushButton(self.tr("No card: type it in  Shift+F2"))
        self.no_card.clicked.connect(self.type_in)
        words = column(self._title, self._detail, row(self.no_card, 1), gap=px(6))
        body = row(self._mark, words, margin=px(28), gap=px(20))
        body.setStretch(1, 1)
        body.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        self._below = column(gap=px(10))
        self.setLayout(column(1, card(body), self._below, 2, gap=px(10)))
        self.show_waiting()

    def add_below(self, panel: QWidget) -> None:
        self._below.addWidget(panel)

    def show_waiting(self) -> None:
        self._show(
            "off",
            self.tr("Put the applicant's identity card on the reader"),
            self.tr("It is read by itself. F2 reads it now."),
        )

    def show_reading(self) -> None:
        self._show("off", self.tr("Reading the card"), self.tr("Leave the card on the reader."))

    def show_trouble(self, trouble: Trouble) -> None:
        self._show("error", trouble.sentence, trouble.remedy)

    def _show(self, tone: Tone, title: str, detail: str) -> None:
        self._mark.show_tone(tone)
        self._title.setText(title)
        self._detail.setText(detail)
