"""Writes docs/failures.md, the book of failure codes, out of the tables: `check` compares only.

Sentence and remedy come from both problems.py, their Chinese from zh_CN.ts, what the device said
from the drivers' own tables, and the rest of the causes from failure_causes.toml.
"""

import errno
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

TREE = Path(__file__).parent.parent
sys.path.insert(0, str(TREE))

from app.problems import PROBLEMS as OFFICE  # noqa: E402
from hardware.codecs import apdu  # noqa: E402
from hardware.devices import (  # noqa: E402
    pcsc_id_card,
    printer_reasons,
    sam_status,
    skf_status,
    social_security_card,
)
from hardware.problems import PROBLEMS as DEVICES  # noqa: E402
from hardware.transports import pcsc_service, serial_port  # noqa: E402

FILE = TREE / "docs" / "failures.md"
CAUSES = TREE / "installer" / "failure_causes.toml"
CHINESE = TREE / "resources" / "translations" / "zh_CN.ts"
OFFICE_FAMILIES = ("seal", "print", "device")  # what the office says about devices

HEAD = """# The book of failures / 故障手册

Every code a device, the seal or the printer can end with: what the clerk sees, where it comes from,
what to do. Written by `python -m installer.failure_book`; change the tables, not this page.

设备、印章和打印可能出现的每一个代码：窗口看到什么、原因是什么、怎么处理。

The code is what `python -m hardware` prints as `error`. Words in braces are filled in at the time.
"""
COLUMNS = (
    "| Code 代码 | What is seen 看到的提示 | Cause 原因 | What to do 处理方法 |\n|---|---|---|---|"
)


def main(arguments: list[str]) -> int:
    """Exit 0 written or in step, 1 not in step."""
    text = book()
    if arguments[:1] != ["check"]:
        FILE.write_text(text, "utf-8")
    elif not FILE.exists() or FILE.read_text("utf-8") != text:
        print("docs/failures.md is not in step: python -m installer.failure_book", file=sys.stderr)
        return 1
    return 0


def problems() -> dict[str, tuple[str, str]]:
    """Code: sentence and remedy, of the devices and of what the office says about them."""
    ours = {code: words for code, words in OFFICE.items() if family(code) in OFFICE_FAMILIES}
    return {**DEVICES, **ours}


def family(code: str) -> str:
    """The word before the dot."""
    return code.partition(".")[0]


def book() -> str:
    """The whole page."""
    told = tomllib.loads(CAUSES.read_text("utf-8"))
    names: Mapping[str, list[str]] = told["families"]
    rows = _rows(told["causes"])
    order = [name for name in names if name in rows] + sorted(set(rows) - set(names))
    parts = [HEAD]
    for name in order:
        title = " / ".join(names.get(name, [name]))
        parts.append(f"## {title}\n\n{COLUMNS}\n" + "\n".join(rows[name]) + "\n")
    return "\n".join(parts)


def _rows(causes: Mapping[str, list[str]]) -> dict[str, list[str]]:
    chinese, signals = translations(), said_by_devices()
    rows: dict[str, list[str]] = defaultdict(list)
    for code, (sentence, remedy) in problems().items():
        cause = [*causes.get(code, []), ", ".join(signals.get(code, []))]
        cells = (
            f"`{code}`",
            _both(sentence, chinese),
            "<br>".join(part for part in cause if part) or "–",
            _both(remedy, chinese),
        )
        rows[family(code)].append("| " + " | ".join(map(_plain, cells)) + " |")
    return rows


def _both(words: str, chinese: Mapping[str, str]) -> str:
    return f"{words}<br>{chinese.get(words, '')}".removesuffix("<br>")


def _plain(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")


def translations() -> dict[str, str]:
    """The sentences of both problems.py in Chinese."""
    root = ET.fromstring(CHINESE.read_text("utf-8"))  # noqa: S314
    contexts = (each for each in root.iter("context") if each.findtext("name") == "problems")
    messages = (message for context in contexts for message in context.iter("message"))
    return {m.findtext("source") or "": m.findtext("translation") or "" for m in messages}


def said_by_devices() -> dict[str, list[str]]:
    """Code: what the device or the system said, as the drivers' tables have it."""
    said: dict[str, list[str]] = defaultdict(list)
    for code, words in _signals():
        if words not in said[code]:
            said[code].append(words)
    return said


def _signals() -> Iterator[tuple[str, str]]:
    yield from _reader_signals()
    for status, word in apdu.MEANINGS.items():
        yield f"token.{word}", f"SW {status:04X}"
    for sar, code in skf_status.CODES.items():
        yield code, f"SAR {skf_status.BASE + sar:08X}"
    for code, words in printer_reasons.REASONS.items():
        yield from ((code, word) for word in words)
    for number, code in serial_port.OPEN_TROUBLE.items():
        yield code, errno.errorcode[number]
    for name, (_, code) in pcsc_service.RESULTS.items():
        yield code, name


def _reader_signals() -> Iterator[tuple[str, str]]:
    for status, code in sam_status.CODES.items():
        yield code, f"SW3 {status:02X}"
    yield "card.none", f"SW3 {sam_status.NO_CARD:02X}"
    for status, (_, code) in sam_status.HOST_CODES.items():
        yield code, f"SDT {status:02X}"
    for table in (pcsc_id_card.REFUSALS, social_security_card.REFUSALS):
        yield from ((code, f"SW {status:04X}") for status, code in table.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
