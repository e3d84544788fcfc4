"""Judging the seals of any file, as `python -m app verify` does, and the printed report on it.

Nothing of the file is kept: the trail holds its digest and the verdict, never its name.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from app import private_file
from app.codecs.chain import sm3_hex
from app.documents import validity_sheet
from app.documents.validity_sheet import SealBlock, SealImage, StepRow, ValiditySheet
from app.domain.duties import Act
from app.errors import denied
from app.seal.chains import Anchors, read_anchors
from app.seal.checking import MAX_BYTES, check, read_file
from app.seal.imprint import Imprint
from app.seal.picture_of import pictures
from app.seal.report import (
    BAD,
    CANNOT_TELL,
    GOOD,
    UNREADABLE,
    FileReport,
    SignatureReport,
    Step,
)
from app.services import printing
from app.services.office import Office
from app.services.printing import Spooler

__all__ = [
    "BAD", "CANNOT_TELL", "GOOD", "UNREADABLE",
    "Checked", "FileReport", "Imprint", "SealBlock", "SealImage", "SignatureReport", "Step",
    "StepRow", "Trust", "Trusted", "ValiditySheet",
    "judge", "print_sheet", "save_sheet",
]  # fmt: skip

NO_DIGEST = "file"  # the subject of the line where nothing could be read


@dataclass(frozen=True, slots=True)
class Trusted:
    """Whom this counter trusted then: names with the SM3 of each certificate, and the folder."""

    folder: Path
    certificates: tuple[tuple[str, str], ...]
    lists: int  # of revocations
    unreadable: tuple[str, ...]  # files of the folder


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and what was found. `sm3` and `size` are empty where it could not be read."""

    name: str
    sm3: str
    size: int | None
    at: datetime
    report: FileReport
    pictures: tuple[Imprint | None, ...] = field(repr=False)
    trusted: Trusted


class Trust:
    """The folder of trusted certificates and lists, read once for files that came together."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def anchors(self) -> Anchors:
        return read_anchors(self._folder)

    @cached_property
    def told(self) -> Trusted:
        """As the report names it."""
        anchors = self.anchors
        names = tuple((each.name, sm3_hex(each.raw)) for each in anchors.certificates)
        return Trusted(self._folder, names, len(anchors.lists), anchors.unreadable)


def judge(office: Office, file: Path, trust: Trust | None = None) -> Checked:
    """The verdict on a file of any kind; trouble with reading it is a verdict too."""
    with office.judged(Act.CHECK_SEALS, NO_DIGEST):
        found = _judged(file, trust or Trust(office.settings.trust), office.clock.now())
        report = found.report
        with office.store.write() as tx:
            facts = {"verdict": report.verdict, "code": report.code}
            office.line(tx, "seal.check", found.sm3 or NO_DIGEST, **facts)
    return found


def print_sheet(office: Office, sheet: ValiditySheet, sm3: str, spooler: Spooler) -> str:
    """Answers the printer's name. Like every print it is on record, here by the file's digest."""
    with office.judged(Act.CHECK_SEALS, sm3 or NO_DIGEST):
        printer = printing.print_sheet(office, validity_sheet.compose(sheet), spooler)
        with office.store.write() as tx:
            office.line(tx, "seal.check.print", sm3 or NO_DIGEST, printer=printer)
    return printer


def save_sheet(office: Office, sheet: ValiditySheet, sm3: str, target: Path) -> None:
    """The sheet as a PDF where the officer wants it; Unavailable where that cannot be written."""
    with office.judged(Act.CHECK_SEALS, sm3 or NO_DIGEST):
        try:
            private_file.write(target, validity_sheet.compose(sheet))
        except OSError as error:
            raise denied(error) from error
        with office.store.write() as tx:
            office.line(tx, "seal.check.save", sm3 or NO_DIGEST)


def _judged(file: Path, trust: Trust, at: datetime) -> Checked:
    trusted = trust.told
    try:
        data = read_file(file)  # once, so that the digest is of what was judged
    except (OSError, ValueError):
        report = FileReport(file.name, UNREADABLE, code="file.unreadable")
        return Checked(file.name, "", None, at, report, (), trusted)
    if len(data) > MAX_BYTES:
        report = FileReport(file.name, CANNOT_TELL, code="file.too-large")
        return Checked(file.name, "", None, at, report, (), trusted)
    report = check(data, anchors=trust.anchors, at=at, file=file.name)
    drawn = pictures(data, len(report.signatures))
    return Checked(file.name, sm3_hex(data), len(data), at, report, drawn, trusted)
