"""XML of OFD packages: bounded, without any document type or entity, deaf to namespaces.

Real files declare the standard's namespace, another or none, and mix them in one file, so an
element is known by its local name.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from app.seal.ofd_package import Package
from app.seal.ofd_zip import TooLarge

MAX_DEPTH = 64
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
CHINESE = ("gbk", "gb2312", "gb18030", "cp936", "x-gbk")
BOM = b"\xef\xbb\xbf"


class XmlError(ValueError):
    """Not well-formed, too deep, or with a document type."""


@dataclass(slots=True)
class Element:
    """`name` and the attributes' names are local."""

    name: str
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands directly in it, stripped."""
        return "".join(self.texts).strip()

    def all(self, name: str) -> Iterator["Element"]:
        return (child for child in self.children if child.name == name)

    def value(self, name: str) -> str | None:
        """An attribute, or a child's text where a writer made a child of it; stripped."""
        if name in self.attributes:
            return self.attributes[name].strip()
        return next((child.text for child in self.all(name)), None)


def read_xml(package: Package, name: str, root: str) -> Element:
    """A file that is there, with this root. XmlError; Damaged and TooLarge pass through."""
    top = Element("", {})
    open_ = [top]

    def start(tag: str, attributes: dict[str, str]) -> None:
        local = {_local(key): value for key, value in attributes.items()}
        element = Element(_local(tag), local)
        open_[-1].children.append(element)
        open_.append(element)

    def text(words: str) -> None:
        open_[-1].texts.append(words)

    _parse(package, name, start, lambda _: open_.pop(), text)
    if top.children[0].name != root:
        raise XmlError(f"{top.children[0].name} where {root} belongs")
    return top.children[0]


def words_of(package: Package, name: str) -> frozenset[str]:
    """Every attribute's value and every text of a file that is there."""
    found: set[str] = set()
    _parse(package, name, lambda _, values: found.update(values.values()), None, found.add)
    return frozenset(found)


def _parse(
    package: Package,
    name: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], object] | None,
    text: Callable[[str], None],
) -> None:
    depth = 0

    def started(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        package.elements -= 1 + len(attributes)
        if package.elements < 0:
            raise TooLarge
        if depth > MAX_DEPTH:
            raise XmlError("nested too deep")
        start(tag, attributes)

    def ended(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(tag)

    parser = expat.ParserCreate()
    parser.buffer_text, parser.buffer_size = True, 1 << 20
    parser.StartElementHandler, parser.EndElementHandler = started, ended
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(_readable(package.read(name)), True)
    except (expat.ExpatError, LookupError, ValueError) as trouble:
        raise XmlError(str(trouble)) from trouble


def _readable(data: bytes) -> str | bytes:
    """expat itself reads UTF-8 and UTF-16, Chinese encodings it does not."""
    declared = DECLARED.match(data.removeprefix(BOM).lstrip())
    if declared and declared[1].decode("ascii").lower() in CHINESE:
        return data.decode("utf-8-sig" if data.startswith(BOM) else "gb18030")
    return data


def _refuse_doctype(*_: object) -> None:
    raise XmlError("a document type")


def _local(name: str) -> str:
    return name.rpartition(":")[2]
