"""The dialects around Read_Content, CVR_ and termb: getters, else the files they drop."""

import ctypes
import os
import time
from typing import Any, Dict, List, Optional

from hardware.workers.answering import Question, exports
from hardware.workers.calls import (
    PICTURE,
    Drops,
    Failed,
    Row,
    buffer,
    get_text,
    is_path,
    length,
    on_windows,
    opened_first,
    port_number,
    ports_of,
    text_of,
)

RAW = 1  # mode of CVR_ReadBaseMsg: the card's own 256 and 1024 bytes
SERIAL, USB = 1, 2  # of an opening function that takes a path
FIRST_USB = 1001  # of the numbers; those before are COM ports
ALREADY_OPEN = 2
APART = 0.3  # seconds between two authentications

Answer = Dict[str, Any]


class Content:
    """One library; `_prefix` stands before the names of what does something."""

    _prefix = ""

    def __init__(self, library: Any, row: Row, path: str) -> None:
        self._library = library
        self._row = row
        self._path = path
        self._is_open = False
        self._authenticated = False  # by a look, for the read right behind it
        self._not_before = 0.0

    def read(self, question: Question) -> Answer:
        if question.get("fingerprints"):
            return {"unable": "fingerprints"}
        self._open()
        return self._from_memory(question) or self._content()

    def new_address(self, question: Question) -> Answer:
        """Of the card just read, by the function that tells it."""
        name = self._exported(self._row.get("new_address", []))
        return {"new_address_text": self._text(name)} if name else {}

    def there(self, question: Question) -> Answer:
        """By authenticating; after a read without judging whether the card was lifted."""
        self._open()
        calm = self._prefix + "AuthenticateForNoJudge"
        if question.get("read") and exports(self._library, calm):
            code = getattr(self._library, calm)()
        else:
            code = self._authenticate()
            self._authenticated = code in self._row["good"]["find"]
        status = self._row.get("statuses", {}).get("find", {}).get(str(code))
        if code not in self._row["good"]["find"] and status not in (None, 0x80, 0x81):
            raise Failed("find", code)
        return {"there": code in self._row["good"]["find"]}

    def sam_id(self, question: Question) -> Answer:
        self._open()
        return self._sam_id()

    def close(self, question: Question) -> Answer:
        if self._is_open and self._has("CloseComm"):
            self._function("CloseComm")()
        self._is_open = False
        return {}

    def _open(self) -> None:
        if not self._is_open:
            self._open_any()
            self._is_open = True

    def _open_any(self) -> None:
        good, chosen = self._row["good"]["open"], self._row.get("port", "")
        if is_path(chosen):
            opened_first([chosen.encode()], self._open_line, good)
        else:
            opened_first(ports_of(self._row), self._open_port, good)

    def _open_port(self, port: int) -> int:
        """Some for Linux take a serial line's path, too; who takes one argument sees no other."""
        more = () if on_windows() else (None,)
        return int(self._function("InitComm")(port, *more))

    def _open_line(self, path: bytes) -> int:
        return int(self._function("InitComm")(SERIAL, path))

    def _from_memory(self, question: Question) -> Optional[Answer]:
        return None

    def _content(self) -> Answer:
        """Read_Content, and again in another way where it leaves nothing that can be read."""
        getters = self._getters("getters")
        first: Optional[Failed] = None
        empty = False
        for active in self._row["actives"]:
            try:
                self._find()
                drops = None if getters else Drops(self._path)
                code = self._good("read", self._function("Read_Content")(active))
            except Failed as failed:
                first = first or failed
                continue
            answer = _dropped(drops) if drops else self._told(code, getters)
            if answer:
                return answer
            empty = True
        if empty:
            return {"unable": "text"}
        raise first or Failed("read", 0)

    def _find(self) -> None:
        """Once more only where no look has just done it: some take a card in once."""
        fresh, self._authenticated = self._authenticated, False
        if not fresh:
            self._good("find", self._authenticate())

    def _authenticate(self) -> int:
        names = ("Authenticate", "AuthenticateForNoJudge")
        name = next((each for each in names if self._has(each)), names[0])
        time.sleep(max(0.0, self._not_before - time.monotonic()))
        code = int(self._function(name)())
        self._not_before = time.monotonic() + APART
        return code

    def _good(self, step: str, code: int) -> int:
        if code not in self._row["good"][step]:
            raise Failed(step, code)
        return code

    def _getters(self, table: str) -> Dict[str, str]:
        """Our field: the name that is exported; nothing where the important ones are missing."""
        known = self._row.get(table, {})
        found = {field: self._exported(names) for field, names in known.items()}
        there = {field: name for field, name in found.items() if name}
        return there if "name" in there and "number" in there else {}

    def _exported(self, names: List[str]) -> str:
        wide = [name + "U" for name in names] if self._row.get("wide") else []
        return next((name for name in wide + names if exports(self._library, name)), "")

    def _told(self, code: int, getters: Dict[str, str]) -> Answer:
        document = self._row.get("read_tells", {}).get(str(code), "")
        asked = self._row.get("foreigner")
        if asked and getattr(self._library, asked)() == 1:
            getters, document = self._getters("foreigner_getters") or getters, "foreigner-I"
        texts = {field: self._text(name) for field, name in getters.items()}
        return {**texts_answer(texts, document), **self._issues(), **self._picture()}

    def _text(self, name: str) -> Answer:
        wide = bool(self._row.get("wide")) and name.endswith("U")
        function = getattr(self._library, name)
        return {"bytes": text_of(get_text(function, self._row["getter_style"], wide)), "wide": wide}

    def _issues(self) -> Answer:
        name = "GetIssuesNum"
        if self._row.get("issues") == "text" and exports(self._library, name):
            data = get_text(getattr(self._library, name), "length")
            return {"issue_count": data.decode("ascii", "replace")}
        if self._row.get("issues") == "int" and exports(self._library, name):
            count = ctypes.c_int(0)
            good = getattr(self._library, name)(ctypes.byref(count)) == 1
            return {"issue_count": str(count.value) if good and 0 < count.value < 100 else ""}
        return {}

    def _picture(self) -> Answer:
        """What the library itself has decoded; the caller looks whether it is one."""
        if not exports(self._library, "GetBMPData"):
            return {}
        place, size = buffer(PICTURE), length(PICTURE)
        if self._library.GetBMPData(place, ctypes.byref(size)) != 1 or place.raw[:2] != b"BM":
            return {}
        told = int.from_bytes(place.raw[2:6], "little")
        return {"picture": text_of(place.raw[: min(told, PICTURE)])}

    def _sam_id(self) -> Answer:
        place = buffer()
        name = self._prefix + "GetSAMID"
        if not exports(self._library, name):
            return {}
        arguments = [place] if on_windows() else [place, ctypes.byref(length())]
        good = getattr(self._library, name)(*arguments) == 1
        return {"sam_text": place.value.decode("ascii", "replace")} if good else {}

    def _has(self, name: str) -> bool:
        return exports(self._library, self._prefix + name)

    def _function(self, name: str) -> Any:
        return getattr(self._library, self._prefix + name)


class Cvr(Content):
    """Huashi's names; CVR_ReadBaseMsg, which keeps to memory, where it is exported."""

    _prefix = "CVR_"

    def _open_any(self) -> None:
        if "paths" not in self._row:
            return super()._open_any()
        opened_first(self._places(), self._open_path, self._row["good"]["open"])
        return None

    def _places(self) -> List[Any]:
        """USB, then the lines that are there; only the one that was chosen."""
        if chosen := self._row.get("port"):
            usb = not is_path(chosen) and port_number(chosen) >= FIRST_USB
            return [(None, USB) if usb else (_line_of(chosen), SERIAL)]
        paths = [p for p in self._row["paths"] if os.path.exists(p)]
        return [(None, USB), *((p.encode(), SERIAL) for p in paths)]

    def _open_path(self, place: Any) -> int:
        """Two means it was open already where the reader then says that it is there."""
        code = int(self._library.CVR_InitComm(*place))
        ready = self._library.CVR_GetStatus() == 1
        return 1 if ready and code in (1, ALREADY_OPEN) else (0 if code == 1 else code)

    def _from_memory(self, question: Question) -> Optional[Answer]:
        if question.get("not_from_memory") or not self._has("ReadBaseMsg"):
            return None
        self._find()
        text, photo, sizes = buffer(), buffer(PICTURE), [length(), length(PICTURE)]
        given = (text, ctypes.byref(sizes[0]), photo, ctypes.byref(sizes[1]), RAW)
        self._good("read", self._library.CVR_ReadBaseMsg(*given))
        lengths = [size.value for size in sizes]
        kept = {"text": text_of(text.raw[:1024]), "photo": text_of(photo.raw[:1024])}
        return {**kept, "lengths": lengths}


class Termb(Content):
    """Names without a prefix; some find the port by themselves."""

    def _open_any(self) -> None:
        alone = self._has("InitCommExt") and not self._row.get("port")
        if alone and self._opened_itself(self._function("InitCommExt")()):
            return None
        if self._has("InitComm"):
            return super()._open_any()
        raise Failed("open", 0)

    def _opened_itself(self, code: int) -> bool:
        """It returns the port it found; where zero is good, that."""
        return code > 0 or code in self._row["good"]["open"]


def _line_of(chosen: str) -> bytes:
    """A path, or the system's own line of that number."""
    return chosen.encode() if is_path(chosen) else f"/dev/ttyS{port_number(chosen) - 1}".encode()


def texts_answer(texts: Answer, document: str) -> Answer:
    return {"texts": texts, "document": document}


def _dropped(drops: Drops) -> Answer:
    text, photo = drops.text(), drops.photo()
    if not text:
        return {}
    return {"dropped": text_of(text), "dropped_photo": text_of(photo or b"")}
