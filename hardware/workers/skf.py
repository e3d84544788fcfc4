"""Owns a maker's SKF library (GM/T 0016): tokens, certificates, one login with its signatures.

ULONG has 4 bytes on Windows and, by maker, 4 or 8 on Linux; nothing in a library tells which, and
nothing is guessed. By value a ULONG fills a whole register either way. Through a pointer a library
gets eight bytes of ours: a narrow one writes the lower four, and no number here needs more (little
endian). No structure is read beyond its first ULONG: serial numbers stand before it in DEVINFO.
Every buffer is far larger than the library is told, so that one that writes too much hits nothing.
"""

import ctypes
from typing import Any, Dict, Iterator, List, Optional, Tuple

from hardware.workers.answering import Question, Unloadable, exports, load_library, serve

NEEDED = (
    "EnumDev", "ConnectDev", "GetDevInfo", "EnumApplication", "OpenApplication", "VerifyPIN",
    "ClearSecureState", "EnumContainer", "OpenContainer", "ExportCertificate", "ECCSignData",
)  # fmt: skip
USED_WHERE_THERE = ("GetPINInfo", "CloseContainer", "CloseApplication", "DisConnectDev")
USER = 1
SIGNING = 1  # bSignFlag: the signing certificate, not the one for encryption
TOLD, BUFFER = 8192, 65536  # what the library is told a buffer holds, and what it holds
DEVICE_INFO = ((2, 64), (130, 32), (162, 32))  # manufacturer, label, serial: place and length
SIGNATURE = 128  # ECCSIGNATUREBLOB: r and s, 64 bytes each
UNTOUCHED = 0xFFFFFFFF
NO_KEY, NO_CERTIFICATE, REMOVED = 0x0A00001B, 0x0A00001C, 0x0A000023
NOT_SUPPORTED, NOT_LOGGED_IN = 0x0A000003, 0x0A00002D

Answer = Dict[str, Any]


class Refused(Exception):
    """A function answered something else than SAR_OK."""

    def __init__(self, function: str, sar: int) -> None:
        super().__init__(function)
        self.function = function
        self.sar = sar


class Changed(Exception):
    """Another token, or another certificate, than the one the PIN is for."""


class Skf:
    """The functions of one library; names and texts are bytes as the library gives them."""

    def __init__(self, library: Any) -> None:
        missing = [name for name in NEEDED if not exports(library, "SKF_" + name)]
        if missing:
            raise Unloadable("library.not-known", "no SKF_" + missing[0])
        more = [name for name in USED_WHERE_THERE if exports(library, "SKF_" + name)]
        self._functions = {name: getattr(library, "SKF_" + name) for name in (*NEEDED, *more)}
        for function in self._functions.values():
            function.restype = ctypes.c_uint32

    def call(self, name: str, *arguments: Any) -> None:
        if name not in self._functions:
            raise Refused(name, NOT_SUPPORTED)
        sar = self._functions[name](*arguments)
        if sar:
            raise Refused(name, sar)

    def names(self, name: str, *before: Any) -> List[bytes]:
        """A list of names, each with a NUL, the last with two."""
        room, size = _room(), _number(TOLD)
        self.call(name, *before, room, ctypes.byref(size))
        whole = room.raw[: min(_value(size), TOLD)]
        return [each for each in whole.split(b"\0\0")[0].split(b"\0") if each]

    def handle(self, name: str, *before: Any) -> ctypes.c_void_p:
        made = ctypes.c_void_p()
        self.call(name, *before, ctypes.byref(made))
        return made

    def device_info(self, device: ctypes.c_void_p) -> List[bytes]:
        room = _room()
        self.call("GetDevInfo", device, room)
        return [room.raw[at : at + size].split(b"\0")[0] for at, size in DEVICE_INFO]

    def certificate(self, container: ctypes.c_void_p) -> bytes:
        """Empty where the container has none."""
        room, size = _room(), _number(TOLD)
        try:
            self.call("ExportCertificate", container, SIGNING, room, ctypes.byref(size))
        except Refused as no:
            if no.sar in (NO_KEY, NO_CERTIFICATE):
                return b""
            raise
        return bytes(room.raw[: min(_value(size), TOLD)])

    def tries(self, application: ctypes.c_void_p) -> Optional[int]:
        """None where the library does not know, or says what cannot be."""
        most, left, first = _number(UNTOUCHED), _number(UNTOUCHED), _number(UNTOUCHED)
        ways = [ctypes.byref(each) for each in (most, left, first)]
        try:
            self.call("GetPINInfo", application, _unsigned(USER), *ways)
        except Refused as no:
            if no.sar == REMOVED:
                raise
            return None
        return _value(left) if _value(left) <= _value(most) < UNTOUCHED else None

    def verify_pin(self, application: ctypes.c_void_p, pin: bytes) -> Answer:
        """Sent once, whatever comes back."""
        left = _number(UNTOUCHED)
        word = ctypes.create_string_buffer(pin)
        try:
            self.call("VerifyPIN", application, _unsigned(USER), word, ctypes.byref(left))
        except Refused as no:
            told = None if _value(left) == UNTOUCHED else _value(left)
            return {**_refusal(no), "left": told}
        finally:
            ctypes.memset(word, 0, len(pin))
        return {}

    def sign(self, container: ctypes.c_void_p, digest: bytes) -> bytes:
        room = _room()
        e = ctypes.create_string_buffer(digest, len(digest))
        self.call("ECCSignData", container, e, _unsigned(len(digest)), room)
        return bytes(room.raw[:SIGNATURE])


class Open:
    """A device and what was opened on it, held until `close`: many libraries fail at letting go."""

    def __init__(self, skf: Skf, device: bytes) -> None:
        self._skf = skf
        self._held: List[Tuple[str, ctypes.c_void_p]] = []
        self.device = self._opened("ConnectDev", "DisConnectDev", device)
        self.application: Optional[ctypes.c_void_p] = None
        self.container: Optional[ctypes.c_void_p] = None

    def open_application(self, name: bytes) -> ctypes.c_void_p:
        made = self._opened("OpenApplication", "CloseApplication", self.device, name)
        self.application = made
        return made

    def open_container(self, name: bytes) -> ctypes.c_void_p:
        made = self._opened("OpenContainer", "CloseContainer", self.application, name)
        self.container = made
        return made

    def clear(self) -> bool:
        """Nobody is logged in any more; also where the token is gone."""
        if self.application is None:
            return True
        try:
            self._skf.call("ClearSecureState", self.application)
        except Refused as no:
            return no.sar in (REMOVED, NOT_LOGGED_IN)
        return True

    def close(self) -> None:
        while self._held:
            name, handle = self._held.pop()
            try:
                self._skf.call(name, handle)
            except Refused:
                continue  # it may be gone

    def _opened(self, name: str, close: str, *before: Any) -> ctypes.c_void_p:
        made = self._skf.handle(name, *before)
        self._held.append((close, made))
        return made


class Worker:
    """Answers questions; at most one login is open. What was opened is let go of when told to."""

    def __init__(self, skf: Skf) -> None:
        self._skf = skf
        self._open: Optional[Open] = None  # with somebody logged in
        self._left: List[Open] = []

    def answer(self, question: Question) -> Answer:
        acts = {
            "tokens": self._tokens, "containers": self._containers, "log-in": self._log_in,
            "tries": self._tries, "sign": self._sign, "log-out": self._log_out,
            "clear": self._clear, "let-go": self._let_go, "count": self._count,
        }  # fmt: skip
        try:
            return acts[question["do"]](question)
        except Refused as no:
            return _refusal(no)
        except Changed:
            return {"changed": True}

    def _tokens(self, question: Question) -> Answer:
        """Every device that is plugged in, by what it says of itself."""
        found = []
        for name in self._skf.names("EnumDev", 1):
            texts = self._skf.device_info(self._place(name).device)
            maker, label, serial = (text.hex() for text in texts)
            found.append({"device": name.hex(), "maker": maker, "label": label, "serial": serial})
        return {"tokens": found}

    def _count(self, question: Question) -> Answer:
        """How many are plugged in; none is connected to."""
        return {"count": len(self._skf.names("EnumDev", 1))}

    def _containers(self, question: Question) -> Answer:
        """Those that hold a signing certificate, in every application or the one named."""
        place = self._place(bytes.fromhex(question["device"]))
        wanted = question.get("application")
        names = [wanted.encode()] if wanted else self._skf.names("EnumApplication", place.device)
        return {"containers": [row for name in names for row in self._in_application(place, name)]}

    def _in_application(self, place: Open, application: bytes) -> Iterator[Answer]:
        handle = place.open_application(application)
        for container in self._skf.names("EnumContainer", handle):
            raw = self._skf.certificate(place.open_container(container))
            if raw:
                yield {
                    "application": application.hex(),
                    "name": container.hex(),
                    "certificate": raw.hex(),
                }

    def _tries(self, question: Question) -> Answer:
        place = self._place(bytes.fromhex(question["device"]))
        application = place.open_application(bytes.fromhex(question["application"]))
        return {"left": self._skf.tries(application)}

    def _log_in(self, question: Question) -> Answer:
        """Everything is looked at again before the PIN goes to the token; it goes there once."""
        place = self._place(bytes.fromhex(question["device"]))
        application = self._look_again(place, question)
        place.clear()  # whoever was logged in before: a library may refuse a second login
        said = self._skf.verify_pin(application, bytes.fromhex(question["pin"]))
        if said:
            if said["left"] is None:
                said["left"] = self._skf.tries(application)
            return {**said, "cleared": place.clear()}
        self._left.remove(place)
        self._open = place
        return {}

    def _look_again(self, place: Open, question: Question) -> ctypes.c_void_p:
        serial = self._skf.device_info(place.device)[2]
        application = place.open_application(bytes.fromhex(question["application"]))
        container = place.open_container(bytes.fromhex(question["name"]))
        raw = self._skf.certificate(container)
        if (serial.hex(), raw.hex()) != (question["serial"], question["certificate"]):
            raise Changed
        return application

    def _sign(self, question: Question) -> Answer:
        if self._open is None or self._open.container is None:
            return {"lost": True}
        signature = self._skf.sign(self._open.container, bytes.fromhex(question["digest"]))
        return {"signature": signature.hex()}

    def _log_out(self, question: Question) -> Answer:
        place, self._open = self._open, None
        if place is None:
            return {"cleared": False}
        self._left.append(place)
        return {"cleared": place.clear()}

    def _let_go(self, question: Question) -> Answer:
        """A question of its own: a library that fails at it has answered the others before."""
        while self._left:
            self._left.pop().close()
        return {}

    def _clear(self, question: Question) -> Answer:
        """After a helper was killed in the middle of a login: its successor ends that."""
        place = self._place(bytes.fromhex(question["device"]))
        place.open_application(bytes.fromhex(question["application"]))
        return {"cleared": place.clear()}

    def _place(self, device: bytes) -> Open:
        place = Open(self._skf, device)
        self._left.append(place)
        return place


def _refusal(no: Refused) -> Answer:
    return {"sar": no.sar, "function": "SKF_" + no.function}


def _room() -> Any:
    return ctypes.create_string_buffer(BUFFER)


def _number(value: int) -> ctypes.c_uint64:
    return ctypes.c_uint64(value)


def _value(number: ctypes.c_uint64) -> int:
    return number.value & 0xFFFFFFFF


def _unsigned(value: int) -> ctypes.c_size_t:
    """A ULONG by value: a whole register, or a whole place on the stack of 32 bits."""
    return ctypes.c_size_t(value)


def load(path: str, options: Answer) -> Any:
    """The worker's loader; `stdcall` False: a library of 32-bit Windows that speaks cdecl."""
    stdcall = bool(options.get("stdcall", True))
    return Worker(Skf(load_library(path, stdcall=stdcall))).answer


if __name__ == "__main__":
    serve(load, last={"do": "log-out"})
