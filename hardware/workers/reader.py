"""Owns a card reader's library: finds its dialect by the exported names and drives it.

Options: {"dialects": rows of profiles/readers.toml}, each with `port` where one was chosen.
Questions: {"do": read | new_address | sam_id | there | close}. Each answer names the dialect; what
went wrong is {"step": ..., "code": ...}, what it has no way to do {"unable": ...}.
"""

import ctypes
import sys
from typing import Any, Dict

from hardware.workers.answering import Handler, Question, Unloadable, exports, load_library, serve
from hardware.workers.calls import Failed, Row, Unable
from hardware.workers.content import Cvr, Termb
from hardware.workers.sdtapi import Sdtapi

STYLES = {"sdtapi": Sdtapi, "cvr": Cvr, "termb": Termb}
ACTS = ("read", "new_address", "there", "sam_id", "close")


def load(path: str, options: Dict[str, Any]) -> Handler:
    """Unloadable where no row knows the library."""
    library = load_library(path)
    rows = options["dialects"]
    name = next((name for name, row in rows.items() if _is(library, row)), "")
    if not name:
        raise Unloadable("library.not-known")
    row = rows[name]
    style = STYLES[row["style"]]
    driver: Any = style(_by_convention(library, row), row, path)

    def handle(question: Question) -> Dict[str, Any]:
        if question["do"] not in ACTS:
            return {"dialect": name, "unable": question["do"]}
        try:
            return {"dialect": name, **getattr(driver, question["do"])(question)}
        except Unable as unable:
            return {"dialect": name, "unable": unable.what}
        except Failed as failed:
            return {"dialect": name, "step": failed.step, "code": failed.code}

    return handle


def _is(library: Any, row: Row) -> bool:
    there = all(exports(library, name) for name in row["told_by"])
    return there and not any(exports(library, name) for name in row.get("without", ()))


def _by_convention(library: Any, row: Row) -> Any:
    """Windows, 32-bit: the same library, called the way its makers compile."""
    if sys.platform == "win32" and row["convention"] == "stdcall":
        if ctypes.sizeof(ctypes.c_void_p) == 4:
            return ctypes.WinDLL(library._name, handle=library._handle)
    return library


if __name__ == "__main__":
    serve(load)
