"""OFD packages: a document of one page, and a seal over its files (section 2)."""

import io
import zipfile
from base64 import b64encode

from tests.seal.stranger.people import sm3
from tests.seal.stranger.seals import Recipe

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
PAGE, PICTURE = "Doc_0/Pages/Page_0/Content.xml", "Doc_0/Res/emblem.png"
SIGN = "Doc_0/Signs/Sign_0/"
XML, ESL, VALUE = SIGN + "Signature.xml", SIGN + "Seal.esl", SIGN + "SignedValue.dat"
LIST = "Doc_0/Signs/Signatures.xml"


def document() -> dict[str, bytes]:
    return {
        "OFD.xml": _element(
            "OFD",
            "<ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
            f"<ofd:Signatures>{LIST}</ofd:Signatures></ofd:DocBody>",
        ),
        "Doc_0/Document.xml": _element(
            "Document",
            "<ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PublicRes>PublicRes.xml"
            '</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" '
            'BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>',
        ),
        "Doc_0/PublicRes.xml": _element(
            "Res",
            '<ofd:MultiMedias><ofd:MultiMedia ID="2" Type="Image"><ofd:MediaFile>Res/emblem.png'
            "</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>",
        ),
        PAGE: _element("Page", "<ofd:Content/>"),
        PICTURE: b"\x89PNG nothing drawn",
    }


def sealed(
    recipe: Recipe,
    *,
    method: str = "SM3",
    moment: str = "20261123023000Z",
    leave: tuple[str, ...] = (),
    esl: bytes = b"",
) -> dict[str, bytes]:
    """`leave`: files no Reference protects; `esl`: another Seal.esl than the one that signed."""
    files = document()
    references = "".join(
        f'<ofd:Reference FileRef="/{name}"><ofd:CheckValue>{b64encode(sm3(data)).decode()}'
        "</ofd:CheckValue></ofd:Reference>"
        for name, data in files.items()
        if name not in leave
    )
    files[LIST] = _element(
        "Signatures",
        '<ofd:MaxSignId>1</ofd:MaxSignId><ofd:Signature ID="1" Type="Seal" '
        'BaseLoc="Sign_0/Signature.xml"/>',
    )
    files[XML] = _element(
        "Signature",
        '<ofd:SignedInfo><ofd:Provider ProviderName="stranger" Version="1" Company="x"/>'
        "<ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod>"
        f"<ofd:SignatureDateTime>{moment}</ofd:SignatureDateTime>"
        f'<ofd:References CheckMethod="{method}">{references}</ofd:References>'
        '<ofd:StampAnnot ID="3" PageRef="1" Boundary="120 200 42 42"/>'
        "<ofd:Seal><ofd:BaseLoc>Seal.esl</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>"
        "<ofd:SignedValue>SignedValue.dat</ofd:SignedValue>",
    )
    value = recipe.signature(files[XML])
    return {**files, ESL: esl or embedded(value), VALUE: value}


def embedded(value: bytes) -> bytes:
    """The seal inside a signature, as it lies there: the second element of what was signed."""
    body = value[_head(value) :]
    inner = body[_head(body) :]
    rest = inner[2 + inner[1] :]  # after the version
    return rest[: _head(rest) + _length(rest)]


def _head(data: bytes) -> int:
    return 2 if data[1] < 128 else 2 + (data[1] & 0x7F)


def _length(data: bytes) -> int:
    return data[1] if data[1] < 128 else int.from_bytes(data[2 : _head(data)], "big")


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _element(name: str, inside: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{head}<ofd:{name} {SPACE}>{inside}</ofd:{name}>".encode()
