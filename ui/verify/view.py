"""Verify a seal: files are chosen or dropped, judged on a lane, reported here and on paper."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from app.services import verifying
from app.services.verifying import Checked
from ui.desk import Desk
from ui.problems import trouble
from ui.tasks import Task
from ui.verify import words
from ui.verify.file_list import FileList
from ui.verify.invitation import invitation
from ui.verify.report_view import ReportView
from ui.verify.sheet import sheet_of
from ui.verify.work_line import WorkLine
from ui.widgets.flow import flow_of
from ui.widgets.rows import column, row
from ui.widgets.text import label

MOST_FILES = 50
LIST_ROOM, LIST_HEIGHT = 320, 44  # in large print one file is in view, arrows lead on
RING = 4  # room for the ring round what has the keyboard
SM3_IN_NAME = 8  # a file's name may hold a person's; what we save does not repeat it


class VerifyView(QWidget):
    """`bug(error)` for what is no trouble we know. The last files go when others are chosen."""

    bug = Signal(object)

    def __init__(self, desk: Desk, version: str) -> None:
        super().__init__()
        self._desk, self._version = desk, version
        self._paths: tuple[Path, ...] = ()
        self._found: dict[int, Checked] = {}
        self._tasks: list[Task] = []
        self._too_many = ""
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._build()
        self._show_buttons()

    # --- what is judged ---

    def choose(self) -> None:
        """Ctrl+O."""
        dialog = QFileDialog(self, self.tr("Files with seals"), "", self._kinds())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.check([Path(each) for each in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def check(self, paths: Sequence[Path]) -> None:
        """One piece of work a file, so that it can be ended between two."""
        self.cancel()
        self._paths, self._found = tuple(paths[:MOST_FILES]), {}
        told = self.tr("Only the first {n} files are looked at.").format(n=MOST_FILES)
        self._too_many = told if len(paths) > MOST_FILES else ""
        self.files.show_names([each.name for each in self._paths])
        self._pages.setCurrentIndex(1)
        self.files.setCurrentRow(0)
        self.files.setFocus()
        trust = verifying.Trust(self._desk.office.settings.trust)
        for place, path in enumerate(self._paths):
            work = partial(verifying.judge, self._desk.office, path, trust)
            done, failed = partial(self._judged, place), self._failed
            self._tasks.append(self._desk.tasks.run("files", work, done, failed, self))
        self._show_progress()

    def cancel(self) -> None:
        """Esc: what is not judged by now is left."""
        for task in self._tasks:
            task.cancel()
        if self._working:
            for place in set(range(len(self._paths))) - set(self._found):
                self.files.show_state(place, "off", self.tr("left out"))
            self.say(self.tr("Stopped. Files that were not looked at are left out."))
        self._tasks.clear()
        self._show_work()

    @property
    def shown(self) -> Checked | None:
        """The file whose report is in view."""
        return self._found.get(self.files.currentRow())

    @property
    def _working(self) -> bool:
        return bool(self._tasks) and len(self._found) < len(self._paths)

    def _judged(self, place: int, found: Checked) -> None:
        self._found[place] = found
        verdict = found.report.verdict
        self.files.show_state(place, words.TONES[verdict], words.verdict_word(verdict))
        if place == self.files.currentRow():
            self._show_current()
        self._show_progress()

    def _failed(self, error: Exception) -> None:
        """No verdict at all: the officer may not, or the store is in trouble."""
        self.cancel()
        self._tell(error)

    # --- paper ---

    def print_sheet(self) -> None:
        """Ctrl+P."""
        if (found := self.shown) is not None:
            office = self._desk.office
            sheet = sheet_of(found, office, self._version)
            work = partial(verifying.print_sheet, office, sheet, found.sm3, self._desk.spooler)
            self.say(self.tr("The sheet goes to the printer"))
            self._desk.tasks.run("print", work, self._printed, self._tell, self)

    def _printed(self, printer: str) -> None:
        self.say(self.tr("The printer {name} has the sheet.").format(name=printer), "ok")

    def save_sheet(self) -> None:
        """Ctrl+S."""
        found = self.shown
        if found is None:
            return
        digest = f"-{found.sm3[:SM3_IN_NAME]}" if found.sm3 else ""
        name = self.tr("seal report") + f"{digest}.pdf"
        dialog = QFileDialog(self, self.tr("Save the sheet"), name, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda target: self.save_to(found, Path(target)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, found: Checked, target: Path) -> None:
        """The place that was chosen."""
        office = self._desk.office
        sheet = sheet_of(found, office, self._version)
        work = partial(verifying.save_sheet, office, sheet, found.sm3, target)
        saved = self.tr("The sheet is saved.")
        tasks = self._desk.tasks
        tasks.run("print", work, lambda _done: self.say(saved, "ok"), self._tell, self)

    # --- what is shown ---

    def say(self, text: str, tone: str = "dim") -> None:
        self._work.say(text, tone)

    def _tell(self, error: Exception) -> None:
        found = trouble(error)
        if found is None:
            self.bug.emit(error)
        else:
            self.say(found.text, "error")

    def _show_current(self) -> None:
        if (found := self.shown) is not None:
            self.report.show_report(found)
        else:
            self.report.say(self.tr("This file has not been looked at."))
        self._show_buttons()

    def _show_progress(self) -> None:
        done, count = len(self._found), len(self._paths)
        if done < count:
            text = self.tr("Looking at the files: {done} of {n}").format(done=done, n=count)
        else:
            text = self.tr("%n file(s) judged", "", count)
        self.say(f"{text} {self._too_many}".strip())
        self._show_work()

    def _show_work(self) -> None:
        self._work.show_work(len(self._found), len(self._paths), going=self._working)

    def _show_buttons(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(self.shown is not None)

    # --- keys, and what is dropped here ---

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page was opened: on to the files, or to the button that chooses some."""
        (self.files if self._paths else self.choose_button).setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._working:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.check(paths)

    # --- how it is built ---

    def _build(self) -> None:
        look, px = self._desk.look, self._desk.look.px
        self.choose_button = self._button(self.tr("Choose files"), "Ctrl+O", self.choose)
        self.print_button = self._button(self.tr("Print the sheet"), "Ctrl+P", self.print_sheet)
        self.save_button = self._button(self.tr("Save as PDF"), "Ctrl+S", self.save_sheet)
        self.files, self.report = FileList(look), ReportView(look)
        self.files.currentRowChanged.connect(lambda _row: self._show_current())
        self._pages = QStackedWidget()
        self._pages.addWidget(invitation(look))
        self._pages.addWidget(self._body())
        flow = flow_of(self.choose_button, self.print_button, self.save_button, gap=px(8))
        flow.setContentsMargins(RING, RING, RING, RING)
        buttons = QWidget()
        buttons.setLayout(flow)
        title = label(self.tr("Verify a seal"), "title", wrap=False)
        head = row(title, buttons, gap=px(16))
        head.setStretch(1, 1)
        self._work = WorkLine()
        self._work.stop.clicked.connect(self.cancel)
        content = column(head, self._work, self._pages, margin=px(12), gap=px(4))
        content.setStretch(2, 1)
        self.setLayout(content)

    def _button(self, name: str, key: str, act: object) -> QPushButton:
        button = QPushButton(name if self._desk.look.narrow else f"{name}  {key}")
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  {key}")
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return button

    def _body(self) -> QWidget:
        look = self._desk.look
        body: QBoxLayout
        if look.narrow:
            self.files.setFixedHeight(look.px(LIST_HEIGHT))
            body = column(self.files, self.report, gap=look.px(8))
        else:
            self.files.setFixedWidth(look.px(LIST_ROOM))
            body = row(self.files, self.report, gap=look.px(10))
        body.setStretch(1, 1)
        body.setContentsMargins(RING, RING, RING, RING)
        made = QWidget()
        made.setLayout(body)
        return made

    def _kinds(self) -> str:
        sealed = self.tr("Sealed files") + " (*.pdf *.ofd *.esl *.dat *.sig *.der)"
        every = self.tr("All files") + " (*)"
        return f"{sealed};;{every}"
