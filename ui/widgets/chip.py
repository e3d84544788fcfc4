"""One state in the status bar: a shape and a word, pressable, read out as one sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme import Look
from ui.widgets.mark import Mark, Tone
from ui.widgets.rows import row
from ui.widgets.text import label


class Chip(QPushButton):
    """`show_state("ok", "就绪")` for the thing named at birth."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setObjectName("light")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._look, self._name = look, name
        self._mark = Mark(look, "off", 14)
        self._text = label("", wrap=False)
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(row(self._mark, self._text, margin=look.px(4), gap=look.px(6)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shown: tuple[Tone, str] | None = None
        self.show_state("off", "")

    def show_state(self, tone: Tone, word: str) -> bool:
        """Whether anything changed: laying a bar out anew keeps the next key waiting."""
        if self._shown == (tone, word):
            return False
        self._shown = (tone, word)
        text = f"{self._name} {word}".strip()
        self._mark.show_tone(tone)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        inner = self.layout()
        if inner is not None:
            self.setFixedSize(inner.sizeHint())
        return True
