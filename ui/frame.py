"""What is round the workspaces once somebody has signed in: states, menu, the page in work."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QStackedWidget, QWidget

from ui.theme import Look
from ui.widgets.chip import Chip
from ui.widgets.flow import flow_of
from ui.widgets.mark import Tone
from ui.widgets.rows import column, row


class StatusBar(QFrame):
    """Reader, printer, seal, line, person: a shape and a word each; pressing one opens devices."""

    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._chips = {
            "reader": Chip(look, self.tr("Reader")),
            "printer": Chip(look, self.tr("Printer")),
            "seal": Chip(look, self.tr("Seal")),
            "line": Chip(look, self.tr("Line")),
            "person": Chip(look, ""),
        }
        flow = flow_of(*self._chips.values(), gap=look.px(6))
        flow.setContentsMargins(look.px(10), look.px(4), look.px(10), look.px(4))
        self.setLayout(flow)
        for chip in self._chips.values():
            chip.clicked.connect(self.opened)

    def show_state(self, name: str, tone: Tone, word: str) -> None:
        changed = self._chips[name].show_state(tone, word)
        inner = self.layout()
        if changed and inner is not None:
            inner.invalidate()

    def sentence(self) -> str:
        """All states in one sentence, for the key that reads them out."""
        return "；".join(chip.accessibleName() for chip in self._chips.values())


class Frame(QWidget):
    """Menu on the left, states above; a workspace is made when it is first opened."""

    workspace_opened = Signal(QWidget)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.status = StatusBar(look)
        self._workspaces = QStackedWidget()
        self._makers: list[Callable[[], QWidget]] = []
        self._group = QButtonGroup(self)
        self._menu = column(1, gap=look.px(2))
        menu = QFrame()
        menu.setObjectName("menu")
        menu.setLayout(self._menu)
        body = row(menu, self._workspaces, gap=0)
        body.setStretch(1, 1)
        content = column(self.status, body, gap=0)
        content.setStretch(1, 1)
        self.setLayout(content)

    def add(self, name: str, make: Callable[[], QWidget]) -> None:
        """The next one down the menu, under the next digit; `make` answers the same one always."""
        number = len(self._makers)
        self._makers.append(make)
        self._menu.insertWidget(number, self._menu_button(number, name))

    def open(self, index: int) -> None:
        button = self._group.button(index)
        if button is None:
            return
        button.setChecked(True)
        workspace = self._makers[index]()
        if self._workspaces.indexOf(workspace) < 0:
            self._workspaces.addWidget(workspace)
        self._workspaces.setCurrentWidget(workspace)
        workspace.setFocus()
        self.workspace_opened.emit(workspace)

    def _menu_button(self, index: int, name: str) -> QPushButton:
        key = f"Alt+{index + 1}"
        button = QPushButton(name if self._look.narrow else f"{index + 1}  {name}")
        button.setObjectName("menu")
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  {key}")
        button.clicked.connect(lambda: self.open(index))
        self._group.addButton(button, index)
        QShortcut(QKeySequence(key), self).activated.connect(lambda: self.open(index))
        return button
