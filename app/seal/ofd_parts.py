"""From OFD.xml to the signatures: which files sign, which are signed, where the seal stands.

Layout: OFD.xml, DocBody, Signatures.xml, Signature.xml, its references (eseal 2, GB/T 33190).
"""

import binascii
from base64 import b64decode
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes

from app.seal.ofd_package import Damaged, Package, plain
from app.seal.ofd_xml import Element, XmlError, read_xml
from app.seal.ofd_zip import TooLarge

INDEX = "OFD.xml"
MAX_SIGNATURES = 32
DEFAULT_METHOD = "MD5"  # the standard's own default
HARMLESS = frozenset({"DocInfo", "DocRoot", "Signatures"})  # what a DocBody may hold unprotected
WEAK = frozenset({"md5", "sha1"})
METHODS: dict[str, hashes.HashAlgorithm] = {
    "SM3": hashes.SM3(),
    "1.2.156.10197.1.401": hashes.SM3(),
    "1.2.156.10197.1.401.1": hashes.SM3(),
    "1.2.156.10197.1.401.2": hashes.SM3(),  # the keyed one by its number; meant is the plain one
    "SHA256": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "SHA384": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "SHA512": hashes.SHA512(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
    "SHA1": hashes.SHA1(),  # noqa: S303 - met in files; never good
    "1.3.14.3.2.26": hashes.SHA1(),  # noqa: S303
    "MD5": hashes.MD5(),  # noqa: S303 - met in files; never good
    "1.2.840.113549.2.5": hashes.MD5(),  # noqa: S303
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A protected file: as it is named, where it is (None: nowhere), its digest (None: unread)."""

    named: str
    file: str | None
    method: str
    value: bytes | None

    @property
    def algorithm(self) -> hashes.HashAlgorithm | None:
        known = self.method.strip().upper().replace("-", "").replace("_", "")
        return METHODS.get(known)


@dataclass(frozen=True, slots=True)
class Signed:
    """One Signature.xml; paths are None where the file they name is not there."""

    path: str
    value: str | None
    seal: str | None
    names_seal: bool
    method: str
    moment: str
    references: tuple[Reference, ...]
    pages: tuple[str, ...]  # on which the seal stands
    root: str | None  # the Document.xml it belongs to


@dataclass(slots=True)
class Index:
    """What OFD.xml leads to. `unread`: signatures that are listed and cannot be read, with why."""

    lists: list[str] = field(default_factory=list)
    signed: list[Signed] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    broken_lists: list[str] = field(default_factory=list)
    roots: list[str | None] = field(default_factory=list)
    plain: bool = False  # one document and nothing that leads elsewhere


def read_index(package: Package) -> Index:
    """XmlError or Damaged where OFD.xml itself cannot be read; TooLarge."""
    top = read_xml(package, INDEX, "OFD")
    bodies = list(top.all("DocBody"))
    index = Index()
    for body in bodies:
        root = find(package, INDEX, body.value("DocRoot"))
        index.roots.append(root)
        for path in filter(None, (listed.text for listed in body.all("Signatures"))):
            _read_list(package, index, path, root)
    index.plain = len(bodies) == 1 and len(top.children) == 1 and _is_plain(bodies[0])
    return index


def _is_plain(body: Element) -> bool:
    names = [child.name for child in body.children]
    return HARMLESS.issuperset(names) and names.count("DocRoot") == 1


def find(package: Package, base: str, path: str | None) -> str | None:
    """The file a path names, from the root or beside the file `base`; some leave the slash out."""
    if not path:
        return None
    beside = base.rpartition("/")[0]
    below = () if path.strip().startswith(("/", "\\")) else (_joined(beside, path),)
    return next((name for name in (*below, _joined("", path)) if name in package.files), None)


def _joined(folder: str, path: str) -> str:
    parts = [part for part in folder.split("/") if part]
    for part in plain(path.strip()).split("/"):
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return "/".join(parts)


def _read_list(package: Package, index: Index, path: str, root: str | None) -> None:
    name = find(package, INDEX, path)
    try:
        if name is None:
            raise XmlError("not there")
        entries = list(read_xml(package, name, "Signatures").all("Signature"))
    except (XmlError, Damaged):
        index.broken_lists.append(path)
        return
    index.lists.append(name)
    for entry in entries:
        if len(index.signed) + len(index.unread) >= MAX_SIGNATURES:
            raise TooLarge
        _read_entry(package, index, name, entry.value("BaseLoc") or "", root)


def _read_entry(package: Package, index: Index, base: str, path: str, root: str | None) -> None:
    name = find(package, base, path)
    if any(signed.path == name for signed in index.signed):
        return
    try:
        if name is None:
            raise XmlError("not there")
        index.signed.append(_signed(package, name, root))
    except (XmlError, Damaged) as trouble:
        index.unread.append((path, str(trouble)))


def _signed(package: Package, name: str, root: str | None) -> Signed:
    top = read_xml(package, name, "Signature")
    infos = list(top.all("SignedInfo"))
    if len(infos) != 1:
        raise XmlError("one SignedInfo belongs here")
    info = infos[0]
    seal = next(info.all("Seal"), None)
    return Signed(
        path=name,
        value=find(package, name, top.value("SignedValue")),
        seal=find(package, name, seal.value("BaseLoc")) if seal else None,
        names_seal=seal is not None,
        method=info.value("SignatureMethod") or "",
        moment=info.value("SignatureDateTime") or "",
        references=_references(package, name, info),
        pages=tuple(stamp.value("PageRef") or "" for stamp in info.all("StampAnnot")),
        root=root,
    )


def _references(package: Package, base: str, info: Element) -> tuple[Reference, ...]:
    return tuple(
        Reference(
            named := entry.value("FileRef") or "",
            find(package, base, named),
            block.value("CheckMethod") or DEFAULT_METHOD,
            _base_64(entry.value("CheckValue") or ""),
        )
        for block in info.all("References")
        for entry in block.all("Reference")
    )


def _base_64(text: str) -> bytes | None:
    """Line breaks and blanks are met inside."""
    try:
        return b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None


def page_names(package: Package, root: str | None) -> frozenset[str] | None:
    """The pages' IDs by Document.xml; None where they cannot be had."""
    if root is None:
        return None
    try:
        document = read_xml(package, root, "Document")
    except (XmlError, Damaged, TooLarge):
        return None
    pages = (page for block in document.all("Pages") for page in block.all("Page"))
    return frozenset(page.value("ID") or "" for page in pages)
