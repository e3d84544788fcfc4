"""Labels: always plain text, so that a name can never become markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


def label(text: str = "", kind: str = "", *, wrap: bool = True) -> QLabel:
    """A label of one of the sheet's kinds: title, huge, dim, small, section."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if kind:
        made.setObjectName(kind)
    if not wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


def set_tone(shown: QLabel, tone: str) -> None:
    """Colour a label by meaning (ok, warn, error, dim, brand); the words must say it as well."""
    if shown.property("tone") != tone:
        shown.setProperty("tone", tone)
        shown.style().unpolish(shown)
        shown.style().polish(shown)
