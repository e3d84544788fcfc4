"""Who this visit is about; the number is masked, the card's validity is said in words."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.people import Applicant, masked, validity
from ui.theme import Look
from ui.widgets.flow import flow_of
from ui.widgets.mark import Mark, Tone
from ui.widgets.rows import column, row
from ui.widgets.text import label, set_tone

REVEALED = 15_000  # milliseconds


class IdentityBar(QFrame):
    """Stays on top of every step."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self.setObjectName("card")
        self._name = label("", "title", wrap=False)
        self._number = label("", wrap=False)
        self._about = label("", wrap=False)
        self._address = label("", "dim", wrap=False)
        self._newest = label("", wrap=False)
        self._mark = Mark(look, "off", 16)
        self._validity = label("", wrap=False)
        self._typed_mark = Mark(look, "warn", 16)
        self._typed = label("", wrap=False)
        set_tone(self._typed, "warn")
        self._case = label("", "dim", wrap=False)
        typed = (self._typed_mark, self._typed)
        shown = (self._name, self._number, self._about, self._mark, self._validity, *typed)
        flow = flow_of(*shown, self._address, self._newest, self._case, gap=px(12))
        flow.setContentsMargins(px(14), px(8), px(14), px(8))
        self.setLayout(flow)
        self._applicant: Applicant | None = None
        self._hide_again = QTimer(self, singleShot=True, interval=REVEALED)
        self._hide_again.timeout.connect(self._mask)
        self.hide()

    def show_applicant(
        self, applicant: Applicant | None, today: date, case: str, new_address: str = ""
    ) -> None:
        """`new_address` was appended to the card later; the printed one stays beside it."""
        self.setVisible(applicant is not None)
        if applicant is None:
            return
        self._name.setText(applicant.name)
        self._number.setText(masked(applicant.number))
        about = (applicant.sex, applicant.ethnic_group, applicant.birth)
        self._about.setText("　".join(part for part in about if part))
        self._address.setText(f"{applicant.address}　{applicant.issuer}")
        newest = self.tr("newest address on the card: {address}").format(address=new_address)
        self._newest.setText(newest if new_address else "")
        self._newest.setVisible(bool(new_address))
        tone, words = self._words(applicant, today)
        self._mark.show_tone(tone)
        self._validity.setText(words)
        set_tone(self._validity, tone)
        self._show_typed(applicant)
        self._case.setText(case)
        self._applicant = applicant
        self._hide_again.stop()
        if (flow := self.layout()) is not None:
            flow.invalidate()

    def _show_typed(self, applicant: Applicant) -> None:
        """The mark of typed data: a shape and words, for as long as there is the case."""
        hand = applicant.hand
        for part in (self._typed_mark, self._typed):
            part.setVisible(hand is not None)
        if hand is not None:
            words = self.tr("Typed by hand ({typed_by}), vouched for by {confirmed_by}")
            who = {"typed_by": hand.typed_by, "confirmed_by": hand.confirmed_by}
            self._typed.setText(words.format(**who))

    def reveal(self) -> None:
        """The whole number, for fifteen seconds or until the next applicant."""
        if self._applicant is not None:
            self._number.setText(self._applicant.number)
            self._hide_again.start()

    def _mask(self) -> None:
        if self._applicant is not None:
            self._number.setText(masked(self._applicant.number))

    def _words(self, applicant: Applicant, today: date) -> tuple[Tone, str]:
        until = applicant.valid_until
        match validity(applicant, today):
            case "valid":
                return "ok", self.tr("valid until {until}").format(until=until)
            case "expired":
                return "error", self.tr("Card expired on {until}").format(until=until)
            case "not-yet":
                return "error", self.tr("Valid only from {since}").format(
                    since=applicant.valid_from
                )
            case _:
                return "warn", self.tr("Validity unknown: {until}").format(until=until)


class StepList(QWidget):
    """The six steps of a visit; the present one is bold, done ones carry a tick."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        names = (
            self.tr("1 Applicant"),
            self.tr("2 Matter"),
            self.tr("3 Checklist"),
            self.tr("4 Read and sign"),
            self.tr("5 Seal"),
            self.tr("6 Hand over"),
        )
        self._rows = [(Mark(look, "off", 14), label(name, wrap=False)) for name in names]
        lines = [row(mark, text, 1, gap=px(8)) for mark, text in self._rows]
        self.setLayout(column(*lines, 1, margin=px(10), gap=px(14)))

    def show_step(self, index: int) -> None:
        for place, (mark, text) in enumerate(self._rows):
            mark.show_tone("ok" if place < index else "now" if place == index else "off")
            font = text.font()
            font.setBold(place == index)
            text.setFont(font)
            set_tone(text, "" if place <= index else "dim")
