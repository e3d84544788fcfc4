"""The photograph from the applicant's card, beside the steps; never another card's."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme import Look
from ui.widgets.rows import column
from ui.widgets.text import label

SIZE = (102, 126)  # pixels at 100 %; facts: idcard 2.6


class Face(QWidget):
    """Empty before a card was read; then its picture, or words where it gave none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._size = QSize(look.px(SIZE[0]), look.px(SIZE[1]))
        self._shown: tuple[bytes | None, bool] | None = None
        self._picture = label()
        self._picture.setFixedSize(self._size)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = label("", "dim")
        self.setLayout(column(self._picture, self._words, gap=look.px(4)))
        self.hide()

    def show_face(self, picture: bytes | None, *, anyone: bool) -> None:
        """The BMP of this card; None: no photograph. `anyone`: whether somebody is served."""
        if self._shown == (picture, anyone):
            return
        self._shown = (picture, anyone)
        self.setVisible(anyone)
        self._picture.clear()
        image = QImage()
        if anyone and picture:
            image.loadFromData(picture)
        self._picture.setHidden(image.isNull())
        self._words.setWordWrap(not image.isNull())  # without a picture nothing gives it a width
        if image.isNull():
            self._words.setText(self.tr("No photograph"))
            return
        self._picture.setPixmap(self._fitted(image))
        self._words.setText(self.tr("Photograph on the card"))
        self._picture.setAccessibleName(self._words.text())

    def _fitted(self, image: QImage) -> QPixmap:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return QPixmap.fromImage(image.scaled(self._size, keep, smooth))
