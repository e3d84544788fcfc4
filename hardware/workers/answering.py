"""What every worker does: loads its library, answers one question a line, ends with its parent.

Runs on Python 3.8 and later, 32-bit helpers included. The library is called by the main thread
only; the other thread waits for questions and, when the parent is gone, ends everything.
"""

import base64
import ctypes
import json
import os
import queue
import shutil
import signal
import sys
import threading
from typing import Any, Callable, Dict, Optional

Question = Dict[str, Any]
Handler = Callable[[Question], Dict[str, Any]]
Loader = Callable[[str, Dict[str, Any]], Handler]
WHY_LENGTH = 200
LAST_SECONDS = 3.0  # for the last question, when the parent is gone
PRIVATE = "zero-proof-library-"  # how the private folder's name begins
FAULT_MODES = 0x8003  # Windows: no box for a crash, a missing part or a missing disk
SEARCH_BESIDE_IT = 0x8  # Windows: LOAD_WITH_ALTERED_SEARCH_PATH


class Unloadable(Exception):
    """The library cannot be used: `code` is library.unloadable or library.not-known."""

    def __init__(self, code: str, why: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.why = "".join(c for c in why if c.isprintable())[:WHY_LENGTH]


def serve(load: Loader, last: Optional[Question] = None) -> None:
    """Called with the arguments of LibraryProcess: library, options, where to read and write.

    `last`: answered when the parent is gone, before everything ends: nobody stays logged in.
    """
    library, options, reading, writing = sys.argv[1:5]
    asked, answers = _opened(reading, os.O_RDONLY), _opened(writing, os.O_WRONLY)
    _no_traces()
    questions: "queue.SimpleQueue[bytes]" = queue.SimpleQueue()
    orphaned = (json.dumps(last).encode() if last else b"", threading.Event())
    threading.Thread(target=_listen, args=(asked, questions, *orphaned), daemon=True).start()
    handle = _loaded(load, library, json.loads(base64.urlsafe_b64decode(options)), answers)
    while handle is not None:
        answer = handle(json.loads(questions.get()))
        try:
            _say(answers, answer)
        except OSError:  # nobody is there to hear it
            orphaned[1].set()
    os._exit(1)  # without the library's own endings


def load_library(path: str, stdcall: bool = False) -> Any:
    """By its full path, in place: the parts beside it are found. Windows: 32-bit speaks stdcall."""
    try:
        if sys.platform == "win32":
            as_stdcall = stdcall and ctypes.sizeof(ctypes.c_void_p) == 4
            loader = ctypes.WinDLL if as_stdcall else ctypes.CDLL
            return loader(path, winmode=SEARCH_BESIDE_IT)
        return ctypes.CDLL(path)
    except OSError as trouble:
        raise Unloadable("library.unloadable", str(trouble)) from None


def exports(library: Any, name: str) -> bool:
    """Whether the library has a function of that name."""
    try:
        getattr(library, name)
    except AttributeError:
        return False
    return True


def _loaded(load: Loader, library: str, options: Any, answers: int) -> Optional[Handler]:
    try:
        handle = load(library, options)
    except Unloadable as no:
        _say(answers, {"trouble": no.code, "why": no.why})
        return None
    _say(answers, {"bits": ctypes.sizeof(ctypes.c_void_p) * 8})
    return handle


def _say(answers: int, answer: Dict[str, Any]) -> None:
    left = json.dumps(answer).encode("ascii") + b"\n"
    while left:
        left = left[os.write(answers, left) :]


def _listen(
    asked: int, questions: "queue.SimpleQueue[bytes]", last: bytes, done: threading.Event
) -> None:
    with os.fdopen(asked, "rb") as lines:
        for line in lines:
            questions.put(line)
    if last:
        questions.put(last)
        done.wait(LAST_SECONDS)
    _end_with_parent()


def _end_with_parent() -> None:
    """Nobody else removes the private folder, or ends what the library began."""
    if sys.platform != "win32":
        folder = os.path.dirname(os.environ["HOME"])
        if os.path.basename(folder).startswith(PRIVATE):
            shutil.rmtree(folder, ignore_errors=True)
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _opened(end: str, mode: int) -> int:
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.open_osfhandle(int(end), mode | os.O_BINARY)
    return int(end)


def _no_traces() -> None:
    """No image of our memory on disk after a crash, and no box on the screen that waits."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(FAULT_MODES)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
