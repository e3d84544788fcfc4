"""What is said of verdicts and steps, the same on the screen and on the sheet."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.clock import CHINA
from app.errors import Unavailable
from app.services.verifying import (
    BAD,
    CANNOT_TELL,
    GOOD,
    UNREADABLE,
    Checked,
    SignatureReport,
    Step,
    Trusted,
)
from ui.problems import Trouble, trouble
from ui.widgets.mark import Tone

translate = QCoreApplication.translate
Pair = tuple[str, str]

TONES: dict[str, Tone] = {GOOD: "ok", BAD: "error", CANNOT_TELL: "warn", UNREADABLE: "off"}
SIGNS = {GOOD: "✓", BAD: "×", CANNOT_TELL: "？", UNREADABLE: "—"}  # on paper, which has no colour
SEAL_ALONE, SEAL_SIGNATURE = "SES_Seal", "SES_Signature"
STEPS = (
    "structure",
    "seal-signature",
    "maker-certificate",
    "seal-dates",
    "signature",
    "signer-in-seal",
    "signer-certificate",
    "time",
    "digest",
)
# Characters of a name out of a file: whoever wrote it may have written a book.
LONGEST, ENDING = 160, 20


def verdict_word(verdict: str) -> str:
    words = {
        GOOD: translate("Verify", "Valid"),
        BAD: translate("Verify", "Not valid"),
        CANNOT_TELL: translate("Verify", "Cannot tell"),
        UNREADABLE: translate("Verify", "Unreadable"),
    }
    return words.get(verdict, verdict)


def result_word(result: str) -> str:
    words = {
        GOOD: translate("Verify", "passed"),
        BAD: translate("Verify", "failed"),
        CANNOT_TELL: translate("Verify", "cannot tell"),
    }
    return words.get(result, translate("Verify", "not looked at"))


def headline(found: Checked) -> str:
    """The first failing step as one sentence, or that all is good."""
    report = found.report
    if report.verdict == GOOD:
        if all(each.kind == SEAL_ALONE for each in report.signatures):
            return translate("Verify", "This seal is valid today; no document is in this file.")
        return translate("Verify", "Every seal here is valid, and nothing was changed since.")
    said = _said(report.code).sentence
    several = len(report.signatures) > 1
    return _frame(report.verdict, several=several).format(sentence=said)


def _frame(verdict: str, *, several: bool) -> str:
    if verdict == UNREADABLE:
        return translate("Verify", "Not judged: {sentence}")
    if verdict == CANNOT_TELL:
        return translate("Verify", "It cannot be told whether the seal is valid: {sentence}")
    if several:
        return translate("Verify", "A seal of this file is not valid: {sentence}")
    return translate("Verify", "This seal is not valid: {sentence}")


def remedy(found: Checked) -> str:
    """What to do about the headline."""
    if found.report.verdict == GOOD:
        return ""
    return _said(found.report.code).remedy


def meaning(found: Checked) -> str:
    """What "cannot tell" is, and whom to ask; empty at every other verdict."""
    if found.report.verdict != CANNOT_TELL:
        return ""
    told = translate(
        "Verify",
        "Cannot tell is neither valid nor invalid: something is missing that is needed to judge. "
        "Do not rely on the seal until it is there.",
    )
    return f"{told} {_whom_to_ask(found)}".strip()


def _whom_to_ask(found: Checked) -> str:
    holders = [
        step.detail
        for signature in found.report.signatures
        for step in signature.steps
        if step.code == "certificate.no-anchor" and step.detail
    ]
    if not holders:
        return ""
    asked = translate(
        "Verify", "Ask the administrator for the certificate of the authority that issued: {names}."
    )
    return asked.format(names="、".join(short(each) for each in dict.fromkeys(holders)))


def step_name(step: str) -> str:
    words = {
        "structure": translate("Verify", "Structure"),
        "seal-signature": translate("Verify", "Seal made by its maker"),
        "maker-certificate": translate("Verify", "Maker's certificate"),
        "seal-dates": translate("Verify", "Seal's dates"),
        "signature": translate("Verify", "Signature"),
        "signer-in-seal": translate("Verify", "Signer may use the seal"),
        "signer-certificate": translate("Verify", "Signer's certificate"),
        "time": translate("Verify", "Time of signing"),
        "digest": translate("Verify", "Document unchanged"),
    }
    return words.get(step, step)


def _passed(step: str) -> str:
    words = {
        "structure": translate("Verify", "Built as the standard says."),
        "seal-signature": translate("Verify", "Signed by the seal's maker and unchanged."),
        "maker-certificate": translate("Verify", "Leads to a trusted authority."),
        "seal-dates": translate("Verify", "The seal was in force."),
        "signature": translate("Verify", "Signed by the signer named here."),
        "signer-in-seal": translate("Verify", "The seal lists this signer."),
        "signer-certificate": translate("Verify", "Leads to a trusted authority."),
        "time": translate("Verify", "Within the dates of seal and certificate."),
        "digest": translate("Verify", "Not changed since it was sealed."),
    }
    return words.get(step, "")


def step_words(step: Step | None, name: str) -> Pair:
    """Sentence and remedy of one step; a step that was not come to says so."""
    if step is None:
        return translate("Verify", "An earlier step ended the check."), ""
    if step.code == "ok":
        return _passed(name), ""
    said = _said(step.code)
    detail = f"（{short(step.detail)}）" if step.detail else ""
    return f"{said.sentence}{detail}", said.remedy


def steps_of(signature: SignatureReport) -> tuple[tuple[str, Step | None], ...]:
    """The nine steps in the standard's order; of other kinds those that can apply."""
    found = {step.step: step for step in signature.steps}
    every = signature.kind == SEAL_SIGNATURE
    return tuple((name, found.get(name)) for name in STEPS if every or name in found)


def file_facts(found: Checked) -> tuple[Pair, ...]:
    facts = [(translate("Verify", "File"), short(found.name))]
    if found.size is not None:
        size = translate("Verify", "{n} bytes").format(n=f"{found.size:,}")
        facts += [("SM3", found.sm3), (translate("Verify", "Size"), size)]
    return (*facts, (translate("Verify", "Checked at"), moment(found.at)))


def signature_title(number: int, signature: SignatureReport) -> str:
    """Seal 1: its name."""
    name = short(signature.seal_name or "") or translate("Verify", "no name")
    return translate("Verify", "Seal {n}: {name}").format(n=number, name=name)


def signature_facts(signature: SignatureReport) -> tuple[Pair, ...]:
    unknown = translate("Verify", "not known")
    facts = [
        (translate("Verify", "Verdict"), verdict_word(signature.verdict)),
        (translate("Verify", "Seal number"), short(signature.seal_id or "") or unknown),
    ]
    if signature.kind != SEAL_ALONE:
        at = moment(signature.signed_at) if signature.signed_at else unknown
        facts += [
            (translate("Verify", "Signer"), short(signature.signer or "") or unknown),
            (translate("Verify", "Signed at"), at),
        ]
    version = f" v{signature.version}" if signature.version else ""
    return (*facts, (translate("Verify", "Kind"), f"{signature.kind}{version}"))


def trust_words(trusted: Trusted) -> str:
    """How many are trusted here, and whether revocations can be looked up."""
    if not trusted.certificates:
        return translate(
            "Verify",
            "No certificate is trusted here, so no seal can be called valid. The administrator "
            "puts the authorities' certificates into the trust folder.",
        )
    text = translate("Verify", "Trusted here: {n} certificates.")
    told = text.format(n=len(trusted.certificates))
    if trusted.unreadable:
        left = translate("Verify", "Could not be read and were left out: {names}.")
        names = "、".join(short(each) for each in trusted.unreadable[:5])
        told = f"{told} {left.format(names=names)}"
    return f"{told} {_lists(trusted.lists)}"


def folder_words(trusted: Trusted) -> str:
    """For the administrator; on paper the place of a folder is nobody's business."""
    return translate("Verify", "Trust folder: {folder}").format(folder=trusted.folder)


def _lists(count: int) -> str:
    if count:
        return translate("Verify", "Revocation lists at hand: {n}.").format(n=count)
    return translate(
        "Verify", "No revocation list is at hand: whether a certificate was revoked is not known."
    )


def moment(at: datetime) -> str:
    """China's time to the second."""
    try:
        return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S")
    except (OverflowError, ValueError):  # the edges of the calendar
        return at.isoformat()


def short(text: str) -> str:
    """A name out of somebody's file: no unseen characters; of a very long one both ends."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST - ENDING]}…{text[-ENDING:]}"
    return "".join(each if each.isprintable() else f"〔U+{ord(each):04X}〕" for each in text)


def _said(code: str) -> Trouble:
    said = trouble(Unavailable(code))
    return said if said is not None else Trouble(code, "", code)
