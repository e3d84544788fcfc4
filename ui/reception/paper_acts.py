"""What taking papers in asks of services and the camera; all of it runs on a lane."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from app.domain.papers import LARGEST, Paper
from app.errors import Unavailable, denied
from app.services import papers, preview
from hardware.devices.document_camera import PDF, Found, Picture
from hardware.errors import DeviceTrouble
from ui.desk import Desk
from ui.problems import trouble
from ui.reception.papers_strip import CameraView, Place
from ui.widgets.pdf_view import PageImage

THUMBNAIL = QSize(600, 600)  # at most, whatever the picture claims to be
PDF_DPI = 50


def look(desk: Desk) -> tuple[Found, CameraView]:
    """Lane `print`: what the camera left; trouble is part of what is shown, not an error."""
    try:
        found = desk.camera().look()
    except DeviceTrouble as error:
        said = trouble(error)
        return Found(), CameraView(trouble=said.text if said else "")
    words = [said.text for code in found.troubles if (said := trouble(DeviceTrouble(code)))]
    shown = thumbnail(found.pictures[0]) if found.pictures else None
    count = len(found.pictures)
    return found, CameraView(count, found.unfinished, " ".join(words), shown)


def take_in(
    desk: Desk, number: str, place: Place, pictures: tuple[Picture, ...]
) -> tuple[str, ...]:
    """Lane `store`: the digests of what is kept now, which the camera may let go."""
    simulated = "camera" in desk.simulated
    for each in pictures:
        papers.take_in(
            desk.office,
            number,
            place[0],
            each.data,
            source=papers.CAMERA,
            proof=place[1],
            simulated=simulated,
        )
    return tuple(each.sm3 for each in pictures)


def let_go(desk: Desk, digests: tuple[str, ...]) -> None:
    """Lane `print`: out of the camera's folder."""
    for each in digests:
        desk.camera().remove(each)


def take_in_file(desk: Desk, number: str, place: Place, file: str) -> Paper:
    """Lane `store`: a file that the clerk chose; it stays where it is, its name is not kept."""
    try:
        with Path(file).open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise _unnamed(error) from error
    return papers.take_in(desk.office, number, place[0], data, source=papers.FILE, proof=place[1])


def papers_of(desk: Desk, number: str) -> tuple[Paper, ...]:
    return papers.papers_of(desk.office, number)


def thumbnail(picture: Picture) -> PageImage | None:
    """Small, and drawn from bounded memory; none when the picture cannot be drawn."""
    if picture.media_type == PDF:
        return _first_page(picture.data)
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        return None
    reader.setScaledSize(size.scaled(THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    drawn = image.convertToFormat(QImage.Format.Format_RGB32)
    return PageImage(drawn.width(), drawn.height(), bytes(drawn.constBits()))


def _first_page(data: bytes) -> PageImage | None:
    try:
        pages = preview.page_images(data, PDF_DPI, most=1)
    except preview.UNREADABLE:
        return None
    return PageImage(*pages[0]) if pages else None


def _unnamed(error: OSError) -> Unavailable:
    """A file's name may be a person's: it is not said."""
    return denied(OSError(error.errno, error.strerror or "?", "…"))
