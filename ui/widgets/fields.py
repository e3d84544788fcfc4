"""Entry fields for codes, numbers and scans: no input method ever sees their keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


class NoImeField(QLineEdit):
    """A field whose keys bypass the input method: a scanner's letters would become Chinese words.

    The widget attribute alone does not switch an input method off; answering the query does.
    """

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override]
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)
