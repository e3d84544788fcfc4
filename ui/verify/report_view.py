"""The report on one file: verdict and first failure on top, then each signature step by step."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.services.verifying import Checked, Imprint, SignatureReport
from ui.theme import Look
from ui.turns import Turns
from ui.verify import words
from ui.verify.lines import StepLine, breakable, signature_card
from ui.widgets.mark import Mark, Tone
from ui.widgets.rows import Facts, MarkedLine, card, column, empty, row
from ui.widgets.text import label, set_tone


class ReportView(QScrollArea):
    """Reached by Tab; arrows up and down go from line to line, each can be read out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._turns: Turns | None = None
        self._lines: list[StepLine] = []
        self.shown: Checked | None = None
        self.setAccessibleName(self.tr("Report"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = column(margin=4, gap=look.px(10))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        sheet = QWidget()
        sheet.setObjectName("plain")
        sheet.setLayout(self._column)
        self.setWidget(sheet)

    def say(self, text: str) -> None:
        """While there is nothing to report."""
        self._clear()
        self._column.addWidget(label(text, "dim"))

    def show_report(self, found: Checked) -> None:
        """The head at once, every signature in a turn of its own."""
        self._clear()
        self.shown = found
        self._column.addWidget(self._head(found))
        pairs = zip(found.report.signatures, found.pictures, strict=True)
        steps = [partial(self._add, n, *pair) for n, pair in enumerate(pairs, 1)]
        self._turns = Turns(self, [*steps, partial(self._add_trusted, found)])
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not move or not self._lines:
            super().keyPressEvent(event)
            return
        now = QApplication.focusWidget()
        at = self._lines.index(now) if isinstance(now, StepLine) and now in self._lines else -1
        self._go_to(max(0, min(len(self._lines) - 1, at + move)))

    def _go_to(self, place: int) -> None:
        line = self._lines[place]
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(line)

    def _add(self, number: int, signature: SignatureReport, picture: Imprint | None) -> None:
        made, lines = signature_card(self._look, number, signature, picture)
        self._column.addWidget(made)
        self._lines += lines

    def _clear(self) -> None:
        if self._turns is not None:
            self._turns.stop()
        self._turns, self._lines, self.shown = None, [], None
        empty(self._column)

    def _head(self, found: Checked) -> QFrame:
        look, verdict = self._look, found.report.verdict
        tone = words.TONES[verdict]
        word = label(words.verdict_word(verdict), "huge", wrap=False)
        set_tone(word, tone if tone != "off" else "dim")
        big = row(Mark(look, tone, 30), word, 1, gap=look.px(12))
        said = label(words.headline(found), "title")
        facts = Facts(look)
        facts.show_pairs((name, breakable(value)) for name, value in words.file_facts(found))
        further = [label(each) for each in (words.remedy(found), words.meaning(found)) if each]
        made = QFrame()
        made.setObjectName("card")
        made.setLayout(column(big, said, *further, facts, margin=look.px(16), gap=look.px(8)))
        return made

    def _add_trusted(self, found: Checked) -> None:
        tone: Tone = "ok" if found.trusted.certificates else "warn"
        told = MarkedLine(self._look, words.trust_words(found.trusted), tone)
        folder = label(breakable(words.folder_words(found.trusted)), "dim")
        px = self._look.px
        self._column.addWidget(card(column(told, folder, margin=px(16), gap=px(4))))
