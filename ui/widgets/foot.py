"""The bottom bar of every page: what is missing, and the one primary button (F12)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QSizePolicy

from ui.theme import Look
from ui.widgets.light import ShortLights
from ui.widgets.rows import column, row
from ui.widgets.text import label, set_tone


class Foot(QFrame):
    """`asked` when the primary button is pressed; the caption says what will happen."""

    asked = Signal()
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.message = label()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cancel.hide()
        self.primary = QPushButton()
        self.primary.setObjectName("primary")
        self.primary.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.primary.clicked.connect(self.asked)
        self.cancel.clicked.connect(self.cancelled)
        names = (self.tr("Service"), self.tr("Device"), self.tr("Card"))
        self.lights = ShortLights(look, names)
        words = column(self.message, self.progress, self.lights, gap=look.px(2))
        content = row(words, self.cancel, self.primary, margin=look.px(10), gap=look.px(16))
        content.setStretch(0, 1)
        self.setLayout(content)

    @property
    def working(self) -> bool:
        return not self.progress.isHidden()

    def show_act(self, caption: str, missing: str = "", *, tone: str = "") -> None:
        """`missing` says why the button is grey; empty means it can be pressed."""
        self.primary.setText(f"{caption}    F12" if caption else "")
        self.primary.setVisible(bool(caption))
        self.primary.setEnabled(bool(caption) and not missing)
        self.primary.setAccessibleName(caption)
        self.primary.setAccessibleDescription(missing)
        self.message.setText(missing)
        set_tone(self.message, tone or ("dim" if missing else ""))

    def say(self, text: str, tone: str = "") -> None:
        self.message.setText(text)
        set_tone(self.message, tone)

    def show_work(self, text: str, *, can_cancel: bool = False) -> None:
        """Something long goes on; an empty text ends it."""
        self.progress.setVisible(bool(text))
        self.cancel.setVisible(bool(text) and can_cancel)
        if text:
            self.primary.setEnabled(False)
            self.say(text)
