"""The dialect of sdtapi and its renamed twins: the card's own bytes (facts: idcard 3.6)."""

import ctypes
from typing import Any, Dict

from hardware.workers.answering import Question, exports
from hardware.workers.calls import Failed, Row, buffer, length, opened_first, ports_of, text_of

OPENED_BY_US = 0  # iIfOpen: the port is open, and stays so
NO_CARD, SELECT_FAILED, DONE, NOTHING_SUCH = 0x80, 0x81, 0x90, 0x91
MODULE_TROUBLE = (0x60, 0x66)  # its own test failed, not authorised
FINGERPRINTS = ("ReadBaseFPMsg", "ReadBaseMsgFingerPrint")

Answer = Dict[str, Any]


class Sdtapi:
    """One library; its port is opened at the first question that needs it."""

    def __init__(self, library: Any, row: Row, path: str) -> None:
        self._library = library
        self._row = row
        self._port = 0

    def read(self, question: Question) -> Answer:
        self._open()
        self._find()
        self._select()
        return self._base(bool(question.get("fingerprints")))

    def new_address(self, question: Question) -> Answer:
        """Of the card just read."""
        self._open()
        return {"new_address": self._new_address()}

    def there(self, question: Question) -> Answer:
        """Of a card that was read: whether it still lies there; else whether any does."""
        self._open()
        if question.get("read") and self._has("ReadNewAppMsg"):
            return {"there": self._new_address() is not None}
        code = self._call("StartFindIDCard", buffer())
        if code not in (*self._row["good"]["find"], NO_CARD):
            raise Failed("find", code)
        return {"there": code != NO_CARD}

    def sam_id(self, question: Question) -> Answer:
        self._open()
        return self._sam_id()

    def close(self, question: Question) -> Answer:
        if self._port:
            self._function("ClosePort")(self._port)
            self._port = 0
        return {}

    def _open(self) -> None:
        if not self._port:
            good = self._row["good"]["open"]
            function = self._function("OpenPort")
            self._port, _ = opened_first(ports_of(self._row), function, good)
            self._check_module()

    def _check_module(self) -> None:
        """Only what no card would change; it counts as an answer to the find."""
        code = self._call("GetSAMStatus") if self._has("GetSAMStatus") else DONE
        if code in MODULE_TROUBLE:
            self.close({})
            raise Failed("find", code)

    def _find(self) -> None:
        self._good("find", self._call("StartFindIDCard", buffer()))

    def _select(self) -> None:
        """Once more where it fails; a find must stand right before it."""
        code = self._call("SelectIDCard", buffer())
        if code == SELECT_FAILED:
            self._find()
            code = self._call("SelectIDCard", buffer())
        self._good("select", code)

    def _base(self, fingerprints: bool) -> Answer:
        parts = [(buffer(), length()) for _ in range(3 if fingerprints else 2)]
        given = [each for place, size in parts for each in (place, ctypes.byref(size))]
        name = "ReadBaseMsg"
        if fingerprints:
            name = next((n for n in FINGERPRINTS if self._has(n)), "")
            if not name:
                return {"unable": "fingerprints"}
        self._good("read", self._call(name, *given))
        names = ("text", "photo", "templates")
        answer: Answer = {name: text_of(place.raw) for name, (place, _) in zip(names, parts)}
        return {**answer, "lengths": [size.value for _, size in parts]}

    def _new_address(self) -> Any:
        """None: it cannot tell, or nothing that was read lies there."""
        if not self._has("ReadNewAppMsg"):
            return None
        place, size = buffer(), length()
        code = self._call("ReadNewAppMsg", place, ctypes.byref(size))
        if code == NOTHING_SUCH:
            return ""
        return text_of(place.raw[:280]) if code in (DONE, *self._row["good"]["read"]) else None

    def _sam_id(self) -> Answer:
        place = buffer()
        if self._has("GetSAMIDToStr") and self._went_well("GetSAMIDToStr", place):
            return {"sam_text": place.value.decode("ascii", "replace")}
        if self._has("GetSAMID") and self._went_well("GetSAMID", place):
            return {"sam_bytes": text_of(place.raw[:16])}
        return {}

    def _went_well(self, name: str, place: Any) -> bool:
        return self._call(name, place) in self._row["good"]["read"]

    def _good(self, step: str, code: int) -> None:
        if code not in self._row["good"][step]:
            raise Failed(step, code)

    def _call(self, name: str, *arguments: Any) -> int:
        return int(self._function(name)(self._port, *arguments, OPENED_BY_US))

    def _has(self, name: str) -> bool:
        return exports(self._library, self._row["prefix"] + name)

    def _function(self, name: str) -> Any:
        return getattr(self._library, self._row["prefix"] + name)
