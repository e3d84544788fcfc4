"""The resident identity card reader: find, select, read (facts: idcard 1.3 to 1.7)."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from hardware.clock import Clock
from hardware.codecs.card_text import NEW_ADDRESS_SIZE, CardText, decode, decode_new_address
from hardware.codecs.sam_data import sam_id_text, text_and_photo, text_photo_templates
from hardware.codecs.sam_frame import LENGTH_CAP, FrameDecoder, encode
from hardware.codecs.social_security import SocialSecurity
from hardware.devices.sam_status import (
    CARD_FOUND,
    DONE,
    NO_CARD,
    NOTHING_SUCH,
    OUR_FRAME_DAMAGED,
    SELECT_FAILED,
    trouble,
)
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoCard
from hardware.transports.base import ByteStream

RESET = bytes.fromhex("10FF")
STATUS = bytes.fromhex("11FF")
SAM_ID = bytes.fromhex("12FF")
FIND_CARD = bytes.fromhex("2001")
SELECT_CARD = bytes.fromhex("2002")
READ_TEXT_AND_PHOTO = bytes.fromhex("3001")  # without the fingerprints
READ_WITH_FINGERPRINTS = bytes.fromhex("3010")
READ_NEW_ADDRESS = bytes.fromhex("3003")  # also tells whether a card that was read still lies there

HARMLESS = (STATUS, SAM_ID, FIND_CARD, SELECT_CARD, READ_NEW_ADDRESS)  # may be asked again
DAMAGED = "id-reader.bad-checksum"

FIRST_BYTE_SECONDS = 3.0
NEXT_BYTE_SECONDS = 1.0
ANSWER_SECONDS = 10.0  # the longest answer takes 2.4 s at 9600 baud
DAMAGE_SECONDS = 0.3  # how long a good answer is awaited behind a damaged one
MOST_ADDRESSES = 4 * NEW_ADDRESS_SIZE  # a card holds four appended ones
HEARD_CAP = 4 * LENGTH_CAP  # more than this without an answer is babble
POLL_SECONDS = 0.5  # between two looks, also where the first find missed a card just put on
OUT_OF_TIME = "port.out-of-time"  # of a line with an end


@dataclass(frozen=True, slots=True)
class IdCard(CardText):
    """One card as read; the station stamps `simulated`.

    `photo` is the undecoded picture (WLT), `picture` what a maker's decoder made of it (BMP);
    `picture_trouble` is the code of why there is none.
    `address` is the printed one; `new_address` was appended later (None: the reader cannot tell).
    `fingerprints` is None unless they were asked for. `social_security` holds what only such a
    card has.
    """

    new_address: str | None = None
    photo: bytes | None = None
    picture: bytes | None = None
    picture_trouble: str = ""
    fingerprints: tuple[bytes, ...] | None = field(default=None, repr=False)
    social_security: SocialSecurity | None = None
    sam_id: str = ""
    simulated: bool = False


class IdCardReader:
    """The reader module on a byte stream; fingerprints are read only when asked for."""

    def __init__(self, stream: ByteStream, clock: Clock, *, simulated: bool = False) -> None:
        self._stream = stream
        self._clock = clock
        self._simulated = simulated
        self._fingerprints = False
        self._sam_id: str | None = None
        self._read_already = False
        self._reset_due = False  # a failed read was not followed by a reset: the line was silent

    def with_fingerprints(self) -> "IdCardReader":
        """From now on the templates are read, too; they go nowhere but into the card's value."""
        self._fingerprints = True
        return self

    def read(self) -> IdCard:
        """The card on the reader; NoCard when none lies there or it was not lifted since."""
        if self._reset_due:
            self._reset_after_failure()
        try:
            self._find()
            card = self._taken_in()
        except (BadAnswer, DeviceRefused):
            self._reset_after_failure()
            raise
        self._read_already = True
        card = self._with_new_address(card)
        return replace(card, sam_id=self._sam_id_if_told(), simulated=self._simulated)

    def card_present(self) -> bool:
        """One question to the reader; ask at most every 500 ms. A card that was read counts."""
        if self._read_already:
            self._read_already = self._still_there()
            return self._read_already
        return self._found()

    def wait_for_removal(self, seconds: float) -> bool:
        """After a read: True as soon as the card is gone, False when it stays all the time."""
        gone = until_gone(self._still_there, seconds, self._clock)
        self._read_already = self._read_already and not gone
        return gone

    def sam_id(self) -> str:
        """The module's number in print: 05.03-20140820-0012345678-0123456789."""
        if self._sam_id is None:
            self._sam_id = sam_id_text(self._ask(SAM_ID))
        return self._sam_id

    def check(self, seconds: float = FIRST_BYTE_SECONDS) -> None:
        """Returns when a module answers that it is ready; finds the line's rate, too."""
        self._ask(STATUS, seconds=seconds)

    def close(self) -> None:
        self._stream.close()

    def _find(self) -> None:
        if self._found() or self._a_look_later(self._found):
            return
        lies = self._a_look_later(self._still_there)
        raise NoCard("card.not-lifted" if lies else "card.none")

    def _a_look_later(self, look: Callable[[], bool]) -> bool:
        """One look after the pause between looks; False also where the time is up by then."""
        self._clock.sleep(POLL_SECONDS)
        try:
            return look()
        except BadAnswer as over:
            if over.code != OUT_OF_TIME:
                raise
            return False

    def _select(self) -> None:
        """Once more where it fails; failing behind a found card again, several lie there."""
        for _ in range(2):
            status, _ = self._exchange(SELECT_CARD)
            if status != SELECT_FAILED:
                break
            if not self._found():
                raise trouble(SELECT_FAILED)
        else:
            raise DeviceRefused("card.several", status=f"{SELECT_FAILED:02X}")
        if status != DONE:
            raise trouble(status)

    def _taken_in(self) -> IdCard:
        """A module that found a card is there: falling silent now, it was stopped in the middle."""
        try:
            self._select()
            return self._card()
        except BadAnswer as trouble:
            if trouble.code != "id-reader.silent":
                raise
            raise BadAnswer("id-reader.truncated", heard=0) from None

    def _card(self) -> IdCard:
        if self._fingerprints:
            text, photo, templates = text_photo_templates(self._ask(READ_WITH_FINGERPRINTS))
            return id_card(text, photo=photo, fingerprints=templates)
        text, photo = text_and_photo(self._ask(READ_TEXT_AND_PHOTO))
        return id_card(text, photo=photo)

    def _with_new_address(self, card: IdCard) -> IdCard:
        """Without it where the module cannot tell; what was read before stays good."""
        try:
            status, data = self._exchange(READ_NEW_ADDRESS)
        except (BadAnswer, DeviceRefused):
            return card
        if status == NOTHING_SUCH:
            return replace(card, new_address="")
        if status != DONE or len(data) > MOST_ADDRESSES:  # too much: an older answer, said late
            return card
        return with_new_address(card, data)

    def _found(self) -> bool:
        status, _ = self._exchange(FIND_CARD)
        if status not in (CARD_FOUND, NO_CARD):
            raise trouble(status)
        return status == CARD_FOUND

    def _still_there(self) -> bool:
        """Answers only for a card that was read and not lifted since (section 1.7)."""
        status, _ = self._exchange(READ_NEW_ADDRESS)
        return status in (DONE, NOTHING_SUCH)

    def _reset_after_failure(self) -> None:
        """Else a card that the module read, but we did not hear, would have to be lifted first."""
        self._read_already, self._reset_due = False, True
        try:
            self._exchange(RESET, seconds=NEXT_BYTE_SECONDS)
        except DeviceTrouble:
            return  # what failed before is what the clerk must hear
        self._reset_due = False

    def _sam_id_if_told(self) -> str:
        try:
            return self.sam_id()
        except (BadAnswer, DeviceRefused):
            self._sam_id = ""  # the card is read; its reader stays without a number
            return ""

    def _ask(self, command: bytes, seconds: float = FIRST_BYTE_SECONDS) -> bytes:
        status, data = self._exchange(command, seconds)
        if status != DONE:
            raise trouble(status)
        return data

    def _exchange(self, command: bytes, seconds: float = FIRST_BYTE_SECONDS) -> tuple[int, bytes]:
        """Status and data; once more where the module got our frame damaged (half an older one)."""
        answer = self._told(command, seconds)
        if answer[2] in OUR_FRAME_DAMAGED:
            answer = self._told(command, seconds)
        return answer[2], answer[3:]

    def _told(self, command: bytes, seconds: float) -> bytes:
        """Asked once more where a harmless question's answer came damaged."""
        try:
            return self._send(command, seconds)
        except BadAnswer as damage:
            if damage.code != DAMAGED or command not in HARMLESS:
                raise
        return self._send(command, seconds)

    def _send(self, command: bytes, seconds: float) -> bytes:
        self._stream.clear()
        self._stream.write(encode(command))
        return self._answer(seconds)

    def _answer(self, seconds: float) -> bytes:
        """The next whole answer; BadAnswer for silence, damage, a broken end or endless noise."""
        decoder, damage = FrameDecoder(), None
        end = self._clock.monotonic() + ANSWER_SECONDS
        while decoder.heard <= HEARD_CAP and self._clock.monotonic() < end:
            try:
                body = decoder.take()
            except BadAnswer as bad:
                damage = bad
                continue
            if body is not None:
                return body
            wait = DAMAGE_SECONDS if damage else NEXT_BYTE_SECONDS if decoder.heard else seconds
            data = self._stream.read(decoder.missing(), wait)
            if not data and not decoder.skip():
                raise damage or _cut_short(decoder.heard)
            decoder.feed(data)
        raise BadAnswer("id-reader.noise", heard=decoder.heard)


def id_card(text: bytes, **more: Any) -> IdCard:
    """A card of a text block and what else was read; a block of blanks is nobody's card."""
    card = decode(text)
    if not (card.name or card.number):
        raise BadAnswer("card.blank")
    return with_text(card, **more)


def with_text(card: CardText, **more: Any) -> IdCard:
    """A card of its text, however it was told."""
    known = {f.name: getattr(card, f.name) for f in fields(card)}
    return IdCard(**known, **more)


def until_gone(there: Callable[[], bool], seconds: float, clock: Clock) -> bool:
    """One look each half second: True as soon as nothing is there, False when the time is over."""
    end = clock.monotonic() + seconds
    while there():
        if clock.monotonic() + POLL_SECONDS > end:
            return False
        clock.sleep(POLL_SECONDS)
    return True


def with_new_address(card: IdCard, data: bytes) -> IdCard:
    """The card with the address that was appended to it."""
    shown, raw = decode_new_address(data)
    return replace(card, new_address=shown, raw=MappingProxyType({**card.raw, "new_address": raw}))


def _cut_short(heard: int) -> BadAnswer:
    if heard:
        return BadAnswer("id-reader.truncated", heard=heard)
    return BadAnswer("id-reader.silent")
