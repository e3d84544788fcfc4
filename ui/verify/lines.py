"""Parts of the report on the screen: one step a line, one signature a card, a seal's picture."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.services.verifying import Imprint, SignatureReport, Step
from ui.theme import Look
from ui.verify import words
from ui.widgets.mark import Mark, Tone
from ui.widgets.rows import Facts, beside_text, column, row
from ui.widgets.text import label, set_tone

NAME_ROOM, RESULT_ROOM = 190, 84
PX_PER_MM, MOST_PX, MARGIN = 3.2, 200, 4
UNBROKEN = re.compile(r"([^\s\u2e80-\uffef]{8})(?=\S)")


def breakable(text: str) -> str:
    """Long names and digests may go on in the next line; what is added is not seen."""
    return UNBROKEN.sub("\\1\u200b", text)


def step_tone(step: Step | None) -> Tone:
    return words.TONES.get(step.result, "off") if step else "off"


class StepLine(QFrame):
    """Mark, name, result in a word, sentence and remedy; arrows lead from line to line."""

    def __init__(self, look: Look, number: int, name: str, step: Step | None) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        tone = step_tone(step)
        title = f"{number}  {words.step_name(name)}"
        result = words.result_word(step.result if step else "")
        sentence, remedy = words.step_words(step, name)
        head, word = label(title), label(result)
        set_tone(word, tone if tone in ("ok", "warn", "error") else "dim")
        told = [label(breakable(sentence), "" if remedy or not step else "dim")]
        told += [label(remedy)] if remedy else []
        self._lay_out(look, Mark(look, tone), head, word, told)
        self.setAccessibleName(f"{title}：{result}。{sentence} {remedy}".strip())

    def _lay_out(
        self, look: Look, mark: Mark, head: QLabel, word: QLabel, told: list[QLabel]
    ) -> None:
        placed = beside_text(look, mark)
        if look.narrow:
            first = row(head, word, gap=look.px(8))
            first.setStretch(0, 1)
            body = row(placed, column(first, *told, gap=look.px(2)), gap=look.px(8))
            body.setStretch(1, 1)
        else:
            head.setFixedWidth(look.px(NAME_ROOM))
            word.setFixedWidth(look.px(RESULT_ROOM))
            body = row(placed, head, word, column(*told, 1, gap=0), gap=look.px(8))
            body.setStretch(3, 1)
            for each in (head, word):
                body.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        body.setContentsMargins(look.px(4), look.px(3), look.px(4), look.px(3))
        self.setLayout(body)


def signature_card(
    look: Look, number: int, signature: SignatureReport, picture: Imprint | None
) -> tuple[QFrame, list[StepLine]]:
    """One signature of the file with its lines, which the arrows go through."""
    title = row(
        Mark(look, words.TONES[signature.verdict], 20),
        label(breakable(words.signature_title(number, signature)), "title"),
        gap=look.px(10),
    )
    title.setStretch(1, 1)
    facts = Facts(look)
    facts.show_pairs((name, breakable(value)) for name, value in words.signature_facts(signature))
    drawn = picture_label(look, picture)
    about = row(column(facts, 1), drawn, gap=look.px(16))
    about.setStretch(0, 1)
    about.setAlignment(drawn, Qt.AlignmentFlag.AlignTop)
    steps = enumerate(words.steps_of(signature), 1)
    lines = [StepLine(look, n, name, step) for n, (name, step) in steps]
    made = QFrame()
    made.setObjectName("card")
    body = column(title, about, column(*lines, gap=0), margin=look.px(16), gap=look.px(10))
    made.setLayout(body)
    return made, lines


def picture_label(look: Look, picture: Imprint | None) -> QWidget:
    """The seal as it goes on paper, in its own proportions, on white in the dark too."""
    if picture is None:
        return label(words.translate("Verify", "No picture can be drawn"), "dim", wrap=False)
    shown = QLabel()
    shown.setPixmap(_on_paper(look, picture))
    shown.setAccessibleName(words.translate("Verify", "Picture of the seal"))
    return shown


def _on_paper(look: Look, picture: Imprint) -> QPixmap:
    share = min(PX_PER_MM, MOST_PX / max(picture.width_mm, picture.height_mm))
    width, height = (look.px(round(mm * share)) for mm in (picture.width_mm, picture.height_mm))
    edge = look.px(MARGIN)
    paper = QPixmap(width + 2 * edge, height + 2 * edge)
    paper.fill(QColor("white"))
    smooth = Qt.TransformationMode.SmoothTransformation
    exact = Qt.AspectRatioMode.IgnoreAspectRatio  # the seal's millimetres say how tall it is
    image = QImage.fromData(picture.png).scaled(width, height, exact, smooth)
    painter = QPainter(paper)
    painter.drawImage(edge, edge, image)
    painter.end()
    return paper
