"""The card's photo by a maker's decoder; where that fails the card is read all the same."""

import base64
from collections.abc import Callable
from dataclasses import replace

from hardware.codecs.bmp import from_bgr, picture
from hardware.devices.id_card import IdCard
from hardware.devices.id_reader import IdReader
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble
from hardware.transports.base import VendorLibrary

WORKER = "wlt"
SECONDS = 4.0  # for one photo, the decoder's start included: the clerk waits five at most
PHOTO_SIZE = 1024
NOT_LICENSED = -5
NO_READER = (0, -6)  # of WltRS, which asks the reader itself


class PhotoDecoder:
    """One decoder; its process ends behind each photo, so that nothing of it is there for another.

    It may need the reader for itself while it works.
    """

    def __init__(self, library: VendorLibrary) -> None:
        self._library = library

    def decode(self, photo: bytes) -> bytes:
        """The BMP; DeviceTrouble library.* or photo.* where none came."""
        if len(photo) != PHOTO_SIZE:
            raise BadAnswer("photo.wrong-length", length=len(photo))
        try:
            answer = self._library.ask({"photo": base64.b64encode(photo).decode("ascii")})
        finally:
            self._library.close()
        try:
            if "bmp" in answer:
                return picture(base64.b64decode(answer["bmp"], validate=True))
            if "bgr" in answer:
                return from_bgr(base64.b64decode(answer["bgr"], validate=True))
        except (TypeError, ValueError):
            raise BadAnswer("photo.not-a-picture") from None
        raise _refused(answer.get("code"), bool(answer.get("asks_reader")))


class PictureReader:
    """Any reader, its cards with the decoded picture where the decoder gives one.

    `release` frees the reader for the decoder.
    """

    def __init__(
        self, reader: IdReader, decoder: PhotoDecoder, release: Callable[[], None] = lambda: None
    ) -> None:
        self._reader = reader
        self._decoder = decoder
        self._release = release

    def read(self) -> IdCard:
        card = self._reader.read()
        if card.photo is None or card.picture is not None:
            return card
        try:
            self._release()
            return replace(card, picture=self._decoder.decode(card.photo), picture_trouble="")
        except DeviceTrouble as trouble:
            return replace(card, picture=None, picture_trouble=trouble.code)

    def card_present(self) -> bool:
        return self._reader.card_present()

    def wait_for_removal(self, seconds: float) -> bool:
        return self._reader.wait_for_removal(seconds)

    def sam_id(self) -> str:
        return self._reader.sam_id()

    def close(self) -> None:
        self._reader.close()


def _refused(code: object, asks_reader: bool) -> DeviceTrouble:
    if code == NOT_LICENSED:
        return DeviceRefused("photo.not-licensed")
    if asks_reader and code in NO_READER:
        return DeviceRefused("photo.no-reader")
    return DeviceRefused("photo.undecodable", status=str(code)[:12])
