"""Big buttons side by side, in two rows where one would cut their words."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

GAP = 10
RING = 4  # room for the ring round what has the keyboard


class ButtonRow(QWidget):
    """Lays its buttons out anew whenever the width changes."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._buttons = buttons
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(RING, RING, RING, RING)
        self._grid.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place(len(buttons))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self._buttons)
        count = len(self._buttons)
        together = sum(button.sizeHint().width() + GAP for button in self._buttons)
        half, room = (count + 1) // 2, self.width() - 2 * RING + GAP
        if together <= room:
            self._place(count)
        else:
            self._place(half if (widest + GAP) * half <= room else 1)

    def _place(self, across: int) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, *divmod(place, across))
