"""The pictures of the seals in a file, in the order in which its signatures are judged.

Only to be shown: a picture proves nothing, and one that cannot be found changes no verdict.
"""

from collections.abc import Iterator

from app.codecs.der import DerError
from app.errors import Unavailable
from app.seal import bare
from app.seal.checking import is_pdf
from app.seal.imprint import Imprint, imprint
from app.seal.ofd import is_package
from app.seal.ofd_package import Damaged, Package, open_package
from app.seal.ofd_parts import INDEX, read_index
from app.seal.ofd_xml import XmlError
from app.seal.ofd_zip import PackageError, TooLarge
from app.seal.pdf_scan import contents, find_ranges
from app.seal.structures import OtherGeneration, Picture, read_seal, read_signature


def pictures(data: bytes, count: int) -> tuple[Imprint | None, ...]:
    """One for each of the `count` signatures that were judged; None where none can be drawn."""
    try:
        found = tuple(_drawn(each) for each in _found(data))
    except (PackageError, TooLarge, XmlError, Damaged, DerError):
        return (None,) * count
    return found if len(found) == count else (None,) * count


def _found(data: bytes) -> Iterator[Picture | None]:
    if is_package(data):
        yield from _in_package(open_package(data))
        return
    if not is_pdf(data):
        yield _picture(bare.structure(data))
        return
    for signed in find_ranges(data):
        try:
            yield _picture(contents(data, signed))
        except DerError:
            yield None


def _in_package(package: Package) -> Iterator[Picture | None]:
    """As listed; signatures that could not be read come last in the report."""
    if INDEX not in package.files:
        return
    index = read_index(package)
    for signed in index.signed:
        try:
            yield _picture(package.read(signed.value)) if signed.value else None
        except Damaged:
            yield None
    for _unread in index.unread:
        yield None


def _picture(data: bytes) -> Picture | None:
    """Of an SES_Signature, else of a seal by itself."""
    try:
        if bare.kind(data) == bare.SES_SIGNATURE:
            return read_signature(data).seal.picture
        return read_seal(data).picture
    except (DerError, OtherGeneration):
        return None


def _drawn(picture: Picture | None) -> Imprint | None:
    try:
        return imprint(picture) if picture else None
    except Unavailable:
        return None
