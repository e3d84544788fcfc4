"""Small OFD packages made by hand: a document, signatures over it, zips of every oddity."""

import zlib
from base64 import b64encode
from hashlib import new
from struct import pack

from app.codecs.chain import sm3
from app.seal.ofd import check_ofd
from app.seal.writing import write_signature, write_to_be_signed
from tests.seal.parts import NOW

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
PAGE, LIST = "Doc_0/Pages/Page_0/Content.xml", "Doc_0/Signs/Signatures.xml"
SIGNED, VALUE, ESL = (
    f"Doc_0/Signs/Sign_0/{name}" for name in ("Signature.xml", "SignedValue.dat", "Seal.esl")
)
DOCUMENT, PICTURE = "Doc_0/Document.xml", "Doc_0/Res/picture.png"
INDEX = (
    HEAD + f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
    "<ofd:Title>公文</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
    "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>"
)


def element(name: str, inside: str) -> bytes:
    return (HEAD + f"<ofd:{name} {SPACE}>{inside}</ofd:{name}>").encode()


def document() -> dict[str, bytes]:
    """The files of a document before anyone signs it."""
    common = "<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
    pages = '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>'
    media = '<ofd:MultiMedia ID="5"><ofd:MediaFile>picture.png</ofd:MediaFile></ofd:MultiMedia>'
    return {
        "OFD.xml": INDEX.encode(),
        DOCUMENT: element("Document", common + pages),
        "Doc_0/DocumentRes.xml": element("Res", f"<ofd:MultiMedias>{media}</ofd:MultiMedias>"),
        PAGE: element("Page", "<ofd:Content>准予登记</ofd:Content>"),
        PICTURE: b"\x89PNG not drawn in these tests",
    }


def folder(number: int) -> str:
    return f"Doc_0/Signs/Sign_{number}/"


def listed(*entries: str) -> bytes:
    records = "".join(
        f'<ofd:Signature ID="{number}" Type="Seal" BaseLoc="{path}"/>'
        for number, path in enumerate(entries, 1)
    )
    return element("Signatures", f"<ofd:MaxSignId>{len(entries)}</ofd:MaxSignId>{records}")


def references(files: dict[str, bytes], names, method: str = "SM3", algorithm: str = "sm3") -> str:
    def value(name: str) -> str:
        digest = sm3(files[name]) if algorithm == "sm3" else new(algorithm, files[name]).digest()
        return b64encode(digest).decode()

    inside = "".join(
        f'<ofd:Reference FileRef="/{name}"><ofd:CheckValue>{value(name)}</ofd:CheckValue>'
        "</ofd:Reference>"
        for name in names
    )
    return f'<ofd:References CheckMethod="{method}">{inside}</ofd:References>'


def described(refs: str, *, stamps="", seal="Seal.esl", moment="20261123103000") -> bytes:
    """A Signature.xml."""
    stamps = stamps or '<ofd:StampAnnot ID="1" PageRef="1" Boundary="150 240 42 42"/>'
    seal = f"<ofd:Seal><ofd:BaseLoc>{seal}</ofd:BaseLoc></ofd:Seal>" if seal else ""
    info = (
        '<ofd:Provider ProviderName="test"/><ofd:SignatureMethod>1.2.156.10197.1.501'
        f"</ofd:SignatureMethod><ofd:SignatureDateTime>{moment}</ofd:SignatureDateTime>"
    )
    signed = f"<ofd:SignedInfo>{info}{refs}{stamps}{seal}</ofd:SignedInfo>"
    return element("Signature", f"{signed}<ofd:SignedValue>SignedValue.dat</ofd:SignedValue>")


def signed_value(hall, xml: bytes, path: str, **changes) -> bytes:
    facts = {"seal": hall.seal, "at": NOW, "data_hash": sm3(xml), "info": path, **changes}
    seal, signer = facts.pop("seal"), facts.pop("signer", hall.signer)
    tbs = write_to_be_signed(seal, **facts)
    return write_signature(tbs, signer.der, signer.sign_message(tbs))


def with_signature(hall, files, number=0, *, refs=None, leave=(LIST,), xml=None, **changes):
    """`files` and one more signature over all that is there, but for what `leave` names."""
    where = folder(number)
    files = {**files, where + "Seal.esl": hall.seal}
    done = [f"/{folder(before)}Signature.xml" for before in range(number + 1)]
    files[LIST] = listed(*done)
    names = [name for name in files if name not in leave]
    refs = references(files, names) if refs is None else refs
    xml = described(refs) if xml is None else xml
    files[where + "Signature.xml"] = xml
    files[where + "SignedValue.dat"] = signed_value(hall, xml, f"/{where}Signature.xml", **changes)
    return files


# --- zips, by hand so that each field can lie ---


def entry(name: str | bytes, content: bytes, **odd) -> dict:
    raw = name if isinstance(name, bytes) else name.encode()
    return {"name": raw, "content": content, "flags": 0x800, "method": 8, **odd}


def zipped(files, *, before=b"", after=b"", comment=b"", count=None, counted=True) -> bytes:
    """`files`: names and bytes, or entries with oddities; `counted`: offsets include `before`."""
    entries = [entry(*both) for both in files.items()] if isinstance(files, dict) else files
    out, directory = bytearray(before), bytearray()
    for one in entries:
        start = one.get("start", len(out) if counted else len(out) - len(before))
        out += b"" if "start" in one else local(one)
        directory += record(one, start)
    at = len(out) if counted else len(out) - len(before)
    count = len(entries) if count is None else count
    end = pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), at, len(comment))
    return bytes(out + directory + end + comment + after)


def packed(one: dict) -> bytes:
    if one["method"] == 0:
        return one["content"]
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflate.compress(one["content"]) + deflate.flush() + one.get("tail", b"")


def numbers(one: dict) -> tuple[int, int, int]:
    return (
        one.get("crc", zlib.crc32(one["content"])),
        len(packed(one)),
        one.get("size", len(one["content"])),
    )


def local(one: dict) -> bytes:
    said = one.get("local", {})
    name = said.get("name", one["name"])
    three = said.get("numbers", (0, 0, 0) if one["flags"] & 8 else numbers(one))
    method = said.get("method", one["method"])
    head = pack("<4s5H3L2H", b"PK\3\4", 20, one["flags"], method, 0, 0, *three, len(name), 0)
    descriptor = b"PK\7\x08" + pack("<3L", *numbers(one)) if one["flags"] & 8 else b""
    return head + name + packed(one) + descriptor + one.get("gap", b"")


def record(one: dict, start: int) -> bytes:
    extra = one.get("extra", b"")
    head = pack(
        "<4s6H3L5H2L", b"PK\1\2", 0x314, 20, one["flags"], one["method"], 0, 0, *numbers(one),
        len(one["name"]), len(extra), 0, 0, 0, one.get("mode", 0o100644) << 16, start,
    )  # fmt: skip
    return head + one["name"] + extra


# --- judging ---


def judged(hall, files, **changes):
    data = files if isinstance(files, bytes) else zipped(files)
    return check_ofd(data, **{"anchors": hall.anchors, "at": NOW, **changes})


def digest(report, number: int = 0) -> tuple[str, str]:
    step = report.signatures[number].steps[-1]
    assert step.step == "digest"
    return step.result, step.code
