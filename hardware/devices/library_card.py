"""A card reader that only its maker's library can drive: find, select, read by it (idcard 3.6).

The raw 256 bytes are taken where the library gives them, else its getters' texts, else the text it
drops in the private folder during this very read. Nothing is asked of it after a read that failed,
and libraries with getters get a new process for each card: a former person cannot come back.
What a card need not have told, its newest address and the reader's number, is asked behind the
text: whoever crashes or hangs there loses only that.
"""

import base64
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from hardware.clock import Clock
from hardware.codecs.bmp import picture
from hardware.codecs.card_text import TEXT_SIZE
from hardware.codecs.library_text import from_lines, from_texts, printable, text, undamaged
from hardware.codecs.sam_data import sam_id_text
from hardware.devices.id_card import (
    POLL_SECONDS,
    IdCard,
    id_card,
    until_gone,
    with_new_address,
    with_text,
)
from hardware.devices.sam_status import HOST_CODES, NO_CARD, host_trouble
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoCard
from hardware.transports.base import VendorLibrary
from hardware.transports.reader_dialects import Dialect

WORKER = "reader"
SECONDS = 15.0  # for one question; a search over all ports is the longest
CLOSE_SECONDS = 1.0
FACT_SECONDS = 3.0  # for one that is asked behind the text
PHOTO_SIZE = 1024
TEMPLATE_SIZE = 512
SAM_TEXT_LENGTH = 40

Answer = dict[str, Any]


class LibraryCardReader:
    """One reader behind a library; who watches asks at most every 500 ms."""

    def __init__(
        self,
        library: VendorLibrary,
        dialects: Mapping[str, Dialect],
        clock: Clock,
        *,
        name: str,
        fingerprints: bool = False,
    ) -> None:
        """`name`: the library's, for who must be told of it."""
        self._library = library
        self._name = name
        self._dialects = dialects
        self._clock = clock
        self._fingerprints = fingerprints
        self._not_from_memory = False
        self._running = False
        self._read_already = False
        self._used = False  # by a card, in this process of a library with getters
        self._sam_id = ""
        self._left_out: set[str] = set()  # questions at which it crashed or hung

    def read(self) -> IdCard:
        """The card on the reader; NoCard when none lies there or it was not lifted since."""
        if self._used:
            self.close()
        answer = self._card_answer()
        card = self._card(answer)
        self._read_already = True
        self._used = self._dialect(answer).fresh
        card = _with_new_address(card, self._fact("new_address"), self._dialect(answer))
        self._sam_id = self._sam_id or _sam_id(self._fact("sam_id"))
        return replace(card, sam_id=self._sam_id)

    def card_present(self) -> bool:
        there = self._there()
        self._read_already = self._read_already and there
        return there

    def wait_for_removal(self, seconds: float) -> bool:
        gone = until_gone(self._there, seconds, self._clock)
        self._read_already = self._read_already and not gone
        return gone

    def sam_id(self) -> str:
        if not self._sam_id:
            self._sam_id = _sam_id(self._asked("sam_id"))
        return self._sam_id

    def release(self) -> None:
        """The reader's port is free for another, until the next question."""
        if not self._running:
            return
        try:
            self._library.ask({"do": "close"}, CLOSE_SECONDS)
        except DeviceTrouble:
            self._end()

    def close(self) -> None:
        self.release()
        self._end()

    def _card_answer(self) -> Answer:
        """Read once more after a pause where the first find missed a card just put on."""
        try:
            return self._asked("read")
        except NoCard:
            self._clock.sleep(POLL_SECONDS)
        try:
            return self._asked("read")
        except NoCard:
            lies = self._read_already and self._there()
            raise NoCard("card.not-lifted" if lies else "card.none") from None

    def _fact(self, do: str) -> Answer:
        """Nothing where it fails: the card is read all the same, and it is not asked again."""
        if do in self._left_out:
            return {}
        self._running = True
        try:
            return self._library.ask({"do": do}, FACT_SECONDS)
        except DeviceTrouble:
            self._left_out.add(do)
            self._end()
            return {}

    def _there(self) -> bool:
        return bool(self._asked("there").get("there"))

    def _asked(self, do: str) -> Answer:
        """What the library told; whatever but a missing card goes wrong, it starts anew."""
        try:
            answer = self._told(do)
            if "step" in answer:
                raise self._failed(answer)
            if "unable" in answer:
                raise _unable(answer["unable"])
            return answer
        except NoCard:
            raise
        except DeviceTrouble:
            self._end()
            raise

    def _told(self, do: str) -> Answer:
        read = self._read_already and "new_address" not in self._left_out  # they look by it
        question = {"do": do, "read": read, "fingerprints": self._fingerprints}
        self._running = True
        try:
            return self._library.ask({**question, "not_from_memory": self._not_from_memory})
        except BadAnswer as trouble:
            if trouble.code != "library.crashed" or do != "read" or self._not_from_memory:
                raise
        self._not_from_memory = True  # some builds take other arguments there: by getters, then
        return self._library.ask({**question, "not_from_memory": True})

    def _end(self) -> None:
        self._library.close()
        self._running = self._used = self._read_already = False

    def _dialect(self, answer: Answer) -> Dialect:
        try:
            return self._dialects[answer["dialect"]]
        except (KeyError, TypeError):
            raise BadAnswer("library.garbled", file=self._name) from None

    def _failed(self, answer: Answer) -> DeviceTrouble:
        statuses = self._dialect(answer).statuses
        step, code = str(answer["step"]), answer.get("code")
        if not isinstance(code, int):
            return BadAnswer("library.garbled", file=self._name)
        if statuses:
            code = statuses.get(step, {}).get(str(code), code)
        elif step == "open":
            code = code if code in HOST_CODES else 0x01
        if not 0 <= code <= 0xFF:
            return DeviceRefused("id-reader.unknown-status", status=str(code))
        if code == NO_CARD and step not in ("find", "select"):
            return host_trouble(0x41)
        return host_trouble(code)

    def _card(self, answer: Answer) -> IdCard:
        try:
            return self._card_of(answer)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise BadAnswer("library.garbled", file=self._name) from None

    def _card_of(self, answer: Answer) -> IdCard:
        dialect = self._dialect(answer)
        if "text" in answer:
            return _from_bytes(answer)
        if "texts" in answer:
            return _from_getters(answer, dialect)
        dropped, photo = _bytes(answer["dropped"]), _bytes(answer["dropped_photo"])
        kept = photo if len(photo) == PHOTO_SIZE else None
        if b"\0" in dropped:  # never in a text by lines, at every second place in the card's own
            return id_card(dropped, photo=kept)
        lines = from_lines(text(dropped, dialect.encoding))
        newest = lines.raw.get("new_address")
        return with_text(lines, photo=kept, new_address=newest and printable(newest))


def _from_bytes(answer: Answer) -> IdCard:
    """Of zeroed buffers: a length too short is believed, one too long says nothing."""
    sizes = [int(size) for size in answer["lengths"]]
    if sizes[0] < TEXT_SIZE:
        raise BadAnswer("card.text-length", length=sizes[0])
    photo = _bytes(answer["photo"])[:PHOTO_SIZE] if sizes[1] >= PHOTO_SIZE else None
    text_block = _bytes(answer["text"])[:TEXT_SIZE]
    return id_card(text_block, photo=photo, fingerprints=_templates(answer))


def _with_new_address(card: IdCard, fact: Answer, dialect: Dialect) -> IdCard:
    """The card as it is where the library does not tell; BadAnswer for a damaged one."""
    try:
        if fact.get("new_address"):
            return with_new_address(card, _bytes(fact["new_address"]))
        told = fact.get("new_address_text")
        newest = fact.get("new_address") if told is None else _text(told, dialect)
    except (LookupError, TypeError, ValueError, AttributeError):
        return card
    if not isinstance(newest, str):
        return card
    raw = {**card.raw, "new_address": newest} if newest else card.raw
    return replace(card, new_address=undamaged("new_address", newest), raw=MappingProxyType(raw))


def _text(told: Answer, dialect: Dialect) -> str:
    return text(_bytes(told["bytes"]), "utf-16-le" if told["wide"] else dialect.encoding)


def _unable(what: object) -> DeviceTrouble:
    if what == "fingerprints":
        return DeviceRefused("id-reader.no-fingerprints")
    if what == "path":
        return DeviceRefused("id-reader.port-by-number")
    return BadAnswer("card.text-incomplete")


def _templates(answer: Answer) -> tuple[bytes, ...] | None:
    if "templates" not in answer:
        return None
    count = min(int(answer["lengths"][2]) // TEMPLATE_SIZE, 2)
    data = _bytes(answer["templates"])
    return tuple(data[at * TEMPLATE_SIZE : (at + 1) * TEMPLATE_SIZE] for at in range(count))


def _from_getters(answer: Answer, dialect: Dialect) -> IdCard:
    told = {field: _text(each, dialect) for field, each in answer["texts"].items()}
    letter = told.pop("cert_type", None)
    document = str(answer["document"])
    if letter is not None and dialect.cert_type:
        document = _document(letter, dialect)
    told["issue_count"] = str(answer.get("issue_count", ""))[:2]
    return with_text(from_texts(told, document), picture=_picture(answer))


def _document(letter: str, dialect: Dialect) -> str:
    """By what the library calls it; a number nobody has described leaves it to the card."""
    shown = str(ord(letter)) if len(letter) == 1 and letter < " " else letter
    if shown in dialect.cert_type:
        return dialect.cert_type[shown]
    if shown.isdigit():
        return ""
    raise BadAnswer("card.unknown-document", letter=shown[:4])


def _picture(answer: Answer) -> bytes | None:
    """Decoded by the reader's own library; one that is no picture is none."""
    try:
        return picture(_bytes(answer["picture"])) if "picture" in answer else None
    except BadAnswer:
        return None


def _sam_id(answer: Answer) -> str:
    """Empty where it cannot be understood: the card is read all the same."""
    if "sam_bytes" in answer:
        try:
            return sam_id_text(_bytes(answer["sam_bytes"]))
        except (BadAnswer, TypeError, ValueError):
            return ""
    told = str(answer.get("sam_text", ""))[:SAM_TEXT_LENGTH].strip()
    return told if told.isascii() and told.isprintable() else ""


def _bytes(told: str) -> bytes:
    return base64.b64decode(told, validate=True)
