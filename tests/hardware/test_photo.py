"""The photo by a maker's decoder, each kind built from C; an older picture is never shown (G03)."""

import sys
import time

import pytest

from hardware.codecs import bmp as bmp_codec
from hardware.devices.id_card import IdCard
from hardware.errors import BadAnswer, NoCard
from hardware.library_readers import with_pictures
from tests.hardware.c_libraries import needs_gcc
from tests.hardware.library_hall import Hall, Limited, bmp

pytestmark = [
    needs_gcc,
    pytest.mark.usefixtures("temp"),
    pytest.mark.skipif(sys.platform != "linux", reason="the libraries are built for Linux"),
]
KINDS = ("BUFFER", "ZKID", "DECODING", "UNPACK", "WLT2BMP", "WLT2BMP_MEMORY", "GETBMP")
REASONS = {
    "f": "photo.undecodable",
    "l": "photo.not-licensed",
    "c": "library.crashed",
    "h": "library.hung",
    "b": "photo.not-a-picture",
}
SECONDS = 1.0
FIRST_POINT = slice(54, 57)


@pytest.fixture(scope="module", params=KINDS)
def built(request, tmp_path_factory):
    hall = Hall(tmp_path_factory.mktemp("hall"), ("wang-lan", "song-moved"))
    hall.build("wlt", request.param)
    hall.kind = request.param
    return hall


@pytest.fixture
def hall(built):
    built.state.write_text("")
    return built


class OneCard:
    """A reader that has read already; the cards are what is tried here."""

    def __init__(self):
        self.card = IdCard(document="citizen", name="王兰", photo=bytes(1024))

    def read(self):
        return self.card

    def close(self):
        pass


@pytest.fixture
def pair(hall):
    reader = OneCard()
    pictured = with_pictures(reader, hall.library, bound=Limited)
    yield reader, pictured
    pictured.close()


def put(reader, hall, who):
    person = hall.persons[who]
    reader.card = IdCard(document="citizen", name=person.shown_name, photo=person.photo())


def test_the_picture_is_the_cards_own(hall, pair):
    reader, pictured = pair
    for who in (0, 1):
        put(reader, hall, who)
        card = pictured.read()
        assert len(card.picture) == bmp_codec.SIZE
        assert card.picture[FIRST_POINT] == card.photo[:3]
        assert card.picture[57:] == bmp()[57:]
        assert card.picture_trouble == ""


@pytest.mark.parametrize("fault", ["f", "l", "c", "h", "b"])
def test_when_it_fails_the_next_card_has_no_picture_but_the_reason(hall, pair, fault):
    reader, pictured = pair
    put(reader, hall, 0)
    assert pictured.read().picture is not None
    put(reader, hall, 1)
    hall.state.write_text(fault)
    pictured._decoder._library.seconds = SECONDS if fault == "h" else 20.0
    card = pictured.read()
    assert (card.name, card.photo) == ("宋迁", hall.persons[1].photo())
    assert (card.picture, card.picture_trouble) == (None, reason(hall.kind, fault))
    hall.state.write_text("")
    assert pictured.read().picture[FIRST_POINT] == hall.persons[1].photo()[:3]


@pytest.mark.parametrize("kind", ["WLT2BMP", "GETBMP"])
def test_a_file_that_was_not_written_anew_is_no_picture(tmp_path, kind):
    hall = Hall(tmp_path / "hall", ("wang-lan", "song-moved"))
    hall.build("wlt", kind)
    reader = OneCard()
    pictured = with_pictures(reader, hall.library)
    put(reader, hall, 0)
    assert pictured.read().picture is not None
    put(reader, hall, 1)
    hall.state.write_text("w")  # says that it went well and leaves the file alone
    card = pictured.read()
    assert (card.picture, card.picture_trouble) == (None, "photo.undecodable")


def reason(kind, fault):
    """unpack tells nothing but that nothing came."""
    if fault == "l" and kind == "UNPACK":
        return "photo.undecodable"
    return REASONS[fault]


def test_a_decoder_that_hangs_holds_the_card_up_for_less_than_five_seconds(tmp_path):
    hall = Hall(tmp_path / "hall", ("wang-lan", "song-moved"))
    hall.build("wlt", "GETBMP")
    reader = OneCard()
    hall.state.write_text("h")
    begun = time.monotonic()
    card = with_pictures(reader, hall.library).read()
    assert time.monotonic() - begun < 5
    assert (card.name, card.picture, card.picture_trouble) == ("王兰", None, "library.hung")


def test_a_decoders_folder_that_cannot_be_written_changes_nothing(hall, pair):
    reader, pictured = pair
    put(reader, hall, 1)
    hall.folder.chmod(0o500)
    try:
        assert pictured.read().picture[FIRST_POINT] == hall.persons[1].photo()[:3]
    finally:
        hall.folder.chmod(0o700)


def test_a_photo_of_the_wrong_length_goes_to_no_decoder(hall, pair):
    reader, pictured = pair
    reader.card = IdCard(document="citizen", name="王兰", photo=b"short")
    assert pictured.read().picture_trouble == "photo.wrong-length"


def test_without_a_decoder_file_the_card_is_read(tmp_path):
    pictured = with_pictures(OneCard(), tmp_path / "none.so")
    card = pictured.read()
    assert (card.name, card.picture, card.picture_trouble) == ("王兰", None, "library.absent")


def test_unpacked_points_alone_make_a_picture(tmp_path):
    hall = Hall(tmp_path / "hall", ("wang-lan",))
    hall.build("wlt", "UNPACK", "NO_FILE")
    reader = OneCard()
    put(reader, hall, 0)
    card = with_pictures(reader, hall.library).read()
    assert card.picture[FIRST_POINT] == card.photo[:3]
    assert card.picture[57:] == bmp()[57:]


def test_the_reader_is_let_go_while_its_photo_is_decoded(tmp_path):
    """WltRS asks the reader itself: its port must be free."""
    hall = Hall(tmp_path / "hall", ("wang-lan", "song-moved"))
    decoder = hall.build("wlt", "GETBMP")
    hall.build("sdtapi")
    told = []

    class Noting:
        def __init__(self, process):
            self.process = process

        def ask(self, question, seconds=None):
            told.append(question.get("do", "decode"))
            return self.process.ask(question, seconds)

        def close(self):
            self.process.close()

    reader = hall.reader(bound=Noting)
    pictured = with_pictures(reader, decoder, bound=Noting)
    hall.put(0)
    assert pictured.read().picture is not None
    assert told == ["read", "new_address", "sam_id", "close", "decode"]
    hall.take()
    with pytest.raises(NoCard):
        pictured.read()
    pictured.close()


def test_only_such_a_bmp_is_a_picture():
    good = bmp()
    assert bmp_codec.picture(good) == good
    upside_down = good[:22] + (-126).to_bytes(4, "little", signed=True) + good[26:]
    assert bmp_codec.picture(bmp_codec.picture(upside_down)) != good
    for at in (0, 1, 10, 14, 18, 22, 26, 28, 30):
        with pytest.raises(BadAnswer):
            bmp_codec.picture(good[:at] + bytes([good[at] ^ 0x11]) + good[at + 1 :])
    for other in (b"", good[:-1], good + b"\0"):
        with pytest.raises(BadAnswer):
            bmp_codec.picture(other)


def test_what_stands_in_unused_fields_goes_no_further():
    odd = bytearray(bmp())
    odd[6:10] = b"name"
    odd[54 + 306 : 54 + 308] = b"ID"
    assert bmp_codec.picture(bytes(odd)) == bmp()
