"""F7: take a paper in for the open case, from the document camera or from a file."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QScrollArea

from app.domain.papers import Paper, Use
from ui.theme import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.pdf_view import PageImage
from ui.widgets.rows import column, row
from ui.widgets.text import label, set_tone

PREVIEW = 150  # pixels high at plain size
Place = tuple[Use, str, str]  # what it is for; of a proof its code and name


@dataclass(frozen=True, slots=True)
class CameraView:
    """What lies in the camera's folder now, and the first picture of it, small."""

    pictures: int = 0
    unfinished: int = 0
    trouble: str = ""
    preview: PageImage | None = None


class PapersStrip(QFrame):
    """`from_camera` and `from_file` with the place that was chosen; hidden until F7."""

    from_camera = Signal(object)
    from_file = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self._look = look
        self._places: tuple[Place, ...] = ()
        self.setObjectName("card")
        self.place = QComboBox()
        self.place.setAccessibleName(self.tr("What the paper is for"))
        self.place.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon  # names can be long
        )
        self.camera = QPushButton(self.tr("Take in from the camera"))
        self.file = QPushButton(self.tr("Choose a file"))
        close = QPushButton(self.tr("Close  F7"))
        self.camera.clicked.connect(lambda: self._chosen(self.from_camera))
        self.file.clicked.connect(lambda: self._chosen(self.from_file))
        close.clicked.connect(self.closed)
        self._state, self._there = label(), label("", "dim")
        self._preview = label()
        self._preview.setAccessibleName(self.tr("The picture in the camera's folder"))
        self._preview.hide()
        title = label(self.tr("Take a paper in"), "section")
        buttons = ButtonRow(self.camera, self.file, close)
        words = column(title, self.place, self._state, buttons, self._there, gap=px(6))
        beside = column if look.narrow else row
        content = beside(words, self._preview, margin=px(12), gap=px(12))
        content.setStretch(0, 1)
        self.setLayout(content)
        self.hide()

    def open_for(self, places: tuple[Place, ...]) -> None:
        """The same choice stays when it is still there."""
        chosen = self.place.currentText()
        self._places = places
        self.place.clear()
        self.place.addItems([self._word(place) for place in places])
        self.place.setCurrentIndex(max(0, self.place.findText(chosen)))
        self.show_camera(CameraView())
        self.show_papers(())
        self.show()
        self.place.setFocus()
        QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        """Large print scrolls as a whole, and may stand anywhere."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self)

    def show_camera(self, view: CameraView) -> None:
        n, unfinished = view.pictures, view.unfinished  # lupdate reads plain names
        self.camera.setEnabled(n > 0)
        if n:
            text = self.tr("%n picture(s) ready in the camera's folder", "", n)
        elif unfinished:
            text = self.tr("%n picture(s) still being written", "", unfinished)
        else:
            text = view.trouble or self.tr("Take the picture with the camera; it appears here.")
        if n and view.trouble:
            text += f"　{view.trouble}"
        self._state.setText(text)
        set_tone(self._state, "warn" if view.trouble else "")
        self.camera.setAccessibleDescription(text)
        self._show_preview(view.preview)

    def show_papers(self, papers: tuple[Paper, ...]) -> None:
        """Those the case has, by what they are for."""
        counted = {place: 0 for place in self._places}
        for paper in papers:
            for place in self._places:
                counted[place] += (paper.use, paper.proof) == place[:2]
        texts = [f"{self._word(place)} {count}" for place, count in counted.items() if count]
        words = "；".join(texts) or self.tr("none")
        self._there.setText(self.tr("Papers of this case: {papers}").format(papers=words))

    def _chosen(self, signal: object) -> None:
        if self._places:
            signal.emit(self._places[self.place.currentIndex()])  # type: ignore[attr-defined]

    def _word(self, place: Place) -> str:
        use, _, proof = place
        words = {
            Use.OTHER_MATERIAL: self.tr("Own document instead of {proof}").format(proof=proof),
            Use.SIGNED_LETTER: self.tr("The letter signed on paper"),
            Use.EVIDENCE: self.tr("Evidence of a check (Art. 11)"),
        }
        return words[use]

    def _show_preview(self, found: PageImage | None) -> None:
        self._preview.setVisible(found is not None)
        if found is not None:
            stride, form = found.width * 4, QImage.Format.Format_RGB32
            image = QImage(found.bgra, found.width, found.height, stride, form)
            pixmap = QPixmap.fromImage(image.copy())
            self._preview.setPixmap(pixmap.scaledToHeight(self._look.px(PREVIEW)))
