"""The letter as it will be sealed, what must be true before it may be, and the PIN."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton, QWidget

from app.domain.commitment import Signature
from ui.desk import TokenChoice
from ui.reception.pin_box import PinBox
from ui.theme import Look
from ui.widgets.fields import NoImeField
from ui.widgets.mark import Tone
from ui.widgets.pdf_view import PageImage, PdfView
from ui.widgets.rows import MarkedLine, card, column, empty, row
from ui.widgets.second_officer import SecondOfficerBox
from ui.widgets.stroke_replay import StrokeReplay
from ui.widgets.text import label

Gate = tuple[Tone, str]


class LetterPanel(QWidget):
    """`pin_given(PIN, insisted)` when the seal holder has typed it; the field forgets it at once.

    `token_picked(key)` when several tokens could seal and one was picked.
    `holder_given(number, password)` when who may set the seal has come and signs in.
    """

    holder_given = Signal(str, str)
    pin_given = Signal(str, bool)
    pin_dropped = Signal()
    token_picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._look = look
        self.pdf = PdfView(look, self.tr("The letter"))
        self._gates = column(gap=px(8))
        gates = column(
            label(self.tr("Before it is sealed"), "section"), self._gates, 1, margin=px(14)
        )
        self._pin_box = PinBox(look)
        self._pin_box.given.connect(self.pin_given)
        self._pin_box.dropped.connect(self.pin_dropped)
        self._pin_box.picked.connect(self.token_picked)
        side = column(card(gates), self._build_signature(), self._pin_box, gap=px(10))
        side.setStretch(0, 1)
        self._side = side
        content = column(side, self.pdf) if look.narrow else row(self.pdf, side, gap=px(12))
        content.setStretchFactor(self.pdf, 3)
        content.setStretchFactor(side, 2)
        if look.narrow:
            self.pdf.setMinimumHeight(px(320))
        self.setLayout(content)

    def _build_signature(self) -> QWidget:
        """The strokes as they were written, to be looked at once more."""
        self.replay = StrokeReplay(self._look)
        again = QPushButton(self.tr("Show how it was signed"))
        again.clicked.connect(self.replay.play)
        px = self._look.px
        self._signature = card(column(self.replay, row(again, 1), margin=px(10), gap=px(6)))
        self._signature.hide()
        return self._signature

    def show_signature(self, signature: Signature | None) -> None:
        """None until the applicant has signed."""
        self.replay.show_signature(signature)
        self._show_or_hide_signature()

    def _show_or_hide_signature(self) -> None:
        """It gives way to the PIN, which must not lie below the edge of a small screen."""
        self._signature.setVisible(self.replay.filled and not self.asking)

    def show_pages(self, pages: tuple[PageImage, ...]) -> None:
        self.pdf.show_pages(pages)

    def show_gates(self, gates: tuple[Gate, ...]) -> None:
        empty(self._gates)
        for tone, text in gates:
            self._gates.addWidget(MarkedLine(self._look, text, tone))

    def ask_pin(
        self, about: str, trouble: str = "", *, ready: bool = True, last_try: bool = False
    ) -> None:
        """Show the PIN field with what it is for; not `ready` while the token is being asked."""
        if self._asks_holder:
            self.holder.forget()
        self._signature.hide()
        self._pin_box.ask(about, trouble, ready=ready, last_try=last_try)

    def ask_token(self, about: str, choices: tuple[TokenChoice, ...]) -> None:
        """Several tokens may set the seal, or another than before is plugged in."""
        self._signature.hide()
        self._pin_box.ask_token(about, choices)

    @cached_property
    def holder(self) -> SecondOfficerBox:
        """Seldom wanted, so not made with every window."""
        about = self.tr("Who may set the seal signs in here, for this letter only.")
        made = SecondOfficerBox(self._look, about, self.tr("Not now  Esc"), stacked=True)
        made.given.connect(self.holder_given)
        made.dropped.connect(self.hide_pin)
        made.dropped.connect(self.pin_dropped)
        self._side.addWidget(made)
        return made

    def ask_holder(self, trouble: str) -> None:
        """The one at the counter may not set the seal."""
        self._pin_box.forget()
        self._signature.hide()
        self.holder.ask(trouble)

    @property
    def _asks_holder(self) -> bool:
        return "holder" in vars(self) and not self.holder.isHidden()

    def hide_pin(self) -> None:
        self._pin_box.forget()
        if self._asks_holder:
            self.holder.forget()
        self._show_or_hide_signature()

    @property
    def pin(self) -> NoImeField:
        return self._pin_box.pin

    @property
    def insist(self) -> QCheckBox:
        return self._pin_box.insist

    @property
    def tokens(self) -> QListWidget:
        return self._pin_box.tokens

    @property
    def asking(self) -> bool:
        return not self._pin_box.isHidden() or self._asks_holder

    def give_pin(self) -> None:
        """F12, while the PIN, the token or the seal's holder is asked for."""
        if self._asks_holder:
            self.holder.give()
        else:
            self._pin_box.give()
