"""A field with its name above and what is wrong with it below."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QWidget

from ui.theme import Look
from ui.turns import Turns
from ui.widgets.pages import RING
from ui.widgets.rows import MarkedLine, column
from ui.widgets.text import label


class EntryField(QWidget):
    """`inner` is what is typed into or chosen from; its trouble is also told to screen readers."""

    def __init__(self, look: Look, name: str, inner: QLineEdit | QComboBox) -> None:
        super().__init__()
        self.inner = inner
        inner.setAccessibleName(name)
        head = label(name, "section", wrap=False)
        head.setBuddy(inner)
        self._trouble = MarkedLine(look, "", "error")
        self._trouble.hide()
        self.setLayout(column(head, inner, self._trouble, 1, margin=RING, gap=look.px(3)))

    def show_trouble(self, text: str) -> None:
        """An empty text takes it away."""
        self._trouble.show_state("error", text)
        self._trouble.setVisible(bool(text))
        self.inner.setAccessibleDescription(text)

    def go_to(self) -> None:
        """The keyboard here, and in sight."""
        self.inner.setFocus()
        bring_into_sight(self)


def bring_into_sight(shown: QWidget) -> None:
    """Scroll whatever holds the widget, once it is laid out."""
    Turns(shown, (partial(_scroll_to, shown),))


def _scroll_to(shown: QWidget) -> None:
    parent = shown.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(shown)
        parent = parent.parentWidget()
