"""The frame: training banner, state of devices and line, menu, workspaces."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from ui.theme import Look
from ui.widgets.chip import Chip
from ui.widgets.flow import flow_of
from ui.widgets.focus_ring import FocusRing
from ui.widgets.mark import Tone
from ui.widgets.rows import column, row
from ui.widgets.text import label


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
        self._chips[name].show_state(tone, word)
        inner = self.layout()
        if inner is not None:
            inner.invalidate()

    def sentence(self) -> str:
        """All states in one sentence, for the key that reads them out."""
        return "；".join(chip.accessibleName() for chip in self._chips.values())


class MainWindow(QMainWindow):
    """Holds the sign-in page first, then the frame with its workspaces."""

    closing = Signal()
    workspace_opened = Signal(QWidget)

    def __init__(self, look: Look, *, training: bool) -> None:
        super().__init__()
        self.look = look
        self.setWindowTitle(self.tr("Zero-proof counter"))
        self._banner = self._build_banner(look, training)
        self._middle = QStackedWidget()
        frame = QWidget()
        frame.setObjectName("page")
        content = column(self._banner, self._middle, gap=0)
        content.setStretch(1, 1)
        frame.setLayout(content)
        self.setCentralWidget(frame)
        self._ring = FocusRing(self, look)
        self.status = StatusBar(look)
        self._workspaces = QStackedWidget()
        self._menu_group = QButtonGroup(self)
        self._menu = column(margin=0, gap=look.px(2))

    def show_page(self, page: QWidget) -> None:
        """One page fills the window (sign-in, an error that stops the day)."""
        if self._middle.indexOf(page) < 0:
            self._middle.addWidget(page)
        self._middle.setCurrentWidget(page)

    def show_frame(self, workspaces: tuple[tuple[str, QWidget], ...]) -> None:
        """Menu and workspaces; the first is shown."""
        for number, (name, workspace) in enumerate(workspaces, 1):
            self._workspaces.addWidget(workspace)
            self._menu.addWidget(self._menu_button(number, name))
        self._menu.addStretch(1)
        menu = QFrame()
        menu.setObjectName("menu")
        menu.setLayout(self._menu)
        body = row(menu, self._workspaces, gap=0)
        body.setStretch(1, 1)
        frame = QWidget()
        content = column(self.status, body, gap=0)
        content.setStretch(1, 1)
        frame.setLayout(content)
        self.status.opened.connect(lambda: self.open_workspace(len(workspaces) - 1))
        self.show_page(frame)
        self.open_workspace(0)

    def open_workspace(self, index: int) -> None:
        button = self._menu_group.button(index)
        if button is not None:
            button.setChecked(True)
        self._workspaces.setCurrentIndex(index)
        if (workspace := self._workspaces.currentWidget()) is not None:
            workspace.setFocus()
            self.workspace_opened.emit(workspace)

    def _menu_button(self, number: int, name: str) -> QPushButton:
        button = QPushButton(name if self.look.narrow else f"{number}  {name}")
        button.setObjectName("menu")
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  Alt+{number}")
        button.clicked.connect(lambda: self.open_workspace(number - 1))
        self._menu_group.addButton(button, number - 1)
        shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
        shortcut.activated.connect(lambda: self.open_workspace(number - 1))
        return button

    def _build_banner(self, look: Look, training: bool) -> QFrame:
        banner = QFrame()
        banner.setObjectName("training")
        text = label(self.tr("Training: simulated devices, invented people, nothing here is valid"))
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        banner.setLayout(column(text, margin=look.px(3)))
        if not training:
            banner.hide()  # showing it here, without a parent, would open a window of its own
        return banner

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
