"""The resident card as a reader in the card service hands it out: one stream by FF B0 (idcard 3.4).

The stream is the answer to 30 01: two lengths, the text, the photo. It is read whole, so that the
text's last four bytes, which lie in the second block, are not lost.
"""

from hardware.codecs.apdu import OK, Command
from hardware.codecs.sam_data import text_and_photo
from hardware.devices.card_call import ask
from hardware.devices.id_card import IdCard, id_card
from hardware.errors import BadAnswer, DeviceRefused
from hardware.transports.base import Answer, ApduChannel

CLA, READ_BINARY = 0xFF, 0xB0  # the number of the block is P1
BLOCK_SIZE = 256
BEGIN = bytes.fromhex("01000400")  # how the stream is recognised
WHOLE = len(BEGIN) + 256 + 1024
BLOCKS = -(-WHOLE // BLOCK_SIZE)
END_EARLY = 0x6282  # fewer bytes than asked for; good for the last block

REFUSALS = {
    0x6281: "card.check-failed",  # part of the data may be damaged
    0x6300: "card.read-failed",  # no information: what most readers say of a card that was moved
    0x6400: "card.read-failed",
    0x6581: "card.read-failed",
    0x6700: "card.length-error",
    0x6982: "id-reader.not-authorised",  # security status: the module was not let in
    0x6985: "card.rejected-reader",
    0x6986: "card.read-failed",
    0x6A82: "card.no-such-file",
    0x6B00: "card.length-error",
    0x6F00: "id-reader.unrecognised",
}
FOREIGN = {0x6700, 0x6800, 0x6981, 0x6985, 0x6986, 0x6A81, 0x6A82, 0x6A86, 0x6B00, 0x6D00, 0x6E00}


def begin(channel: ApduChannel) -> Answer:
    """The first block, whatever it is."""
    return _block(channel, 0)


def is_resident_card(first: Answer) -> bool:
    """By its first bytes, not by the card's ATR."""
    return first.sw == OK and first.data.startswith(BEGIN)


def refusal(first: Answer) -> DeviceRefused | None:
    """What ails a resident card at the first block; None when this is another kind of card."""
    if first.sw == OK or first.sw in FOREIGN:
        return None
    return _refused(first.sw) if first.sw in REFUSALS else None


def read_resident_card(channel: ApduChannel, first: Answer) -> IdCard:
    """The card that begins with this block."""
    data = _whole(first, 0)
    for number in range(1, BLOCKS):
        data += _whole(_block(channel, number), number)
    text, photo = text_and_photo(data[:WHOLE])
    return id_card(text, photo=photo)


def _block(channel: ApduChannel, number: int) -> Answer:
    return ask(channel, Command(CLA, READ_BINARY, number, 0x00, le=BLOCK_SIZE))


def _whole(answer: Answer, number: int) -> bytes:
    """The block's bytes; none may be missing before the stream's end."""
    if answer.sw not in (OK, END_EARLY):
        raise _refused(answer.sw)
    needed = min(BLOCK_SIZE, WHOLE - number * BLOCK_SIZE)
    if not needed <= len(answer.data) <= BLOCK_SIZE:
        raise BadAnswer("card.lengths-disagree", heard=len(answer.data))
    return answer.data


def _refused(sw: int) -> DeviceRefused:
    return DeviceRefused(REFUSALS.get(sw, "card.refused"), status=f"{sw:04X}")
