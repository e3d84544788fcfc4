"""The letter as it will be sealed, what must be true before it may be, and the PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from ui.theme import Look
from ui.widgets.fields import NoImeField
from ui.widgets.mark import Tone
from ui.widgets.pdf_view import PageImage, PdfView
from ui.widgets.rows import MarkedLine, card, column, empty, row
from ui.widgets.text import label

Gate = tuple[Tone, str]


class LetterPanel(QWidget):
    """`pin_given(str)` when the seal holder has typed the PIN; the field forgets it at once."""

    pin_given = Signal(str)
    pin_dropped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._look = look
        self.pdf = PdfView(look, self.tr("The letter"))
        self._gates = column(gap=px(8))
        gates = column(
            label(self.tr("Before it is sealed"), "section"), self._gates, 1, margin=px(14)
        )
        self._pin_box = self._build_pin()
        side = column(card(gates), self._pin_box, gap=px(10))
        side.setStretch(0, 1)
        content = column(side, self.pdf) if look.narrow else row(self.pdf, side, gap=px(12))
        content.setStretchFactor(self.pdf, 3)
        content.setStretchFactor(side, 2)
        if look.narrow:
            self.pdf.setMinimumHeight(px(320))
        self.setLayout(content)

    def show_pages(self, pages: tuple[PageImage, ...]) -> None:
        self.pdf.show_pages(pages)

    def show_gates(self, gates: tuple[Gate, ...]) -> None:
        empty(self._gates)
        for tone, text in gates:
            self._gates.addWidget(MarkedLine(self._look, text, tone))

    def ask_pin(self, about: str, trouble: str = "", *, ready: bool = True) -> None:
        """Show the PIN field with what it is for; not `ready` while the token is being asked."""
        self._pin_about.setText(about)
        self._pin_trouble.setText(trouble)
        self._pin_trouble.setVisible(bool(trouble))
        self.pin.clear()
        self.pin.setEnabled(ready)
        self._pin_box.show()
        if ready:
            self.pin.setFocus()

    def hide_pin(self) -> None:
        self.pin.clear()
        self._pin_box.hide()

    @property
    def asking(self) -> bool:
        return not self._pin_box.isHidden()

    def give_pin(self) -> None:
        """Enter, F12 or the button."""
        pin = self.pin.text()
        self.pin.clear()
        if pin:
            self.hide_pin()
            self.pin_given.emit(pin)

    def _build_pin(self) -> QFrame:
        px = self._look.px
        self._pin_about = label()
        self._pin_trouble = label()
        self._pin_trouble.setProperty("tone", "error")
        self.pin = NoImeField()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(32)
        self.pin.setAccessibleName(self.tr("PIN of the seal"))
        self.pin.returnPressed.connect(self.give_pin)
        seal = QPushButton(self.tr("Seal"))
        seal.clicked.connect(self.give_pin)
        drop = QPushButton(self.tr("Not now"))
        drop.clicked.connect(self._drop)
        fields = row(self.pin, seal, drop)
        fields.setStretch(0, 1)
        content = column(
            label(self.tr("PIN of the seal"), "section"),
            self._pin_about,
            self._pin_trouble,
            fields,
            margin=px(14),
            gap=px(6),
        )
        box = card(content)
        box.hide()
        return box

    def _drop(self) -> None:
        self.hide_pin()
        self.pin_dropped.emit()
