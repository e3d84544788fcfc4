"""The report as a sheet of paper: the screen's words, put in order for print.

In Chinese whatever the window's language, as every paper of the office.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

from app.services.office import Office
from app.services.verifying import (
    Checked,
    Imprint,
    SealBlock,
    SealImage,
    SignatureReport,
    StepRow,
    ValiditySheet,
)
from resources import path
from ui.verify import words
from ui.verify.words import SIGNS, translate

SHORT_SM3 = 16


def sheet_of(found: Checked, office: Office, version: str) -> ValiditySheet:
    """All that is printed."""
    with _in_chinese():
        return _composed(found, office, version)


@contextmanager
def _in_chinese() -> Iterator[None]:
    """The last translator installed is asked first."""
    translator = QTranslator()
    translator.load(str(path("translations") / "zh_CN.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


def _composed(found: Checked, office: Office, version: str) -> ValiditySheet:
    report, here = found.report, office.installation
    training = translate("Verify", "For training, no proof of anything") if here.training else ""
    counter = (translate("Verify", "Counter"), f"{here.hall_name} {here.division}-{here.terminal}")
    program = (translate("Verify", "Program"), f"zero-proof-counter {version}")
    pairs = zip(report.signatures, found.pictures, strict=True)
    return ValiditySheet(
        title=translate("Verify", "Seal verification report"),
        verdict=f"{SIGNS[report.verdict]} {words.verdict_word(report.verdict)}",
        headline=f"{words.headline(found)} {words.remedy(found)}".strip(),
        facts=(*words.file_facts(found), counter, program),
        blocks=tuple(_block(n, *pair) for n, pair in enumerate(pairs, 1)),
        notes=_notes(found),
        foot=f"SM3 {found.sm3[:SHORT_SM3]}" if found.sm3 else words.moment(found.at),
        at=found.at,
        training=training,
    )


def _block(number: int, signature: SignatureReport, picture: Imprint | None) -> SealBlock:
    return SealBlock(
        title=words.signature_title(number, signature),
        facts=words.signature_facts(signature),
        rows=tuple(_rows(signature)),
        picture=SealImage(picture.png, picture.width_mm, picture.height_mm) if picture else None,
    )


def _rows(signature: SignatureReport) -> list[StepRow]:
    rows = []
    for number, (name, step) in enumerate(words.steps_of(signature), 1):
        result = step.result if step else ""
        told = f"{SIGNS.get(result, '—')} {words.result_word(result)}"
        sentence, remedy = words.step_words(step, name)
        rows.append(
            StepRow(f"{number} {words.step_name(name)}", told, f"{sentence} {remedy}".strip())
        )
    return rows


def _notes(found: Checked) -> tuple[str, ...]:
    """What cannot tell means, whom we trust, and what a print is worth."""
    known = found.trusted.certificates
    trusted = [each for name, sm3 in known for each in (words.short(name), f"SM3 {sm3}")]
    paper = translate(
        "Verify",
        "Verified by the software of this counter. A print is no substitute for the file: only "
        "the file itself can be verified again.",
    )
    told = (words.meaning(found), words.trust_words(found.trusted), *trusted, paper)
    return tuple(each for each in told if each)
