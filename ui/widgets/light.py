"""The lights of service, device and card: short at the foot, whole on the devices page."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import Look
from ui.widgets.chip import Chip
from ui.widgets.flow import flow_of
from ui.widgets.mark import Mark, Tone
from ui.widgets.rows import column, row
from ui.widgets.text import label, set_tone


@dataclass(frozen=True, slots=True)
class Light:
    """One thing and how it is: a shape, a word, one sentence and one remedy."""

    name: str
    tone: Tone
    word: str
    sentence: str
    remedy: str

    @property
    def text(self) -> str:
        """All of it, for reading out."""
        return f"{self.name}：{self.word}。{self.sentence} {self.remedy}".strip()


class ShortLights(QWidget):
    """Shape, name and word of each; pressing one asks for the whole of it."""

    asked = Signal()

    def __init__(self, look: Look, names: tuple[str, ...]) -> None:
        super().__init__()
        self._chips = tuple(Chip(look, name) for name in names)
        self.setLayout(flow_of(*self._chips, gap=look.px(6)))
        for chip in self._chips:
            chip.clicked.connect(self.asked)

    def show_lights(self, lights: tuple[Light, ...]) -> None:
        changed = False
        for chip, light in zip(self._chips, lights, strict=True):
            changed |= chip.show_state(light.tone, light.word)
            chip.setToolTip(light.text)
            chip.setAccessibleDescription(f"{light.sentence} {light.remedy}".strip())
        inner = self.layout()
        if changed and inner is not None:
            inner.invalidate()
            self.updateGeometry()


class WholeLight(QFrame):
    """Shape, name, word, sentence and remedy; reached by Tab, so that it can be read out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("whole-light")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._mark = Mark(look, "off", 20)
        self._head = label()
        self._sentence = label()
        self._remedy = label("", "dim")
        words = column(self._head, self._sentence, self._remedy, gap=look.px(2))
        content = row(self._mark, words, margin=look.px(6), gap=look.px(10))
        content.setStretch(1, 1)
        content.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        self.setLayout(content)

    def show_light(self, light: Light) -> None:
        self._mark.show_tone(light.tone)
        self._head.setText(f"{light.name}　{light.word}")
        set_tone(self._head, light.tone if light.tone in ("ok", "warn", "error") else "dim")
        self._sentence.setText(light.sentence)
        self._remedy.setText(light.remedy)
        self._remedy.setVisible(bool(light.remedy))
        self.setAccessibleName(light.text)
