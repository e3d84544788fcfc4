"""F7 at an open case: the camera is looked at while the strip is shown, and at no other time."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from app.domain import papers as rules
from app.domain.papers import Paper
from hardware.devices.document_camera import Found
from ui.reception import paper_acts
from ui.reception.page import ReceptionPage
from ui.reception.papers_strip import CameraView, Place

LOOK_EVERY = 1_000  # milliseconds


class PaperPart(QObject):
    """Takes papers in for the case on the page."""

    def __init__(self, page: ReceptionPage) -> None:
        super().__init__(page)
        self._page, self._strip = page, page.papers
        self._found, self._looking, self._number = Found(), False, ""
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._strip.from_camera.connect(self._from_camera)
        self._strip.from_file.connect(self._ask_file)
        self._strip.closed.connect(self.close)

    def toggle(self) -> None:
        """F7."""
        case = self._page.state.case
        if self._strip.isVisible():
            self.close()
        elif case is None:
            text = self.tr("Make the letter first; then a paper can be taken in for its case.")
            self._page.foot.say(text, "warn")
        else:
            self._number = case.number
            self._strip.open_for(rules.uses(case))
            self._page.take_in.hide()  # the strip has its own way out
            self._timer.start()
            self._look()
            self._refresh()

    def close(self) -> None:
        self._timer.stop()
        if self._strip.isVisible():
            self._strip.hide()
            self._page.take_in.setVisible(self._page.state.case is not None)
            self._page.setFocus()  # else it goes to whatever comes next
        self._found = Found()

    # --- the camera ---

    def _look(self) -> None:
        case = self._page.state.case
        if case is None or case.number != self._number:
            self.close()
        elif not self._looking:
            self._looking = True
            work = partial(paper_acts.look, self._page.desk)
            self._page.desk.tasks.run("print", work, self._seen, self._failed, self)

    def _seen(self, seen: tuple[Found, CameraView]) -> None:
        self._looking = False
        if self._strip.isVisible():
            self._found = seen[0]
            self._strip.show_camera(seen[1])

    def _failed(self, error: Exception) -> None:
        self._looking = False
        self._page.failed(error)

    def _from_camera(self, place: Place) -> None:
        pictures, self._found = self._found.pictures, Found()
        if pictures:
            self._strip.camera.setEnabled(False)
            work = partial(paper_acts.take_in, self._page.desk, self._number, place, pictures)
            self._page.run("store", work, self._kept, self.tr("Keeping the paper"))

    def _kept(self, digests: tuple[str, ...]) -> None:
        """Only now: what is not kept stays in the camera's folder."""
        work = partial(paper_acts.let_go, self._page.desk, digests)
        self._page.run_quietly("print", work, lambda _done: self._refresh())
        self._taken_in(len(digests))

    # --- a file ---

    def _ask_file(self, place: Place) -> None:
        kinds = self.tr("Pictures and PDF") + " (*.jpg *.jpeg *.png *.pdf)"
        dialog = QFileDialog(self._page, self.tr("The paper's picture"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(self.take_file, place))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, place: Place, file: str) -> None:
        """The file that was chosen."""
        work = partial(paper_acts.take_in_file, self._page.desk, self._number, place, file)
        self._page.run("store", work, self._file_kept, self.tr("Keeping the paper"))

    def _file_kept(self, _paper: Paper) -> None:
        self._taken_in(1)
        self._refresh()

    # --- what there is ---

    def _taken_in(self, n: int) -> None:
        self._page.render_state()
        self._page.foot.say(self.tr("%n paper(s) kept with the case", "", n), "ok")

    def _refresh(self) -> None:
        work = partial(paper_acts.papers_of, self._page.desk, self._number)
        self._page.run_quietly("store", work, self._strip.show_papers)
