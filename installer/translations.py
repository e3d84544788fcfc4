"""Keeps zh_CN.ts in step with the sources: `update`, or `check` for the gate.

The windows' strings are found by pyside6-lupdate; the sentences of both problems.py form the
context "problems". What is translated stays translated; what is gone goes.
"""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

TREE = Path(__file__).parent.parent
FILE = TREE / "resources" / "translations" / "zh_CN.ts"
CONTEXT = "problems"

Key = tuple[str, str]


def main(arguments: list[str]) -> int:
    """Exit 0 in step and complete, 1 not."""
    fresh = _fresh()
    _fill(fresh, _translated())
    unfinished = [key for key, message in _messages(fresh) if _is_unfinished(message)]
    for context, source in unfinished:
        print(f"not translated: {context}: {source}", file=sys.stderr)
    text = _written(fresh)
    if arguments[:1] == ["update"]:
        FILE.write_text(text, "utf-8")
    elif not FILE.exists() or FILE.read_text("utf-8") != text:
        print("zh_CN.ts is not in step: python -m installer.translations update", file=sys.stderr)
        return 1
    return 1 if unfinished else 0


def _fresh() -> ET.Element:
    """All strings of the sources, none translated."""
    sources = sorted(str(each.relative_to(TREE)) for each in (TREE / "ui").rglob("*.py"))
    sources += sorted(str(each.relative_to(TREE)) for each in (TREE / "app/commands").glob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "fresh.ts"
        tool = Path(sys.executable).parent / "pyside6-lupdate"
        command = [str(tool), *sources, "-ts", str(target), "-locations", "none"]
        command += ["-source-language", "en_US", "-target-language", "zh_CN"]
        subprocess.run(command, cwd=TREE, check=True, stdout=subprocess.DEVNULL)
        root = ET.fromstring(target.read_text("utf-8"))  # noqa: S314
    root.append(_problems())
    return root


def _problems() -> ET.Element:
    sys.path.insert(0, str(TREE))
    from app.problems import PROBLEMS as OFFICE
    from app.problems import explain as explain_office
    from hardware.problems import PROBLEMS as DEVICES
    from hardware.problems import explain as explain_device

    context = ET.Element("context")
    ET.SubElement(context, "name").text = CONTEXT
    pairs = [*OFFICE.values(), *DEVICES.values(), explain_office(""), explain_device("")]
    for sentence in sorted({part for pair in pairs for part in pair if part}):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = sentence
        ET.SubElement(message, "translation", {"type": "unfinished"})
    return context


def _translated() -> dict[Key, ET.Element]:
    if not FILE.exists():
        return {}
    root = ET.fromstring(FILE.read_text("utf-8"))  # noqa: S314
    return {
        key: translation
        for key, message in _messages(root)
        if (translation := message.find("translation")) is not None and not _is_unfinished(message)
    }


def _messages(root: ET.Element) -> list[tuple[Key, ET.Element]]:
    return [
        ((context.findtext("name", ""), message.findtext("source", "")), message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def _fill(root: ET.Element, known: dict[Key, ET.Element]) -> None:
    for key, message in _messages(root):
        found = message.find("translation")
        if key in known and found is not None:
            message.remove(found)
            message.append(known[key])


def _is_unfinished(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return True
    return not "".join(translation.itertext()).strip()


def _written(root: ET.Element) -> str:
    for context in root.iter("context"):
        messages = sorted(context.findall("message"), key=lambda m: m.findtext("source", ""))
        for message in context.findall("message"):
            context.remove(message)
        context.extend(messages)
    contexts = sorted(root.findall("context"), key=lambda c: c.findtext("name", ""))
    for context in root.findall("context"):
        root.remove(context)
    root.extend(contexts)
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
